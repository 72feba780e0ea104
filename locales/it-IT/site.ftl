## Every page

skip-link = Vai al contenuto principale
sections-label = Sezioni
languages-label = Lingua
footer-languages = Tutte le lingue
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Percorso di navigazione
contents-title = In questa pagina
navigation-label = In questa sezione
navigation-all = Tutti gli articoli di questa sezione
navigation-filter = Filtra per titolo
navigation-filter-none = Nessun risultato
neighbours-label = Articolo precedente e successivo
previous = Precedente
next = Successivo
updated = Ultimo aggiornamento:
machine-translation-title = Articolo tradotto automaticamente
machine-translation-text = Questo articolo è stato tradotto automaticamente e potrebbe contenere errori di formulazione o di terminologia.

## Inside articles

alert-note = Nota
alert-tip = Suggerimento
alert-important = Importante
alert-warning = Avviso
alert-caution = Attenzione
heading-permalink = Collegamento a «{ $heading }»
footnotes-title = Note a piè di pagina
footnote-reference = Nota a piè di pagina { $number }
footnote-back = Torna al riferimento { $number }
video-link = Guarda il video
table-label = Tabella
task-done = Completato
task-open = Da fare

## Folders and home pages

home-title = Pagina iniziale
folders-title = Sezioni
articles-title = Articoli
articles-count =
    { $count ->
        [one] { $count } articolo
        [many] { $count } di articoli
       *[other] { $count } articoli
    }
letters-label = Vai a una lettera
group-other = Altro

## The page that lists all languages

languages-title = Scegliere la lingua

## Addresses that do not exist, or no longer

not-found-title = Pagina non trovata
not-found-text = A questo indirizzo non c’è alcuna pagina. Potrebbe essere stata spostata oppure il collegamento seguito potrebbe essere errato.
not-found-home = Vai alla pagina iniziale
redirect-title = Questa pagina è stata spostata
redirect-text = Il nuovo indirizzo:

## Articles

fallback-title = Questo articolo non è ancora stato tradotto
fallback-text = Non esiste ancora una versione in questa lingua: { $wanted }. Il testo seguente è in un’altra lingua: { $shown }.
orphan-title = L’originale di questo articolo non esiste più
orphan-text = Questa traduzione potrebbe non essere aggiornata.

## Translations behind their source

stale-title = È disponibile una versione più recente di questo articolo
stale-text = Questa traduzione si basa su una versione precedente. Alcune parti potrebbero non essere aggiornate.
stale-text-languages = Questa traduzione si basa su una versione precedente. Alcune parti potrebbero non essere aggiornate. La versione più recente è disponibile in:

## Translation status (a page with a table of all languages)

status-title = Stato delle traduzioni
status-summary =
    { $articles ->
        [one] { $articles } articolo
        [many] { $articles } di articoli
       *[other] { $articles } articoli
    } in { $languages ->
        [one] { $languages } lingua
        [many] { $languages } di lingue
       *[other] { $languages } lingue
    }
status-as-of = Dati aggiornati al { $date }
status-ordered-by = Ordinamento: { $column }
status-language = Lingua
status-articles = Articoli
status-current = Aggiornati
status-stale = Non aggiornati
status-missing = Mancanti
status-extra = Aggiuntivi
status-renamed = Con altro nome altrove
status-machine = Traduzione automatica
status-human = Traduzione umana
status-words = Parole
status-share = Completamento
status-age = Età mediana in giorni
status-all = Tutte le lingue
status-bar = Aggiornati: { $current }; non aggiornati: { $stale }; mancanti: { $missing }
status-worst-title = Articoli mancanti o non aggiornati nel maggior numero di lingue
status-article = Articolo
status-stale-in = Non aggiornato in
status-missing-in = Mancante in
status-nothing = Non manca nulla e tutto è aggiornato.

## Search

search-title = Cerca
search-results-label = Risultati della ricerca
search-count =
    { $count ->
        [one] { $count } risultato
        [many] { $count } di risultati
       *[other] { $count } risultati
    }
search-all =
    { $count ->
        [one] Mostra { $count } risultato
        [many] Mostra tutti i { $count } di risultati
       *[other] Mostra tutti i { $count } risultati
    }
search-more = Mostra altri risultati
search-none = Nessun risultato per «{ $query }»
search-none-hint = Controllare l’ortografia oppure usare meno parole o parole diverse.
search-corrected = Risultati per «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } risultato in un’altra lingua ({ $language })
        [many] { $count } di risultati in un’altra lingua ({ $language })
       *[other] { $count } risultati in un’altra lingua ({ $language })
    }
search-recent = Ricerche recenti
search-recent-clear = Cancella le ricerche recenti
search-close = Chiudi la ricerca
search-prompt = Digitare il testo da cercare.
search-loading = Ricerca in corso…
search-failed = Non è stato possibile caricare la ricerca. Verificare la connessione e riprovare.
search-retry = Riprova
search-no-script = La ricerca richiede JavaScript, che nel browser è disattivato. Tutti gli articoli sono elencati in queste pagine:
search-filters = Filtri
search-filters-clear = Cancella i filtri
search-filters-all = Mostra tutto
search-filter-ms-service = Servizio
search-filter-ms-topic = Tipo di articolo
search-filter-ms-collection = Raccolta
search-filter-ms-translationtype = Traduzione
search-value-ms-translationtype-mt = Automatica
search-value-ms-translationtype-ht = Umana

scheme-label = Aspetto
scheme-auto = Automatico
scheme-light = Chiaro
scheme-dark = Scuro
code-copy = Copia
code-copied = Copiato
## Links to other sites (a page with tables of hosts and answers)

external-title = Collegamenti ad altri siti
external-verdict = Risposta
external-host = Host
external-addresses = Indirizzi
external-places = Punti
external-address = Indirizzo
external-newly = Interrotti di recente
external-since = Interrotto dal
external-slowest = Risposte più lente
external-seconds = Secondi
external-none = Nessuno
external-unasked = non ancora verificato
edit-page = Modifica questa pagina
feedback = Invia un commento
feed-title = Modifiche recenti
versions-title = Versione
choice-title = Scelta
