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
navigation-filter = Filtriraj po naslovu
navigation-filter-none = Ni zadetkov
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

## Translations behind their source

stale-title = Na voljo je novejša različica tega članka
stale-text = Ta prevod temelji na starejši različici. Nekateri deli so morda zastareli.
stale-text-languages = Ta prevod temelji na starejši različici. Nekateri deli so morda zastareli. Novejša različica je na voljo v jezikih:

## Translation status (a page with a table of all languages)

status-title = Stanje prevodov
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Članki: { $articles }; jeziki: { $languages }
status-as-of = Datum stanja: { $date }
status-ordered-by = Razvrščeno po: { $column }
status-language = Jezik
status-articles = Članki
status-current = Posodobljeno
status-stale = Zastarelo
status-missing = Manjka
status-extra = Dodatno
status-renamed = Drugje pod drugim imenom
status-machine = Strojno prevedeno
status-human = Prevedli ljudje
status-words = Besede
status-share = Dokončano
status-age = Mediana starosti v dnevih
status-all = Vsi jeziki
status-bar = Posodobljeno: { $current }; zastarelo: { $stale }; manjka: { $missing }
status-worst-title = Članki, ki so zastareli ali manjkajo v največ jezikih
status-article = Članek
status-stale-in = Zastarelo v jezikih
status-missing-in = Manjka v jezikih
status-nothing = Nič ne manjka in nič ni zastarelo.

## Search

search-title = Iskanje
search-results-label = Rezultati iskanja
search-count =
    { $count ->
        [one] { $count } rezultat
        [two] { $count } rezultata
        [few] { $count } rezultati
       *[other] { $count } rezultatov
    }
search-all =
    { $count ->
        [one] Pokaži { $count } rezultat
        [two] Pokaži { $count } rezultata
        [few] Pokaži vse { $count } rezultate
       *[other] Pokaži vseh { $count } rezultatov
    }
search-more = Pokaži več rezultatov
search-none = Ni rezultatov za »{ $query }«
search-none-hint = Preverite črkovanje ali uporabite manj besed oziroma druge besede.
search-corrected = Prikazani so rezultati za »{ $query }«
search-other-language =
    { $count ->
        [one] { $count } rezultat v drugem jeziku ({ $language })
        [two] { $count } rezultata v drugem jeziku ({ $language })
        [few] { $count } rezultati v drugem jeziku ({ $language })
       *[other] { $count } rezultatov v drugem jeziku ({ $language })
    }
search-recent = Nedavna iskanja
search-recent-clear = Počisti nedavna iskanja
search-close = Zapri iskanje
search-prompt = Vnesite, kaj iščete.
search-loading = Iskanje …
search-failed = Iskanja ni bilo mogoče naložiti. Preverite povezavo in poskusite znova.
search-retry = Poskusi znova
search-no-script = Iskanje potrebuje JavaScript, ki je v vašem brskalniku izklopljen. Vsi članki so navedeni na teh straneh:
search-filters = Filtri
search-filters-clear = Počisti filtre
search-filters-all = Pokaži vse
search-filter-ms-service = Storitev
search-filter-ms-topic = Vrsta članka
search-filter-ms-collection = Zbirka
search-filter-ms-translationtype = Prevod
search-value-ms-translationtype-mt = Strojni
search-value-ms-translationtype-ht = Človeški

scheme-label = Videz
scheme-auto = Samodejno
scheme-light = Svetlo
scheme-dark = Temno
code-copy = Kopiraj
code-copied = Kopirano
## Links to other sites (a page with tables of hosts and answers)

external-title = Povezave na druga spletna mesta
external-verdict = Odgovor
external-host = Gostitelj
external-addresses = Naslovi
external-places = Mesta
external-address = Naslov
external-newly = Nedavno prekinjene
external-since = Prekinjeno od
external-slowest = Najpočasnejši odgovori
external-seconds = Sekunde
external-none = Brez
external-unasked = še ni preverjeno
edit-page = Uredi to stran
feedback = Pošlji povratne informacije
feed-title = Zadnje spremembe
versions-title = Različica
choice-title = Izberite
