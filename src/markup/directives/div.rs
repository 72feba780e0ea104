//! `> [!div class="checklist"]`: a quotation that is none, but a section with a class.

use super::{Bracketed, Brackets, Directive, Found, Meaning, attributes, bracketed};

pub(super) static DIRECTIVE: Directive = Directive {
    name: "div",
    page: include_str!("../../../content/en-US/reference/directives/div.md"),
    colons: None,
    brackets: Some(Brackets {
        words: &["div"],
        read,
    }),
};

fn read(written: &Bracketed<'_>) -> Result<Found, String> {
    let line = &written.text[written.start..written.line_end];
    let length = bracketed::closing(line, '[', ']').ok_or("`]` is missing at its end")?;
    let end = written.start + length + 1;
    if !written.is_quoted || !written.is_alone(end) {
        return Err("it stands alone on the first line of a quotation".to_owned());
    }
    let attributes = attributes::read(written.text, written.word_end, end - 1);
    if let Some(problem) = attributes.problem {
        return Err(problem);
    }
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let classes: Vec<&str> = attributes
        .value("class")
        .ok_or("it has no `class`")?
        .split_ascii_whitespace()
        .filter(|class| class.chars().all(is_name))
        .collect();
    Ok(Found {
        end,
        meaning: Meaning::Classes(classes.join(" ")),
    })
}
