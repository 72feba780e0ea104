## Every page

skip-link = Към основното съдържание
sections-label = Раздели
languages-label = Език
footer-languages = Всички езици
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Вие сте тук
contents-title = На тази страница
navigation-label = В този раздел
navigation-all = Всички статии в този раздел
navigation-filter = Филтриране по заглавие
navigation-filter-none = Няма съвпадения
neighbours-label = Предишна и следваща статия
previous = Предишна
next = Следваща
updated = Последна актуализация:
machine-translation-title = Машинно преведена статия
machine-translation-text = Тази статия е преведена машинно. Възможно е да съдържа грешки в изказа или терминологията.

## Inside articles

alert-note = Забележка
alert-tip = Съвет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Внимание
heading-permalink = Връзка към „{ $heading }“
footnotes-title = Бележки под линия
footnote-reference = Бележка под линия { $number }
footnote-back = Обратно към препратка { $number }
video-link = Гледайте видеото
table-label = Таблица
task-done = Изпълнено
task-open = Неизпълнено

## Folders and home pages

home-title = Начало
folders-title = Раздели
articles-title = Статии
articles-count =
    { $count ->
        [one] { $count } статия
       *[other] { $count } статии
    }
letters-label = Към буква
group-other = Други

## The page that lists all languages

languages-title = Изберете език

## Addresses that do not exist, or no longer

not-found-title = Страницата не е намерена
not-found-text = На този адрес няма страница. Може да е преместена или връзката, която ви е довела тук, да е грешна.
not-found-home = Към началната страница
redirect-title = Тази страница е преместена
redirect-text = Новият адрес:

## Articles

fallback-title = Тази статия още не е преведена
fallback-text = Все още няма версия на този език: { $wanted }. Текстът по-долу е на друг език: { $shown }.
orphan-title = Оригиналът на тази статия вече не съществува
orphan-text = Възможно е този превод да е остарял.

## Translations behind their source

stale-title = Има по-нова версия на тази статия
stale-text = Този превод е направен по по-стара версия. Възможно е части от него да са остарели.
stale-text-languages = Този превод е направен по по-стара версия. Възможно е части от него да са остарели. По-новата версия е налична на:

## Translation status (a page with a table of all languages)

status-title = Състояние на преводите
status-summary =
    { $articles ->
        [one] { $articles } статия
       *[other] { $articles } статии
    } на { $languages ->
        [one] { $languages } език
       *[other] { $languages } езика
    }
status-as-of = Към { $date }
status-ordered-by = Подредба по: { $column }
status-language = Език
status-articles = Статии
status-current = Актуални
status-stale = Остарели
status-missing = Липсващи
status-extra = Допълнителни
status-renamed = С друго име другаде
status-machine = Машинно преведени
status-human = Преведени от хора
status-words = Думи
status-share = Завършено
status-age = Медианна възраст в дни
status-all = Всички езици
status-bar = Актуални: { $current }; остарели: { $stale }; липсващи: { $missing }
status-worst-title = Статии, които са остарели или липсват на най-много езици
status-article = Статия
status-stale-in = Остаряла на
status-missing-in = Липсва на
status-nothing = Нищо не липсва и нищо не е остаряло.

## Search

search-title = Търсене
search-results-label = Резултати от търсенето
search-count =
    { $count ->
        [one] { $count } резултат
       *[other] { $count } резултата
    }
search-all =
    { $count ->
        [one] Показване на { $count } резултат
       *[other] Показване на всички { $count } резултата
    }
search-more = Показване на още резултати
search-none = Няма резултати за „{ $query }“
search-none-hint = Проверете правописа или използвайте по-малко или други думи.
search-corrected = Показани са резултати за „{ $query }“
search-other-language =
    { $count ->
        [one] { $count } резултат на друг език ({ $language })
       *[other] { $count } резултата на друг език ({ $language })
    }
search-recent = Последни търсения
search-recent-clear = Изчистване на последните търсения
search-close = Затваряне на търсенето
search-prompt = Въведете какво търсите.
search-loading = Търсене…
search-failed = Търсенето не можа да се зареди. Проверете връзката и опитайте отново.
search-retry = Нов опит
search-no-script = Търсенето изисква JavaScript, който е изключен във вашия браузър. Всички статии са изброени на тези страници:
search-filters = Филтри
search-filters-clear = Изчистване на филтрите
search-filters-all = Показване на всички
search-filter-ms-service = Услуга
search-filter-ms-topic = Вид статия
search-filter-ms-collection = Колекция
search-filter-ms-translationtype = Превод
search-value-ms-translationtype-mt = Машинен
search-value-ms-translationtype-ht = От човек

scheme-label = Облик
scheme-auto = Автоматичен
scheme-light = Светъл
scheme-dark = Тъмен
code-copy = Копиране
code-copied = Копирано
## Links to other sites (a page with tables of hosts and answers)

external-title = Връзки към други сайтове
external-verdict = Отговор
external-host = Хост
external-addresses = Адреси
external-places = Места
external-address = Адрес
external-newly = Наскоро неработещи
external-since = Не работи от
external-slowest = Най-бавни отговори
external-seconds = Секунди
external-none = Няма
external-unasked = още непроверени
edit-page = Редактиране на тази страница
feedback = Изпращане на отзив
feed-title = Последни промени
versions-title = Версия
choice-title = Изберете
