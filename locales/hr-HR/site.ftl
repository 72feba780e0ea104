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
navigation-filter = Filtriraj po naslovu
navigation-filter-none = Nema podudaranja
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

## Translations behind their source

stale-title = Postoji novija verzija ovog članka
stale-text = Ovaj je prijevod nastao prema starijoj verziji. Neki su njegovi dijelovi možda zastarjeli.
stale-text-languages = Ovaj je prijevod nastao prema starijoj verziji. Neki su njegovi dijelovi možda zastarjeli. Novija verzija dostupna je na ovim jezicima:

## Translation status (a page with a table of all languages)

status-title = Stanje prijevoda
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Članci: { $articles }; jezici: { $languages }
status-as-of = Stanje na dan { $date }
status-ordered-by = Poredano prema: { $column }
status-language = Jezik
status-articles = Članci
status-current = Ažurno
status-stale = Zastarjelo
status-missing = Nedostaje
status-extra = Dodatno
status-renamed = Drugdje pod drugim nazivom
status-machine = Strojno prevedeno
status-human = Preveli ljudi
status-words = Riječi
status-share = Dovršeno
status-age = Medijan starosti u danima
status-all = Svi jezici
status-bar = Ažurno: { $current }; zastarjelo: { $stale }; nedostaje: { $missing }
status-worst-title = Članci koji su zastarjeli ili nedostaju na najviše jezika
status-article = Članak
status-stale-in = Zastarjelo na jezicima
status-missing-in = Nedostaje na jezicima
status-nothing = Ništa ne nedostaje i ništa nije zastarjelo.

## Search

search-title = Pretraživanje
search-results-label = Rezultati pretraživanja
search-count =
    { $count ->
        [one] { $count } rezultat
        [few] { $count } rezultata
       *[other] { $count } rezultata
    }
search-all =
    { $count ->
        [one] Prikaži { $count } rezultat
        [few] Prikaži sva { $count } rezultata
       *[other] Prikaži svih { $count } rezultata
    }
search-more = Prikaži još rezultata
search-none = Nema rezultata za „{ $query }”
search-none-hint = Provjerite pravopis ili upotrijebite manje riječi ili druge riječi.
search-corrected = Prikazuju se rezultati za „{ $query }”
search-other-language =
    { $count ->
        [one] { $count } rezultat na drugom jeziku ({ $language })
        [few] { $count } rezultata na drugom jeziku ({ $language })
       *[other] { $count } rezultata na drugom jeziku ({ $language })
    }
search-recent = Nedavna pretraživanja
search-recent-clear = Očisti nedavna pretraživanja
search-close = Zatvori pretraživanje
search-prompt = Upišite što tražite.
search-loading = Pretraživanje…
search-failed = Pretraživanje se nije moglo učitati. Provjerite vezu i pokušajte ponovno.
search-retry = Pokušaj ponovno
search-no-script = Za pretraživanje je potreban JavaScript, koji je u vašem pregledniku isključen. Svi su članci navedeni na ovim stranicama:
search-filters = Filtri
search-filters-clear = Očisti filtre
search-filters-all = Prikaži sve
search-filter-ms-service = Servis
search-filter-ms-topic = Vrsta članka
search-filter-ms-collection = Zbirka
search-filter-ms-translationtype = Prijevod
search-value-ms-translationtype-mt = Strojni
search-value-ms-translationtype-ht = Ljudski

scheme-label = Izgled
scheme-auto = Automatski
scheme-light = Svijetli
scheme-dark = Tamni
code-copy = Kopiraj
code-copied = Kopirano
## Links to other sites (a page with tables of hosts and answers)

external-title = Veze na druga web-mjesta
external-verdict = Odgovor
external-host = Poslužitelj
external-addresses = Adrese
external-places = Mjesta
external-address = Adresa
external-newly = Nedavno prekinute
external-since = Prekinuto od
external-slowest = Najsporiji odgovori
external-seconds = Sekunde
external-none = Nema
external-unasked = još nije provjereno
edit-page = Uredi ovu stranicu
feedback = Pošalji povratne informacije
feed-title = Nedavne promjene
versions-title = Verzija
choice-title = Odaberite
