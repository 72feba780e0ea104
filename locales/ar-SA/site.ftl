## كل الصفحات

skip-link = الانتقال إلى المحتوى الرئيسي
sections-label = الأقسام
languages-label = اللغة
footer-languages = كل اللغات
document-title = { $page } – { $site }

## المقالات

breadcrumbs-label = موقعك الحالي
contents-title = في هذه الصفحة
navigation-label = في هذا القسم
navigation-all = كل مقالات هذا القسم
navigation-filter = تصفية حسب العنوان
navigation-filter-none = لا توجد نتائج
neighbours-label = المقالة السابقة والمقالة التالية
previous = السابق
next = التالي
updated = آخر تحديث:
machine-translation-title = مقالة مترجمة آليًا
machine-translation-text = تُرجمت هذه المقالة آليًا، وقد تحتوي على أخطاء في الصياغة أو المصطلحات.
fallback-title = لم تُترجم هذه المقالة بعد
fallback-text = لا توجد نسخة بعد بهذه اللغة: { $wanted }. النص أدناه بلغة أخرى: { $shown }.
orphan-title = لم يعد أصل هذه المقالة موجودًا
orphan-text = قد تكون هذه الترجمة قديمة.

## داخل المقالات

alert-note = ملاحظة
alert-tip = تلميح
alert-important = مهم
alert-warning = تحذير
alert-caution = تنبيه
heading-permalink = رابط إلى «{ $heading }»
footnotes-title = الحواشي
footnote-reference = الحاشية { $number }
footnote-back = العودة إلى موضع الحاشية { $number }
video-link = مشاهدة الفيديو
table-label = جدول
task-done = مُنجَز
task-open = غير مُنجَز

## المجلدات والصفحات الرئيسية

home-title = الصفحة الرئيسية
folders-title = الأقسام
articles-title = المقالات
articles-count =
    { $count ->
        [zero] لا توجد مقالات
        [one] مقالة واحدة
        [two] مقالتان
        [few] { $count } مقالات
        [many] { $count } مقالة
       *[other] { $count } مقالة
    }
letters-label = الانتقال إلى حرف
group-other = أخرى

## صفحة اللغات

languages-title = اختر لغتك

## عناوين غير موجودة أو منقولة

not-found-title = الصفحة غير موجودة
not-found-text = لا توجد صفحة في هذا العنوان. ربما نُقلت، أو أن الرابط الذي أوصلك إلى هنا غير صحيح.
not-found-home = الانتقال إلى الصفحة الرئيسية
redirect-title = نُقلت هذه الصفحة
redirect-text = عنوانها الجديد:

## البحث

search-title = بحث
search-results-label = نتائج البحث
search-count =
    { $count ->
        [zero] لا توجد نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $count } نتائج
        [many] { $count } نتيجة
       *[other] { $count } نتيجة
    }
search-all =
    { $count ->
        [zero] عرض النتائج
        [one] عرض نتيجة واحدة
        [two] عرض النتيجتين
        [few] عرض كل النتائج ({ $count })
        [many] عرض كل النتائج ({ $count })
       *[other] عرض كل النتائج ({ $count })
    }
search-more = عرض المزيد من النتائج
search-none = لا توجد نتائج لـ«{ $query }»
search-none-hint = تحقق من الإملاء، أو استخدم كلمات أقل أو كلمات أخرى.
search-corrected = عرض نتائج «{ $query }»
search-other-language =
    { $count ->
        [zero] لا توجد نتائج بلغة أخرى ({ $language })
        [one] نتيجة واحدة بلغة أخرى ({ $language })
        [two] نتيجتان بلغة أخرى ({ $language })
        [few] { $count } نتائج بلغة أخرى ({ $language })
        [many] { $count } نتيجة بلغة أخرى ({ $language })
       *[other] { $count } نتيجة بلغة أخرى ({ $language })
    }
search-recent = عمليات البحث الأخيرة
search-recent-clear = مسح عمليات البحث الأخيرة
search-close = إغلاق البحث
search-prompt = اكتب ما تبحث عنه.
search-loading = جارٍ البحث…
search-failed = تعذر تحميل البحث. تحقق من اتصالك وحاول مرة أخرى.
search-retry = إعادة المحاولة
search-no-script = يتطلب البحث JavaScript، وهو متوقف في متصفحك. كل المقالات مدرجة في هذه الصفحات:
search-filters = عوامل التصفية
search-filters-clear = مسح عوامل التصفية
search-filters-all = عرض الكل
search-filter-ms-service = الخدمة
search-filter-ms-topic = نوع المقالة
search-filter-ms-collection = المجموعة
search-filter-ms-translationtype = الترجمة
search-value-ms-translationtype-mt = آلية
search-value-ms-translationtype-ht = بشرية

## Translations behind their source

stale-title = توجد نسخة أحدث من هذه المقالة
stale-text = أُعدت هذه الترجمة من نسخة أقدم، وقد يكون بعضها قديمًا.
stale-text-languages = أُعدت هذه الترجمة من نسخة أقدم، وقد يكون بعضها قديمًا. النسخة الأحدث متاحة باللغات:

## Translation status (a page with a table of all languages)

status-title = حالة الترجمات
# [zero] [one] [two] [few] [many]: the numbers stand behind colons, where nouns keep their form.
status-summary = المقالات: { $articles }؛ اللغات: { $languages }
status-as-of = البيانات بتاريخ { $date }
status-ordered-by = الترتيب حسب: { $column }
status-language = اللغة
status-articles = المقالات
status-current = محدّثة
status-stale = قديمة
status-missing = مفقودة
status-extra = زائدة
status-renamed = باسم آخر في غيرها
status-machine = ترجمة آلية
status-human = ترجمة بشرية
status-words = الكلمات
status-share = المكتمل
status-age = وسيط العمر بالأيام
status-all = كل اللغات
status-bar = محدّثة: { $current }، قديمة: { $stale }، مفقودة: { $missing }
status-worst-title = المقالات القديمة أو المفقودة في أكثر اللغات
status-article = المقالة
status-stale-in = قديمة في
status-missing-in = مفقودة في
status-nothing = لا شيء مفقود ولا شيء قديم.

scheme-label = المظهر
scheme-auto = تلقائي
scheme-light = فاتح
scheme-dark = داكن
code-copy = نسخ
code-copied = تم النسخ
## Links to other sites (a page with tables of hosts and answers)

external-title = روابط إلى مواقع أخرى
external-verdict = الاستجابة
external-host = المضيف
external-addresses = العناوين
external-places = المواضع
external-address = العنوان
external-newly = روابط معطلة حديثًا
external-since = معطل منذ
external-slowest = أبطأ الاستجابات
external-seconds = بالثواني
external-none = لا شيء
external-unasked = لم تُفحص بعد
edit-page = تحرير هذه الصفحة
feedback = إرسال ملاحظات
feed-title = أحدث التغييرات
versions-title = الإصدار
choice-title = اختر
