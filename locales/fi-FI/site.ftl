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
