## Every page

skip-link = Saltar para o conteúdo principal
sections-label = Secções
languages-label = Idioma
footer-languages = Todos os idiomas
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Está aqui
contents-title = Nesta página
navigation-label = Nesta secção
navigation-all = Todos os artigos desta secção
navigation-filter = Filtrar por título
navigation-filter-none = Sem resultados
neighbours-label = Artigo anterior e artigo seguinte
previous = Anterior
next = Seguinte
updated = Última atualização:
machine-translation-title = Artigo traduzido automaticamente
machine-translation-text = Este artigo foi traduzido automaticamente e pode conter erros de redação ou de terminologia.

## Inside articles

alert-note = Nota
alert-tip = Sugestão
alert-important = Importante
alert-warning = Aviso
alert-caution = Atenção
heading-permalink = Ligação para «{ $heading }»
footnotes-title = Notas de rodapé
footnote-reference = Nota de rodapé { $number }
footnote-back = Voltar à referência { $number }
video-link = Ver o vídeo
table-label = Tabela
task-done = Concluído
task-open = Por fazer

## Folders and home pages

home-title = Página inicial
folders-title = Secções
articles-title = Artigos
articles-count =
    { $count ->
        [one] { $count } artigo
        [many] { $count } de artigos
       *[other] { $count } artigos
    }
letters-label = Ir para uma letra
group-other = Outros

## The page that lists all languages

languages-title = Escolha o seu idioma

## Addresses that do not exist, or no longer

not-found-title = Página não encontrada
not-found-text = Não existe nenhuma página neste endereço. Pode ter sido movida ou a ligação que o trouxe aqui pode estar incorreta.
not-found-home = Ir para a página inicial
redirect-title = Esta página foi movida
redirect-text = O novo endereço:

## Articles

fallback-title = Este artigo ainda não foi traduzido
fallback-text = Ainda não existe uma versão neste idioma: { $wanted }. O texto abaixo está noutro: { $shown }.
orphan-title = O original deste artigo já não existe
orphan-text = Esta tradução pode estar desatualizada.

## Translations behind their source

stale-title = Existe uma versão mais recente deste artigo
stale-text = Esta tradução foi feita a partir de uma versão anterior. Parte dela pode estar desatualizada.
stale-text-languages = Esta tradução foi feita a partir de uma versão anterior. Parte dela pode estar desatualizada. A versão mais recente está disponível em:

## Translation status (a page with a table of all languages)

status-title = Estado das traduções
status-summary =
    { $articles ->
        [one] { $articles } artigo
        [many] { $articles } de artigos
       *[other] { $articles } artigos
    } em { $languages ->
        [one] { $languages } idioma
        [many] { $languages } de idiomas
       *[other] { $languages } idiomas
    }
status-as-of = Data de referência: { $date }
status-ordered-by = Ordenado por: { $column }
status-language = Idioma
status-articles = Artigos
status-current = Atualizados
status-stale = Desatualizados
status-missing = Em falta
status-extra = Adicionais
status-renamed = Com outro nome nos restantes
status-machine = Tradução automática
status-human = Tradução humana
status-words = Palavras
status-share = Concluído
status-age = Idade mediana em dias
status-all = Todos os idiomas
status-bar = Atualizados: { $current }; desatualizados: { $stale }; em falta: { $missing }
status-worst-title = Artigos em falta ou desatualizados em mais idiomas
status-article = Artigo
status-stale-in = Desatualizado em
status-missing-in = Em falta em
status-nothing = Nada está em falta nem desatualizado.

## Search

search-title = Pesquisar
search-results-label = Resultados da pesquisa
search-count =
    { $count ->
        [one] { $count } resultado
        [many] { $count } de resultados
       *[other] { $count } resultados
    }
search-all =
    { $count ->
        [one] Mostrar { $count } resultado
        [many] Mostrar todos os { $count } de resultados
       *[other] Mostrar todos os { $count } resultados
    }
search-more = Mostrar mais resultados
search-none = Sem resultados para «{ $query }»
search-none-hint = Verifique a ortografia ou utilize menos palavras ou palavras diferentes.
search-corrected = A mostrar resultados para «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } resultado noutro idioma ({ $language })
        [many] { $count } de resultados noutro idioma ({ $language })
       *[other] { $count } resultados noutro idioma ({ $language })
    }
search-recent = Pesquisas recentes
search-recent-clear = Limpar as pesquisas recentes
search-close = Fechar a pesquisa
search-prompt = Escreva o que procura.
search-loading = A procurar…
search-failed = Não foi possível carregar a pesquisa. Verifique a ligação e tente novamente.
search-retry = Tentar novamente
search-no-script = A pesquisa necessita de JavaScript, que está desativado no seu browser. Todos os artigos estão listados nestas páginas:
search-filters = Filtros
search-filters-clear = Limpar os filtros
search-filters-all = Mostrar tudo
search-filter-ms-service = Serviço
search-filter-ms-topic = Tipo de artigo
search-filter-ms-collection = Coleção
search-filter-ms-translationtype = Tradução
search-value-ms-translationtype-mt = Automática
search-value-ms-translationtype-ht = Humana

scheme-label = Aspeto
scheme-auto = Automático
scheme-light = Claro
scheme-dark = Escuro
code-copy = Copiar
code-copied = Copiado
## Links to other sites (a page with tables of hosts and answers)

external-title = Ligações para outros sites
external-verdict = Resposta
external-host = Anfitrião
external-addresses = Endereços
external-places = Locais
external-address = Endereço
external-newly = Quebradas recentemente
external-since = Quebrada desde
external-slowest = Respostas mais lentas
external-seconds = Segundos
external-none = Nenhuma
external-unasked = ainda não verificado
edit-page = Editar esta página
feedback = Enviar comentários
feed-title = Alterações recentes
versions-title = Versão
choice-title = Escolha
