## Every page

skip-link = ข้ามไปยังเนื้อหาหลัก
sections-label = ส่วนต่าง ๆ
languages-label = ภาษา
footer-languages = ทุกภาษา
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = คุณอยู่ที่นี่
contents-title = ในหน้านี้
navigation-label = ในส่วนนี้
navigation-all = บทความทั้งหมดในส่วนนี้
navigation-filter = กรองตามชื่อเรื่อง
navigation-filter-none = ไม่พบรายการที่ตรงกัน
neighbours-label = บทความก่อนหน้าและถัดไป
previous = ก่อนหน้า
next = ถัดไป
updated = ปรับปรุงล่าสุด:
machine-translation-title = บทความที่แปลด้วยเครื่อง
machine-translation-text = บทความนี้แปลด้วยเครื่อง จึงอาจมีข้อผิดพลาดด้านถ้อยคำหรือคำศัพท์เฉพาะ

## Inside articles

alert-note = หมายเหตุ
alert-tip = เคล็ดลับ
alert-important = สำคัญ
alert-warning = คำเตือน
alert-caution = ข้อควรระวัง
heading-permalink = ลิงก์ไปยัง “{ $heading }”
footnotes-title = เชิงอรรถ
footnote-reference = เชิงอรรถ { $number }
footnote-back = กลับไปยังจุดอ้างอิง { $number }
video-link = ดูวิดีโอ
table-label = ตาราง
task-done = เสร็จแล้ว
task-open = ยังไม่เสร็จ

## Folders and home pages

home-title = หน้าแรก
folders-title = ส่วนต่าง ๆ
articles-title = บทความ
articles-count =
    { $count ->
       *[other] บทความ { $count } รายการ
    }
letters-label = ข้ามไปยังตัวอักษร
group-other = อื่น ๆ

## The page that lists all languages

languages-title = เลือกภาษาของคุณ

## Addresses that do not exist, or no longer

not-found-title = ไม่พบหน้า
not-found-text = ไม่มีหน้าที่ที่อยู่นี้ หน้าอาจถูกย้าย หรือลิงก์ที่นำคุณมาที่นี่อาจไม่ถูกต้อง
not-found-home = ไปยังหน้าแรก
redirect-title = หน้านี้ถูกย้ายแล้ว
redirect-text = ที่อยู่ใหม่:

## Articles

fallback-title = บทความนี้ยังไม่ได้แปล
fallback-text = ยังไม่มีฉบับภาษานี้: { $wanted } ข้อความด้านล่างเป็นภาษาอื่น: { $shown }
orphan-title = ต้นฉบับของบทความนี้ไม่มีอยู่แล้ว
orphan-text = คำแปลนี้อาจล้าสมัย

## Translations behind their source

stale-title = มีบทความนี้ฉบับที่ใหม่กว่า
stale-text = คำแปลนี้จัดทำจากฉบับที่เก่ากว่า บางส่วนอาจล้าสมัย
stale-text-languages = คำแปลนี้จัดทำจากฉบับที่เก่ากว่า บางส่วนอาจล้าสมัย ฉบับที่ใหม่กว่ามีในภาษา:

## Translation status (a page with a table of all languages)

status-title = สถานะการแปล
status-summary =
    { $articles ->
       *[other] บทความ { $articles } รายการ
    } ใน { $languages ->
       *[other] { $languages } ภาษา
    }
status-as-of = ข้อมูล ณ วันที่ { $date }
status-ordered-by = เรียงตาม: { $column }
status-language = ภาษา
status-articles = บทความ
status-current = เป็นปัจจุบัน
status-stale = ล้าสมัย
status-missing = ขาด
status-extra = ส่วนเพิ่ม
status-renamed = ใช้ชื่ออื่นในภาษาอื่น
status-machine = แปลด้วยเครื่อง
status-human = แปลโดยคน
status-words = คำ
status-share = เสร็จสมบูรณ์
status-age = อายุมัธยฐานเป็นวัน
status-all = ทุกภาษา
status-bar = เป็นปัจจุบัน { $current } ล้าสมัย { $stale } ขาด { $missing }
status-worst-title = บทความที่ล้าสมัยหรือขาดในภาษาจำนวนมากที่สุด
status-article = บทความ
status-stale-in = ล้าสมัยในภาษา
status-missing-in = ขาดในภาษา
status-nothing = ไม่มีสิ่งใดขาดหรือล้าสมัย

## Search

search-title = ค้นหา
search-results-label = ผลการค้นหา
search-count =
    { $count ->
       *[other] ผลลัพธ์ { $count } รายการ
    }
search-all =
    { $count ->
       *[other] แสดงผลลัพธ์ทั้งหมด { $count } รายการ
    }
search-more = แสดงผลลัพธ์เพิ่มเติม
search-none = ไม่พบผลลัพธ์สำหรับ “{ $query }”
search-none-hint = ตรวจสอบตัวสะกด หรือใช้คำให้น้อยลงหรือคำอื่น
search-corrected = แสดงผลลัพธ์สำหรับ “{ $query }”
search-other-language =
    { $count ->
       *[other] ผลลัพธ์ { $count } รายการในภาษาอื่น ({ $language })
    }
search-recent = การค้นหาล่าสุด
search-recent-clear = ล้างการค้นหาล่าสุด
search-close = ปิดการค้นหา
search-prompt = พิมพ์สิ่งที่คุณต้องการค้นหา
search-loading = กำลังค้นหา…
search-failed = ไม่สามารถโหลดการค้นหาได้ โปรดตรวจสอบการเชื่อมต่อแล้วลองอีกครั้ง
search-retry = ลองอีกครั้ง
search-no-script = การค้นหาต้องใช้ JavaScript ซึ่งปิดอยู่ในเบราว์เซอร์ของคุณ บทความทั้งหมดแสดงอยู่ในหน้าต่อไปนี้:
search-filters = ตัวกรอง
search-filters-clear = ล้างตัวกรอง
search-filters-all = แสดงทั้งหมด
search-filter-ms-service = บริการ
search-filter-ms-topic = ประเภทบทความ
search-filter-ms-collection = คอลเลกชัน
search-filter-ms-translationtype = การแปล
search-value-ms-translationtype-mt = แปลด้วยเครื่อง
search-value-ms-translationtype-ht = แปลโดยคน

scheme-label = ลักษณะที่ปรากฏ
scheme-auto = อัตโนมัติ
scheme-light = สว่าง
scheme-dark = มืด
code-copy = คัดลอก
code-copied = คัดลอกแล้ว
## Links to other sites (a page with tables of hosts and answers)

external-title = ลิงก์ไปยังเว็บไซต์อื่น
external-verdict = คำตอบ
external-host = โฮสต์
external-addresses = จำนวนที่อยู่
external-places = จำนวนตำแหน่ง
external-address = ที่อยู่
external-newly = เพิ่งเสีย
external-since = เสียตั้งแต่
external-slowest = คำตอบที่ช้าที่สุด
external-seconds = วินาที
external-none = ไม่มี
external-unasked = ยังไม่ได้ถาม
edit-page = แก้ไขหน้านี้
feedback = ส่งคำติชม
feed-title = การเปลี่ยนแปลงล่าสุด
versions-title = เวอร์ชัน
choice-title = เลือก
