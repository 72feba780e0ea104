## Every page

skip-link = Chuyển đến nội dung chính
sections-label = Các mục
languages-label = Ngôn ngữ
footer-languages = Tất cả ngôn ngữ
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = Bạn đang ở đây
contents-title = Trên trang này
navigation-label = Trong mục này
navigation-all = Tất cả bài viết trong mục này
navigation-filter = Lọc theo tiêu đề
navigation-filter-none = Không có kết quả khớp
neighbours-label = Bài viết trước và bài viết tiếp theo
previous = Trước
next = Tiếp theo
updated = Cập nhật lần cuối:
machine-translation-title = Bài viết được dịch máy
machine-translation-text = Bài viết này do máy dịch và có thể có lỗi về cách diễn đạt hoặc thuật ngữ.

## Inside articles

alert-note = Ghi chú
alert-tip = Mẹo
alert-important = Quan trọng
alert-warning = Cảnh báo
alert-caution = Thận trọng
heading-permalink = Liên kết đến “{ $heading }”
footnotes-title = Chú thích cuối trang
footnote-reference = Chú thích { $number }
footnote-back = Quay lại chỗ tham chiếu { $number }
video-link = Xem video
table-label = Bảng
task-done = Đã xong
task-open = Chưa xong

## Folders and home pages

home-title = Trang chủ
folders-title = Các mục
articles-title = Bài viết
articles-count =
    { $count ->
       *[other] { $count } bài viết
    }
letters-label = Chuyển đến một chữ cái
group-other = Khác

## The page that lists all languages

languages-title = Chọn ngôn ngữ của bạn

## Addresses that do not exist, or no longer

not-found-title = Không tìm thấy trang
not-found-text = Không có trang nào ở địa chỉ này. Trang có thể đã được di chuyển hoặc liên kết đưa bạn đến đây bị sai.
not-found-home = Đến trang chủ
redirect-title = Trang này đã được di chuyển
redirect-text = Địa chỉ mới:

## Articles

fallback-title = Bài viết này chưa được dịch
fallback-text = Chưa có phiên bản bằng ngôn ngữ này: { $wanted }. Nội dung dưới đây bằng một ngôn ngữ khác: { $shown }.
orphan-title = Bản gốc của bài viết này không còn nữa
orphan-text = Bản dịch này có thể đã lỗi thời.

## Translations behind their source

stale-title = Bài viết này có phiên bản mới hơn
stale-text = Bản dịch này dựa trên một phiên bản cũ hơn. Một phần nội dung có thể đã lỗi thời.
stale-text-languages = Bản dịch này dựa trên một phiên bản cũ hơn. Một phần nội dung có thể đã lỗi thời. Phiên bản mới hơn có bằng:

## Translation status (a page with a table of all languages)

status-title = Tình trạng bản dịch
status-summary =
    { $articles ->
       *[other] { $articles } bài viết
    } bằng { $languages ->
       *[other] { $languages } ngôn ngữ
    }
status-as-of = Tính đến { $date }
status-ordered-by = Sắp xếp theo: { $column }
status-language = Ngôn ngữ
status-articles = Bài viết
status-current = Cập nhật
status-stale = Lỗi thời
status-missing = Còn thiếu
status-extra = Thêm
status-renamed = Có tên khác ở nơi khác
status-machine = Do máy dịch
status-human = Do người dịch
status-words = Số từ
status-share = Hoàn thành
status-age = Tuổi trung vị theo ngày
status-all = Tất cả ngôn ngữ
status-bar = { $current } cập nhật, { $stale } lỗi thời, { $missing } còn thiếu
status-worst-title = Các bài viết lỗi thời hoặc còn thiếu ở nhiều ngôn ngữ nhất
status-article = Bài viết
status-stale-in = Lỗi thời ở
status-missing-in = Còn thiếu ở
status-nothing = Không có gì thiếu hoặc lỗi thời.

## Search

search-title = Tìm kiếm
search-results-label = Kết quả tìm kiếm
search-count =
    { $count ->
       *[other] { $count } kết quả
    }
search-all =
    { $count ->
       *[other] Hiện tất cả { $count } kết quả
    }
search-more = Hiện thêm kết quả
search-none = Không có kết quả cho “{ $query }”
search-none-hint = Hãy kiểm tra chính tả, hoặc dùng ít từ hơn hay từ khác.
search-corrected = Đang hiện kết quả cho “{ $query }”
search-other-language =
    { $count ->
       *[other] { $count } kết quả bằng { $language }
    }
search-recent = Tìm kiếm gần đây
search-recent-clear = Xóa các tìm kiếm gần đây
search-close = Đóng tìm kiếm
search-prompt = Nhập nội dung bạn muốn tìm.
search-loading = Đang tìm…
search-failed = Không tải được chức năng tìm kiếm. Hãy kiểm tra kết nối rồi thử lại.
search-retry = Thử lại
search-no-script = Tìm kiếm cần JavaScript, hiện đang tắt trong trình duyệt của bạn. Tất cả bài viết được liệt kê ở các trang sau:
search-filters = Bộ lọc
search-filters-clear = Xóa bộ lọc
search-filters-all = Hiện tất cả
search-filter-ms-service = Dịch vụ
search-filter-ms-topic = Loại bài viết
search-filter-ms-collection = Bộ sưu tập
search-filter-ms-translationtype = Bản dịch
search-value-ms-translationtype-mt = Do máy dịch
search-value-ms-translationtype-ht = Do người dịch

scheme-label = Giao diện
scheme-auto = Tự động
scheme-light = Sáng
scheme-dark = Tối
code-copy = Sao chép
code-copied = Đã sao chép
## Links to other sites (a page with tables of hosts and answers)

external-title = Liên kết đến các trang khác
external-verdict = Câu trả lời
external-host = Máy chủ
external-addresses = Số địa chỉ
external-places = Số vị trí
external-address = Địa chỉ
external-newly = Mới hỏng
external-since = Hỏng từ
external-slowest = Câu trả lời chậm nhất
external-seconds = Giây
external-none = Không có
external-unasked = chưa kiểm tra
edit-page = Chỉnh sửa trang này
feedback = Gửi phản hồi
feed-title = Thay đổi gần đây
versions-title = Phiên bản
choice-title = Chọn
