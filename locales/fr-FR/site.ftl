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
status-bar = À jour : { $current } ; pas à jour : { $stale } ; manquants : { $missing }
status-worst-title = Articles manquants ou pas à jour dans le plus de langues
status-article = Article
status-stale-in = Pas à jour en
status-missing-in = Manquant en
status-nothing = Rien ne manque et tout est à jour.
