//! Files that articles show as code: their regions, and the part that a snippet asks for.
//!
//! In: the text of a file in any language. Out: what it is made of ([`CodeFile`]), or lines of it. A region stands between comments
//! (`// <name>` and `// </name>`, in the manner of the language) or between `#region name` and `#endregion`.

use crate::model::{CodeFile, Part};

/// What a file is made of.
pub fn code_file(text: &str) -> CodeFile {
    let mut regions: Vec<Box<str>> = Vec::new();
    for line in text.lines() {
        if let Some(Mark::Begins(name)) = mark(line)
            && !regions.iter().any(|known| known.eq_ignore_ascii_case(name))
        {
            regions.push(name.into());
        }
    }
    CodeFile {
        lines: text.lines().count(),
        regions: regions.into(),
    }
}

/// The part of a file that is meant, without the blanks that all its lines begin with; `None` when it has no such region or
/// line.
pub fn excerpt(text: &str, part: &Part) -> Option<String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines: Vec<&str> = text.lines().collect();
    let meant: Vec<&str> = if let Some(name) = &part.name {
        region(&lines, name)?
    } else if part.lines.is_empty() {
        lines
    } else {
        let mut meant = Vec::new();
        for &(first, last) in &part.lines {
            let last = last.unwrap_or(lines.len()).min(lines.len());
            meant.extend(lines.get(first.max(1) - 1..last)?);
        }
        meant
    };
    let blank = |line: &&&str| !line.trim().is_empty();
    let indent = |line: &&str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let common = meant.iter().filter(blank).map(indent).min().unwrap_or(0);
    let most = part.dedent.unwrap_or(common);
    let mut excerpt = String::new();
    for line in meant {
        let cut = indent(&line).min(most);
        excerpt.push_str(line[cut..].trim_end());
        excerpt.push('\n');
    }
    Some(excerpt)
}

/// The lines of a region, without the marks in it.
fn region<'t>(lines: &[&'t str], name: &str) -> Option<Vec<&'t str>> {
    let is_begin = |line: &&str| matches!(mark(line), Some(Mark::Begins(begun)) if begun.eq_ignore_ascii_case(name));
    let start = lines.iter().position(is_begin)? + 1;
    let is_comment = !is_preprocessed(lines[start - 1]);
    let mut depth = 1_usize;
    let mut end = None;
    for (at, line) in lines.iter().enumerate().skip(start) {
        match mark(line) {
            Some(Mark::Ends(Some(ended))) if is_comment && ended.eq_ignore_ascii_case(name) => {
                end = Some(at);
                break;
            }
            Some(Mark::Begins(_)) if !is_comment && is_preprocessed(line) => depth += 1,
            Some(Mark::Ends(None)) if !is_comment => {
                depth -= 1;
                if depth == 0 {
                    end = Some(at);
                    break;
                }
            }
            _ => {}
        }
    }
    let inside = lines[start..end?].iter();
    Some(
        inside
            .filter(|line| mark(line).is_none())
            .copied()
            .collect(),
    )
}

/// A line that begins or ends a region.
#[derive(Debug, PartialEq, Eq)]
enum Mark<'t> {
    Begins(&'t str),
    /// With its name, unless it stands for whatever began last.
    Ends(Option<&'t str>),
}

/// What a comment begins with, longer ones before what they begin with, and what it ends with.
const COMMENTS: [(&str, &str); 16] = [
    ("<!---", "--->"),
    ("<!--", "-->"),
    ("<%--", "--%>"),
    ("@*", "*@"),
    ("(*", "*)"),
    ("{-", "-}"),
    ("/*", "*/"),
    ("///", ""),
    ("//", ""),
    ("--", ""),
    ("##", ""),
    ("#", ""),
    ("'", ""),
    (";", ""),
    ("%", ""),
    ("rem ", ""),
];

fn mark(line: &str) -> Option<Mark<'_>> {
    let line = line.trim();
    if let Some(name) = preprocessed(line) {
        return Some(name);
    }
    let starts = |begin: &str| {
        line.get(..begin.len())
            .is_some_and(|it| it.eq_ignore_ascii_case(begin))
    };
    let (begin, end) = COMMENTS.iter().find(|(begin, _)| starts(begin))?;
    let inside = line[begin.len()..].trim();
    let inside = inside.strip_suffix(end).unwrap_or(inside).trim();
    let name = inside.strip_prefix('<')?.strip_suffix('>')?;
    let is_name = |name: &str| {
        !name.is_empty()
            && name
                .chars()
                .all(|sign| sign.is_alphanumeric() || "_-.: ".contains(sign))
    };
    match name.strip_prefix('/') {
        Some(name) => is_name(name.trim()).then_some(Mark::Ends(Some(name.trim()))),
        None => is_name(name.trim()).then_some(Mark::Begins(name.trim())),
    }
}

