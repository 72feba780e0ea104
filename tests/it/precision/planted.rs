//! What translation does to an article, done on purpose: for each rule that interprets, ways to plant its defect.
//!
//! A way is a line in which `{1}` and `{2}` are two units of the article's own prose, `{_}` what stands between them, and `‸`
//! the place where the rule should point. A way that the rule's page says is missed is not among them.

use super::prose::{self, Place};

/// An article with a defect, and where the rule should point.
pub(super) struct Planted {
    pub(super) text: String,
    pub(super) line: u64,
    pub(super) column: u64,
}

/// The ways to plant the defect of a rule in prose; none where the defect is no defect in that language.
fn ways(rule: &str, language: &str) -> &'static [&'static str] {
    let is_spaced = !matches!(language, "ja" | "zh");
    match (rule, is_spaced) {
        ("bad-url", _) => &[
            "[{1}](‸https:/example.org/a){_}{2}",
            "[{1}](‸hhttps://example.org/a){_}{2}",
            "[{1}](‸htps://example.org){_}{2}",
            "[{1}](‸https//example.org/a){_}{2}",
            "[{1}](‸https：//example.org/a){_}{2}",
            "[{1}](‸http:example.org){_}{2}",
            "[{1}](‸https;//example.org/a?b=c#d){_}{2}",
            "[{1}](‸httpsbv://example.org/a){_}{2}",
            "[{1}](‸https://https://example.org/a){_}{2}",
            "[**{1}**](‸https:\\\\\\\\example.org/a \"{2}\"){_}{2}",
            "<a href=\"‸https:/example.org/a\">{1}</a>{_}{2}",
        ],
        ("glued-link", true) => &[
            "[{1}](https://example.org/a)‸{2}",
            "[**{1}**](https://example.org/a)‸{2}",
            "<a href=\"https://example.org/a\">{1}</a>‸{2}",
            "‸{1}[{2}](https://example.org/a)",
            "‸{1}[**{2}**](https://example.org/a \"{2}\")",
            "‸{1}<a href=\"https://example.org/a\">{2}</a>",
        ],
        ("literal-emphasis", true) => &[
            "‸** {1}**{_}{2}",
            "‸**{1} **{_}{2}",
            "‸** {1} {2} **",
            "‸**\u{a0}{1}\u{a0}**{_}{2}",
            "{1}‸**{_}{2}",
            "{1}‸****{2}",
            "‸**({1})**{2}",
        ],
        ("literal-emphasis", false) => &[
            "‸** {1}**{2}",
            "‸**{1} **{2}",
            "‸** {1}{2} **",
            "‸**「{1}」**{2}",
            "‸**（{1}）**{2}",
            "{1}‸**{2}",
            "{1}‸****{2}",
        ],
        ("missing-reference", _) => &[
            "‸[{1}][{2}]",
            "‸[{1} {2}][]",
            "‸[**{1}**][{2}]",
            "‸![{1}][{2}]",
        ],
        ("spaced-link", _) => &[
            "[{1}]‸ (https://example.org/a){_}{2}",
            "[**{1}**]‸ (other.md){_}{2}",
            "[{1}]‸  ( https://example.org/a ){_}{2}",
            "[{1}{_}{2}]‸（https://example.org/a）",
            "[{1}]‸\u{a0}(../other.md#a){_}{2}",
            "![{1}]‸ (media/a.png){_}{2}",
        ],
        ("unbalanced-html", _) => &[
            "{1}‸</a>{_}{2}",
            "{1}{_}‸</span>{2}",
            "‸<b>{1}{_}{2}",
            "{1}‸</strong>{_}{2}",
            "{1}{_}‸<span>{2}",
            "{1}‸</li>{_}{2}",
        ],
        ("unknown-tag", _) => &[
            "{1}{_}‸<tenant>{_}{2}",
            "{1} ‸<name of the mailbox>{_}{2}",
            "‸<bpt id=\"p1\">{1}{_}{2}",
            "{1}‸</ept>{_}{2}",
            "{1}{_}‸<YourDomain>.example{_}{2}",
            "‸<a0>{1}{_}{2}",
        ],
        _ => &[],
    }
}

/// How often the defect of a rule can be planted in different ways.
pub(super) fn kinds(rule: &str, language: &str) -> usize {
    match rule {
        "odd-alert" => alerts(language).len(),
        "similar-key" => KEYS.len(),
        "translated-key" => translated(language).len(),
        _ => ways(rule, language).len(),
    }
}

/// Plants the defect of a rule in one way at the place that a number chooses; `None` when the article has no such place.
pub(super) fn plant(
    rule: &str,
    language: &str,
    way: usize,
    text: &str,
    choice: usize,
) -> Option<Planted> {
    match rule {
        "odd-alert" => in_front_of_paragraph(text, alerts(language)[way], choice),
        "similar-key" => {
            let (key, damaged) = KEYS[way];
            in_front_matter(text, key, damaged)
        }
        "translated-key" => {
            let (key, translation) = translated(language)[way];
            in_front_matter(text, key, translation)
        }
        _ => {
            let mut places = prose::places(text, !matches!(language, "ja" | "zh"));
            places.retain(|place| is_fit(rule, language, text, place));
            let way = ways(rule, language)[way];
            let place = places.get(choice.checked_rem(places.len())?)?;
            Some(in_prose(text, way, place))
        }
    }
}

