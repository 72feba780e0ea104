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
