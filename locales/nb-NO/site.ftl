## Every page

skip-link = Gå til hovedinnholdet
sections-label = Seksjoner
languages-label = Språk
footer-languages = Alle språk
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Du er her
contents-title = På denne siden
navigation-label = I denne seksjonen
navigation-all = Alle artikler i denne seksjonen
navigation-filter = Filtrer etter tittel
navigation-filter-none = Ingen treff
neighbours-label = Forrige og neste artikkel
previous = Forrige
next = Neste
updated = Sist oppdatert:
machine-translation-title = Maskinoversatt artikkel
machine-translation-text = Denne artikkelen er oversatt av en maskin. Den kan inneholde feil i ordvalg eller terminologi.

## Inside articles

alert-note = Merk
alert-tip = Tips
alert-important = Viktig
alert-warning = Advarsel
alert-caution = Forsiktig
heading-permalink = Kobling til «{ $heading }»
footnotes-title = Fotnoter
footnote-reference = Fotnote { $number }
footnote-back = Tilbake til henvisning { $number }
video-link = Se videoen
table-label = Tabell
task-done = Utført
task-open = Ikke utført

## Folders and home pages

home-title = Startside
folders-title = Seksjoner
articles-title = Artikler
articles-count =
    { $count ->
        [one] { $count } artikkel
       *[other] { $count } artikler
    }
letters-label = Gå til en bokstav
group-other = Andre

## The page that lists all languages

languages-title = Velg språk

## Addresses that do not exist, or no longer

not-found-title = Finner ikke siden
not-found-text = Det finnes ingen side på denne adressen. Den kan være flyttet, eller koblingen som førte deg hit, kan være feil.
not-found-home = Gå til startsiden
redirect-title = Denne siden er flyttet
redirect-text = Den nye adressen:

## Articles

fallback-title = Denne artikkelen er ikke oversatt ennå
fallback-text = Det finnes ennå ingen versjon på dette språket: { $wanted }. Teksten nedenfor er på et annet språk: { $shown }.
orphan-title = Originalen til denne artikkelen finnes ikke lenger
orphan-text = Denne oversettelsen kan være utdatert.

## Translations behind their source

stale-title = Det finnes en nyere versjon av denne artikkelen
stale-text = Denne oversettelsen er laget ut fra en eldre versjon. Deler av den kan være utdatert.
stale-text-languages = Denne oversettelsen er laget ut fra en eldre versjon. Deler av den kan være utdatert. Den nyere versjonen finnes på:

## Translation status (a page with a table of all languages)

status-title = Oversettelsesstatus
status-summary =
    { $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artikler
    } på { $languages ->
        [one] { $languages } språk
       *[other] { $languages } språk
    }
status-as-of = Per { $date }
status-ordered-by = Sortert etter: { $column }
status-language = Språk
status-articles = Artikler
status-current = Oppdatert
status-stale = Utdatert
status-missing = Mangler
status-extra = Ekstra
status-renamed = Annet navn på andre språk
status-machine = Maskinoversatt
status-human = Oversatt av mennesker
status-words = Ord
status-share = Fullført
status-age = Medianalder i dager
status-all = Alle språk
status-bar = { $current } oppdatert, { $stale } utdatert, { $missing } mangler
status-worst-title = Artikler som er utdaterte eller mangler på flest språk
status-article = Artikkel
status-stale-in = Utdatert på
status-missing-in = Mangler på
status-nothing = Ingenting mangler, og ingenting er utdatert.

## Search

search-title = Søk
search-results-label = Søkeresultater
search-count =
    { $count ->
        [one] { $count } treff
       *[other] { $count } treff
    }
search-all =
    { $count ->
        [one] Vis { $count } treff
       *[other] Vis alle { $count } treff
    }
search-more = Vis flere treff
search-none = Ingen treff på «{ $query }»
search-none-hint = Kontroller stavemåten, eller bruk færre eller andre ord.
search-corrected = Viser treff på «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } treff på et annet språk ({ $language })
       *[other] { $count } treff på et annet språk ({ $language })
    }
search-recent = Nylige søk
search-recent-clear = Fjern nylige søk
search-close = Lukk søket
search-prompt = Skriv inn det du leter etter.
search-loading = Søker …
search-failed = Søket kunne ikke lastes inn. Kontroller tilkoblingen og prøv på nytt.
search-retry = Prøv på nytt
search-no-script = Søk krever JavaScript, som er slått av i nettleseren. Alle artiklene står på disse sidene:
search-filters = Filtre
search-filters-clear = Fjern filtre
search-filters-all = Vis alle
search-filter-ms-service = Tjeneste
search-filter-ms-topic = Artikkeltype
search-filter-ms-collection = Samling
search-filter-ms-translationtype = Oversettelse
search-value-ms-translationtype-mt = Av maskin
search-value-ms-translationtype-ht = Av mennesker

scheme-label = Utseende
scheme-auto = Automatisk
scheme-light = Lyst
scheme-dark = Mørkt
code-copy = Kopier
code-copied = Kopiert
## Links to other sites (a page with tables of hosts and answers)

external-title = Koblinger til andre nettsteder
external-verdict = Svar
external-host = Vert
external-addresses = Adresser
external-places = Steder
external-address = Adresse
external-newly = Nylig brutte
external-since = Brutt siden
external-slowest = Tregeste svar
external-seconds = Sekunder
external-none = Ingen
external-unasked = ikke kontrollert ennå
edit-page = Rediger denne siden
feedback = Gi tilbakemelding
feed-title = Siste endringer
versions-title = Versjon
choice-title = Velg
