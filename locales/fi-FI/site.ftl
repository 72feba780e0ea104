## Every page

skip-link = Siirry pääsisältöön
sections-label = Osiot
languages-label = Kieli
footer-languages = Kaikki kielet
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Olet tässä
contents-title = Tällä sivulla
navigation-label = Tässä osiossa
navigation-all = Kaikki tämän osion artikkelit
navigation-filter = Suodata otsikon mukaan
navigation-filter-none = Ei osumia
neighbours-label = Edellinen ja seuraava artikkeli
previous = Edellinen
next = Seuraava
updated = Päivitetty viimeksi:
machine-translation-title = Konekäännetty artikkeli
machine-translation-text = Tämä artikkeli on konekäännetty. Siinä voi olla sanamuoto- tai termivirheitä.

## Inside articles

alert-note = Huomautus
alert-tip = Vihje
alert-important = Tärkeää
alert-warning = Varoitus
alert-caution = Varo
heading-permalink = Linkki kohtaan ”{ $heading }”
footnotes-title = Alaviitteet
footnote-reference = Alaviite { $number }
footnote-back = Takaisin viittaukseen { $number }
video-link = Katso video
table-label = Taulukko
task-done = Tehty
task-open = Tekemättä

## Folders and home pages

home-title = Etusivu
folders-title = Osiot
articles-title = Artikkelit
articles-count =
    { $count ->
        [one] { $count } artikkeli
       *[other] { $count } artikkelia
    }
letters-label = Siirry kirjaimeen
group-other = Muut

## The page that lists all languages

languages-title = Valitse kieli

## Addresses that do not exist, or no longer

not-found-title = Sivua ei löydy
not-found-text = Tässä osoitteessa ei ole sivua. Se on ehkä siirretty, tai linkki, jonka kautta tulit tänne, on virheellinen.
not-found-home = Siirry etusivulle
redirect-title = Tämä sivu on siirretty
redirect-text = Uusi osoite:

## Articles

fallback-title = Tätä artikkelia ei ole vielä käännetty
fallback-text = Artikkelista ei ole vielä versiota tällä kielellä: { $wanted }. Alla oleva teksti on toisella kielellä: { $shown }.
orphan-title = Tämän artikkelin alkuperäistekstiä ei enää ole
orphan-text = Käännös voi olla vanhentunut.

## Translations behind their source

stale-title = Tästä artikkelista on uudempi versio
stale-text = Tämä käännös perustuu vanhempaan versioon. Osa siitä voi olla vanhentunut.
stale-text-languages = Tämä käännös perustuu vanhempaan versioon. Osa siitä voi olla vanhentunut. Uudempi versio on saatavilla näillä kielillä:

## Translation status (a page with a table of all languages)

status-title = Käännösten tila
status-summary =
    { $articles ->
        [one] { $articles } artikkeli
       *[other] { $articles } artikkelia
    }, { $languages ->
        [one] { $languages } kieli
       *[other] { $languages } kieltä
    }
status-as-of = Tilanne: { $date }
status-ordered-by = Lajitteluperuste: { $column }
status-language = Kieli
status-articles = Artikkelit
status-current = Ajan tasalla
status-stale = Vanhentuneet
status-missing = Puuttuvat
status-extra = Ylimääräiset
status-renamed = Muualla eri nimellä
status-machine = Konekäännetyt
status-human = Ihmisen kääntämät
status-words = Sanat
status-share = Valmiina
status-age = Iän mediaani päivinä
status-all = Kaikki kielet
status-bar = Ajan tasalla { $current }, vanhentuneita { $stale }, puuttuu { $missing }
status-worst-title = Artikkelit, jotka ovat vanhentuneita tai puuttuvat useimmilla kielillä
status-article = Artikkeli
status-stale-in = Vanhentunut kielillä
status-missing-in = Puuttuu kieliltä
status-nothing = Mitään ei puutu, eikä mikään ole vanhentunut.

## Search

search-title = Haku
search-results-label = Hakutulokset
search-count =
    { $count ->
        [one] { $count } tulos
       *[other] { $count } tulosta
    }
search-all =
    { $count ->
        [one] Näytä { $count } tulos
       *[other] Näytä kaikki { $count } tulosta
    }
search-more = Näytä lisää tuloksia
search-none = Ei tuloksia haulle ”{ $query }”
search-none-hint = Tarkista oikeinkirjoitus tai käytä vähemmän sanoja tai muita sanoja.
search-corrected = Näytetään tulokset haulle ”{ $query }”
search-other-language =
    { $count ->
        [one] { $count } tulos toisella kielellä ({ $language })
       *[other] { $count } tulosta toisella kielellä ({ $language })
    }
search-recent = Viimeisimmät haut
search-recent-clear = Tyhjennä viimeisimmät haut
search-close = Sulje haku
search-prompt = Kirjoita, mitä etsit.
search-loading = Haetaan…
search-failed = Hakua ei voitu ladata. Tarkista yhteys ja yritä uudelleen.
search-retry = Yritä uudelleen
search-no-script = Haku edellyttää JavaScriptiä, joka ei ole käytössä selaimessasi. Kaikki artikkelit on lueteltu näillä sivuilla:
search-filters = Suodattimet
search-filters-clear = Tyhjennä suodattimet
search-filters-all = Näytä kaikki
search-filter-ms-service = Palvelu
search-filter-ms-topic = Artikkelin tyyppi
search-filter-ms-collection = Kokoelma
search-filter-ms-translationtype = Käännös
search-value-ms-translationtype-mt = Konekäännös
search-value-ms-translationtype-ht = Ihmisen kääntämä

scheme-label = Ulkoasu
scheme-auto = Automaattinen
scheme-light = Vaalea
scheme-dark = Tumma
code-copy = Kopioi
code-copied = Kopioitu
## Links to other sites (a page with tables of hosts and answers)

external-title = Linkit muille sivustoille
external-verdict = Vastaus
external-host = Isäntä
external-addresses = Osoitteet
external-places = Kohdat
external-address = Osoite
external-newly = Äskettäin rikkoutuneet
external-since = Rikki alkaen
external-slowest = Hitaimmat vastaukset
external-seconds = Sekunnit
external-none = Ei mitään
external-unasked = ei vielä tarkistettu
edit-page = Muokkaa tätä sivua
feedback = Anna palautetta
feed-title = Viimeisimmät muutokset
versions-title = Versio
choice-title = Valitse
