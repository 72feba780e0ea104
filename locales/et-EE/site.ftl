## Every page

skip-link = Liigu põhisisu juurde
sections-label = Jaotised
languages-label = Keel
footer-languages = Kõik keeled
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Asute siin
contents-title = Sellel lehel
navigation-label = Selles jaotises
navigation-all = Kõik selle jaotise artiklid
navigation-filter = Filtreeri pealkirja järgi
navigation-filter-none = Vasteid pole
neighbours-label = Eelmine ja järgmine artikkel
previous = Eelmine
next = Järgmine
updated = Viimati värskendatud:
machine-translation-title = Masintõlgitud artikkel
machine-translation-text = See artikkel on masintõlgitud. Selles võib olla sõnastus- või terminivigu.

## Inside articles

alert-note = Märkus
alert-tip = Näpunäide
alert-important = Oluline
alert-warning = Hoiatus
alert-caution = Ettevaatust
heading-permalink = Link jaotisele „{ $heading }“
footnotes-title = Allmärkused
footnote-reference = Allmärkus { $number }
footnote-back = Tagasi viite { $number } juurde
video-link = Vaadake videot
table-label = Tabel
task-done = Tehtud
task-open = Tegemata

## Folders and home pages

home-title = Avaleht
folders-title = Jaotised
articles-title = Artiklid
articles-count =
    { $count ->
        [one] { $count } artikkel
       *[other] { $count } artiklit
    }
letters-label = Liigu tähe juurde
group-other = Muu

## The page that lists all languages

languages-title = Valige keel

## Addresses that do not exist, or no longer

not-found-title = Lehte ei leitud
not-found-text = Sellel aadressil lehte ei ole. Leht võib olla teisaldatud või on siia viinud link vigane.
not-found-home = Mine avalehele
redirect-title = See leht on teisaldatud
redirect-text = Uus aadress:

## Articles

fallback-title = Seda artiklit pole veel tõlgitud
fallback-text = Selles keeles versiooni veel ei ole: { $wanted }. Allolev tekst on teises keeles: { $shown }.
orphan-title = Selle artikli originaali enam ei ole
orphan-text = See tõlge võib olla aegunud.

## Translations behind their source

stale-title = Sellest artiklist on uuem versioon
stale-text = See tõlge on tehtud vanema versiooni põhjal. Osa sellest võib olla aegunud.
stale-text-languages = See tõlge on tehtud vanema versiooni põhjal. Osa sellest võib olla aegunud. Uuem versioon on saadaval järgmistes keeltes:

## Translation status (a page with a table of all languages)

status-title = Tõlgete olek
status-summary =
    { $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artiklit
    }, { $languages ->
        [one] { $languages } keel
       *[other] { $languages } keelt
    }
status-as-of = Seisuga { $date }
status-ordered-by = Järjestus: { $column }
status-language = Keel
status-articles = Artiklid
status-current = Ajakohased
status-stale = Aegunud
status-missing = Puuduvad
status-extra = Lisaks
status-renamed = Mujal teise nimega
status-machine = Masintõlgitud
status-human = Inimeste tõlgitud
status-words = Sõnad
status-share = Valmis
status-age = Mediaanvanus päevades
status-all = Kõik keeled
status-bar = Ajakohaseid { $current }, aegunuid { $stale }, puudu { $missing }
status-worst-title = Artiklid, mis on kõige rohkemates keeltes aegunud või puudu
status-article = Artikkel
status-stale-in = Aegunud keeltes
status-missing-in = Puudub keeltes
status-nothing = Midagi pole puudu ega aegunud.

## Search

search-title = Otsing
search-results-label = Otsingutulemused
search-count =
    { $count ->
        [one] { $count } tulemus
       *[other] { $count } tulemust
    }
search-all =
    { $count ->
        [one] Kuva { $count } tulemus
       *[other] Kuva kõik { $count } tulemust
    }
search-more = Kuva rohkem tulemusi
search-none = Otsingul „{ $query }“ pole tulemusi
search-none-hint = Kontrollige õigekirja või kasutage vähem või muid sõnu.
search-corrected = Kuvatakse otsingu „{ $query }“ tulemused
search-other-language =
    { $count ->
        [one] { $count } tulemus teises keeles ({ $language })
       *[other] { $count } tulemust teises keeles ({ $language })
    }
search-recent = Viimased otsingud
search-recent-clear = Kustuta viimased otsingud
search-close = Sule otsing
search-prompt = Tippige, mida otsite.
search-loading = Otsimine…
search-failed = Otsingut ei saanud laadida. Kontrollige ühendust ja proovige uuesti.
search-retry = Proovi uuesti
search-no-script = Otsing vajab JavaScripti, mis on teie brauseris välja lülitatud. Kõik artiklid on loetletud neil lehtedel:
search-filters = Filtrid
search-filters-clear = Tühjenda filtrid
search-filters-all = Kuva kõik
search-filter-ms-service = Teenus
search-filter-ms-topic = Artikli liik
search-filter-ms-collection = Kogu
search-filter-ms-translationtype = Tõlge
search-value-ms-translationtype-mt = Masintõlge
search-value-ms-translationtype-ht = Inimtõlge

scheme-label = Välimus
scheme-auto = Automaatne
scheme-light = Hele
scheme-dark = Tume
code-copy = Kopeeri
code-copied = Kopeeritud
## Links to other sites (a page with tables of hosts and answers)

external-title = Lingid teistele saitidele
external-verdict = Vastus
external-host = Host
external-addresses = Aadressid
external-places = Kohad
external-address = Aadress
external-newly = Hiljuti katkenud
external-since = Katki alates
external-slowest = Aeglaseimad vastused
external-seconds = Sekundid
external-none = Pole
external-unasked = veel kontrollimata
edit-page = Muuda seda lehte
feedback = Anna tagasisidet
feed-title = Viimased muudatused
versions-title = Versioon
choice-title = Valige
