## Every page

skip-link = Μετάβαση στο κύριο περιεχόμενο
sections-label = Ενότητες
languages-label = Γλώσσα
footer-languages = Όλες οι γλώσσες
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Βρίσκεστε εδώ
contents-title = Σε αυτήν τη σελίδα
navigation-label = Σε αυτήν την ενότητα
navigation-all = Όλα τα άρθρα αυτής της ενότητας
navigation-filter = Φιλτράρισμα κατά τίτλο
navigation-filter-none = Δεν υπάρχουν αποτελέσματα
neighbours-label = Προηγούμενο και επόμενο άρθρο
previous = Προηγούμενο
next = Επόμενο
updated = Τελευταία ενημέρωση:
machine-translation-title = Άρθρο με αυτόματη μετάφραση
machine-translation-text = Αυτό το άρθρο μεταφράστηκε αυτόματα. Ενδέχεται να περιέχει λάθη στη διατύπωση ή στην ορολογία.

## Inside articles

alert-note = Σημείωση
alert-tip = Συμβουλή
alert-important = Σημαντικό
alert-warning = Προειδοποίηση
alert-caution = Προσοχή
heading-permalink = Σύνδεσμος προς «{ $heading }»
footnotes-title = Υποσημειώσεις
footnote-reference = Υποσημείωση { $number }
footnote-back = Επιστροφή στην παραπομπή { $number }
video-link = Δείτε το βίντεο
table-label = Πίνακας
task-done = Ολοκληρώθηκε
task-open = Εκκρεμεί

## Folders and home pages

home-title = Αρχική σελίδα
folders-title = Ενότητες
articles-title = Άρθρα
articles-count =
    { $count ->
        [one] { $count } άρθρο
       *[other] { $count } άρθρα
    }
letters-label = Μετάβαση σε γράμμα
group-other = Άλλα

## The page that lists all languages

languages-title = Επιλέξτε γλώσσα

## Addresses that do not exist, or no longer

not-found-title = Η σελίδα δεν βρέθηκε
not-found-text = Δεν υπάρχει σελίδα σε αυτήν τη διεύθυνση. Ίσως έχει μετακινηθεί ή ο σύνδεσμος που σας έφερε εδώ είναι λανθασμένος.
not-found-home = Μετάβαση στην αρχική σελίδα
redirect-title = Αυτή η σελίδα μετακινήθηκε
redirect-text = Η νέα διεύθυνση:

## Articles

fallback-title = Αυτό το άρθρο δεν έχει μεταφραστεί ακόμη
fallback-text = Δεν υπάρχει ακόμη έκδοση σε αυτήν τη γλώσσα: { $wanted }. Το παρακάτω κείμενο είναι σε άλλη γλώσσα: { $shown }.
orphan-title = Το πρωτότυπο αυτού του άρθρου δεν υπάρχει πλέον
orphan-text = Αυτή η μετάφραση ενδέχεται να μην είναι ενημερωμένη.

## Translations behind their source

stale-title = Υπάρχει νεότερη έκδοση αυτού του άρθρου
stale-text = Αυτή η μετάφραση έγινε από παλαιότερη έκδοση. Μέρος της ενδέχεται να μην είναι ενημερωμένο.
stale-text-languages = Αυτή η μετάφραση έγινε από παλαιότερη έκδοση. Μέρος της ενδέχεται να μην είναι ενημερωμένο. Η νεότερη έκδοση διατίθεται στις εξής γλώσσες:

## Translation status (a page with a table of all languages)

status-title = Κατάσταση μεταφράσεων
status-summary =
    { $articles ->
        [one] { $articles } άρθρο
       *[other] { $articles } άρθρα
    } σε { $languages ->
        [one] { $languages } γλώσσα
       *[other] { $languages } γλώσσες
    }
