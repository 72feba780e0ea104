//! What stands behind `[!` at the start of a quotation: alerts in any spelling, and markers that are something else.
//!
//! Takes a quotation's first text, gives the marker and its meaning. Translation translates keywords too, so the words
//! known for the five kinds are a table here, by language; the locale of the page plays no part. A word that two
//! languages use for two kinds has the kind it is more often damaged from.

use std::ops::Range;

use super::{AlertKind, AlertSpelling};

/// A marker such as `[!NOTE]`; ranges count from the start of the text it was found in.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Marker {
    /// The keyword.
    pub(super) keyword: Range<usize>,
    /// Where the marker ends.
    pub(super) end: usize,
    /// What it means.
    pub(super) meaning: Meaning,
}

/// What a marker means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// An alert.
    Alert(AlertKind, AlertSpelling),
    /// A video, and its address.
    Video(Range<usize>),
    /// Another word that is known and no alert.
    Other,
    /// A word nobody knows.
    Unknown,
}

/// Reads the marker at the start of `line`, which goes up to the line's end.
pub(super) fn marker(line: &str) -> Option<Marker> {
    let inside = line.strip_prefix(['[', '［'])?.trim_start();
    let inside = inside.strip_prefix(['!', '！'])?;
    let start = line.len() - inside.len();
    let close = inside.find([']', '］'])?;
    let close_len = inside[close..].chars().next().map_or(0, char::len_utf8);
    let word = inside[..close].trim();
    let keyword_start = start + inside[..close].len() - inside[..close].trim_start().len();
    let keyword = keyword_start.min(start + close)..keyword_start.min(start + close) + word.len();
    let end = start + close + close_len;
    let exact =
        line[..end].len() == word.len() + 3 && line.starts_with("[!") && line[..end].ends_with(']');
    let meaning = match word.split_once(char::is_whitespace) {
        Some((name, address)) if name.eq_ignore_ascii_case("video") => {
            let address = address.trim_start();
            let length = address.find(char::is_whitespace).unwrap_or(address.len());
            let at = keyword.end - address.len();
            Meaning::Video(at..at + length)
        }
        _ => meaning(word, exact),
    };
    Some(Marker {
        keyword,
        end,
        meaning,
    })
}

/// The kind's word in Markdown, in capitals.
pub fn keyword(kind: AlertKind) -> &'static str {
    STANDARD
        .iter()
        .find(|(_, other)| *other == kind)
        .map_or("NOTE", |(word, _)| word)
}

fn meaning(word: &str, exact: bool) -> Meaning {
    if let Some((_, kind)) = STANDARD
        .iter()
        .find(|(standard, _)| standard.eq_ignore_ascii_case(word))
    {
        let spelling = if exact {
            AlertSpelling::Standard
        } else {
            AlertSpelling::Odd
        };
        return Meaning::Alert(*kind, spelling);
    }
    let first = word
        .split(|sign: char| sign.is_whitespace() || sign == '-')
        .next()
        .unwrap_or_default();
    if OTHER.iter().any(|other| other.eq_ignore_ascii_case(first)) {
        return Meaning::Other;
    }
    let folded = fold(word);
    let found = WORDS.iter().find(|(_, words)| {
        words
            .split(' ')
            .any(|known| fold(&known.replace('_', " ")) == folded)
    });
    match found {
        Some((kind, _)) => Meaning::Alert(*kind, AlertSpelling::Odd),
        None => Meaning::Unknown,
    }
}

/// Makes words comparable that differ in letter case, accents, vowel signs, and marks around them.
fn fold(word: &str) -> String {
    let normalizer = icu_normalizer::DecomposingNormalizerBorrowed::new_nfkd();
    let lower = normalizer.normalize(word).to_lowercase();
    let letters = lower.chars().filter_map(|letter| match letter {
        // Combining accents, Hebrew points, Arabic vowels and joiners.
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5C7}'
        | '\u{64B}'..='\u{65F}'
        | '\u{200B}'..='\u{200F}' => None,
        'ı' => Some('i'),
        'ς' => Some('σ'),
        'đ' => Some('d'),
        'ł' => Some('l'),
        'ø' => Some('o'),
        other => Some(other),
    });
    let folded: String = letters.collect();
    folded
        .trim_matches(|sign: char| {
            !sign.is_alphanumeric() && !('\u{E31}'..='\u{E4E}').contains(&sign)
        })
        .to_owned()
}

