## Every page

skip-link = Pāriet uz galveno saturu
sections-label = Sadaļas
languages-label = Valoda
footer-languages = Visas valodas
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Jūs atrodaties šeit
contents-title = Šajā lapā
navigation-label = Šajā sadaļā
navigation-all = Visi šīs sadaļas raksti
neighbours-label = Iepriekšējais un nākamais raksts
previous = Iepriekšējais
next = Nākamais
updated = Pēdējoreiz atjaunināts:
machine-translation-title = Mašīntulkots raksts
machine-translation-text = Šis raksts ir mašīntulkots. Tajā var būt formulējuma vai terminoloģijas kļūdas.

## Inside articles

alert-note = Piezīme
alert-tip = Padoms
alert-important = Svarīgi
alert-warning = Brīdinājums
alert-caution = Uzmanību
heading-permalink = Saite uz “{ $heading }”
footnotes-title = Vēres
footnote-reference = { $number }. vēre
footnote-back = Atpakaļ uz { $number }. atsauci
video-link = Skatīt video
table-label = Tabula
task-done = Izpildīts
task-open = Nav izpildīts

## Folders and home pages

home-title = Sākums
folders-title = Sadaļas
articles-title = Raksti
articles-count =
    { $count ->
        [zero] { $count } rakstu
        [one] { $count } raksts
       *[other] { $count } raksti
    }
letters-label = Pāriet uz burtu
group-other = Citi

## The page that lists all languages

languages-title = Izvēlieties valodu

## Addresses that do not exist, or no longer

not-found-title = Lapa nav atrasta
not-found-text = Šajā adresē nav lapas. Iespējams, tā ir pārvietota vai saite, kas jūs atveda šurp, ir nepareiza.
not-found-home = Pāriet uz sākumlapu
redirect-title = Šī lapa ir pārvietota
redirect-text = Jaunā adrese:

## Articles

fallback-title = Šis raksts vēl nav tulkots
fallback-text = Versijas šajā valodā vēl nav: { $wanted }. Tālāk redzamais teksts ir citā valodā: { $shown }.
orphan-title = Šī raksta oriģināls vairs nepastāv
orphan-text = Šis tulkojums var būt novecojis.
