//! Text in XML, for the formats that are XML: escaped, and without the characters that XML cannot hold.

use std::fmt::{self, Display, Formatter, Write};

/// Text for the inside of an element, or for an attribute between double quotes. Line ends and tabs are written as numbers, so that
/// readers keep them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Xml<'t>(pub(super) &'t str);

impl Display for Xml<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\t' | '\n' | '\r' | '\x7f'..='\u{9f}' => write!(f, "&#{};", u32::from(c))?,
                // XML 1.0 holds no other control characters, not even as numbers, and no non-characters of the first plane.
                '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}' => {
                    f.write_char(char::REPLACEMENT_CHARACTER)?;
                }
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_holds_nothing_that_xml_forbids() {
        let escaped = Xml("a<b> & \"c\"\n\u{0}\u{1b}\u{ffff}\u{85}é😀").to_string();
        assert_eq!(
            escaped,
            "a&lt;b&gt; &amp; &quot;c&quot;&#10;\u{fffd}\u{fffd}\u{fffd}&#133;é😀"
        );
    }
}