/// The five words that GitHub and Microsoft Learn know.
const STANDARD: [(&str, AlertKind); 5] = [
    ("NOTE", AlertKind::Note),
    ("TIP", AlertKind::Tip),
    ("IMPORTANT", AlertKind::Important),
    ("WARNING", AlertKind::Warning),
    ("CAUTION", AlertKind::Caution),
];

/// First words of markers that other tools know and that are no alerts.
const OTHER: [&str; 8] = [
    "VIDEO",
    "INCLUDE",
    "INCLUDES",
    "code",
    "div",
    "UICONTROL",
    "DNL",
    "PRIVATE",
];

/// Words for the five kinds, a line a language; `_` is a blank within a word.
const WORDS: [(AlertKind, &str); 5] = [
    (
        AlertKind::Note,
        "notes noter noet \
         ملاحظة ملاحظه ملاحظات \
         забележка забележки бележка \
         poznámka poznámky \
         bemærk bemærkning bemærkninger notat \
         hinweis hinweise anmerkung notiz \
         σημείωση σημειώσεις \
         nota notas observación \
         märkus märkused märge \
         huomautus huomautukset huomaa muistiinpano \
         remarque remarques noter_que à_noter \
         הערה הערות \
         napomena napomene bilješka \
         megjegyzés megjegyzések \
         catatan \
         osservazione \
         注 注意 メモ 注記 備考 ノート \
         참고 참고_사항 메모 노트 \
         pastaba pastabos \
         piezīme piezīmes \
         merknad merknader obs \
         opmerking opmerkingen notitie \
         uwaga uwagi notatka \
         observação observações \
         notă observație \
         примечание примечания заметка \
         opomba opombe \
         beleška \
         anteckning anteckningar anmärkning \
         หมายเหตุ บันทึกย่อ บันทึก \
         not notlar \
         примітка примітки \
         ghi_chú lưu_ý \
         备注 附注 注释 说明 註 附註 備註 附注 注释 說明 註解",
    ),
    (
        AlertKind::Tip,
        "tips hint hints \
         تلميح تلميحات نصيحة نصائح \
         съвет съвети \
         tipy rada rady \
         råd \
         tipp tipps \
         συμβουλή συμβουλές υπόδειξη \
         sugerencia sugerencias consejo consejos \
         näpunäide näpunäited nõuanne nõuanded vihje \
         vihjeet vinkki vinkit vinkkejä \
         conseil conseils astuce astuces \
         עצה עצות טיפ טיפים \
         savjet savjeti \
         tippek ötlet \
         kiat \
         suggerimento suggerimenti consiglio consigli \
         ヒント コツ ティップス \
         팁 힌트 \
         patarimas patarimai \
         padoms padomi \
         wskazówka wskazówki porada porady \
         dica dicas sugestão sugestões \
         sfat sfaturi \
         совет советы подсказка подсказки \
         namig namigi nasvet nasveti \
         savet saveti \
         เคล็ดลับ คำแนะนำ ทิป \
         ipucu ipuçları \
         порада поради підказка \
         mẹo gợi_ý lời_khuyên \
         提示 技巧 小贴士 秘訣 祕訣 小技巧",
    ),
    (
        AlertKind::Important,
        "importent imporant \
         مهم هام مهمة هامة \
         важно \
         důležité \
         vigtigt vigtig \
         wichtig \
         σημαντικό \
         importante \
         oluline tähtis \
         tärkeää tärkeä \
         importants importantes \
         חשוב \
         fontos \
         penting \
         重要 重要事項 重要な \
         중요 중요_사항 \
         svarbu \
         svarīgi \
         viktig \
         belangrijk \
         ważne \
         dôležité \
         pomembno \
         viktigt \
         สำคัญ ข้อสำคัญ สิ่งสำคัญ \
         önemli \
         важливо важливе \
         quan_trọng \
         重要提示 重要说明 重要說明",
    ),
    (
        AlertKind::Warning,
        "warnings warn \
         تحذير تحذيرات \
         предупреждение предупреждения \
         varování upozornění \
         advarsel advarsler \
         warnung warnungen warnhinweis \
         προειδοποίηση προειδοποιήσεις \
         advertencia advertencias \
         hoiatus hoiatused \
         varoitus varoitukset \
         avertissement avertissements \
         אזהרה אזהרות \
         upozorenje upozorenja \
         figyelmeztetés figyelmeztetések \
         peringatan \
         avviso avvisi avvertenza avvertimento \
         警告 \
         경고 \
         įspėjimas įspėjimai \
         brīdinājums brīdinājumi \
         waarschuwing waarschuwingen \
         ostrzeżenie ostrzeżenia \
         aviso avisos \
         avertisment avertismente avertizare \
         предостережение \
         upozornenie varovanie výstraha \
         opozorilo opozorila \
         varning varningar \
         คำเตือน การเตือน \
         uyarı uyarılar \
         попередження \
         cảnh_báo",
    ),
    (
        AlertKind::Caution,
        "cautions \
         تنبيه حذر احتياط \
         внимание \
         pozor \
         forsigtig pas_på \
         vorsicht achtung \
         προσοχή \
         precaución cuidado atención \
         ettevaatust tähelepanu \
         varo huomio \
         attention prudence \
         זהירות שים_לב \
         oprez \
         vigyázat figyelem \
         perhatian hati-hati \
         attenzione \
         ご注意 要注意 \
         주의 \
         dėmesio atsargiai \
         uzmanību piesardzību \
         forsiktig forsiktighet \
         let_op voorzichtig \
         przestroga ostrożnie \
         atenção precaução \
         atenție precauție \
         осторожно \
         previdno \
         var_försiktig försiktighet \
         ข้อควรระวัง ระวัง โปรดระวัง \
         dikkat \
         увага обережно \
         thận_trọng chú_ý \
         小心 谨慎 谨慎操作 当心 當心 謹慎",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Option<(AlertKind, AlertSpelling)> {
        match marker(line)?.meaning {
            Meaning::Alert(kind, spelling) => Some((kind, spelling)),
            _ => None,
        }
    }

    #[test]
    fn the_five_words_are_standard_in_any_letter_case() {
        assert_eq!(
            kind("[!NOTE]"),
            Some((AlertKind::Note, AlertSpelling::Standard))
        );
        assert_eq!(
            kind("[!Caution] text"),
            Some((AlertKind::Caution, AlertSpelling::Standard))
        );
        assert_eq!(kind("[! TIP]"), Some((AlertKind::Tip, AlertSpelling::Odd)));
        assert_eq!(
            kind("［！WARNING］"),
            Some((AlertKind::Warning, AlertSpelling::Odd))
        );
    }

    #[test]
    fn a_translated_keyword_keeps_its_meaning() {
        let cases = [
            ("[! CONSEILS]", AlertKind::Tip),
            ("[!ヒント]", AlertKind::Tip),
            ("[！附注]", AlertKind::Note),
            ("[!İPUÇLARI]", AlertKind::Tip),
            ("[!ΣΗΜΕΙΩΣΗ]", AlertKind::Note),
            ("[!Σημείωση:]", AlertKind::Note),
            ("[!עצה]", AlertKind::Tip),
            ("[!PRECAUCIÓN]", AlertKind::Caution),
            ("[!lưu ý]", AlertKind::Note),
            ("[!เคล็ดลับ]", AlertKind::Tip),
            ("[!คำเตือน]", AlertKind::Warning),
            ("[!중요]", AlertKind::Important),
        ];
        for (line, meaning) in cases {
            assert_eq!(kind(line), Some((meaning, AlertSpelling::Odd)), "{line}");
        }
    }

    #[test]
    fn a_word_of_the_table_means_one_thing() {
        let mut seen = std::collections::BTreeMap::new();
        for (kind, words) in WORDS {
            for word in words.split(' ') {
                let other = seen.insert(fold(word), kind);
                assert!(
                    other.is_none_or(|other| other == kind),
                    "{word}: {kind:?} and {other:?}"
                );
            }
        }
    }

    #[test]
    fn keyword_and_address_are_found_in_their_place() {
        let line = "[! Conseil ] suite";
        let found = marker(line).unwrap();
        assert_eq!(
            (&line[found.keyword], &line[found.end..]),
            ("Conseil", " suite")
        );
        let line = "[!VIDEO https://example.org/a_b ]";
        let Meaning::Video(address) = marker(line).unwrap().meaning else {
            panic!("no video")
        };
        assert_eq!(&line[address], "https://example.org/a_b");
    }

    #[test]
    fn other_markers_are_no_alerts() {
        assert_eq!(
            marker("[!div class=\"x\"]").unwrap().meaning,
            Meaning::Other
        );
        assert_eq!(marker("[!code-csharp]").unwrap().meaning, Meaning::Other);
        assert_eq!(marker("[!NONSENSE]").unwrap().meaning, Meaning::Unknown);
        assert_eq!(marker("[!]").unwrap().meaning, Meaning::Unknown);
        assert_eq!(marker("[NOTE]"), None);
        assert_eq!(marker("[!NOTE"), None);
        assert_eq!(marker(""), None);
    }
}
