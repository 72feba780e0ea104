## Every page

skip-link = Перейти к основному содержимому
sections-label = Разделы
languages-label = Язык
footer-languages = Все языки
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Вы находитесь здесь
contents-title = На этой странице
navigation-label = В этом разделе
navigation-all = Все статьи этого раздела
navigation-filter = Фильтр по названию
navigation-filter-none = Ничего не найдено
neighbours-label = Предыдущая и следующая статья
previous = Предыдущая
next = Следующая
updated = Последнее обновление:
machine-translation-title = Статья переведена автоматически
machine-translation-text = Эта статья переведена автоматически. В ней могут быть ошибки в формулировках или терминологии.

## Inside articles

alert-note = Примечание
alert-tip = Совет
alert-important = Важно
alert-warning = Предупреждение
alert-caution = Осторожно
heading-permalink = Ссылка на «{ $heading }»
footnotes-title = Сноски
footnote-reference = Сноска { $number }
footnote-back = Вернуться к сноске { $number } в тексте
video-link = Смотреть видео
table-label = Таблица
task-done = Выполнено
task-open = Не выполнено

## Folders and home pages

home-title = Главная
folders-title = Разделы
articles-title = Статьи
articles-count =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
        [many] { $count } статей
       *[other] { $count } статьи
    }
letters-label = Перейти к букве
group-other = Другие

## The page that lists all languages

languages-title = Выберите язык

## Addresses that do not exist, or no longer

not-found-title = Страница не найдена
not-found-text = По этому адресу нет страницы. Возможно, она перемещена, или ссылка, которая привела вас сюда, неверна.
not-found-home = Перейти на главную страницу
redirect-title = Эта страница перемещена
redirect-text = Новый адрес:

## Articles

fallback-title = Эта статья ещё не переведена
fallback-text = Версии на этом языке пока нет: { $wanted }. Текст ниже на другом языке: { $shown }.
orphan-title = Оригинал этой статьи больше не существует
orphan-text = Этот перевод может быть устаревшим.

## Translations behind their source

stale-title = Есть более новая версия этой статьи
stale-text = Этот перевод сделан с более старой версии. Часть его может быть устаревшей.
stale-text-languages = Этот перевод сделан с более старой версии. Часть его может быть устаревшей. Более новая версия доступна на следующих языках:

## Translation status (a page with a table of all languages)

status-title = Состояние переводов
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = Статьи: { $articles }; языки: { $languages }
status-as-of = По состоянию на { $date }
status-ordered-by = Сортировка: { $column }
status-language = Язык
status-articles = Статьи
status-current = Актуальные
status-stale = Устаревшие
status-missing = Отсутствуют
status-extra = Лишние
status-renamed = Иначе названы в других
status-machine = Машинный перевод
status-human = Перевод человеком
status-words = Слова
status-share = Готово
status-age = Медианный возраст в днях
status-all = Все языки
status-bar = Актуальные: { $current }; устаревшие: { $stale }; отсутствуют: { $missing }
status-worst-title = Статьи, которые устарели или отсутствуют в наибольшем числе языков
status-article = Статья
status-stale-in = Устарела на языках
status-missing-in = Отсутствует на языках
status-nothing = Ничего не отсутствует и не устарело.

## Search

search-title = Поиск
search-results-label = Результаты поиска
search-count =
    { $count ->
        [one] { $count } результат
        [few] { $count } результата
        [many] { $count } результатов
       *[other] { $count } результата
    }
search-all =
    { $count ->
        [one] Показать { $count } результат
        [few] Показать все { $count } результата
        [many] Показать все { $count } результатов
       *[other] Показать { $count } результата
    }
search-more = Показать ещё результаты
search-none = По запросу «{ $query }» ничего не найдено
search-none-hint = Проверьте правописание либо используйте меньше слов или другие слова.
search-corrected = Показаны результаты по запросу «{ $query }»
search-other-language =
    { $count ->
        [one] { $count } результат на другом языке ({ $language })
        [few] { $count } результата на другом языке ({ $language })
        [many] { $count } результатов на другом языке ({ $language })
       *[other] { $count } результата на другом языке ({ $language })
    }
search-recent = Недавние запросы
search-recent-clear = Очистить недавние запросы
search-close = Закрыть поиск
search-prompt = Введите, что вы ищете.
search-loading = Идёт поиск…
search-failed = Не удалось загрузить поиск. Проверьте подключение и повторите попытку.
search-retry = Повторить
search-no-script = Для поиска нужен JavaScript, который отключён в вашем браузере. Все статьи перечислены на этих страницах:
search-filters = Фильтры
search-filters-clear = Сбросить фильтры
search-filters-all = Показать все
search-filter-ms-service = Служба
search-filter-ms-topic = Тип статьи
search-filter-ms-collection = Коллекция
search-filter-ms-translationtype = Перевод
search-value-ms-translationtype-mt = Машинный
search-value-ms-translationtype-ht = Выполнен человеком

scheme-label = Оформление
scheme-auto = Автоматически
scheme-light = Светлое
scheme-dark = Тёмное
code-copy = Копировать
code-copied = Скопировано
## Links to other sites (a page with tables of hosts and answers)

external-title = Ссылки на другие сайты
external-verdict = Ответ
external-host = Хост
external-addresses = Адреса
external-places = Места
external-address = Адрес
external-newly = Недавно сломанные
external-since = Не работает с
external-slowest = Самые медленные ответы
external-seconds = Секунды
external-none = Нет
external-unasked = ещё не проверено
edit-page = Изменить эту страницу
feedback = Оставить отзыв
feed-title = Последние изменения
versions-title = Версия
choice-title = Выберите
