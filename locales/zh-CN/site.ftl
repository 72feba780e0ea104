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
