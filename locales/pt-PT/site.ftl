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
