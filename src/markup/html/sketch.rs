//! The little that is asked of a page of another site: its ids, and whether there is text in it.

use std::collections::BTreeSet;

use super::tokens::{self, Token};

/// What a page of HTML holds.
#[derive(Debug, Default)]
pub struct Sketch {
    /// The values of `id`, and of `name` of links.
    pub ids: BTreeSet<String>,
    /// Characters of text that are no white space, scripts and styles apart.
    pub text: usize,
    /// Number of scripts.
    pub scripts: usize,
}

/// Reads a page of HTML, which may break off anywhere.
pub fn sketch(html: &str) -> Sketch {
    let mut sketch = Sketch::default();
    let mut hidden = false;
    for (token, _) in tokens::tokens(html) {
        match token {
            Token::Open {
                name, attributes, ..
            } => {
                sketch.scripts += usize::from(name == "script");
                hidden |= matches!(
                    &*name,
                    "script" | "style" | "title" | "noscript" | "template"
                );
                for attribute in attributes {
                    if attribute.name == "id" || (attribute.name == "name" && name == "a") {
                        sketch.ids.insert(attribute.value);
                    }
                }
            }
            Token::Close { name } => {
                hidden &= !matches!(
                    &*name,
                    "script" | "style" | "title" | "noscript" | "template"
                );
            }
            Token::Text(text) if !hidden => {
                sketch.text += text.chars().filter(|c| !c.is_whitespace()).count();
            }
            Token::Text(_) | Token::Comment | Token::Broken => {}
        }
    }
    sketch
}
