## Every page

skip-link = Pereiti prie pagrindinio turinio
sections-label = Skyriai
languages-label = Kalba
footer-languages = Visos kalbos
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Esate čia
contents-title = Šiame puslapyje
navigation-label = Šiame skyriuje
navigation-all = Visi šio skyriaus straipsniai
navigation-filter = Filtruoti pagal pavadinimą
navigation-filter-none = Atitikmenų nėra
neighbours-label = Ankstesnis ir kitas straipsnis
previous = Ankstesnis
next = Kitas
updated = Atnaujinta:
machine-translation-title = Mašininio vertimo straipsnis
machine-translation-text = Šis straipsnis išverstas mašininiu būdu. Jame gali būti formuluočių arba terminijos klaidų.

## Inside articles

alert-note = Pastaba
alert-tip = Patarimas
alert-important = Svarbu
alert-warning = Įspėjimas
alert-caution = Atsargiai
heading-permalink = Nuoroda į „{ $heading }“
footnotes-title = Išnašos
footnote-reference = { $number } išnaša
footnote-back = Grįžti prie { $number } nuorodos
video-link = Žiūrėti vaizdo įrašą
table-label = Lentelė
task-done = Atlikta
task-open = Neatlikta

## Folders and home pages

home-title = Pradžia
folders-title = Skyriai
articles-title = Straipsniai
articles-count =
    { $count ->
        [one] { $count } straipsnis
        [few] { $count } straipsniai
        [many] { $count } straipsnio
       *[other] { $count } straipsnių
    }
letters-label = Pereiti prie raidės
group-other = Kita

## The page that lists all languages

languages-title = Pasirinkite kalbą

## Addresses that do not exist, or no longer

not-found-title = Puslapis nerastas
not-found-text = Šiuo adresu puslapio nėra. Galbūt jis perkeltas arba nuoroda, kuri jus čia atvedė, klaidinga.
not-found-home = Eiti į pradžios puslapį
redirect-title = Šis puslapis perkeltas
redirect-text = Naujas adresas:

## Articles

fallback-title = Šis straipsnis dar neišverstas
fallback-text = Versijos šia kalba dar nėra: { $wanted }. Toliau pateiktas tekstas yra kita kalba: { $shown }.
orphan-title = Šio straipsnio originalo nebėra
orphan-text = Šis vertimas gali būti pasenęs.

## Translations behind their source

stale-title = Yra naujesnė šio straipsnio versija
stale-text = Šis vertimas parengtas pagal senesnę versiją. Dalis jo gali būti pasenusi.
stale-text-languages = Šis vertimas parengtas pagal senesnę versiją. Dalis jo gali būti pasenusi. Naujesnę versiją rasite šiomis kalbomis:

## Translation status (a page with a table of all languages)

status-title = Vertimų būsena
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Straipsniai: { $articles }; kalbos: { $languages }
status-as-of = Duomenų data: { $date }
status-ordered-by = Rikiuojama pagal: { $column }
status-language = Kalba
status-articles = Straipsniai
status-current = Aktualūs
status-stale = Pasenę
status-missing = Trūksta
status-extra = Papildomi
status-renamed = Kitur kitu pavadinimu
status-machine = Išversti mašininiu būdu
status-human = Išversti žmonių
status-words = Žodžiai
status-share = Užbaigta
status-age = Amžiaus mediana dienomis
status-all = Visos kalbos
status-bar = Aktualūs: { $current }; pasenę: { $stale }; trūksta: { $missing }
status-worst-title = Straipsniai, pasenę arba trūkstami daugiausia kalbų
status-article = Straipsnis
status-stale-in = Pasenęs kalbomis
status-missing-in = Trūksta kalbomis
status-nothing = Nieko netrūksta ir niekas nepasenę.

## Search

search-title = Ieška
search-results-label = Ieškos rezultatai
search-count =
    { $count ->
        [one] { $count } rezultatas
        [few] { $count } rezultatai
        [many] { $count } rezultato
       *[other] { $count } rezultatų
    }
search-all =
    { $count ->
        [one] Rodyti { $count } rezultatą
        [few] Rodyti visus { $count } rezultatus
        [many] Rodyti { $count } rezultato
       *[other] Rodyti visus { $count } rezultatų
    }
search-more = Rodyti daugiau rezultatų
search-none = Pagal „{ $query }“ nieko nerasta
search-none-hint = Patikrinkite rašybą arba įveskite mažiau ar kitų žodžių.
search-corrected = Rodomi „{ $query }“ rezultatai
search-other-language =
    { $count ->
        [one] { $count } rezultatas kita kalba ({ $language })
        [few] { $count } rezultatai kita kalba ({ $language })
        [many] { $count } rezultato kita kalba ({ $language })
       *[other] { $count } rezultatų kita kalba ({ $language })
    }
search-recent = Naujausios ieškos
search-recent-clear = Išvalyti naujausias ieškas
search-close = Uždaryti iešką
search-prompt = Įveskite, ko ieškote.
search-loading = Ieškoma…
search-failed = Nepavyko įkelti ieškos. Patikrinkite ryšį ir bandykite dar kartą.
search-retry = Bandyti dar kartą
search-no-script = Ieškai reikia „JavaScript“, kuri jūsų naršyklėje išjungta. Visi straipsniai išvardyti šiuose puslapiuose:
search-filters = Filtrai
search-filters-clear = Išvalyti filtrus
search-filters-all = Rodyti viską
search-filter-ms-service = Paslauga
search-filter-ms-topic = Straipsnio rūšis
search-filter-ms-collection = Rinkinys
search-filter-ms-translationtype = Vertimas
search-value-ms-translationtype-mt = Mašininis
search-value-ms-translationtype-ht = Žmogaus

scheme-label = Išvaizda
scheme-auto = Automatinė
scheme-light = Šviesi
scheme-dark = Tamsi
code-copy = Kopijuoti
code-copied = Nukopijuota
## Links to other sites (a page with tables of hosts and answers)

external-title = Nuorodos į kitas svetaines
external-verdict = Atsakymas
external-host = Pagrindinis kompiuteris
external-addresses = Adresai
external-places = Vietos
external-address = Adresas
external-newly = Neseniai nutrūkę
external-since = Neveikia nuo
external-slowest = Lėčiausi atsakymai
external-seconds = Sekundės
external-none = Nėra
external-unasked = dar nepatikrinta
edit-page = Redaguoti šį puslapį
feedback = Pateikti atsiliepimą
feed-title = Naujausi pakeitimai
versions-title = Versija
choice-title = Pasirinkite
