## Every page

skip-link = Pređi na glavni sadržaj
sections-label = Odeljci
languages-label = Jezik
footer-languages = Svi jezici
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Nalazite se ovde
contents-title = Na ovoj stranici
navigation-label = U ovom odeljku
navigation-all = Svi članci u ovom odeljku
neighbours-label = Prethodni i sledeći članak
previous = Prethodno
next = Sledeće
updated = Poslednje ažuriranje:
machine-translation-title = Mašinski preveden članak
machine-translation-text = Ovaj članak je mašinski preveden. Može da sadrži greške u formulacijama ili terminologiji.

## Inside articles

alert-note = Napomena
alert-tip = Savet
alert-important = Važno
alert-warning = Upozorenje
alert-caution = Oprez
heading-permalink = Veza do „{ $heading }”
footnotes-title = Fusnote
footnote-reference = Fusnota { $number }
footnote-back = Nazad na referencu { $number }
video-link = Pogledajte video
table-label = Tabela
task-done = Gotovo
task-open = Nije gotovo

## Folders and home pages

home-title = Početna stranica
folders-title = Odeljci
articles-title = Članci
articles-count =
    { $count ->
        [one] { $count } članak
        [few] { $count } članka
       *[other] { $count } članaka
    }
letters-label = Pređi na slovo
group-other = Ostalo

## The page that lists all languages

languages-title = Izaberite jezik

## Addresses that do not exist, or no longer

not-found-title = Stranica nije pronađena
not-found-text = Na ovoj adresi nema stranice. Možda je premeštena ili je veza koja vas je dovela ovde pogrešna.
not-found-home = Idi na početnu stranicu
redirect-title = Ova stranica je premeštena
redirect-text = Nova adresa:

## Articles

fallback-title = Ovaj članak još nije preveden
fallback-text = Još nema verzije na ovom jeziku: { $wanted }. Tekst u nastavku je na drugom jeziku: { $shown }.
orphan-title = Original ovog članka više ne postoji
orphan-text = Ovaj prevod je možda zastareo.
