## すべてのページ

skip-link = 本文へ移動
sections-label = セクション
languages-label = 言語
footer-languages = すべての言語
document-title = { $page } – { $site }

## 記事

breadcrumbs-label = 現在の位置
contents-title = このページの内容
navigation-label = このセクションの記事
navigation-all = このセクションの記事をすべて表示
navigation-filter = タイトルで絞り込む
navigation-filter-none = 一致する項目はありません
neighbours-label = 前後の記事
previous = 前へ
next = 次へ
updated = 最終更新日：
machine-translation-title = 機械翻訳された記事
machine-translation-text = この記事は機械翻訳されたものです。表現や用語に誤りが含まれている可能性があります。
fallback-title = この記事はまだ翻訳されていません
fallback-text = { $wanted }版はまだありません。以下の本文は{ $shown }です。
orphan-title = この記事の原文はすでに存在しません
orphan-text = この翻訳は古くなっている可能性があります。

## 記事の中

alert-note = メモ
alert-tip = ヒント
alert-important = 重要
alert-warning = 警告
alert-caution = 注意
heading-permalink = 「{ $heading }」へのリンク
footnotes-title = 脚注
footnote-reference = 脚注 { $number }
footnote-back = 本文の参照箇所 { $number } に戻る
video-link = 動画を見る
table-label = 表
task-done = 完了
task-open = 未完了

## フォルダーとホーム

home-title = ホーム
folders-title = セクション
articles-title = 記事
articles-count =
    { $count ->
       *[other] { $count } 件の記事
    }
letters-label = 頭文字へ移動
group-other = その他

## 言語の一覧

languages-title = 言語を選択してください

## 存在しないアドレス、移動したアドレス

not-found-title = ページが見つかりません
not-found-text = このアドレスにはページがありません。移動されたか、リンクが正しくない可能性があります。
not-found-home = ホームへ戻る
redirect-title = このページは移動しました
redirect-text = 新しいアドレス：

## 検索

search-title = 検索
search-results-label = 検索結果
search-count =
    { $count ->
       *[other] { $count } 件の結果
    }
search-all =
    { $count ->
       *[other] { $count } 件の結果をすべて表示
    }
search-more = さらに結果を表示
search-none = 「{ $query }」に一致する結果はありません
search-none-hint = 表記を確認するか、語を減らすか、別の語を使ってください。
search-corrected = 「{ $query }」の結果を表示しています
search-other-language =
    { $count ->
       *[other] { $language }の結果 { $count } 件
    }
search-recent = 最近の検索
search-recent-clear = 最近の検索を消去
search-close = 検索を閉じる
search-prompt = 検索する語を入力してください。
search-loading = 検索しています…
search-failed = 検索を読み込めませんでした。接続を確認して、もう一度お試しください。
search-retry = 再試行
search-no-script = 検索には JavaScript が必要ですが、ブラウザーで無効になっています。すべての記事は次のページに掲載されています。
search-filters = フィルター
search-filters-clear = フィルターをクリア
search-filters-all = すべて表示
search-filter-ms-service = サービス
search-filter-ms-topic = 記事の種類
search-filter-ms-collection = コレクション
search-filter-ms-translationtype = 翻訳
search-value-ms-translationtype-mt = 機械翻訳
search-value-ms-translationtype-ht = 人による翻訳

## Translations behind their source

stale-title = この記事には新しい版があります
stale-text = この翻訳は古い版に基づいています。一部の内容が古くなっている可能性があります。
stale-text-languages = この翻訳は古い版に基づいています。一部の内容が古くなっている可能性があります。新しい版がある言語：

## Translation status (a page with a table of all languages)

status-title = 翻訳の状況
status-summary =
    { $languages ->
       *[other] { $languages } 言語
    }、{ $articles ->
       *[other] { $articles } 件の記事
    }
status-as-of = { $date }現在
status-ordered-by = 並べ替え：{ $column }
status-language = 言語
status-articles = 記事
status-current = 最新
status-stale = 古い
status-missing = 不足
status-extra = 余分
status-renamed = 他の言語では別名
status-machine = 機械翻訳
status-human = 人による翻訳
status-words = 語数
status-share = 完了
status-age = 経過日数の中央値
status-all = すべての言語
status-bar = 最新 { $current } 件、古い { $stale } 件、不足 { $missing } 件
status-worst-title = 最も多くの言語で古いか不足している記事
status-article = 記事
status-stale-in = 古い言語の数
status-missing-in = 不足している言語の数
status-nothing = 不足している記事も古い記事もありません。

scheme-label = 外観
scheme-auto = 自動
scheme-light = ライト
scheme-dark = ダーク
code-copy = コピー
code-copied = コピーしました
## Links to other sites (a page with tables of hosts and answers)

external-title = ほかのサイトへのリンク
external-verdict = 応答
external-host = ホスト
external-addresses = アドレス数
external-places = 箇所数
external-address = アドレス
external-newly = 新しく切れたリンク
external-since = リンク切れの開始日
external-slowest = 応答の遅いアドレス
external-seconds = 秒
external-none = なし
external-unasked = 未確認
edit-page = このページを編集
feedback = フィードバックを送信
feed-title = 最近の変更
versions-title = バージョン
choice-title = 選択