/// Whether a defect that is planted there is one, and one that the rule's page does not say is missed.
fn is_fit(rule: &str, language: &str, text: &str, place: &Place) -> bool {
    let starts_high = |word: &str| word.starts_with(char::is_uppercase);
    match rule {
        // The stars of another emphasis in the line would pair with those that are planted.
        "literal-emphasis" => !place.line(text).contains('*'),
        // `Einrichtungs[anforderungen](…)` is one word.
        "glued-link" if language == "de" => {
            !starts_high(place.first(text)) || starts_high(place.second(text))
        }
        _ => true,
    }
}

fn in_prose(text: &str, way: &str, place: &Place) -> Planted {
    let written = way
        .replace("{1}", place.first(text))
        .replace("{2}", place.second(text))
        .replace("{_}", place.between(text));
    put(text, place.start, place.end, &written)
}

/// Puts a line with a mark in the place of a stretch of the text.
fn put(text: &str, start: usize, end: usize, written: &str) -> Planted {
    let (before, after) = written.split_once('‸').expect("a way says where to point");
    let head = format!("{}{before}", &text[..start]);
    let line = head.matches('\n').count() + 1;
    let column = head.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Planted {
        text: format!("{head}{after}{}", &text[end..]),
        line: line as u64,
        column: column as u64,
    }
}

/// The markers that translation makes of alerts: translated, with signs of the language's own, with a blank.
fn alerts(language: &str) -> &'static [&'static str] {
    match language {
        "ar" => &[
            "> [!‸ملاحظة]",
            "> [!‸تلميح]",
            "> [!‸تحذير]",
            "> [!‸مهم]",
            "> [! ‸NOTE]",
            "> [!‸تنبيه]",
        ],
        "de" => &[
            "> [!‸HINWEIS]",
            "> [!‸TIPP]",
            "> [!‸WARNUNG]",
            "> [!‸Wichtig]",
            "> [! ‸NOTE]",
            "> [!‸ACHTUNG]",
            "> [!‸VORSICHT]",
        ],
        "fr" => &[
            "> [!‸REMARQUE]",
            "> [!‸CONSEIL]",
            "> [!‸AVERTISSEMENT]",
            "> [! ‸Important ]",
            "> [!‸ATTENTION]",
            "> [!‸Astuce]",
        ],
        "ja" => &[
            "> [!‸注]",
            "> [!‸ヒント]",
            "> [!‸警告]",
            "> [!‸重要]",
            "> [！‸NOTE]",
            "> ［!‸NOTE］",
            "> [!‸メモ]",
            "> [!‸注意]",
        ],
        "ru" => &[
            "> [!‸ПРИМЕЧАНИЕ]",
            "> [!‸СОВЕТ]",
            "> [!‸ПРЕДУПРЕЖДЕНИЕ]",
            "> [!‸ВАЖНО]",
            "> [! ‸TIP]",
            "> [!‸ВНИМАНИЕ]",
            "> [!‸Осторожно]",
        ],
        _ => &[
            "> [!‸注意]",
            "> [!‸提示]",
            "> [!‸警告]",
            "> [!‸重要]",
            "> [！‸附注]",
            "> [!‸备注]",
            "> [！‸NOTE］",
            "> [!‸小心]",
        ],
    }
}

/// Puts a quotation's first line in front of a paragraph.
fn in_front_of_paragraph(text: &str, marker: &str, choice: usize) -> Option<Planted> {
    let starts: Vec<usize> = prose::lines(text)
        .into_iter()
        .filter(|&(start, end)| {
            let line = &text[start..end];
            line.starts_with(char::is_alphabetic) && text[..start].ends_with("\n\n")
        })
        .map(|(start, _)| start)
        .collect();
    let start = *starts.get(choice.checked_rem(starts.len())?)?;
    Some(put(text, start, start, &format!("{marker}\n> ")))
}

/// Keys with a slip of the pen.
const KEYS: [(&str, &str); 8] = [
    ("title", "tilte"),
    ("title", "titlle"),
    ("author", "auhtor"),
    ("manager", "manger"),
    ("ms.author", "ms,.author"),
    ("ms.topic", "ms-topic"),
    ("localization_priority", "localisation_priority"),
    ("ms.service", "ms.servce"),
];

/// Keys as translation writes them.
fn translated(language: &str) -> &'static [(&'static str, &'static str)] {
    match language {
        "ar" => &[
            ("title", "العنوان"),
            ("title", "عنوان"),
            ("author", "المؤلف"),
        ],
        "de" => &[("title", "Titel"), ("author", "Autor")],
        "fr" => &[("title", "titre"), ("title", "Titre"), ("author", "auteur")],
        "ja" => &[
            ("title", "タイトル"),
            ("author", "作成者"),
            ("author", "作者"),
        ],
        "ru" => &[
            ("title", "заголовок"),
            ("title", "Название"),
            ("author", "автор"),
        ],
        _ => &[("title", "标题"), ("author", "作者")],
    }
}

fn in_front_matter(text: &str, key: &str, damaged: &str) -> Option<Planted> {
    let start = text.find(&format!("\n{key}:"))? + 1;
    Some(put(text, start, start + key.len(), &format!("‸{damaged}")))
}
