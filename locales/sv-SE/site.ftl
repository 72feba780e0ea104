## Every page

skip-link = Gå till huvudinnehållet
sections-label = Avsnitt
languages-label = Språk
footer-languages = Alla språk
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Du är här
contents-title = På den här sidan
navigation-label = I det här avsnittet
navigation-all = Alla artiklar i det här avsnittet
navigation-filter = Filtrera efter titel
navigation-filter-none = Inga träffar
neighbours-label = Föregående och nästa artikel
previous = Föregående
next = Nästa
updated = Senast uppdaterad:
machine-translation-title = Maskinöversatt artikel
machine-translation-text = Den här artikeln har översatts av en maskin. Den kan innehålla fel i ordval eller terminologi.

## Inside articles

alert-note = Anteckning
alert-tip = Tips
alert-important = Viktigt
alert-warning = Varning
alert-caution = Var försiktig
heading-permalink = Länk till ”{ $heading }”
footnotes-title = Fotnoter
footnote-reference = Fotnot { $number }
footnote-back = Tillbaka till hänvisning { $number }
video-link = Titta på videon
table-label = Tabell
task-done = Klart
task-open = Att göra

## Folders and home pages

home-title = Startsida
folders-title = Avsnitt
articles-title = Artiklar
articles-count =
    { $count ->
        [one] { $count } artikel
       *[other] { $count } artiklar
    }
letters-label = Gå till en bokstav
group-other = Övrigt

## The page that lists all languages

languages-title = Välj språk

## Addresses that do not exist, or no longer

not-found-title = Sidan hittades inte
not-found-text = Det finns ingen sida på den här adressen. Den kan ha flyttats, eller så är länken som ledde hit felaktig.
not-found-home = Gå till startsidan
redirect-title = Den här sidan har flyttats
redirect-text = Den nya adressen:

## Articles

fallback-title = Den här artikeln har inte översatts än
fallback-text = Det finns ännu ingen version på det här språket: { $wanted }. Texten nedan är på ett annat språk: { $shown }.
orphan-title = Originalet till den här artikeln finns inte längre
orphan-text = Den här översättningen kan vara inaktuell.

## Translations behind their source

stale-title = Det finns en nyare version av den här artikeln
stale-text = Den här översättningen bygger på en äldre version. Delar av den kan vara inaktuella.
stale-text-languages = Den här översättningen bygger på en äldre version. Delar av den kan vara inaktuella. Den nyare versionen finns på:

## Translation status (a page with a table of all languages)

status-title = Översättningsstatus
status-summary =
    { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artiklar
    } på { $languages ->
        [one] { $languages } språk
       *[other] { $languages } språk
    }
status-as-of = Per { $date }
status-ordered-by = Sorterat efter: { $column }
status-language = Språk
status-articles = Artiklar
status-current = Aktuella
status-stale = Inaktuella
status-missing = Saknas
status-extra = Extra
status-renamed = Annat namn på andra språk
status-machine = Maskinöversatta
status-human = Översatta av människor
status-words = Ord
status-share = Slutfört
status-age = Medianålder i dagar
status-all = Alla språk
status-bar = { $current } aktuella, { $stale } inaktuella, { $missing } saknas
status-worst-title = Artiklar som är inaktuella eller saknas på flest språk
status-article = Artikel
status-stale-in = Inaktuell på
status-missing-in = Saknas på
status-nothing = Inget saknas och inget är inaktuellt.

## Search

search-title = Sök
search-results-label = Sökresultat
search-count =
    { $count ->
        [one] { $count } resultat
       *[other] { $count } resultat
    }
search-all =
    { $count ->
        [one] Visa { $count } resultat
       *[other] Visa alla { $count } resultat
    }
search-more = Visa fler resultat
search-none = Inga resultat för ”{ $query }”
search-none-hint = Kontrollera stavningen eller använd färre eller andra ord.
search-corrected = Visar resultat för ”{ $query }”
search-other-language =
    { $count ->
        [one] { $count } resultat på ett annat språk ({ $language })
       *[other] { $count } resultat på ett annat språk ({ $language })
    }
search-recent = Senaste sökningar
search-recent-clear = Rensa senaste sökningar
search-close = Stäng sökningen
search-prompt = Skriv det du söker.
search-loading = Söker…
search-failed = Det gick inte att läsa in sökningen. Kontrollera anslutningen och försök igen.
search-retry = Försök igen
search-no-script = Sökningen kräver JavaScript, som är avstängt i webbläsaren. Alla artiklar finns på de här sidorna:
search-filters = Filter
search-filters-clear = Rensa filter
search-filters-all = Visa alla
search-filter-ms-service = Tjänst
search-filter-ms-topic = Artikeltyp
search-filter-ms-collection = Samling
search-filter-ms-translationtype = Översättning
search-value-ms-translationtype-mt = Av maskin
search-value-ms-translationtype-ht = Av människor

scheme-label = Utseende
scheme-auto = Automatiskt
scheme-light = Ljust
scheme-dark = Mörkt
code-copy = Kopiera
code-copied = Kopierat
## Links to other sites (a page with tables of hosts and answers)

external-title = Länkar till andra webbplatser
external-verdict = Svar
external-host = Värd
external-addresses = Adresser
external-places = Ställen
external-address = Adress
external-newly = Nyligen brutna
external-since = Bruten sedan
external-slowest = Långsammaste svaren
external-seconds = Sekunder
external-none = Inga
external-unasked = inte kontrollerad än
edit-page = Redigera den här sidan
feedback = Ge feedback
feed-title = Senaste ändringar
versions-title = Version
choice-title = Välj