/// `#region name` and `#endregion`, also as a comment or a pragma.
fn preprocessed(line: &str) -> Option<Mark<'_>> {
    let rest = line.strip_prefix("//").unwrap_or(line).trim_start();
    let rest = rest.strip_prefix("<!--").unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix('#').unwrap_or(rest).trim_start();
    let rest = rest.strip_prefix("pragma ").unwrap_or(rest).trim_start();
    if rest.len() == line.len() {
        return None;
    }
    let word_end = rest
        .find(|sign: char| !sign.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let name = rest[word_end..]
        .trim()
        .trim_end_matches("-->")
        .trim()
        .trim_matches('"');
    match rest[..word_end].to_ascii_lowercase().as_str() {
        "region" if !name.is_empty() => Some(Mark::Begins(name)),
        "endregion" => Some(Mark::Ends(None)),
        _ => None,
    }
}

fn is_preprocessed(line: &str) -> bool {
    preprocessed(line.trim()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, name: &str) -> Option<String> {
        let part = Part {
            name: Some(name.into()),
            ..Part::default()
        };
        excerpt(text, &part)
    }

    #[test]
    fn regions_are_found_in_the_comments_of_many_languages() {
        for (begin, end) in [
            ("// <a_1>", "// </a_1>"),
            ("//<a_1>", "//</a_1>"),
            ("    # <a_1>", "    # </a_1>"),
            ("<!-- <a_1> -->", "<!-- </a_1> -->"),
            ("<!--<a_1>-->", "<!--</a_1>-->"),
            ("@* <a_1> *@", "@* </a_1> *@"),
            ("/* <a_1> */", "/* </a_1> */"),
            ("-- <a_1>", "-- </a_1>"),
            ("' <a_1>", "' </a_1>"),
            ("; <a_1>", "; </a_1>"),
            ("% <a_1>", "% </a_1>"),
            ("REM <a_1>", "REM </a_1>"),
            ("(* <a_1> *)", "(* </a_1> *)"),
            ("#region a_1", "#endregion"),
            ("// #region a_1", "// #endregion"),
            ("//region a_1", "//endregion"),
            ("#pragma region a_1", "#pragma endregion"),
            ("<!-- #region a_1 -->", "<!-- #endregion -->"),
        ] {
            let text = format!("before\n{begin}\n  one\n\n    two\n{end}\nafter\n");
            assert_eq!(
                named(&text, "A_1").as_deref(),
                Some("one\n\n  two\n"),
                "{begin}"
            );
            assert_eq!(&*code_file(&text).regions, ["a_1".into()], "{begin}");
        }
    }

    #[test]
    fn marks_of_regions_within_are_left_out() {
        let text = "// <a>\none\n// <b>\ntwo\n// </b>\n// </a>\n";
        assert_eq!(named(text, "a").as_deref(), Some("one\ntwo\n"));
        assert_eq!(named(text, "b").as_deref(), Some("two\n"));
        let text = "#region a\none\n#region b\ntwo\n#endregion\nthree\n#endregion\nfour\n";
        assert_eq!(named(text, "a").as_deref(), Some("one\ntwo\nthree\n"));
    }

    #[test]
    fn what_is_not_there_is_no_part() {
        assert_eq!(named("// <a>\none\n", "a"), None);
        assert_eq!(named("one\n", "a"), None);
        assert_eq!(excerpt("one\n", &Part::read("x?range=3-4")), None);
        assert_eq!(
            excerpt("a\nb\nc\n", &Part::read("x?range=1,3")).as_deref(),
            Some("a\nc\n")
        );
    }

    #[test]
    fn blanks_that_all_lines_begin_with_are_taken_away_or_as_many_as_is_said() {
        let text = "    a\n      b\n";
        assert_eq!(excerpt(text, &Part::default()).as_deref(), Some("a\n  b\n"));
        assert_eq!(
            excerpt(text, &Part::read("x?dedent=2")).as_deref(),
            Some("  a\n    b\n")
        );
        assert_eq!(
            excerpt(text, &Part::read("x?dedent=0")).as_deref(),
            Some(text)
        );
    }
}
