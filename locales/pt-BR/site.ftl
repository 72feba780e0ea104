## Every page

skip-link = Ir para o conteúdo principal
sections-label = Seções
languages-label = Idioma
footer-languages = Todos os idiomas
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Você está aqui
contents-title = Nesta página
navigation-label = Nesta seção
navigation-all = Todos os artigos desta seção
navigation-filter = Filtrar por título
navigation-filter-none = Nenhum resultado
neighbours-label = Artigo anterior e próximo artigo
previous = Anterior
next = Próximo
updated = Última atualização:
machine-translation-title = Artigo traduzido automaticamente
machine-translation-text = Este artigo foi traduzido automaticamente e pode conter erros de redação ou de terminologia.

## Inside articles

alert-note = Observação
alert-tip = Dica
alert-important = Importante
alert-warning = Aviso
alert-caution = Cuidado
heading-permalink = Link para “{ $heading }”
footnotes-title = Notas de rodapé
footnote-reference = Nota de rodapé { $number }
footnote-back = Voltar à referência { $number }
video-link = Assistir ao vídeo
table-label = Tabela
task-done = Concluído
task-open = Pendente

## Folders and home pages

home-title = Página inicial
folders-title = Seções
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

languages-title = Escolha seu idioma

## Addresses that do not exist, or no longer

not-found-title = Página não encontrada
not-found-text = Não há nenhuma página neste endereço. Talvez ela tenha sido movida ou o link que trouxe você até aqui esteja incorreto.
not-found-home = Ir para a página inicial
redirect-title = Esta página foi movida
redirect-text = O novo endereço:

## Articles

fallback-title = Este artigo ainda não foi traduzido
fallback-text = Ainda não há uma versão neste idioma: { $wanted }. O texto abaixo está em outro: { $shown }.
orphan-title = O original deste artigo não existe mais
orphan-text = Esta tradução pode estar desatualizada.

## Translations behind their source

stale-title = Há uma versão mais recente deste artigo
stale-text = Esta tradução foi feita a partir de uma versão anterior. Parte dela pode estar desatualizada.
stale-text-languages = Esta tradução foi feita a partir de uma versão anterior. Parte dela pode estar desatualizada. A versão mais recente está disponível em:

## Translation status (a page with a table of all languages)

status-title = Status das traduções
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
status-ordered-by = Classificado por: { $column }
status-language = Idioma
status-articles = Artigos
status-current = Atualizados
status-stale = Desatualizados
status-missing = Faltando
status-extra = Adicionais
status-renamed = Com outro nome nos demais
status-machine = Tradução automática
status-human = Tradução humana
status-words = Palavras
status-share = Concluído
status-age = Idade mediana em dias
status-all = Todos os idiomas
status-bar = Atualizados: { $current }; desatualizados: { $stale }; faltando: { $missing }
status-worst-title = Artigos ausentes ou desatualizados em mais idiomas
status-article = Artigo
status-stale-in = Desatualizado em
status-missing-in = Ausente em
status-nothing = Nada está faltando nem desatualizado.

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
search-none = Nenhum resultado para “{ $query }”
search-none-hint = Verifique a ortografia ou use menos palavras ou palavras diferentes.
search-corrected = Mostrando resultados para “{ $query }”
search-other-language =
    { $count ->
        [one] { $count } resultado em outro idioma ({ $language })
        [many] { $count } de resultados em outro idioma ({ $language })
       *[other] { $count } resultados em outro idioma ({ $language })
    }
search-recent = Pesquisas recentes
search-recent-clear = Limpar pesquisas recentes
search-close = Fechar a pesquisa
search-prompt = Digite o que você procura.
search-loading = Pesquisando…
search-failed = Não foi possível carregar a pesquisa. Verifique sua conexão e tente novamente.
search-retry = Tentar novamente
search-no-script = A pesquisa precisa do JavaScript, que está desativado no seu navegador. Todos os artigos estão listados nestas páginas:
search-filters = Filtros
search-filters-clear = Limpar filtros
search-filters-all = Mostrar tudo
search-filter-ms-service = Serviço
search-filter-ms-topic = Tipo de artigo
search-filter-ms-collection = Coleção
search-filter-ms-translationtype = Tradução
search-value-ms-translationtype-mt = Automática
search-value-ms-translationtype-ht = Humana

scheme-label = Aparência
scheme-auto = Automática
scheme-light = Clara
scheme-dark = Escura
code-copy = Copiar
code-copied = Copiado
## Links to other sites (a page with tables of hosts and answers)

external-title = Links para outros sites
external-verdict = Resposta
external-host = Servidor
external-addresses = Endereços
external-places = Lugares
external-address = Endereço
external-newly = Quebrados recentemente
external-since = Quebrado desde
external-slowest = Respostas mais lentas
external-seconds = Segundos
external-none = Nenhum
external-unasked = ainda não verificado
edit-page = Editar esta página
feedback = Enviar comentários
feed-title = Alterações recentes
versions-title = Versão
choice-title = Escolha
