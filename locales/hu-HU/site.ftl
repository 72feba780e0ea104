## Every page

skip-link = Ugrás a fő tartalomra
sections-label = Szakaszok
languages-label = Nyelv
footer-languages = Minden nyelv
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Itt van most
contents-title = Ezen az oldalon
navigation-label = Ebben a szakaszban
navigation-all = A szakasz összes cikke
navigation-filter = Szűrés cím szerint
navigation-filter-none = Nincs találat
neighbours-label = Előző és következő cikk
previous = Előző
next = Következő
updated = Utolsó frissítés:
machine-translation-title = Gépi fordítással készült cikk
machine-translation-text = Ez a cikk gépi fordítással készült. Megfogalmazási vagy terminológiai hibákat tartalmazhat.

## Inside articles

alert-note = Megjegyzés
alert-tip = Tipp
alert-important = Fontos
alert-warning = Figyelmeztetés
alert-caution = Vigyázat
heading-permalink = Hivatkozás erre: „{ $heading }”
footnotes-title = Lábjegyzetek
footnote-reference = { $number }. lábjegyzet
footnote-back = Vissza a(z) { $number }. hivatkozáshoz
video-link = Videó megtekintése
table-label = Táblázat
task-done = Kész
task-open = Teendő

## Folders and home pages

home-title = Kezdőlap
folders-title = Szakaszok
articles-title = Cikkek
articles-count =
    { $count ->
        [one] { $count } cikk
       *[other] { $count } cikk
    }
letters-label = Ugrás betűhöz
group-other = Egyéb

## The page that lists all languages

languages-title = Válasszon nyelvet

## Addresses that do not exist, or no longer

not-found-title = Az oldal nem található
not-found-text = Ezen a címen nincs oldal. Lehet, hogy áthelyezték, vagy hibás a hivatkozás, amely ide vezetett.
not-found-home = Ugrás a kezdőlapra
redirect-title = Ez az oldal átkerült máshová
redirect-text = Az új címe:

## Articles

fallback-title = Ezt a cikket még nem fordították le
fallback-text = Ezen a nyelven még nincs változat: { $wanted }. Az alábbi szöveg nyelve: { $shown }.
orphan-title = A cikk eredetije már nem létezik
orphan-text = Lehet, hogy ez a fordítás elavult.

## Translations behind their source

stale-title = Van újabb változata ennek a cikknek
stale-text = Ez a fordítás egy régebbi változat alapján készült. Egy része elavult lehet.
stale-text-languages = Ez a fordítás egy régebbi változat alapján készült. Egy része elavult lehet. Az újabb változat a következő nyelveken érhető el:

## Translation status (a page with a table of all languages)

status-title = Fordítások állapota
status-summary =
    { $articles ->
        [one] { $articles } cikk
       *[other] { $articles } cikk
    }, { $languages ->
        [one] { $languages } nyelv
       *[other] { $languages } nyelv
    }
status-as-of = Állapot dátuma: { $date }
status-ordered-by = Rendezés: { $column }
status-language = Nyelv
status-articles = Cikkek
status-current = Naprakész
status-stale = Elavult
status-missing = Hiányzik
status-extra = Többlet
status-renamed = Máshol más néven
status-machine = Gépi fordítás
status-human = Emberi fordítás
status-words = Szavak
status-share = Készültség
status-age = Medián kor napokban
status-all = Minden nyelv
status-bar = { $current } naprakész, { $stale } elavult, { $missing } hiányzik
status-worst-title = A legtöbb nyelven elavult vagy hiányzó cikkek
status-article = Cikk
status-stale-in = Elavult ezeken
status-missing-in = Hiányzik ezeken
status-nothing = Semmi sem hiányzik, és semmi sem elavult.

## Search

search-title = Keresés
search-results-label = Keresési eredmények
search-count =
    { $count ->
        [one] { $count } találat
       *[other] { $count } találat
    }
search-all =
    { $count ->
        [one] { $count } találat megjelenítése
       *[other] Mind a(z) { $count } találat megjelenítése
    }
search-more = További találatok megjelenítése
search-none = Nincs találat erre: „{ $query }”
search-none-hint = Ellenőrizze a helyesírást, vagy használjon kevesebb vagy más szót.
search-corrected = Találatok erre: „{ $query }”
search-other-language =
    { $count ->
        [one] { $count } találat másik nyelven ({ $language })
       *[other] { $count } találat másik nyelven ({ $language })
    }
search-recent = Legutóbbi keresések
search-recent-clear = Legutóbbi keresések törlése
search-close = Keresés bezárása
search-prompt = Írja be, mit keres.
search-loading = Keresés…
search-failed = A keresést nem sikerült betölteni. Ellenőrizze a kapcsolatot, és próbálja újra.
search-retry = Újra
search-no-script = A kereséshez JavaScript szükséges, amely ki van kapcsolva a böngészőben. Az összes cikk megtalálható ezeken az oldalakon:
search-filters = Szűrők
search-filters-clear = Szűrők törlése
search-filters-all = Összes megjelenítése
search-filter-ms-service = Szolgáltatás
search-filter-ms-topic = A cikk típusa
search-filter-ms-collection = Gyűjtemény
search-filter-ms-translationtype = Fordítás
search-value-ms-translationtype-mt = Gépi
search-value-ms-translationtype-ht = Emberi

scheme-label = Megjelenés
scheme-auto = Automatikus
scheme-light = Világos
scheme-dark = Sötét
code-copy = Másolás
code-copied = Másolva
## Links to other sites (a page with tables of hosts and answers)

external-title = Hivatkozások más webhelyekre
external-verdict = Válasz
external-host = Gazdagép
external-addresses = Címek
external-places = Helyek
external-address = Cím
external-newly = Újonnan megszakadt
external-since = Megszakadás napja
external-slowest = Leglassabb válaszok
external-seconds = Másodperc
external-none = Nincs
external-unasked = még nem ellenőriztük
edit-page = Oldal szerkesztése
feedback = Visszajelzés küldése
feed-title = Legutóbbi változások
versions-title = Verzió
choice-title = Választás
