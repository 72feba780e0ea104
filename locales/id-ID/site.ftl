## Every page

skip-link = Lompat ke konten utama
sections-label = Bagian
languages-label = Bahasa
footer-languages = Semua bahasa
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Anda di sini
contents-title = Di halaman ini
navigation-label = Di bagian ini
navigation-all = Semua artikel di bagian ini
navigation-filter = Filter menurut judul
navigation-filter-none = Tidak ada yang cocok
neighbours-label = Artikel sebelumnya dan berikutnya
previous = Sebelumnya
next = Berikutnya
updated = Terakhir diperbarui:
machine-translation-title = Artikel terjemahan mesin
machine-translation-text = Artikel ini diterjemahkan oleh mesin dan mungkin mengandung kesalahan kata-kata atau istilah.

## Inside articles

alert-note = Catatan
alert-tip = Kiat
alert-important = Penting
alert-warning = Peringatan
alert-caution = Hati-hati
heading-permalink = Tautan ke “{ $heading }”
footnotes-title = Catatan kaki
footnote-reference = Catatan kaki { $number }
footnote-back = Kembali ke rujukan { $number }
video-link = Tonton video
table-label = Tabel
task-done = Selesai
task-open = Belum selesai

## Folders and home pages

home-title = Beranda
folders-title = Bagian
articles-title = Artikel
articles-count =
    { $count ->
       *[other] { $count } artikel
    }
letters-label = Lompat ke huruf
group-other = Lainnya

## The page that lists all languages

languages-title = Pilih bahasa Anda

## Addresses that do not exist, or no longer

not-found-title = Halaman tidak ditemukan
not-found-text = Tidak ada halaman di alamat ini. Halaman mungkin telah dipindahkan atau tautan yang membawa Anda ke sini salah.
not-found-home = Buka beranda
redirect-title = Halaman ini telah dipindahkan
redirect-text = Alamat barunya:

## Articles

fallback-title = Artikel ini belum diterjemahkan
fallback-text = Belum ada versi dalam bahasa ini: { $wanted }. Teks di bawah ini dalam bahasa lain: { $shown }.
orphan-title = Naskah asli artikel ini sudah tidak ada
orphan-text = Terjemahan ini mungkin sudah usang.

## Translations behind their source

stale-title = Ada versi yang lebih baru dari artikel ini
stale-text = Terjemahan ini dibuat dari versi yang lebih lama. Sebagian isinya mungkin sudah usang.
stale-text-languages = Terjemahan ini dibuat dari versi yang lebih lama. Sebagian isinya mungkin sudah usang. Versi yang lebih baru tersedia dalam:

## Translation status (a page with a table of all languages)

status-title = Status terjemahan
status-summary =
    { $articles ->
       *[other] { $articles } artikel
    } dalam { $languages ->
       *[other] { $languages } bahasa
    }
status-as-of = Per { $date }
status-ordered-by = Diurutkan menurut: { $column }
status-language = Bahasa
status-articles = Artikel
status-current = Terkini
status-stale = Usang
status-missing = Belum ada
status-extra = Tambahan
status-renamed = Bernama lain di bahasa lain
status-machine = Terjemahan mesin
status-human = Terjemahan manusia
status-words = Kata
status-share = Selesai
status-age = Median usia dalam hari
status-all = Semua bahasa
status-bar = { $current } terkini, { $stale } usang, { $missing } belum ada
status-worst-title = Artikel yang usang atau belum ada di paling banyak bahasa
status-article = Artikel
status-stale-in = Usang dalam
status-missing-in = Belum ada dalam
status-nothing = Tidak ada yang kurang atau usang.

## Search

search-title = Cari
search-results-label = Hasil pencarian
search-count =
    { $count ->
       *[other] { $count } hasil
    }
search-all =
    { $count ->
       *[other] Tampilkan semua { $count } hasil
    }
search-more = Tampilkan lebih banyak hasil
search-none = Tidak ada hasil untuk “{ $query }”
search-none-hint = Periksa ejaan, atau gunakan lebih sedikit kata atau kata lain.
search-corrected = Menampilkan hasil untuk “{ $query }”
search-other-language =
    { $count ->
       *[other] { $count } hasil dalam bahasa lain ({ $language })
    }
search-recent = Pencarian terbaru
search-recent-clear = Hapus pencarian terbaru
search-close = Tutup pencarian
search-prompt = Ketik apa yang Anda cari.
search-loading = Mencari…
search-failed = Pencarian tidak dapat dimuat. Periksa koneksi Anda dan coba lagi.
search-retry = Coba lagi
search-no-script = Pencarian memerlukan JavaScript, yang dinonaktifkan di browser Anda. Semua artikel tercantum di halaman berikut:
search-filters = Filter
search-filters-clear = Hapus filter
search-filters-all = Tampilkan semua
search-filter-ms-service = Layanan
search-filter-ms-topic = Jenis artikel
search-filter-ms-collection = Koleksi
search-filter-ms-translationtype = Terjemahan
search-value-ms-translationtype-mt = Oleh mesin
search-value-ms-translationtype-ht = Oleh manusia

scheme-label = Tampilan
scheme-auto = Otomatis
scheme-light = Terang
scheme-dark = Gelap
code-copy = Salin
code-copied = Disalin
## Links to other sites (a page with tables of hosts and answers)

external-title = Tautan ke situs lain
external-verdict = Jawaban
external-host = Host
external-addresses = Alamat
external-places = Tempat
external-address = Alamat
external-newly = Baru rusak
external-since = Rusak sejak
external-slowest = Jawaban paling lambat
external-seconds = Detik
external-none = Tidak ada
external-unasked = belum diperiksa
edit-page = Edit halaman ini
feedback = Beri masukan
feed-title = Perubahan terbaru
versions-title = Versi
choice-title = Pilih
