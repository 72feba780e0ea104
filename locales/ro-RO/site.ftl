## Every page

skip-link = Salt la conținutul principal
sections-label = Secțiuni
languages-label = Limbă
footer-languages = Toate limbile
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Vă aflați aici
contents-title = Pe această pagină
navigation-label = În această secțiune
navigation-all = Toate articolele din această secțiune
navigation-filter = Filtrează după titlu
navigation-filter-none = Niciun rezultat
neighbours-label = Articolul anterior și articolul următor
previous = Anteriorul
next = Următorul
updated = Ultima actualizare:
machine-translation-title = Articol tradus automat
machine-translation-text = Acest articol a fost tradus automat. Poate conține greșeli de exprimare sau de terminologie.

## Inside articles

alert-note = Notă
alert-tip = Sfat
alert-important = Important
alert-warning = Avertisment
alert-caution = Atenție
heading-permalink = Link către „{ $heading }”
footnotes-title = Note de subsol
footnote-reference = Nota de subsol { $number }
footnote-back = Înapoi la trimiterea { $number }
video-link = Vizionați videoclipul
table-label = Tabel
task-done = Finalizat
task-open = De făcut

## Folders and home pages

home-title = Pagina de pornire
folders-title = Secțiuni
articles-title = Articole
articles-count =
    { $count ->
        [one] { $count } articol
        [few] { $count } articole
       *[other] { $count } de articole
    }
letters-label = Salt la o literă
group-other = Altele

## The page that lists all languages

languages-title = Alegeți limba

## Addresses that do not exist, or no longer

not-found-title = Pagina nu a fost găsită
not-found-text = La această adresă nu există nicio pagină. Este posibil ca pagina să fi fost mutată sau ca linkul care v-a adus aici să fie greșit.
not-found-home = La pagina de pornire
redirect-title = Această pagină a fost mutată
redirect-text = Noua adresă:

## Articles

fallback-title = Acest articol nu a fost încă tradus
fallback-text = Încă nu există o versiune în această limbă: { $wanted }. Textul de mai jos este în altă limbă: { $shown }.
orphan-title = Originalul acestui articol nu mai există
orphan-text = Este posibil ca această traducere să nu mai fie actuală.

## Translations behind their source

stale-title = Există o versiune mai nouă a acestui articol
stale-text = Această traducere a fost făcută după o versiune mai veche. Este posibil ca o parte din ea să nu mai fie actuală.
stale-text-languages = Această traducere a fost făcută după o versiune mai veche. Este posibil ca o parte din ea să nu mai fie actuală. Versiunea mai nouă este disponibilă în:

## Translation status (a page with a table of all languages)

status-title = Starea traducerilor
status-summary =
    { $articles ->
        [one] { $articles } articol
        [few] { $articles } articole
       *[other] { $articles } de articole
    } în { $languages ->
        [one] { $languages } limbă
        [few] { $languages } limbi
       *[other] { $languages } de limbi
    }
status-as-of = Situația la data: { $date }
status-ordered-by = Sortat după: { $column }
status-language = Limbă
status-articles = Articole
status-current = Actualizate
status-stale = Neactualizate
status-missing = Lipsă
status-extra = Suplimentare
status-renamed = Cu alt nume în celelalte
status-machine = Traduse automat
status-human = Traduse de oameni
status-words = Cuvinte
status-share = Finalizat
status-age = Vechime mediană în zile
status-all = Toate limbile
status-bar = Actualizate: { $current }; neactualizate: { $stale }; lipsă: { $missing }
status-worst-title = Articole care lipsesc sau nu sunt actualizate în cele mai multe limbi
status-article = Articol
status-stale-in = Neactualizat în
status-missing-in = Lipsește în
status-nothing = Nu lipsește nimic și totul este actualizat.

## Search

search-title = Căutare
search-results-label = Rezultatele căutării
search-count =
    { $count ->
        [one] { $count } rezultat
        [few] { $count } rezultate
       *[other] { $count } de rezultate
    }
search-all =
    { $count ->
        [one] Afișați { $count } rezultat
        [few] Afișați toate cele { $count } rezultate
       *[other] Afișați toate cele { $count } de rezultate
    }
search-more = Afișați mai multe rezultate
search-none = Niciun rezultat pentru „{ $query }”
search-none-hint = Verificați ortografia sau folosiți mai puține cuvinte ori alte cuvinte.
search-corrected = Se afișează rezultatele pentru „{ $query }”
search-other-language =
    { $count ->
        [one] { $count } rezultat în altă limbă ({ $language })
        [few] { $count } rezultate în altă limbă ({ $language })
       *[other] { $count } de rezultate în altă limbă ({ $language })
    }
search-recent = Căutări recente
search-recent-clear = Ștergeți căutările recente
search-close = Închideți căutarea
search-prompt = Scrieți ce căutați.
search-loading = Se caută…
search-failed = Căutarea nu a putut fi încărcată. Verificați conexiunea și încercați din nou.
search-retry = Încercați din nou
search-no-script = Căutarea are nevoie de JavaScript, care este dezactivat în browserul dvs. Toate articolele sunt enumerate pe aceste pagini:
search-filters = Filtre
search-filters-clear = Ștergeți filtrele
search-filters-all = Afișați tot
search-filter-ms-service = Serviciu
search-filter-ms-topic = Tipul articolului
search-filter-ms-collection = Colecție
search-filter-ms-translationtype = Traducere
search-value-ms-translationtype-mt = Automată
search-value-ms-translationtype-ht = Umană

scheme-label = Aspect
scheme-auto = Automat
scheme-light = Luminos
scheme-dark = Întunecat
code-copy = Copiați
code-copied = Copiat
## Links to other sites (a page with tables of hosts and answers)

external-title = Linkuri către alte site-uri
external-verdict = Răspuns
external-host = Gazdă
external-addresses = Adrese
external-places = Locuri
external-address = Adresă
external-newly = Întrerupte recent
external-since = Întrerupt din
external-slowest = Cele mai lente răspunsuri
external-seconds = Secunde
external-none = Niciunul
external-unasked = încă neverificat
edit-page = Editați această pagină
feedback = Trimiteți feedback
feed-title = Modificări recente
versions-title = Versiune
choice-title = Alegeți
