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
navigation-filter = Filtriraj po naslovu
navigation-filter-none = Nema podudaranja
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

## Translations behind their source

stale-title = Postoji novija verzija ovog članka
stale-text = Ovaj prevod je nastao prema starijoj verziji. Neki njegovi delovi su možda zastareli.
stale-text-languages = Ovaj prevod je nastao prema starijoj verziji. Neki njegovi delovi su možda zastareli. Novija verzija je dostupna na ovim jezicima:

## Translation status (a page with a table of all languages)

status-title = Stanje prevoda
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Članci: { $articles }; jezici: { $languages }
status-as-of = Datum stanja: { $date }
status-ordered-by = Sortirano po: { $column }
status-language = Jezik
status-articles = Članci
status-current = Ažurno
status-stale = Zastarelo
status-missing = Nedostaje
status-extra = Dodatno
status-renamed = Drugde pod drugim imenom
status-machine = Mašinski prevedeno
status-human = Preveli ljudi
status-words = Reči
status-share = Dovršeno
status-age = Medijana starosti u danima
status-all = Svi jezici
status-bar = Ažurno: { $current }; zastarelo: { $stale }; nedostaje: { $missing }
status-worst-title = Članci koji su zastareli ili nedostaju na najviše jezika
status-article = Članak
status-stale-in = Zastarelo na jezicima
status-missing-in = Nedostaje na jezicima
status-nothing = Ništa ne nedostaje i ništa nije zastarelo.

## Search

search-title = Pretraga
search-results-label = Rezultati pretrage
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
search-none-hint = Proverite pravopis ili upotrebite manje reči ili druge reči.
search-corrected = Prikazuju se rezultati za „{ $query }”
search-other-language =
    { $count ->
        [one] { $count } rezultat na drugom jeziku ({ $language })
        [few] { $count } rezultata na drugom jeziku ({ $language })
       *[other] { $count } rezultata na drugom jeziku ({ $language })
    }
search-recent = Nedavne pretrage
search-recent-clear = Obriši nedavne pretrage
search-close = Zatvori pretragu
search-prompt = Unesite šta tražite.
search-loading = Pretraživanje…
search-failed = Učitavanje pretrage nije uspelo. Proverite vezu i pokušajte ponovo.
search-retry = Pokušaj ponovo
search-no-script = Za pretragu je potreban JavaScript, koji je isključen u vašem pregledaču. Svi članci su navedeni na ovim stranicama:
search-filters = Filteri
search-filters-clear = Obriši filtere
search-filters-all = Prikaži sve
search-filter-ms-service = Usluga
search-filter-ms-topic = Vrsta članka
search-filter-ms-collection = Kolekcija
search-filter-ms-translationtype = Prevod
search-value-ms-translationtype-mt = Mašinski
search-value-ms-translationtype-ht = Ljudski

scheme-label = Izgled
scheme-auto = Automatski
scheme-light = Svetli
scheme-dark = Tamni
code-copy = Kopiraj
code-copied = Kopirano
## Links to other sites (a page with tables of hosts and answers)

external-title = Veze ka drugim sajtovima
external-verdict = Odgovor
external-host = Host
external-addresses = Adrese
external-places = Mesta
external-address = Adresa
external-newly = Nedavno prekinute
external-since = Prekinuto od
external-slowest = Najsporiji odgovori
external-seconds = Sekunde
external-none = Nema
external-unasked = još nije provereno
edit-page = Uredi ovu stranicu
feedback = Pošalji povratne informacije
feed-title = Nedavne promene
versions-title = Verzija
choice-title = Izaberite
