## Every page

skip-link = Vai al contenuto principale
sections-label = Sezioni
languages-label = Lingua
footer-languages = Tutte le lingue
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Percorso di navigazione
contents-title = In questa pagina
navigation-label = In questa sezione
navigation-all = Tutti gli articoli di questa sezione
neighbours-label = Articolo precedente e successivo
previous = Precedente
next = Successivo
updated = Ultimo aggiornamento:
machine-translation-title = Articolo tradotto automaticamente
machine-translation-text = Questo articolo è stato tradotto automaticamente e potrebbe contenere errori di formulazione o di terminologia.

## Inside articles

alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Avviso
alert-caution = Attenzione
heading-permalink = Collegamento a «{ $heading }»
footnotes-title = Note a piè di pagina
footnote-reference = Nota a piè di pagina { $number }
footnote-back = Torna al riferimento { $number }
video-link = Guarda il video
table-label = Tabella
task-done = Completato
task-open = Da fare

## Folders and home pages

home-title = Pagina iniziale
folders-title = Sezioni
articles-title = Articoli
articles-count =
    { $count ->
        [one] { $count } articolo
        [many] { $count } di articoli
       *[other] { $count } articoli
    }
letters-label = Vai a una lettera
group-other = Altro

## The page that lists all languages

languages-title = Scegliere la lingua

## Addresses that do not exist, or no longer

not-found-title = Pagina non trovata
not-found-text = A questo indirizzo non c’è alcuna pagina. Potrebbe essere stata spostata oppure il collegamento seguito potrebbe essere errato.
not-found-home = Vai alla pagina iniziale
redirect-title = Questa pagina è stata spostata
redirect-text = Il nuovo indirizzo:

## Articles

fallback-title = Questo articolo non è ancora stato tradotto
fallback-text = Non esiste ancora una versione in questa lingua: { $wanted }. Il testo seguente è in un’altra lingua: { $shown }.
orphan-title = L’originale di questo articolo non esiste più
orphan-text = Questa traduzione potrebbe non essere aggiornata.
