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
navigation-filter = Filtrér efter titel
navigation-filter-none = Ingen match
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

## Search

search-title = Søg
search-results-label = Søgeresultater
search-count =
    { $count ->
        [one] { $count } resultat
       *[other] { $count } resultater
    }
search-all =
    { $count ->
        [one] Vis { $count } resultat
       *[other] Vis alle { $count } resultater
    }
search-more = Vis flere resultater
search-none = Ingen resultater for “{ $query }”
search-none-hint = Kontrollér stavningen, eller brug færre eller andre ord.
search-corrected = Viser resultater for “{ $query }”
search-other-language =
    { $count ->
        [one] { $count } resultat på et andet sprog ({ $language })
       *[other] { $count } resultater på et andet sprog ({ $language })
    }
search-recent = Seneste søgninger
search-recent-clear = Ryd seneste søgninger
search-close = Luk søgning
search-prompt = Skriv, hvad du søger efter.
search-loading = Søger…
search-failed = Søgningen kunne ikke indlæses. Kontrollér forbindelsen, og prøv igen.
search-retry = Prøv igen
search-no-script = Søgning kræver JavaScript, som er slået fra i din browser. Alle artikler står på disse sider:
search-filters = Filtre
search-filters-clear = Ryd filtre
search-filters-all = Vis alle
search-filter-ms-service = Tjeneste
search-filter-ms-topic = Artikeltype
search-filter-ms-collection = Samling
search-filter-ms-translationtype = Oversættelse
search-value-ms-translationtype-mt = Af maskine
search-value-ms-translationtype-ht = Af mennesker

scheme-label = Udseende
scheme-auto = Automatisk
scheme-light = Lyst
scheme-dark = Mørkt
code-copy = Kopiér
code-copied = Kopieret
## Links to other sites (a page with tables of hosts and answers)

external-title = Links til andre websteder
external-verdict = Svar
external-host = Vært
external-addresses = Adresser
external-places = Steder
external-address = Adresse
external-newly = Døde for nylig
external-since = Død siden
external-slowest = Langsomste svar
external-seconds = Sekunder
external-none = Ingen
external-unasked = endnu ikke kontrolleret
edit-page = Redigér denne side
feedback = Giv feedback
feed-title = Seneste ændringer
versions-title = Version
choice-title = Vælg
