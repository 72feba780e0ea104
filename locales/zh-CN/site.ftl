## Every page

skip-link = 跳转到主要内容
sections-label = 栏目
languages-label = 语言
footer-languages = 所有语言
document-title = { $page } – { $site }

## Articles

breadcrumbs-label = 当前位置
contents-title = 本页内容
navigation-label = 本栏目
navigation-all = 本栏目的所有文章
navigation-filter = 按标题筛选
navigation-filter-none = 没有匹配项
neighbours-label = 上一篇和下一篇文章
previous = 上一篇
next = 下一篇
updated = 上次更新：
machine-translation-title = 机器翻译的文章
machine-translation-text = 本文由机器翻译，可能存在措辞或术语错误。

## Inside articles

alert-note = 备注
alert-tip = 提示
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
heading-permalink = 指向“{ $heading }”的链接
footnotes-title = 脚注
footnote-reference = 脚注 { $number }
footnote-back = 返回引用处 { $number }
video-link = 观看视频
table-label = 表格
task-done = 已完成
task-open = 待完成

## Folders and home pages

home-title = 主页
folders-title = 栏目
articles-title = 文章
articles-count =
    { $count ->
       *[other] { $count } 篇文章
    }
letters-label = 跳转到首字母
group-other = 其他

## The page that lists all languages

languages-title = 选择语言

## Addresses that do not exist, or no longer

not-found-title = 找不到页面
not-found-text = 此地址没有页面。页面可能已移动，或者带你来到这里的链接有误。
not-found-home = 前往主页
redirect-title = 此页面已移动
redirect-text = 新地址：

## Articles

fallback-title = 本文尚未翻译
fallback-text = 尚无{ $wanted }版本。以下内容为{ $shown }。
orphan-title = 本文的原文已不存在
orphan-text = 此译文可能已过时。

## Translations behind their source

stale-title = 本文有较新的版本
stale-text = 此译文基于较旧的版本，部分内容可能已过时。
stale-text-languages = 此译文基于较旧的版本，部分内容可能已过时。较新的版本有以下语言：

## Translation status (a page with a table of all languages)

status-title = 翻译状态
status-summary =
    { $languages ->
       *[other] { $languages } 种语言
    }，{ $articles ->
       *[other] { $articles } 篇文章
    }
status-as-of = 截至{ $date }
status-ordered-by = 排序依据：{ $column }
status-language = 语言
status-articles = 文章
status-current = 最新
status-stale = 过时
status-missing = 缺少
status-extra = 额外
status-renamed = 在其他语言中名称不同
status-machine = 机器翻译
status-human = 人工翻译
status-words = 字数
status-share = 完成度
status-age = 距更新天数中位数
status-all = 所有语言
status-bar = { $current } 篇最新，{ $stale } 篇过时，{ $missing } 篇缺少
status-worst-title = 在最多语言中过时或缺少的文章
status-article = 文章
status-stale-in = 过时的语言数
status-missing-in = 缺少的语言数
status-nothing = 没有缺少或过时的文章。

## Search

search-title = 搜索
search-results-label = 搜索结果
search-count =
    { $count ->
       *[other] { $count } 条结果
    }
search-all =
    { $count ->
       *[other] 显示全部 { $count } 条结果
    }
search-more = 显示更多结果
search-none = 没有与“{ $query }”相关的结果
search-none-hint = 请检查拼写，或使用更少或其他字词。
search-corrected = 正在显示“{ $query }”的结果
search-other-language =
    { $count ->
       *[other] { $count } 条{ $language }结果
    }
search-recent = 最近的搜索
search-recent-clear = 清除最近的搜索
search-close = 关闭搜索
search-prompt = 请输入要查找的内容。
search-loading = 正在搜索…
search-failed = 无法加载搜索。请检查网络连接，然后重试。
search-retry = 重试
search-no-script = 搜索需要 JavaScript，但你的浏览器已将其关闭。以下页面列出了所有文章：
search-filters = 筛选
search-filters-clear = 清除筛选
search-filters-all = 全部显示
search-filter-ms-service = 服务
search-filter-ms-topic = 文章类型
search-filter-ms-collection = 集合
search-filter-ms-translationtype = 翻译
search-value-ms-translationtype-mt = 机器翻译
search-value-ms-translationtype-ht = 人工翻译

scheme-label = 外观
scheme-auto = 自动
scheme-light = 浅色
scheme-dark = 深色
code-copy = 复制
code-copied = 已复制
## Links to other sites (a page with tables of hosts and answers)

external-title = 指向其他网站的链接
external-verdict = 响应
external-host = 主机
external-addresses = 地址数
external-places = 位置数
external-address = 地址
external-newly = 最近失效
external-since = 失效日期
external-slowest = 最慢的响应
external-seconds = 秒
external-none = 无
external-unasked = 尚未查询
edit-page = 编辑此页
feedback = 提供反馈
feed-title = 最近更改
versions-title = 版本
choice-title = 选择
