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
fallback-text = Er is nog geen versie in het { $wanted }. De onderstaande tekst is in het { $shown }.
orphan-title = Het origineel van dit artikel bestaat niet meer
orphan-text = Deze vertaling is mogelijk verouderd.
