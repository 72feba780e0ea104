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
