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
