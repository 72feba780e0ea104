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
