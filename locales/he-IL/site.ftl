## כל הדפים

skip-link = דילוג לתוכן הראשי
sections-label = מדורים
languages-label = שפה
footer-languages = כל השפות
document-title = { $page } – { $site }

## מאמרים

breadcrumbs-label = מיקומך באתר
contents-title = בדף זה
navigation-label = במדור זה
navigation-all = כל המאמרים במדור זה
navigation-filter = סינון לפי כותרת
navigation-filter-none = אין תוצאות
neighbours-label = המאמר הקודם והמאמר הבא
previous = הקודם
next = הבא
updated = עודכן לאחרונה:
machine-translation-title = מאמר בתרגום מכונה
machine-translation-text = מאמר זה תורגם באמצעות תרגום מכונה. ייתכן שיש בו שגיאות ניסוח או מינוח.
fallback-title = המאמר הזה עדיין לא תורגם
fallback-text = עדיין אין גרסה בשפה הזאת: { $wanted }. הטקסט שלהלן בשפה אחרת: { $shown }.
orphan-title = המקור של מאמר זה כבר אינו קיים
orphan-text = ייתכן שהתרגום הזה אינו מעודכן.

## בתוך מאמרים

alert-note = הערה
alert-tip = עצה
alert-important = חשוב
alert-warning = אזהרה
alert-caution = זהירות
heading-permalink = קישור אל ”{ $heading }”
footnotes-title = הערות שוליים
footnote-reference = הערת שוליים { $number }
footnote-back = חזרה להפניה { $number }
video-link = צפייה בסרטון
table-label = טבלה
task-done = בוצע
task-open = לא בוצע

## תיקיות ודפי בית

home-title = דף הבית
folders-title = מדורים
articles-title = מאמרים
articles-count =
    { $count ->
        [one] מאמר אחד
        [two] שני מאמרים
       *[other] { $count } מאמרים
    }
letters-label = מעבר לאות
group-other = אחר

## דף השפות

languages-title = בחירת שפה

## כתובות שאינן קיימות או שהועברו

not-found-title = הדף לא נמצא
not-found-text = אין דף בכתובת הזאת. ייתכן שהדף הועבר, או שהקישור שהביא אותך לכאן שגוי.
not-found-home = מעבר לדף הבית
redirect-title = הדף הועבר
redirect-text = הכתובת החדשה:

## חיפוש

search-title = חיפוש
search-results-label = תוצאות החיפוש
search-count =
    { $count ->
        [one] תוצאה אחת
        [two] שתי תוצאות
       *[other] { $count } תוצאות
    }
search-all =
    { $count ->
        [one] הצגת תוצאה אחת
        [two] הצגת שתי התוצאות
       *[other] הצגת כל { $count } התוצאות
    }
search-more = הצגת תוצאות נוספות
search-none = אין תוצאות עבור ”{ $query }”
search-none-hint = כדאי לבדוק את האיות, או לנסות פחות מילים או מילים אחרות.
search-corrected = מוצגות תוצאות עבור ”{ $query }”
search-other-language =
    { $count ->
        [one] תוצאה אחת בשפה אחרת ({ $language })
        [two] שתי תוצאות בשפה אחרת ({ $language })
       *[other] { $count } תוצאות בשפה אחרת ({ $language })
    }
search-recent = חיפושים אחרונים
search-recent-clear = ניקוי החיפושים האחרונים
search-close = סגירת החיפוש
search-prompt = יש להקליד את מה שמחפשים.
search-loading = מתבצע חיפוש…
search-failed = לא ניתן לטעון את החיפוש. יש לבדוק את החיבור ולנסות שוב.
search-retry = ניסיון נוסף
search-no-script = לחיפוש דרוש JavaScript, הכבוי בדפדפן. כל המאמרים רשומים בדפים האלה:
search-filters = מסננים
search-filters-clear = ניקוי המסננים
search-filters-all = הצגת הכול
search-filter-ms-service = שירות
search-filter-ms-topic = סוג המאמר
search-filter-ms-collection = אוסף
search-filter-ms-translationtype = תרגום
search-value-ms-translationtype-mt = תרגום מכונה
search-value-ms-translationtype-ht = תרגום אנושי

## Translations behind their source

stale-title = יש גרסה חדשה יותר של מאמר זה
stale-text = התרגום נעשה מגרסה ישנה יותר. ייתכן שחלקים ממנו אינם מעודכנים.
stale-text-languages = התרגום נעשה מגרסה ישנה יותר. ייתכן שחלקים ממנו אינם מעודכנים. הגרסה החדשה יותר זמינה בשפות:

## Translation status (a page with a table of all languages)

status-title = מצב התרגומים
status-summary =
    { $articles ->
        [one] מאמר אחד
        [two] שני מאמרים
       *[other] { $articles } מאמרים
    } { $languages ->
        [one] בשפה אחת
        [two] בשתי שפות
       *[other] ב־{ $languages } שפות
    }
status-as-of = נכון ל־{ $date }
status-ordered-by = מיון לפי: { $column }
status-language = שפה
status-articles = מאמרים
status-current = מעודכנים
status-stale = לא מעודכנים
status-missing = חסרים
status-extra = נוספים
status-renamed = בשם אחר בשפות אחרות
status-machine = תרגום מכונה
status-human = תרגום אנושי
status-words = מילים
status-share = הושלם
status-age = גיל חציוני בימים
status-all = כל השפות
status-bar = מעודכנים: { $current }, לא מעודכנים: { $stale }, חסרים: { $missing }
status-worst-title = מאמרים שאינם מעודכנים או חסרים במספר השפות הרב ביותר
status-article = מאמר
status-stale-in = לא מעודכן בשפות
status-missing-in = חסר בשפות
status-nothing = דבר אינו חסר ודבר אינו מיושן.

scheme-label = מראה
scheme-auto = אוטומטי
scheme-light = בהיר
scheme-dark = כהה
code-copy = העתקה
code-copied = הועתק
## Links to other sites (a page with tables of hosts and answers)

external-title = קישורים לאתרים אחרים
external-verdict = תשובה
external-host = מארח
external-addresses = כתובות
external-places = מקומות
external-address = כתובת
external-newly = שבורים לאחרונה
external-since = שבור מאז
external-slowest = התשובות האיטיות ביותר
external-seconds = שניות
external-none = אין
external-unasked = טרם נבדק
edit-page = עריכת דף זה
feedback = שליחת משוב
feed-title = שינויים אחרונים
versions-title = גרסה
choice-title = בחירה
