## Toutes les pages

skip-link = Aller au contenu principal
sections-label = Rubriques
languages-label = Langue
footer-languages = Toutes les langues
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Vous êtes ici
contents-title = Sur cette page
navigation-label = Dans cette rubrique
navigation-all = Tous les articles de cette rubrique
navigation-filter = Filtrer par titre
navigation-filter-none = Aucun résultat
neighbours-label = Article précédent et article suivant
previous = Précédent
next = Suivant
updated = Dernière mise à jour :
machine-translation-title = Article traduit automatiquement
machine-translation-text = Cet article a été traduit par une machine. Il peut comporter des erreurs de formulation ou de terminologie.
fallback-title = Cet article n’est pas encore traduit
fallback-text = Il n’existe pas encore de version dans cette langue : { $wanted }. Le texte ci-dessous est dans une autre langue : { $shown }.
orphan-title = L’original de cet article n’existe plus
orphan-text = Cette traduction n’est peut-être plus à jour.

## Dans les articles

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-warning = Avertissement
alert-caution = Attention
heading-permalink = Lien vers « { $heading } »
footnotes-title = Notes
footnote-reference = Note { $number }
footnote-back = Retour à l’appel de note { $number }
video-link = Regarder la vidéo
table-label = Tableau
task-done = Fait
task-open = À faire

## Dossiers et pages d’accueil

home-title = Accueil
folders-title = Rubriques
articles-title = Articles
articles-count =
    { $count ->
        [one] { $count } article
        [many] { $count } d’articles
       *[other] { $count } articles
    }
letters-label = Aller à une lettre
group-other = Autres

## La page des langues

languages-title = Choisissez votre langue

## Adresses qui n’existent pas ou plus

not-found-title = Page introuvable
not-found-text = Il n’y a pas de page à cette adresse. Elle a peut-être été déplacée, ou le lien que vous avez suivi est erroné.
not-found-home = Aller à la page d’accueil
redirect-title = Cette page a été déplacée
redirect-text = Sa nouvelle adresse :

## Recherche

search-title = Rechercher
search-results-label = Résultats de la recherche
search-count =
    { $count ->
        [one] { $count } résultat
        [many] { $count } de résultats
       *[other] { $count } résultats
    }
search-all =
    { $count ->
        [one] Afficher { $count } résultat
        [many] Afficher les { $count } de résultats
       *[other] Afficher les { $count } résultats
    }
search-more = Afficher plus de résultats
search-none = Aucun résultat pour « { $query } »
search-none-hint = Vérifiez l’orthographe, ou utilisez moins de mots ou d’autres mots.
search-corrected = Résultats pour « { $query } »
search-other-language =
    { $count ->
        [one] { $count } résultat dans une autre langue ({ $language })
        [many] { $count } de résultats dans une autre langue ({ $language })
       *[other] { $count } résultats dans une autre langue ({ $language })
    }
search-recent = Recherches récentes
search-recent-clear = Effacer les recherches récentes
search-close = Fermer la recherche
search-prompt = Tapez ce que vous cherchez.
search-loading = Recherche en cours…
search-failed = La recherche n’a pas pu être chargée. Vérifiez votre connexion et réessayez.
search-retry = Réessayer
search-no-script = La recherche nécessite JavaScript, qui est désactivé dans votre navigateur. Tous les articles sont répertoriés sur ces pages :
search-filters = Filtres
search-filters-clear = Effacer les filtres
search-filters-all = Tout afficher
search-filter-ms-service = Service
search-filter-ms-topic = Type d’article
search-filter-ms-collection = Collection
search-filter-ms-translationtype = Traduction
search-value-ms-translationtype-mt = Automatique
search-value-ms-translationtype-ht = Humaine

## Translations behind their source

stale-title = Il existe une version plus récente de cet article
stale-text = Cette traduction a été faite à partir d’une version antérieure. Une partie n’est peut-être plus à jour.
stale-text-languages = Cette traduction a été faite à partir d’une version antérieure. Une partie n’est peut-être plus à jour. La version plus récente est disponible en :

## Translation status (a page with a table of all languages)

status-title = État des traductions
status-summary =
    { $articles ->
        [one] { $articles } article
        [many] { $articles } d’articles
       *[other] { $articles } articles
    } en { $languages ->
        [one] { $languages } langue
        [many] { $languages } de langues
       *[other] { $languages } langues
    }
status-as-of = État au { $date }
status-ordered-by = Trié par : { $column }
status-language = Langue
status-articles = Articles
status-current = À jour
status-stale = Pas à jour
status-missing = Manquants
status-extra = En trop
status-renamed = Renommés ailleurs
status-machine = Traduction automatique
status-human = Traduction humaine
status-words = Mots
status-share = Terminé
status-age = Âge médian en jours
status-all = Toutes les langues
status-bar = À jour : { $current } ; pas à jour : { $stale } ; manquants : { $missing }
status-worst-title = Articles manquants ou pas à jour dans le plus de langues
status-article = Article
status-stale-in = Pas à jour en
status-missing-in = Manquant en
status-nothing = Rien ne manque et tout est à jour.

scheme-label = Apparence
scheme-auto = Automatique
scheme-light = Clair
scheme-dark = Sombre
code-copy = Copier
code-copied = Copié
## Links to other sites (a page with tables of hosts and answers)

external-title = Liens vers d’autres sites
external-verdict = Réponse
external-host = Hôte
external-addresses = Adresses
external-places = Emplacements
external-address = Adresse
external-newly = Nouvellement cassés
external-since = Cassé depuis
external-slowest = Réponses les plus lentes
external-seconds = Secondes
external-none = Aucune
external-unasked = pas encore vérifié
edit-page = Modifier cette page
feedback = Donner votre avis
feed-title = Modifications récentes
versions-title = Version
choice-title = Choisissez
