## Every page

skip-link = Prijeđi na glavni sadržaj
sections-label = Odjeljci
languages-label = Jezik
footer-languages = Svi jezici
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Nalazite se ovdje
contents-title = Na ovoj stranici
navigation-label = U ovom odjeljku
navigation-all = Svi članci u ovom odjeljku
neighbours-label = Prethodni i sljedeći članak
previous = Prethodno
next = Sljedeće
updated = Zadnje ažuriranje:
machine-translation-title = Strojno preveden članak
machine-translation-text = Ovaj je članak strojno preveden. Može sadržavati pogreške u izričaju ili nazivlju.

## Inside articles

alert-note = Napomena
alert-tip = Savjet
alert-important = Važno
alert-warning = Upozorenje
alert-caution = Oprez
heading-permalink = Veza na „{ $heading }”
footnotes-title = Fusnote
footnote-reference = Fusnota { $number }
footnote-back = Natrag na referencu { $number }
video-link = Pogledajte videozapis
table-label = Tablica
task-done = Gotovo
task-open = Nije gotovo

## Folders and home pages

home-title = Početna stranica
folders-title = Odjeljci
articles-title = Članci
articles-count =
    { $count ->
        [one] { $count } članak
        [few] { $count } članka
       *[other] { $count } članaka
    }
letters-label = Prijeđi na slovo
group-other = Ostalo

## The page that lists all languages

languages-title = Odaberite jezik

## Addresses that do not exist, or no longer

not-found-title = Stranica nije pronađena
not-found-text = Na ovoj adresi nema stranice. Možda je premještena ili je veza koja vas je dovela ovamo pogrešna.
not-found-home = Prijeđi na početnu stranicu
redirect-title = Ova je stranica premještena
redirect-text = Nova adresa:

## Articles

fallback-title = Ovaj članak još nije preveden
fallback-text = Još nema verzije na ovom jeziku: { $wanted }. Tekst u nastavku na drugom je jeziku: { $shown }.
orphan-title = Izvornik ovog članka više ne postoji
orphan-text = Ovaj je prijevod možda zastario.
