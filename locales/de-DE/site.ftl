## Jede Seite

skip-link = Zum Hauptinhalt springen
sections-label = Bereiche
languages-label = Sprache
footer-languages = Alle Sprachen
document-title = { $page } – { $site }

## Artikel

breadcrumbs-label = Sie sind hier
contents-title = Auf dieser Seite
navigation-label = In diesem Bereich
navigation-all = Alle Artikel dieses Bereichs
navigation-filter = Nach Titel filtern
navigation-filter-none = Keine Treffer
neighbours-label = Vorheriger und nächster Artikel
previous = Zurück
next = Weiter
updated = Zuletzt aktualisiert:
machine-translation-title = Maschinell übersetzter Artikel
machine-translation-text = Dieser Artikel wurde maschinell übersetzt. Er kann Fehler in Wortwahl und Terminologie enthalten.
fallback-title = Dieser Artikel ist noch nicht übersetzt
fallback-text = In dieser Sprache gibt es noch keine Fassung: { $wanted }. Der folgende Text ist in einer anderen Sprache: { $shown }.
orphan-title = Das Original dieses Artikels gibt es nicht mehr
orphan-text = Diese Übersetzung ist möglicherweise veraltet.

## In Artikeln

alert-note = Hinweis
alert-tip = Tipp
alert-important = Wichtig
alert-warning = Warnung
alert-caution = Vorsicht
heading-permalink = Link zu „{ $heading }“
footnotes-title = Fußnoten
footnote-reference = Fußnote { $number }
footnote-back = Zurück zum Verweis { $number }
video-link = Video ansehen
table-label = Tabelle
task-done = Erledigt
task-open = Offen

## Ordner und Startseiten

home-title = Startseite
folders-title = Bereiche
articles-title = Artikel
articles-count =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
letters-label = Zu einem Buchstaben springen
group-other = Weitere

## Die Seite aller Sprachen

languages-title = Wählen Sie Ihre Sprache

## Adressen, die es nicht oder nicht mehr gibt

not-found-title = Seite nicht gefunden
not-found-text = Unter dieser Adresse gibt es keine Seite. Vielleicht wurde sie verschoben, oder der Link, der Sie hierher geführt hat, ist fehlerhaft.
not-found-home = Zur Startseite
redirect-title = Diese Seite wurde verschoben
redirect-text = Ihre neue Adresse:

## Suche

search-title = Suchen
search-results-label = Suchergebnisse
search-count =
    { $count ->
        [one] { $count } Ergebnis
       *[other] { $count } Ergebnisse
    }
search-all =
    { $count ->
        [one] { $count } Ergebnis anzeigen
       *[other] Alle { $count } Ergebnisse anzeigen
    }
search-more = Weitere Ergebnisse anzeigen
search-none = Keine Ergebnisse für „{ $query }“
search-none-hint = Prüfen Sie die Schreibweise, oder verwenden Sie weniger oder andere Wörter.
search-corrected = Ergebnisse für „{ $query }“
search-other-language =
    { $count ->
        [one] { $count } Ergebnis in einer anderen Sprache ({ $language })
       *[other] { $count } Ergebnisse in einer anderen Sprache ({ $language })
    }
search-recent = Letzte Suchen
search-recent-clear = Letzte Suchen löschen
search-close = Suche schließen
search-prompt = Geben Sie ein, wonach Sie suchen.
search-loading = Suche läuft …
search-failed = Die Suche konnte nicht geladen werden. Prüfen Sie Ihre Verbindung, und versuchen Sie es noch einmal.
search-retry = Noch einmal versuchen
search-no-script = Die Suche benötigt JavaScript, das in Ihrem Browser ausgeschaltet ist. Alle Artikel sind auf diesen Seiten aufgeführt:
search-filters = Filter
search-filters-clear = Filter löschen
search-filters-all = Alle anzeigen
search-filter-ms-service = Dienst
search-filter-ms-topic = Art des Artikels
search-filter-ms-collection = Sammlung
search-filter-ms-translationtype = Übersetzung
search-value-ms-translationtype-mt = Maschinell
search-value-ms-translationtype-ht = Von Menschen

## Translations behind their source

stale-title = Es gibt eine neuere Fassung dieses Artikels
stale-text = Diese Übersetzung beruht auf einer älteren Fassung. Teile davon sind möglicherweise veraltet.
stale-text-languages = Diese Übersetzung beruht auf einer älteren Fassung. Teile davon sind möglicherweise veraltet. Die neuere Fassung gibt es auf:

## Translation status (a page with a table of all languages)

status-title = Stand der Übersetzungen
status-summary =
    { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    } in { $languages ->
        [one] { $languages } Sprache
       *[other] { $languages } Sprachen
    }
status-as-of = Stand: { $date }
status-ordered-by = Sortiert nach: { $column }
status-language = Sprache
status-articles = Artikel
status-current = Aktuell
status-stale = Veraltet
status-missing = Fehlend
status-extra = Zusätzlich
status-renamed = Anderswo umbenannt
status-machine = Maschinell übersetzt
status-human = Von Menschen übersetzt
status-words = Wörter
status-share = Fertig
status-age = Mittleres Alter in Tagen (Median)
status-all = Alle Sprachen
status-bar = { $current } aktuell, { $stale } veraltet, { $missing } fehlend
status-worst-title = Artikel, die in den meisten Sprachen veraltet sind oder fehlen
status-article = Artikel
status-stale-in = Veraltet in
status-missing-in = Fehlt in
status-nothing = Nichts fehlt, und nichts ist veraltet.

scheme-label = Darstellung
scheme-auto = Automatisch
scheme-light = Hell
scheme-dark = Dunkel
code-copy = Kopieren
code-copied = Kopiert
## Links to other sites (a page with tables of hosts and answers)

external-title = Links zu anderen Websites
external-verdict = Antwort
external-host = Host
external-addresses = Adressen
external-places = Stellen
external-address = Adresse
external-newly = Seit Kurzem defekt
external-since = Defekt seit
external-slowest = Langsamste Antworten
external-seconds = Sekunden
external-none = Keine
external-unasked = noch nicht geprüft
edit-page = Diese Seite bearbeiten
feedback = Feedback geben
feed-title = Letzte Änderungen
versions-title = Version
choice-title = Auswahl