status-as-of = Ημερομηνία αναφοράς: { $date }
status-ordered-by = Ταξινόμηση κατά: { $column }
status-language = Γλώσσα
status-articles = Άρθρα
status-current = Ενημερωμένα
status-stale = Μη ενημερωμένα
status-missing = Λείπουν
status-extra = Επιπλέον
status-renamed = Με άλλο όνομα αλλού
status-machine = Αυτόματη μετάφραση
status-human = Μετάφραση από άνθρωπο
status-words = Λέξεις
status-share = Ολοκληρωμένο
status-age = Διάμεση ηλικία σε ημέρες
status-all = Όλες οι γλώσσες
status-bar = Ενημερωμένα: { $current }, μη ενημερωμένα: { $stale }, λείπουν: { $missing }
status-worst-title = Άρθρα που δεν είναι ενημερωμένα ή λείπουν στις περισσότερες γλώσσες
status-article = Άρθρο
status-stale-in = Μη ενημερωμένο σε
status-missing-in = Λείπει σε
status-nothing = Δεν λείπει τίποτα και όλα είναι ενημερωμένα.

## Search

search-title = Αναζήτηση
search-results-label = Αποτελέσματα αναζήτησης
search-count =
    { $count ->
        [one] { $count } αποτέλεσμα
       *[other] { $count } αποτελέσματα
    }
search-all =
    { $count ->
        [one] Εμφάνιση { $count } αποτελέσματος
       *[other] Εμφάνιση και των { $count } αποτελεσμάτων
    }
search-more = Εμφάνιση περισσότερων αποτελεσμάτων
search-none = Δεν υπάρχουν αποτελέσματα για «{ $query }»
search-none-hint = Ελέγξτε την ορθογραφία ή χρησιμοποιήστε λιγότερες ή άλλες λέξεις.
search-corrected = Εμφανίζονται αποτελέσματα για «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } αποτέλεσμα σε άλλη γλώσσα ({ $language })
       *[other] { $count } αποτελέσματα σε άλλη γλώσσα ({ $language })
    }
search-recent = Πρόσφατες αναζητήσεις
search-recent-clear = Απαλοιφή πρόσφατων αναζητήσεων
search-close = Κλείσιμο αναζήτησης
search-prompt = Πληκτρολογήστε αυτό που αναζητάτε.
search-loading = Αναζήτηση…
search-failed = Δεν ήταν δυνατή η φόρτωση της αναζήτησης. Ελέγξτε τη σύνδεσή σας και προσπαθήστε ξανά.
search-retry = Προσπάθεια ξανά
search-no-script = Η αναζήτηση χρειάζεται JavaScript, που είναι απενεργοποιημένη στο πρόγραμμα περιήγησής σας. Όλα τα άρθρα παρατίθενται σε αυτές τις σελίδες:
search-filters = Φίλτρα
search-filters-clear = Απαλοιφή φίλτρων
search-filters-all = Εμφάνιση όλων
search-filter-ms-service = Υπηρεσία
search-filter-ms-topic = Είδος άρθρου
search-filter-ms-collection = Συλλογή
search-filter-ms-translationtype = Μετάφραση
search-value-ms-translationtype-mt = Αυτόματη
search-value-ms-translationtype-ht = Από άνθρωπο

scheme-label = Εμφάνιση
scheme-auto = Αυτόματη
scheme-light = Φωτεινή
scheme-dark = Σκούρα
code-copy = Αντιγραφή
code-copied = Αντιγράφηκε
## Links to other sites (a page with tables of hosts and answers)

external-title = Σύνδεσμοι προς άλλους ιστότοπους
external-verdict = Απάντηση
external-host = Κεντρικός υπολογιστής
external-addresses = Διευθύνσεις
external-places = Σημεία
external-address = Διεύθυνση
external-newly = Πρόσφατα μη λειτουργικοί
external-since = Δεν λειτουργεί από
external-slowest = Πιο αργές απαντήσεις
external-seconds = Δευτερόλεπτα
external-none = Καμία
external-unasked = δεν ελέγχθηκε ακόμη
edit-page = Επεξεργασία αυτής της σελίδας
feedback = Αποστολή σχολίων
feed-title = Πρόσφατες αλλαγές
versions-title = Έκδοση
choice-title = Επιλογή
