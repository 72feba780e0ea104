//! Places in the prose of a real article: two units side by side, out of links, emphasis, code, tables and front matter.
//!
//! A unit is a word; in Chinese and Japanese, which put no blanks between words, it is two characters.

/// Two units side by side in a line of prose. All numbers are bytes in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) start: usize,
    first_end: usize,
    second_start: usize,
    pub(super) end: usize,
}

impl Place {
    pub(super) fn first<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start..self.first_end]
    }

    pub(super) fn second<'t>(&self, text: &'t str) -> &'t str {
        &text[self.second_start..self.end]
    }

    /// The line that both stand in.
    pub(super) fn line<'t>(&self, text: &'t str) -> &'t str {
        let start = text[..self.start].rfind('\n').map_or(0, |at| at + 1);
        let end = text[self.end..]
            .find('\n')
            .map_or(text.len(), |at| self.end + at);
        &text[start..end]
    }

    /// What stands between the two: a blank or nothing.
    pub(super) fn between<'t>(&self, text: &'t str) -> &'t str {
        &text[self.first_end..self.second_start]
    }
}

/// The lines of the body that hold prose, as (start, end).
pub(super) fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut fences = 0;
    let mut in_code = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let trimmed = line.trim_start();
        if line.trim_end() == "---" {
            fences += 1;
        }
        in_code ^= trimmed.starts_with("```");
        let is_prose = fences >= 2
            && !in_code
            && !line.starts_with("    ")
            && !trimmed.starts_with(['#', '|', '>', '<', '`'])
            && !line.contains(['`', '<', '|', '\\', '&']);
        if is_prose {
            found.push((start, end));
        }
        start += line.len();
    }
    found
}

/// All places of a text.
pub(super) fn places(text: &str, are_words: bool) -> Vec<Place> {
    let mut found = Vec::new();
    for (start, end) in lines(text) {
        for (from, to) in plain(text, start, end) {
            if are_words {
                words(text, from, to, &mut found);
            } else {
                characters(text, from, to, &mut found);
            }
        }
    }
    found
}

/// The stretches of a line that stand in no brackets and no emphasis.
fn plain(text: &str, start: usize, end: usize) -> Vec<(usize, usize)> {
    let line = &text[start..end];
    let mut found = Vec::new();
    let mut depth = 0_i32;
    let mut stars = 0;
    let mut from = None;
    let mut before = ' ';
    for (at, sign) in line.char_indices() {
        let is_list = at == line.len() - line.trim_start().len() && matches!(sign, '*' | '-' | '+');
        match sign {
            '[' | '(' | '（' | '「' => depth += 1,
            ']' | ')' | '）' | '」' => depth -= 1,
            '*' | '_' if !is_list => stars += 1,
            _ => {}
        }
        let is_plain = !is_list
            && depth == 0
            && stars % 4 == 0
            && !matches!(
                sign,
                '[' | ']' | '(' | ')' | '（' | '）' | '「' | '」' | '*' | '_' | ':' | '/' | '@'
            );
        match (from, is_plain) {
            (None, true) if !matches!(before, ']' | ')' | '*' | '_' | ':' | '/' | '@') => {
                from = Some(at);
            }
            (Some(since), false) => {
                found.push((start + since, start + at));
                from = None;
            }
            _ => {}
        }
        before = sign;
    }
    if let Some(since) = from {
        found.push((start + since, end));
    }
    found
}

fn words(text: &str, from: usize, to: usize, found: &mut Vec<Place>) {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut since = None;
    for (at, sign) in text[from..to].char_indices() {
        match (since, sign.is_alphabetic()) {
            (None, true) => since = Some(at),
            (Some(start), false) => {
                words.push((from + start, from + at));
                since = None;
            }
            _ => {}
        }
    }
    for pair in words.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        let is_long = |(start, end): (usize, usize)| text[start..end].chars().count() >= 4;
        let stands_free = text[..first.0].ends_with([' ', '\n']) && &text[first.1..second.0] == " ";
        if is_long(first) && is_long(second) && stands_free {
            found.push(Place {
                start: first.0,
                first_end: first.1,
                second_start: second.0,
                end: second.1,
            });
        }
    }
}

fn characters(text: &str, from: usize, to: usize, found: &mut Vec<Place>) {
    let is_letter = |sign: char| matches!(sign, '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}');
    let signs: Vec<(usize, char)> = text[from..to].char_indices().collect();
    for window in signs.windows(6) {
        if window.iter().all(|(_, sign)| is_letter(*sign)) {
            let at = |index: usize| from + window[index].0;
            found.push(Place {
                start: at(1),
                first_end: at(3),
                second_start: at(3),
                end: at(5),
            });
        }
    }
}
