## Every page

skip-link = Ana içeriğe geç
sections-label = Bölümler
languages-label = Dil
footer-languages = Tüm diller
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Buradasınız
contents-title = Bu sayfada
navigation-label = Bu bölümde
navigation-all = Bu bölümdeki tüm makaleler
navigation-filter = Başlığa göre filtrele
navigation-filter-none = Eşleşme yok
neighbours-label = Önceki ve sonraki makale
previous = Önceki
next = Sonraki
updated = Son güncelleme:
machine-translation-title = Makine çevirisi makale
machine-translation-text = Bu makale makine tarafından çevrilmiştir. İfade veya terim hataları içerebilir.

## Inside articles

alert-note = Not
alert-tip = İpucu
alert-important = Önemli
alert-warning = Uyarı
alert-caution = Dikkat
heading-permalink = “{ $heading }” bağlantısı
footnotes-title = Dipnotlar
footnote-reference = Dipnot { $number }
footnote-back = { $number } numaralı göndermeye dön
video-link = Videoyu izleyin
table-label = Tablo
task-done = Yapıldı
task-open = Yapılacak

## Folders and home pages

home-title = Ana sayfa
folders-title = Bölümler
articles-title = Makaleler
articles-count =
    { $count ->
        [one] { $count } makale
       *[other] { $count } makale
    }
letters-label = Bir harfe git
group-other = Diğer

## The page that lists all languages

languages-title = Dilinizi seçin

## Addresses that do not exist, or no longer

not-found-title = Sayfa bulunamadı
not-found-text = Bu adreste bir sayfa yok. Sayfa taşınmış veya sizi buraya getiren bağlantı hatalı olabilir.
not-found-home = Ana sayfaya git
redirect-title = Bu sayfa taşındı
redirect-text = Yeni adresi:

## Articles

fallback-title = Bu makale henüz çevrilmedi
fallback-text = Bu dilde henüz bir sürüm yok: { $wanted }. Aşağıdaki metnin dili: { $shown }.
orphan-title = Bu makalenin aslı artık yok
orphan-text = Bu çeviri güncelliğini yitirmiş olabilir.

## Translations behind their source

stale-title = Bu makalenin daha yeni bir sürümü var
stale-text = Bu çeviri daha eski bir sürümden yapılmıştır. Bir bölümü güncelliğini yitirmiş olabilir.
stale-text-languages = Bu çeviri daha eski bir sürümden yapılmıştır. Bir bölümü güncelliğini yitirmiş olabilir. Daha yeni sürümün bulunduğu diller:

## Translation status (a page with a table of all languages)

status-title = Çeviri durumu
status-summary =
    { $languages ->
        [one] { $languages } dilde
       *[other] { $languages } dilde
    } { $articles ->
        [one] { $articles } makale
       *[other] { $articles } makale
    }
status-as-of = { $date } itibarıyla
status-ordered-by = Sıralama: { $column }
status-language = Dil
status-articles = Makaleler
status-current = Güncel
status-stale = Güncel değil
status-missing = Eksik
status-extra = Fazladan
status-renamed = Diğer dillerde adı farklı
status-machine = Makine çevirisi
status-human = İnsan çevirisi
status-words = Sözcükler
status-share = Tamamlanan
status-age = Gün olarak ortanca yaş
status-all = Tüm diller
status-bar = { $current } güncel, { $stale } güncel değil, { $missing } eksik
status-worst-title = En çok dilde güncel olmayan veya eksik makaleler
status-article = Makale
status-stale-in = Güncel olmadığı diller
status-missing-in = Eksik olduğu diller
status-nothing = Eksik veya güncel olmayan hiçbir şey yok.

## Search

search-title = Ara
search-results-label = Arama sonuçları
search-count =
    { $count ->
        [one] { $count } sonuç
       *[other] { $count } sonuç
    }
search-all =
    { $count ->
        [one] { $count } sonucu göster
       *[other] { $count } sonucun tümünü göster
    }
search-more = Daha fazla sonuç göster
search-none = “{ $query }” için sonuç yok
search-none-hint = Yazımı denetleyin veya daha az ya da başka sözcükler kullanın.
search-corrected = “{ $query }” için sonuçlar gösteriliyor
search-other-language =
    { $count ->
        [one] Başka bir dilde ({ $language }) { $count } sonuç
       *[other] Başka bir dilde ({ $language }) { $count } sonuç
    }
search-recent = Son aramalar
search-recent-clear = Son aramaları temizle
search-close = Aramayı kapat
search-prompt = Ne aradığınızı yazın.
search-loading = Aranıyor…
search-failed = Arama yüklenemedi. Bağlantınızı denetleyip yeniden deneyin.
search-retry = Yeniden dene
search-no-script = Arama için JavaScript gerekir, ancak tarayıcınızda kapalı. Tüm makaleler şu sayfalarda listelenir:
search-filters = Filtreler
search-filters-clear = Filtreleri temizle
search-filters-all = Tümünü göster
search-filter-ms-service = Hizmet
search-filter-ms-topic = Makale türü
search-filter-ms-collection = Koleksiyon
search-filter-ms-translationtype = Çeviri
search-value-ms-translationtype-mt = Makine çevirisi
search-value-ms-translationtype-ht = İnsan çevirisi

scheme-label = Görünüm
scheme-auto = Otomatik
scheme-light = Açık
scheme-dark = Koyu
code-copy = Kopyala
code-copied = Kopyalandı
## Links to other sites (a page with tables of hosts and answers)

external-title = Diğer sitelere bağlantılar
external-verdict = Yanıt
external-host = Ana bilgisayar
external-addresses = Adresler
external-places = Yerler
external-address = Adres
external-newly = Yakın zamanda kopanlar
external-since = Kopma tarihi
external-slowest = En yavaş yanıtlar
external-seconds = Saniye
external-none = Yok
external-unasked = henüz denetlenmedi
edit-page = Bu sayfayı düzenle
feedback = Geri bildirim gönder
feed-title = Son değişiklikler
versions-title = Sürüm
choice-title = Seçin
