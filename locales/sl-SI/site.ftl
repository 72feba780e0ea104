## Every page

skip-link = Preskoči na glavno vsebino
sections-label = Razdelki
languages-label = Jezik
footer-languages = Vsi jeziki
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Ste tukaj
contents-title = Na tej strani
navigation-label = V tem razdelku
navigation-all = Vsi članki v tem razdelku
neighbours-label = Prejšnji in naslednji članek
previous = Prejšnji
next = Naslednji
updated = Nazadnje posodobljeno:
machine-translation-title = Strojno preveden članek
machine-translation-text = Ta članek je bil strojno preveden. Vsebuje lahko napake v besedilu ali izrazju.

## Inside articles

alert-note = Opomba
alert-tip = Namig
alert-important = Pomembno
alert-warning = Opozorilo
alert-caution = Previdno
heading-permalink = Povezava do »{ $heading }«
footnotes-title = Sprotne opombe
footnote-reference = Sprotna opomba { $number }
footnote-back = Nazaj na sklic { $number }
video-link = Oglejte si videoposnetek
table-label = Tabela
task-done = Opravljeno
task-open = Neopravljeno

## Folders and home pages

home-title = Domača stran
folders-title = Razdelki
articles-title = Članki
articles-count =
    { $count ->
        [one] { $count } članek
        [two] { $count } članka
        [few] { $count } članki
       *[other] { $count } člankov
    }
letters-label = Skok na črko
group-other = Drugo

## The page that lists all languages

languages-title = Izberite jezik

## Addresses that do not exist, or no longer

not-found-title = Strani ni mogoče najti
not-found-text = Na tem naslovu ni strani. Morda je bila premaknjena ali pa je povezava, ki vas je pripeljala sem, napačna.
not-found-home = Pojdi na domačo stran
redirect-title = Ta stran je bila premaknjena
redirect-text = Novi naslov:

## Articles

fallback-title = Ta članek še ni preveden
fallback-text = Različice v tem jeziku še ni: { $wanted }. Spodnje besedilo je v drugem jeziku: { $shown }.
orphan-title = Izvirnik tega članka ne obstaja več
orphan-text = Ta prevod je morda zastarel.
