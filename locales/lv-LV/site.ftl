## Every page

skip-link = Pāriet uz galveno saturu
sections-label = Sadaļas
languages-label = Valoda
footer-languages = Visas valodas
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Jūs atrodaties šeit
contents-title = Šajā lapā
navigation-label = Šajā sadaļā
navigation-all = Visi šīs sadaļas raksti
navigation-filter = Filtrēt pēc virsraksta
navigation-filter-none = Nav atbilstību
neighbours-label = Iepriekšējais un nākamais raksts
previous = Iepriekšējais
next = Nākamais
updated = Pēdējoreiz atjaunināts:
machine-translation-title = Mašīntulkots raksts
machine-translation-text = Šis raksts ir mašīntulkots. Tajā var būt formulējuma vai terminoloģijas kļūdas.

## Inside articles

alert-note = Piezīme
alert-tip = Padoms
alert-important = Svarīgi
alert-warning = Brīdinājums
alert-caution = Uzmanību
heading-permalink = Saite uz “{ $heading }”
footnotes-title = Vēres
footnote-reference = { $number }. vēre
footnote-back = Atpakaļ uz { $number }. atsauci
video-link = Skatīt video
table-label = Tabula
task-done = Izpildīts
task-open = Nav izpildīts

## Folders and home pages

home-title = Sākums
folders-title = Sadaļas
articles-title = Raksti
articles-count =
    { $count ->
        [zero] { $count } rakstu
        [one] { $count } raksts
       *[other] { $count } raksti
    }
letters-label = Pāriet uz burtu
group-other = Citi

## The page that lists all languages

languages-title = Izvēlieties valodu

## Addresses that do not exist, or no longer

not-found-title = Lapa nav atrasta
not-found-text = Šajā adresē nav lapas. Iespējams, tā ir pārvietota vai saite, kas jūs atveda šurp, ir nepareiza.
not-found-home = Pāriet uz sākumlapu
redirect-title = Šī lapa ir pārvietota
redirect-text = Jaunā adrese:

## Articles

fallback-title = Šis raksts vēl nav tulkots
fallback-text = Versijas šajā valodā vēl nav: { $wanted }. Tālāk redzamais teksts ir citā valodā: { $shown }.
orphan-title = Šī raksta oriģināls vairs nepastāv
orphan-text = Šis tulkojums var būt novecojis.

## Translations behind their source

stale-title = Ir pieejama jaunāka šī raksta versija
stale-text = Šis tulkojums ir veidots pēc vecākas versijas. Daļa no tā var būt novecojusi.
stale-text-languages = Šis tulkojums ir veidots pēc vecākas versijas. Daļa no tā var būt novecojusi. Jaunākā versija ir pieejama šajās valodās:

## Translation status (a page with a table of all languages)

status-title = Tulkojumu stāvoklis
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Raksti: { $articles }; valodas: { $languages }
status-as-of = Datu datums: { $date }
status-ordered-by = Kārtots pēc: { $column }
status-language = Valoda
status-articles = Raksti
status-current = Aktuāli
status-stale = Novecojuši
status-missing = Trūkst
status-extra = Papildu
status-renamed = Citur ar citu nosaukumu
status-machine = Mašīntulkoti
status-human = Cilvēku tulkoti
status-words = Vārdi
status-share = Pabeigts
status-age = Vecuma mediāna dienās
status-all = Visas valodas
status-bar = Aktuāli: { $current }; novecojuši: { $stale }; trūkst: { $missing }
status-worst-title = Raksti, kas novecojuši vai trūkst visvairāk valodās
status-article = Raksts
status-stale-in = Novecojis valodās
status-missing-in = Trūkst valodās
status-nothing = Nekā netrūkst, un nekas nav novecojis.

## Search

search-title = Meklēt
search-results-label = Meklēšanas rezultāti
search-count =
    { $count ->
        [zero] { $count } rezultātu
        [one] { $count } rezultāts
       *[other] { $count } rezultāti
    }
search-all =
    { $count ->
        [zero] Rādīt visus { $count } rezultātus
        [one] Rādīt { $count } rezultātu
       *[other] Rādīt visus { $count } rezultātus
    }
search-more = Rādīt vairāk rezultātu
search-none = Nav rezultātu vaicājumam “{ $query }”
search-none-hint = Pārbaudiet pareizrakstību vai izmantojiet mazāk vārdu vai citus vārdus.
search-corrected = Tiek rādīti rezultāti vaicājumam “{ $query }”
search-other-language =
    { $count ->
        [zero] { $count } rezultātu citā valodā ({ $language })
        [one] { $count } rezultāts citā valodā ({ $language })
       *[other] { $count } rezultāti citā valodā ({ $language })
    }
search-recent = Pēdējie meklējumi
search-recent-clear = Notīrīt pēdējos meklējumus
search-close = Aizvērt meklēšanu
search-prompt = Ierakstiet, ko meklējat.
search-loading = Notiek meklēšana…
search-failed = Meklēšanu nevarēja ielādēt. Pārbaudiet savienojumu un mēģiniet vēlreiz.
search-retry = Mēģināt vēlreiz
search-no-script = Meklēšanai ir vajadzīgs JavaScript, kas jūsu pārlūkprogrammā ir izslēgts. Visi raksti ir uzskaitīti šajās lapās:
search-filters = Filtri
search-filters-clear = Notīrīt filtrus
search-filters-all = Rādīt visu
search-filter-ms-service = Pakalpojums
search-filter-ms-topic = Raksta veids
search-filter-ms-collection = Kolekcija
search-filter-ms-translationtype = Tulkojums
search-value-ms-translationtype-mt = Mašīntulkojums
search-value-ms-translationtype-ht = Cilvēka tulkojums

scheme-label = Izskats
scheme-auto = Automātiski
scheme-light = Gaišs
scheme-dark = Tumšs
code-copy = Kopēt
code-copied = Nokopēts
## Links to other sites (a page with tables of hosts and answers)

external-title = Saites uz citām vietnēm
external-verdict = Atbilde
external-host = Resursdators
external-addresses = Adreses
external-places = Vietas
external-address = Adrese
external-newly = Nesen bojātas
external-since = Bojāta kopš
external-slowest = Lēnākās atbildes
external-seconds = Sekundes
external-none = Nav
external-unasked = vēl nav pārbaudīts
edit-page = Rediģēt šo lapu
feedback = Sniegt atsauksmi
feed-title = Jaunākās izmaiņas
versions-title = Versija
choice-title = Izvēlieties
