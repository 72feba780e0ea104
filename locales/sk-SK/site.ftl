## Every page

skip-link = Prejsť na hlavný obsah
sections-label = Sekcie
languages-label = Jazyk
footer-languages = Všetky jazyky
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Nachádzate sa tu
contents-title = Na tejto stránke
navigation-label = V tejto sekcii
navigation-all = Všetky články v tejto sekcii
navigation-filter = Filtrovať podľa názvu
navigation-filter-none = Žiadne zhody
neighbours-label = Predchádzajúci a ďalší článok
previous = Predchádzajúci
next = Ďalší
updated = Naposledy aktualizované:
machine-translation-title = Strojovo preložený článok
machine-translation-text = Tento článok bol preložený strojovo. Môže obsahovať chyby vo formuláciách alebo v terminológii.

## Inside articles

alert-note = Poznámka
alert-tip = Tip
alert-important = Dôležité
alert-warning = Varovanie
alert-caution = Upozornenie
heading-permalink = Odkaz na „{ $heading }“
footnotes-title = Poznámky pod čiarou
footnote-reference = Poznámka pod čiarou { $number }
footnote-back = Späť na odkaz { $number }
video-link = Prehrať video
table-label = Tabuľka
task-done = Hotové
task-open = Nehotové

## Folders and home pages

home-title = Domov
folders-title = Sekcie
articles-title = Články
articles-count =
    { $count ->
        [one] { $count } článok
        [few] { $count } články
        [many] { $count } článku
       *[other] { $count } článkov
    }
letters-label = Prejsť na písmeno
group-other = Ostatné

## The page that lists all languages

languages-title = Vyberte jazyk

## Addresses that do not exist, or no longer

not-found-title = Stránka sa nenašla
not-found-text = Na tejto adrese nie je žiadna stránka. Mohla byť presunutá alebo odkaz, ktorý vás sem priviedol, môže byť nesprávny.
not-found-home = Prejsť na domovskú stránku
redirect-title = Táto stránka bola presunutá
redirect-text = Nová adresa:

## Articles

fallback-title = Tento článok ešte nie je preložený
fallback-text = Verzia v tomto jazyku zatiaľ neexistuje: { $wanted }. Nasledujúci text je v inom jazyku: { $shown }.
orphan-title = Originál tohto článku už neexistuje
orphan-text = Tento preklad môže byť zastaraný.

## Translations behind their source

stale-title = Existuje novšia verzia tohto článku
stale-text = Tento preklad vychádza zo staršej verzie. Niektoré jeho časti môžu byť zastarané.
stale-text-languages = Tento preklad vychádza zo staršej verzie. Niektoré jeho časti môžu byť zastarané. Novšia verzia je k dispozícii v týchto jazykoch:

## Translation status (a page with a table of all languages)

status-title = Stav prekladov
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Články: { $articles }; jazyky: { $languages }
status-as-of = Stav ku dňu { $date }
status-ordered-by = Zoradenie: { $column }
status-language = Jazyk
status-articles = Články
status-current = Aktuálne
status-stale = Zastarané
status-missing = Chýbajúce
status-extra = Navyše
status-renamed = Inde pod iným názvom
status-machine = Strojovo preložené
status-human = Preložené ľuďmi
status-words = Slová
status-share = Hotové
status-age = Medián veku v dňoch
status-all = Všetky jazyky
status-bar = Aktuálne: { $current }; zastarané: { $stale }; chýbajúce: { $missing }
status-worst-title = Články, ktoré sú zastarané alebo chýbajú v najväčšom počte jazykov
status-article = Článok
status-stale-in = Zastaraný v jazykoch
status-missing-in = Chýba v jazykoch
status-nothing = Nič nechýba ani nie je zastarané.

## Search

search-title = Hľadať
search-results-label = Výsledky hľadania
search-count =
    { $count ->
        [one] { $count } výsledok
        [few] { $count } výsledky
        [many] { $count } výsledku
       *[other] { $count } výsledkov
    }
search-all =
    { $count ->
        [one] Zobraziť { $count } výsledok
        [few] Zobraziť všetky { $count } výsledky
        [many] Zobraziť { $count } výsledku
       *[other] Zobraziť všetkých { $count } výsledkov
    }
search-more = Zobraziť ďalšie výsledky
search-none = Žiadne výsledky pre „{ $query }“
search-none-hint = Skontrolujte pravopis alebo použite menej slov či iné slová.
search-corrected = Zobrazujú sa výsledky pre „{ $query }“
search-other-language =
    { $count ->
        [one] { $count } výsledok v inom jazyku ({ $language })
        [few] { $count } výsledky v inom jazyku ({ $language })
        [many] { $count } výsledku v inom jazyku ({ $language })
       *[other] { $count } výsledkov v inom jazyku ({ $language })
    }
search-recent = Posledné hľadania
search-recent-clear = Vymazať posledné hľadania
search-close = Zavrieť hľadanie
search-prompt = Zadajte, čo hľadáte.
search-loading = Vyhľadáva sa…
search-failed = Vyhľadávanie sa nepodarilo načítať. Skontrolujte pripojenie a skúste to znova.
search-retry = Skúsiť znova
search-no-script = Vyhľadávanie vyžaduje JavaScript, ktorý je vo vašom prehliadači vypnutý. Všetky články sú uvedené na týchto stránkach:
search-filters = Filtre
search-filters-clear = Vymazať filtre
search-filters-all = Zobraziť všetko
search-filter-ms-service = Služba
search-filter-ms-topic = Druh článku
search-filter-ms-collection = Kolekcia
search-filter-ms-translationtype = Preklad
search-value-ms-translationtype-mt = Strojový
search-value-ms-translationtype-ht = Ľudský

scheme-label = Vzhľad
scheme-auto = Automaticky
scheme-light = Svetlý
scheme-dark = Tmavý
code-copy = Kopírovať
code-copied = Skopírované
## Links to other sites (a page with tables of hosts and answers)

external-title = Odkazy na iné weby
external-verdict = Odpoveď
external-host = Hostiteľ
external-addresses = Adresy
external-places = Miesta
external-address = Adresa
external-newly = Nedávno nefunkčné
external-since = Nefunkčné od
external-slowest = Najpomalšie odpovede
external-seconds = Sekundy
external-none = Žiadne
external-unasked = zatiaľ nezistené
edit-page = Upraviť túto stránku
feedback = Poslať spätnú väzbu
feed-title = Posledné zmeny
versions-title = Verzia
choice-title = Vyberte
