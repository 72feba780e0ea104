## Every page

skip-link = 跳至主要內容
sections-label = 區段
languages-label = 語言
footer-languages = 所有語言
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = 目前位置
contents-title = 本頁內容
navigation-label = 在此區段
navigation-all = 此區段的所有文章
navigation-filter = 依標題篩選
navigation-filter-none = 沒有相符項目
neighbours-label = 上一篇與下一篇文章
previous = 上一篇
next = 下一篇
updated = 上次更新：
machine-translation-title = 機器翻譯的文章
machine-translation-text = 本文由機器翻譯，措辭或術語可能有誤。

## Inside articles

alert-note = 附註
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
heading-permalink = 「{ $heading }」的連結
footnotes-title = 註腳
footnote-reference = 註腳 { $number }
footnote-back = 返回參照處 { $number }
video-link = 觀看影片
table-label = 表格
task-done = 已完成
task-open = 待完成

## Folders and home pages

home-title = 首頁
folders-title = 區段
articles-title = 文章
articles-count =
    { $count ->
       *[other] { $count } 篇文章
    }
letters-label = 跳至首字
group-other = 其他

## The page that lists all languages

languages-title = 選擇語言

## Addresses that do not exist, or no longer

not-found-title = 找不到頁面
not-found-text = 此位址沒有頁面。頁面可能已移動，或帶您來到這裡的連結有誤。
not-found-home = 前往首頁
redirect-title = 此頁面已移動
redirect-text = 新位址：

## Articles

fallback-title = 本文尚未翻譯
fallback-text = 尚無{ $wanted }版本。以下內容為{ $shown }。
orphan-title = 本文的原文已不存在
orphan-text = 此譯文可能已過時。

## Translations behind their source

stale-title = 本文有較新的版本
stale-text = 此譯文是根據較舊的版本製作，部分內容可能已過時。
stale-text-languages = 此譯文是根據較舊的版本製作，部分內容可能已過時。較新的版本提供下列語言：

## Translation status (a page with a table of all languages)

status-title = 翻譯狀態
status-summary =
    { $languages ->
       *[other] { $languages } 種語言
    }，{ $articles ->
       *[other] { $articles } 篇文章
    }
status-as-of = 截至{ $date }
status-ordered-by = 排序依據：{ $column }
status-language = 語言
status-articles = 文章
status-current = 最新
status-stale = 過時
status-missing = 缺少
status-extra = 額外
status-renamed = 在其他語言中名稱不同
status-machine = 機器翻譯
status-human = 人工翻譯
status-words = 字數
status-share = 完成度
status-age = 距更新天數中位數
status-all = 所有語言
status-bar = { $current } 篇最新，{ $stale } 篇過時，{ $missing } 篇缺少
status-worst-title = 在最多語言中過時或缺少的文章
status-article = 文章
status-stale-in = 過時的語言數
status-missing-in = 缺少的語言數
status-nothing = 沒有缺少或過時的文章。

## Search

search-title = 搜尋
search-results-label = 搜尋結果
search-count =
    { $count ->
       *[other] { $count } 個結果
    }
search-all =
    { $count ->
       *[other] 顯示全部 { $count } 個結果
    }
search-more = 顯示更多結果
search-none = 沒有符合「{ $query }」的結果
search-none-hint = 請檢查拼字，或使用較少或其他字詞。
search-corrected = 正在顯示「{ $query }」的結果
search-other-language =
    { $count ->
       *[other] { $count } 個{ $language }結果
    }
search-recent = 最近的搜尋
search-recent-clear = 清除最近的搜尋
search-close = 關閉搜尋
search-prompt = 請輸入要尋找的內容。
search-loading = 正在搜尋…
search-failed = 無法載入搜尋。請檢查網路連線，然後再試一次。
search-retry = 再試一次
search-no-script = 搜尋需要 JavaScript，但您的瀏覽器已將其關閉。下列頁面列出所有文章：
search-filters = 篩選條件
search-filters-clear = 清除篩選條件
search-filters-all = 全部顯示
search-filter-ms-service = 服務
search-filter-ms-topic = 文章類型
search-filter-ms-collection = 集合
search-filter-ms-translationtype = 翻譯
search-value-ms-translationtype-mt = 機器翻譯
search-value-ms-translationtype-ht = 人工翻譯

scheme-label = 外觀
scheme-auto = 自動
scheme-light = 淺色
scheme-dark = 深色
code-copy = 複製
code-copied = 已複製
## Links to other sites (a page with tables of hosts and answers)

external-title = 連往其他網站的連結
external-verdict = 回應
external-host = 主機
external-addresses = 位址數
external-places = 位置數
external-address = 位址
external-newly = 最近失效
external-since = 失效日期
external-slowest = 最慢的回應
external-seconds = 秒
external-none = 無
external-unasked = 尚未查詢
edit-page = 編輯此頁
feedback = 提供意見反應
feed-title = 最近變更
versions-title = 版本
choice-title = 選擇
