## Every page

skip-link = Gå til hovedindholdet
sections-label = Afsnit
languages-label = Sprog
footer-languages = Alle sprog
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Du er her
contents-title = På denne side
navigation-label = I dette afsnit
navigation-all = Alle artikler i dette afsnit
neighbours-label = Forrige og næste artikel
previous = Forrige
next = Næste
updated = Senest opdateret:
machine-translation-title = Maskinoversat artikel
machine-translation-text = Denne artikel er oversat af en maskine. Den kan indeholde fejl i ordvalg eller terminologi.

## Inside articles

alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-warning = Advarsel
alert-caution = Forsigtig
heading-permalink = Link til “{ $heading }”
footnotes-title = Fodnoter
footnote-reference = Fodnote { $number }
footnote-back = Tilbage til henvisning { $number }
video-link = Se videoen
table-label = Tabel
task-done = Udført
task-open = Ikke udført

## Folders and home pages

home-title = Startside
folders-title = Afsnit
articles-title = Artikler
articles-count =
    { $count ->
        [one] { $count } artikel
       *[other] { $count } artikler
    }
letters-label = Gå til et bogstav
group-other = Andre

## The page that lists all languages

languages-title = Vælg sprog

## Addresses that do not exist, or no longer

not-found-title = Siden blev ikke fundet
not-found-text = Der er ingen side på denne adresse. Den kan være flyttet, eller det link, der førte dig hertil, kan være forkert.
not-found-home = Gå til startsiden
redirect-title = Denne side er flyttet
redirect-text = Den nye adresse:

## Articles

fallback-title = Denne artikel er endnu ikke oversat
fallback-text = Der er endnu ingen version på dette sprog: { $wanted }. Teksten nedenfor er på et andet sprog: { $shown }.
orphan-title = Originalen til denne artikel findes ikke længere
orphan-text = Denne oversættelse kan være forældet.

## Translations behind their source

stale-title = Der findes en nyere version af denne artikel
stale-text = Denne oversættelse er lavet ud fra en ældre version. Noget af den kan være forældet.
stale-text-languages = Denne oversættelse er lavet ud fra en ældre version. Noget af den kan være forældet. Den nyere version findes på:

## Translation status (a page with a table of all languages)

status-title = Oversættelsesstatus
status-summary =
    { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikler
    } på { $languages ->
        [one] { $languages } sprog
       *[other] { $languages } sprog
    }
status-as-of = Opgjort pr. { $date }
status-ordered-by = Sorteret efter: { $column }
status-language = Sprog
status-articles = Artikler
status-current = Opdateret
status-stale = Forældet
status-missing = Mangler
status-extra = Ekstra
status-renamed = Andet navn på andre sprog
status-machine = Maskinoversat
status-human = Oversat af mennesker
status-words = Ord
status-share = Fuldført
status-age = Medianalder i dage
status-all = Alle sprog
status-bar = { $current } opdateret, { $stale } forældet, { $missing } mangler
status-worst-title = Artikler, der er forældede eller mangler på flest sprog
status-article = Artikel
status-stale-in = Forældet på
status-missing-in = Mangler på
status-nothing = Intet mangler, og intet er forældet.
