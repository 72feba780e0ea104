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
