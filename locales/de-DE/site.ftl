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
neighbours-label = Vorheriger und nächster Artikel
previous = Zurück
next = Weiter
updated = Zuletzt aktualisiert:
machine-translation-title = Maschinell übersetzter Artikel
machine-translation-text = Dieser Artikel wurde maschinell übersetzt. Er kann Fehler in Wortwahl und Terminologie enthalten.
fallback-title = Dieser Artikel ist noch nicht übersetzt
fallback-text = In dieser Sprache fehlt er noch: { $wanted }. Der folgende Text steht in dieser Sprache: { $shown }.
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
