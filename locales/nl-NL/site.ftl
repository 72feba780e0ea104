## Every page

skip-link = Naar de hoofdinhoud
sections-label = Secties
languages-label = Taal
footer-languages = Alle talen
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = U bent hier
contents-title = Op deze pagina
navigation-label = In deze sectie
navigation-all = Alle artikelen in deze sectie
navigation-filter = Filteren op titel
navigation-filter-none = Geen resultaten
neighbours-label = Vorig en volgend artikel
previous = Vorige
next = Volgende
updated = Laatst bijgewerkt:
machine-translation-title = Automatisch vertaald artikel
machine-translation-text = Dit artikel is automatisch vertaald. Het kan fouten in formulering of terminologie bevatten.

## Inside articles

alert-note = Opmerking
alert-tip = Tip
alert-important = Belangrijk
alert-warning = Waarschuwing
alert-caution = Let op
heading-permalink = Koppeling naar ‘{ $heading }’
footnotes-title = Voetnoten
footnote-reference = Voetnoot { $number }
footnote-back = Terug naar verwijzing { $number }
video-link = De video bekijken
table-label = Tabel
task-done = Voltooid
task-open = Te doen

## Folders and home pages

home-title = Startpagina
folders-title = Secties
articles-title = Artikelen
articles-count =
    { $count ->
        [one] { $count } artikel
       *[other] { $count } artikelen
    }
letters-label = Naar een letter
group-other = Overige

## The page that lists all languages

languages-title = Kies uw taal

## Addresses that do not exist, or no longer

not-found-title = Pagina niet gevonden
not-found-text = Op dit adres staat geen pagina. Mogelijk is de pagina verplaatst of klopt de koppeling niet waarmee u hier bent gekomen.
not-found-home = Naar de startpagina
redirect-title = Deze pagina is verplaatst
redirect-text = Het nieuwe adres:

## Articles

fallback-title = Dit artikel is nog niet vertaald
fallback-text = Er is nog geen versie in deze taal: { $wanted }. De onderstaande tekst is in een andere taal: { $shown }.
orphan-title = Het origineel van dit artikel bestaat niet meer
orphan-text = Deze vertaling is mogelijk verouderd.

## Translations behind their source

stale-title = Er is een nieuwere versie van dit artikel
stale-text = Deze vertaling is gebaseerd op een oudere versie. Delen ervan zijn mogelijk verouderd.
stale-text-languages = Deze vertaling is gebaseerd op een oudere versie. Delen ervan zijn mogelijk verouderd. De nieuwere versie is beschikbaar in:

## Translation status (a page with a table of all languages)

status-title = Vertaalstatus
status-summary =
    { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikelen
    } in { $languages ->
        [one] { $languages } taal
       *[other] { $languages } talen
    }
status-as-of = Stand op { $date }
status-ordered-by = Gesorteerd op: { $column }
status-language = Taal
status-articles = Artikelen
status-current = Actueel
status-stale = Verouderd
status-missing = Ontbreekt
status-extra = Extra
status-renamed = Elders hernoemd
status-machine = Automatisch vertaald
status-human = Door mensen vertaald
status-words = Woorden
status-share = Voltooid
status-age = Mediane leeftijd in dagen
status-all = Alle talen
status-bar = { $current } actueel, { $stale } verouderd, { $missing } ontbreken
status-worst-title = Artikelen die in de meeste talen verouderd zijn of ontbreken
status-article = Artikel
status-stale-in = Verouderd in
status-missing-in = Ontbreekt in
status-nothing = Er ontbreekt niets en niets is verouderd.

## Search

search-title = Zoeken
search-results-label = Zoekresultaten
search-count =
    { $count ->
        [one] { $count } resultaat
       *[other] { $count } resultaten
    }
search-all =
    { $count ->
        [one] { $count } resultaat weergeven
       *[other] Alle { $count } resultaten weergeven
    }
search-more = Meer resultaten weergeven
search-none = Geen resultaten voor ‘{ $query }’
search-none-hint = Controleer de spelling of gebruik minder of andere woorden.
search-corrected = Resultaten voor ‘{ $query }’
search-other-language =
    { $count ->
        [one] { $count } resultaat in een andere taal ({ $language })
       *[other] { $count } resultaten in een andere taal ({ $language })
    }
search-recent = Recente zoekopdrachten
search-recent-clear = Recente zoekopdrachten wissen
search-close = Zoeken sluiten
search-prompt = Typ wat u zoekt.
search-loading = Zoeken…
search-failed = De zoekfunctie kan niet worden geladen. Controleer uw verbinding en probeer het opnieuw.
search-retry = Opnieuw proberen
search-no-script = Voor zoeken is JavaScript nodig, dat in uw browser is uitgeschakeld. Alle artikelen staan op deze pagina’s:
search-filters = Filteren
search-filters-clear = Filters wissen
search-filters-all = Alles weergeven
search-filter-ms-service = Dienst
search-filter-ms-topic = Soort artikel
search-filter-ms-collection = Verzameling
search-filter-ms-translationtype = Vertaling
search-value-ms-translationtype-mt = Automatisch
search-value-ms-translationtype-ht = Door mensen

scheme-label = Weergave
scheme-auto = Automatisch
scheme-light = Licht
scheme-dark = Donker
code-copy = Kopiëren
code-copied = Gekopieerd
## Links to other sites (a page with tables of hosts and answers)

external-title = Koppelingen naar andere sites
external-verdict = Antwoord
external-host = Host
external-addresses = Adressen
external-places = Plaatsen
external-address = Adres
external-newly = Onlangs verbroken
external-since = Verbroken sinds
external-slowest = Traagste antwoorden
external-seconds = Seconden
external-none = Geen
external-unasked = nog niet gecontroleerd
edit-page = Deze pagina bewerken
feedback = Feedback geven
feed-title = Recente wijzigingen
versions-title = Versie
choice-title = Kies
