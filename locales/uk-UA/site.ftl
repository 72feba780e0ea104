## Every page

skip-link = Перейти до основного вмісту
sections-label = Розділи
languages-label = Мова
footer-languages = Усі мови
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Ви тут
contents-title = На цій сторінці
navigation-label = У цьому розділі
navigation-all = Усі статті цього розділу
navigation-filter = Фільтр за назвою
navigation-filter-none = Збігів немає
neighbours-label = Попередня та наступна стаття
previous = Попередня
next = Наступна
updated = Останнє оновлення:
machine-translation-title = Стаття, перекладена автоматично
machine-translation-text = Цю статтю перекладено автоматично. Вона може містити помилки у формулюваннях або термінології.

## Inside articles

alert-note = Примітка
alert-tip = Порада
alert-important = Важливо
alert-warning = Попередження
alert-caution = Обережно
heading-permalink = Посилання на «{ $heading }»
footnotes-title = Виноски
footnote-reference = Виноска { $number }
footnote-back = Повернутися до виноски { $number } у тексті
video-link = Переглянути відео
table-label = Таблиця
task-done = Виконано
task-open = Не виконано

## Folders and home pages

home-title = Головна
folders-title = Розділи
articles-title = Статті
articles-count =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
        [many] { $count } статей
       *[other] { $count } статті
    }
letters-label = Перейти до літери
group-other = Інші

## The page that lists all languages

languages-title = Виберіть мову

## Addresses that do not exist, or no longer

not-found-title = Сторінку не знайдено
not-found-text = За цією адресою немає сторінки. Можливо, її переміщено, або посилання, яке привело вас сюди, неправильне.
not-found-home = Перейти на головну сторінку
redirect-title = Цю сторінку переміщено
redirect-text = Нова адреса:

## Articles

fallback-title = Цю статтю ще не перекладено
fallback-text = Версії цією мовою ще немає: { $wanted }. Текст нижче іншою мовою: { $shown }.
orphan-title = Оригінал цієї статті більше не існує
orphan-text = Цей переклад може бути застарілим.

## Translations behind their source

stale-title = Є новіша версія цієї статті
stale-text = Цей переклад зроблено зі старішої версії. Його частина може бути застарілою.
stale-text-languages = Цей переклад зроблено зі старішої версії. Його частина може бути застарілою. Новіша версія доступна такими мовами:

## Translation status (a page with a table of all languages)

status-title = Стан перекладів
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Статті: { $articles }; мови: { $languages }
status-as-of = Станом на { $date }
status-ordered-by = Сортування: { $column }
status-language = Мова
status-articles = Статті
status-current = Актуальні
status-stale = Застарілі
status-missing = Відсутні
status-extra = Зайві
status-renamed = Інакше названі в інших
status-machine = Машинний переклад
status-human = Переклад людиною
status-words = Слова
status-share = Готово
status-age = Медіанний вік у днях
status-all = Усі мови
status-bar = Актуальні: { $current }; застарілі: { $stale }; відсутні: { $missing }
status-worst-title = Статті, які застаріли або відсутні в найбільшій кількості мов
status-article = Стаття
status-stale-in = Застаріла мовами
status-missing-in = Відсутня мовами
status-nothing = Нічого не бракує і ніщо не застаріло.

## Search

search-title = Пошук
search-results-label = Результати пошуку
search-count =
    { $count ->
        [one] { $count } результат
        [few] { $count } результати
        [many] { $count } результатів
       *[other] { $count } результату
    }
search-all =
    { $count ->
        [one] Показати { $count } результат
        [few] Показати всі { $count } результати
        [many] Показати всі { $count } результатів
       *[other] Показати { $count } результату
    }
search-more = Показати більше результатів
search-none = За запитом «{ $query }» нічого не знайдено
search-none-hint = Перевірте правопис або використайте менше слів чи інші слова.
search-corrected = Показано результати за запитом «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } результат іншою мовою ({ $language })
        [few] { $count } результати іншою мовою ({ $language })
        [many] { $count } результатів іншою мовою ({ $language })
       *[other] { $count } результату іншою мовою ({ $language })
    }
search-recent = Останні пошуки
search-recent-clear = Очистити останні пошуки
search-close = Закрити пошук
search-prompt = Введіть, що ви шукаєте.
search-loading = Триває пошук…
search-failed = Не вдалося завантажити пошук. Перевірте підключення та спробуйте ще раз.
search-retry = Спробувати ще раз
search-no-script = Для пошуку потрібен JavaScript, який вимкнено у вашому браузері. Усі статті перелічено на цих сторінках:
search-filters = Фільтри
search-filters-clear = Очистити фільтри
search-filters-all = Показати все
search-filter-ms-service = Служба
search-filter-ms-topic = Тип статті
search-filter-ms-collection = Колекція
search-filter-ms-translationtype = Переклад
search-value-ms-translationtype-mt = Машинний
search-value-ms-translationtype-ht = Виконаний людиною

scheme-label = Оформлення
scheme-auto = Автоматично
scheme-light = Світле
scheme-dark = Темне
code-copy = Копіювати
code-copied = Скопійовано
## Links to other sites (a page with tables of hosts and answers)

external-title = Посилання на інші сайти
external-verdict = Відповідь
external-host = Хост
external-addresses = Адреси
external-places = Місця
external-address = Адреса
external-newly = Нещодавно зламані
external-since = Не працює з
external-slowest = Найповільніші відповіді
external-seconds = Секунди
external-none = Немає
external-unasked = ще не перевірено
edit-page = Редагувати цю сторінку
feedback = Залишити відгук
feed-title = Останні зміни
versions-title = Версія
choice-title = Виберіть
