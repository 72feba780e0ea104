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
