## Every page

skip-link = Přejít k hlavnímu obsahu
sections-label = Oddíly
languages-label = Jazyk
footer-languages = Všechny jazyky
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Nacházíte se zde
contents-title = Na této stránce
navigation-label = V tomto oddílu
navigation-all = Všechny články v tomto oddílu
navigation-filter = Filtrovat podle názvu
navigation-filter-none = Žádné shody
neighbours-label = Předchozí a další článek
previous = Předchozí
next = Další
updated = Naposledy aktualizováno:
machine-translation-title = Strojově přeložený článek
machine-translation-text = Tento článek byl přeložen strojově. Může obsahovat chyby ve formulacích nebo v terminologii.

## Inside articles

alert-note = Poznámka
alert-tip = Tip
alert-important = Důležité
alert-warning = Varování
alert-caution = Upozornění
heading-permalink = Odkaz na „{ $heading }“
footnotes-title = Poznámky pod čarou
footnote-reference = Poznámka pod čarou { $number }
footnote-back = Zpět na odkaz { $number }
video-link = Přehrát video
table-label = Tabulka
task-done = Hotovo
task-open = Nehotovo

## Folders and home pages

home-title = Domů
folders-title = Oddíly
articles-title = Články
articles-count =
    { $count ->
        [one] { $count } článek
        [few] { $count } články
        [many] { $count } článku
       *[other] { $count } článků
    }
letters-label = Přejít na písmeno
group-other = Ostatní

## The page that lists all languages

languages-title = Vyberte jazyk

## Addresses that do not exist, or no longer

not-found-title = Stránka nenalezena
not-found-text = Na této adrese není žádná stránka. Mohla být přesunuta nebo odkaz, který vás sem přivedl, může být chybný.
not-found-home = Přejít na domovskou stránku
redirect-title = Tato stránka byla přesunuta
redirect-text = Nová adresa:

## Articles

fallback-title = Tento článek ještě není přeložen
fallback-text = Verze v tomto jazyce zatím neexistuje: { $wanted }. Následující text je v jiném jazyce: { $shown }.
orphan-title = Originál tohoto článku již neexistuje
orphan-text = Tento překlad může být zastaralý.

## Translations behind their source

stale-title = Existuje novější verze tohoto článku
stale-text = Tento překlad vychází ze starší verze. Některé jeho části mohou být zastaralé.
stale-text-languages = Tento překlad vychází ze starší verze. Některé jeho části mohou být zastaralé. Novější verze je k dispozici v těchto jazycích:

## Translation status (a page with a table of all languages)

status-title = Stav překladů
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Články: { $articles }; jazyky: { $languages }
status-as-of = Stav ke dni { $date }
status-ordered-by = Řazení: { $column }
status-language = Jazyk
status-articles = Články
status-current = Aktuální
status-stale = Zastaralé
status-missing = Chybějící
status-extra = Navíc
status-renamed = Jinde pod jiným názvem
status-machine = Strojově přeložené
status-human = Přeložené lidmi
status-words = Slova
status-share = Hotovo
status-age = Medián stáří ve dnech
status-all = Všechny jazyky
status-bar = Aktuální: { $current }; zastaralé: { $stale }; chybějící: { $missing }
status-worst-title = Články, které jsou zastaralé nebo chybějí v nejvíce jazycích
status-article = Článek
status-stale-in = Zastaralý v jazycích
status-missing-in = Chybí v jazycích
status-nothing = Nic nechybí ani není zastaralé.

## Search

search-title = Hledat
search-results-label = Výsledky hledání
search-count =
    { $count ->
        [one] { $count } výsledek
        [few] { $count } výsledky
        [many] { $count } výsledku
       *[other] { $count } výsledků
    }
search-all =
    { $count ->
        [one] Zobrazit { $count } výsledek
        [few] Zobrazit všechny { $count } výsledky
        [many] Zobrazit { $count } výsledku
       *[other] Zobrazit všech { $count } výsledků
    }
search-more = Zobrazit další výsledky
search-none = Žádné výsledky pro „{ $query }“
search-none-hint = Zkontrolujte pravopis nebo použijte méně slov či jiná slova.
search-corrected = Zobrazují se výsledky pro „{ $query }“
search-other-language =
    { $count ->
        [one] { $count } výsledek v jiném jazyce ({ $language })
        [few] { $count } výsledky v jiném jazyce ({ $language })
        [many] { $count } výsledku v jiném jazyce ({ $language })
       *[other] { $count } výsledků v jiném jazyce ({ $language })
    }
search-recent = Poslední hledání
search-recent-clear = Vymazat poslední hledání
search-close = Zavřít hledání
search-prompt = Zadejte, co hledáte.
search-loading = Vyhledávání…
search-failed = Vyhledávání se nepodařilo načíst. Zkontrolujte připojení a zkuste to znovu.
search-retry = Zkusit znovu
search-no-script = Vyhledávání vyžaduje JavaScript, který je ve vašem prohlížeči vypnutý. Všechny články jsou uvedeny na těchto stránkách:
search-filters = Filtry
search-filters-clear = Vymazat filtry
search-filters-all = Zobrazit vše
search-filter-ms-service = Služba
search-filter-ms-topic = Druh článku
search-filter-ms-collection = Kolekce
search-filter-ms-translationtype = Překlad
search-value-ms-translationtype-mt = Strojový
search-value-ms-translationtype-ht = Lidský

scheme-label = Vzhled
scheme-auto = Automaticky
scheme-light = Světlý
scheme-dark = Tmavý
code-copy = Kopírovat
code-copied = Zkopírováno
## Links to other sites (a page with tables of hosts and answers)

external-title = Odkazy na jiné weby
external-verdict = Odpověď
external-host = Hostitel
external-addresses = Adresy
external-places = Místa
external-address = Adresa
external-newly = Nově nefunkční
external-since = Nefunkční od
external-slowest = Nejpomalejší odpovědi
external-seconds = Sekundy
external-none = Žádné
external-unasked = zatím nezjištěno
edit-page = Upravit tuto stránku
feedback = Poslat zpětnou vazbu
feed-title = Poslední změny
versions-title = Verze
choice-title = Vyberte
