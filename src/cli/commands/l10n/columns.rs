//! Plain tables: columns as wide as their widest cell, numbers at the right.

/// Lays out rows below a line of captions. The first column is text, and so are those that `texts` names.
pub(super) fn table(captions: &[&str], rows: &[Vec<String>], texts: &[&str]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(|cell| columns(cell)).max().unwrap_or(0);
        widest.max(columns(captions[column]))
    };
    let widths: Vec<usize> = (0..captions.len()).map(width).collect();
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        let start = text.len();
        for (column, cell) in cells.enumerate() {
            let blanks = " ".repeat(widths[column].saturating_sub(columns(cell)));
            let is_text = column == 0 || texts.contains(&captions[column]);
            let (before, after) = if is_text {
                ("", &*blanks)
            } else {
                (&*blanks, "")
            };
            let gap = if column == 0 { "" } else { "  " };
            text.extend([gap, before, cell, after]);
        }
        text.truncate(start + text[start..].trim_end().len());
        text.push('\n');
    };
    line(&mut captions.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
    text
}

/// How many columns a text takes, as far as that matters here: marks take none, East Asian letters two.
fn columns(text: &str) -> usize {
    let of = |letter: char| match letter {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' => 0,
        '\u{1100}'..='\u{115F}'
        | '\u{2E80}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}'
        | '\u{FF00}'..='\u{FF60}' => 2,
        _ => 1,
    };
    text.chars().map(of).sum()
}

/// One line of comma-separated values (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in
/// front, as OWASP advises: names of files come from whoever writes articles.
pub(super) fn csv_line(cells: &[&str]) -> String {
    let cell = |text: &&str| {
        let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let text = if is_formula {
            format!("'{text}")
        } else {
            (*text).to_owned()
        };
        if text.contains([',', '"', '\n', '\r']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text
        }
    };
    let mut line = cells.iter().map(cell).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}
