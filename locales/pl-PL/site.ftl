## Every page

skip-link = Przejdź do głównej zawartości
sections-label = Sekcje
languages-label = Język
footer-languages = Wszystkie języki
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Jesteś tutaj
contents-title = Na tej stronie
navigation-label = W tej sekcji
navigation-all = Wszystkie artykuły w tej sekcji
navigation-filter = Filtruj według tytułu
navigation-filter-none = Brak wyników
neighbours-label = Poprzedni i następny artykuł
previous = Poprzedni
next = Następny
updated = Ostatnia aktualizacja:
machine-translation-title = Artykuł przetłumaczony maszynowo
machine-translation-text = Ten artykuł został przetłumaczony maszynowo. Może zawierać błędy językowe lub terminologiczne.

## Inside articles

alert-note = Uwaga
alert-tip = Porada
alert-important = Ważne
alert-warning = Ostrzeżenie
alert-caution = Przestroga
heading-permalink = Link do „{ $heading }”
footnotes-title = Przypisy
footnote-reference = Przypis { $number }
footnote-back = Wróć do odwołania { $number }
video-link = Obejrzyj wideo
table-label = Tabela
task-done = Gotowe
task-open = Do zrobienia

## Folders and home pages

home-title = Strona główna
folders-title = Sekcje
articles-title = Artykuły
articles-count =
    { $count ->
        [one] { $count } artykuł
        [few] { $count } artykuły
        [many] { $count } artykułów
       *[other] { $count } artykułu
    }
letters-label = Przejdź do litery
group-other = Inne

## The page that lists all languages

languages-title = Wybierz język

## Addresses that do not exist, or no longer

not-found-title = Nie znaleziono strony
not-found-text = Pod tym adresem nie ma strony. Mogła zostać przeniesiona lub link, który tu prowadzi, jest nieprawidłowy.
not-found-home = Przejdź do strony głównej
redirect-title = Ta strona została przeniesiona
redirect-text = Nowy adres:

## Articles

fallback-title = Ten artykuł nie został jeszcze przetłumaczony
fallback-text = Nie ma jeszcze wersji w tym języku: { $wanted }. Poniższy tekst jest w innym języku: { $shown }.
orphan-title = Oryginał tego artykułu już nie istnieje
orphan-text = To tłumaczenie może być nieaktualne.

## Translations behind their source

stale-title = Istnieje nowsza wersja tego artykułu
stale-text = To tłumaczenie powstało na podstawie starszej wersji. Część treści może być nieaktualna.
stale-text-languages = To tłumaczenie powstało na podstawie starszej wersji. Część treści może być nieaktualna. Nowsza wersja jest dostępna w następujących językach:

## Translation status (a page with a table of all languages)

status-title = Stan tłumaczeń
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Artykuły: { $articles }; języki: { $languages }
status-as-of = Stan na { $date }
status-ordered-by = Sortowanie: { $column }
status-language = Język
status-articles = Artykuły
status-current = Aktualne
status-stale = Nieaktualne
status-missing = Brakujące
status-extra = Dodatkowe
status-renamed = Gdzie indziej pod inną nazwą
status-machine = Tłumaczenie maszynowe
status-human = Tłumaczenie ludzkie
status-words = Słowa
status-share = Ukończono
status-age = Mediana wieku w dniach
status-all = Wszystkie języki
status-bar = Aktualne: { $current }; nieaktualne: { $stale }; brakujące: { $missing }
status-worst-title = Artykuły nieaktualne lub brakujące w największej liczbie języków
status-article = Artykuł
status-stale-in = Nieaktualny w językach
status-missing-in = Brakuje w językach
status-nothing = Niczego nie brakuje i wszystko jest aktualne.

## Search

search-title = Szukaj
search-results-label = Wyniki wyszukiwania
search-count =
    { $count ->
        [one] { $count } wynik
        [few] { $count } wyniki
        [many] { $count } wyników
       *[other] { $count } wyniku
    }
search-all =
    { $count ->
        [one] Pokaż { $count } wynik
        [few] Pokaż wszystkie { $count } wyniki
        [many] Pokaż wszystkie { $count } wyników
       *[other] Pokaż { $count } wyniku
    }
search-more = Pokaż więcej wyników
search-none = Brak wyników dla „{ $query }”
search-none-hint = Sprawdź pisownię albo użyj mniejszej liczby słów lub innych słów.
search-corrected = Wyniki dla „{ $query }”
search-other-language =
    { $count ->
        [one] { $count } wynik w innym języku ({ $language })
        [few] { $count } wyniki w innym języku ({ $language })
        [many] { $count } wyników w innym języku ({ $language })
       *[other] { $count } wyniku w innym języku ({ $language })
    }
search-recent = Ostatnie wyszukiwania
search-recent-clear = Wyczyść ostatnie wyszukiwania
search-close = Zamknij wyszukiwanie
search-prompt = Wpisz, czego szukasz.
search-loading = Wyszukiwanie…
search-failed = Nie można załadować wyszukiwania. Sprawdź połączenie i spróbuj ponownie.
search-retry = Spróbuj ponownie
search-no-script = Wyszukiwanie wymaga języka JavaScript, który jest wyłączony w przeglądarce. Wszystkie artykuły są wymienione na tych stronach:
search-filters = Filtry
search-filters-clear = Wyczyść filtry
search-filters-all = Pokaż wszystko
search-filter-ms-service = Usługa
search-filter-ms-topic = Rodzaj artykułu
search-filter-ms-collection = Kolekcja
search-filter-ms-translationtype = Tłumaczenie
search-value-ms-translationtype-mt = Maszynowe
search-value-ms-translationtype-ht = Ludzkie

scheme-label = Wygląd
scheme-auto = Automatyczny
scheme-light = Jasny
scheme-dark = Ciemny
code-copy = Kopiuj
code-copied = Skopiowano
## Links to other sites (a page with tables of hosts and answers)

external-title = Linki do innych witryn
external-verdict = Odpowiedź
external-host = Host
external-addresses = Adresy
external-places = Miejsca
external-address = Adres
external-newly = Ostatnio uszkodzone
external-since = Uszkodzony od
external-slowest = Najwolniejsze odpowiedzi
external-seconds = Sekundy
external-none = Brak
external-unasked = jeszcze nie sprawdzono
edit-page = Edytuj tę stronę
feedback = Przekaż opinię
feed-title = Ostatnie zmiany
versions-title = Wersja
choice-title = Wybierz
