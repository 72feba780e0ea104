//! The list at the top of a share: what it is a share of, and each of its files.
//!
//! Lines of text; the last one holds the hash of those before it. A list comes from another machine: whatever is not as
//! [`List::write`] writes it is no list, and no path in it can leave a folder.

use std::fmt::Write as _;

use crate::diagnostics::Counts;
use crate::model::{OutputPath, Shard};
use crate::source::ContentHash;

const HEADER: &str = "polydoc-shard 1";

/// What decides a site: two shares fit together when all of it is the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// The version of polydoc.
    pub(super) version: String,
    /// Settings, flags and environment, without what differs between machines.
    pub(super) settings: ContentHash,
    /// Templates, words and assets.
    pub(super) theme: ContentHash,
    /// Every file that was found.
    pub(super) content: ContentHash,
}

/// How much a share holds, or all of them together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// Articles in all languages.
    pub articles: usize,
    /// Pages.
    pub pages: usize,
    /// Findings.
    pub counts: Counts,
}

/// A file of a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its path below the share's folder.
    pub(super) path: OutputPath,
    /// Its size in bytes.
    pub(super) size: u64,
    /// The hash of its bytes.
    pub(super) hash: ContentHash,
}

/// All that is said of a share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// Which share it is.
    pub(super) shard: Shard,
    /// What it is a share of.
    pub(super) origin: Origin,
    /// What it holds.
    pub(super) amounts: Amounts,
    /// How many languages the site has.
    pub(super) locales: usize,
    /// The `keep:` of the settings.
    pub(super) keep: Vec<String>,
    /// Its files, sorted by path.
    pub(super) files: Vec<Entry>,
}

/// Why there is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// Another version of polydoc wrote it, in another form.
    OtherForm,
    /// It is cut off, or was changed.
    Damaged,
}

impl List {
    /// The text of the list.
    pub(super) fn write(&self) -> String {
        let mut text = format!("{HEADER}\n");
        let Origin {
            version,
            settings,
            theme,
            content,
        } = &self.origin;
        let Amounts {
            articles,
            pages,
            counts,
        } = self.amounts;
        let _ = writeln!(text, "version {version}");
        let _ = writeln!(text, "shard {}", self.shard);
        let _ = writeln!(text, "settings {}", settings.hex());
        let _ = writeln!(text, "theme {}", theme.hex());
        let _ = writeln!(text, "content {}", content.hex());
        let _ = writeln!(text, "locales {}", self.locales);
        let _ = writeln!(text, "articles {articles}");
        let _ = writeln!(text, "pages {pages}");
        let _ = writeln!(text, "errors {}", counts.errors);
        let _ = writeln!(text, "warnings {}", counts.warnings);
        let _ = writeln!(text, "infos {}", counts.infos);
        for glob in &self.keep {
            let _ = writeln!(text, "keep {}", escaped(glob));
        }
        for Entry { path, size, hash } in &self.files {
            let _ = writeln!(
                text,
                "file {} {size} {}",
                hash.hex(),
                escaped(path.as_str())
            );
        }
        let end = ContentHash::of(text.as_bytes()).hex();
        let _ = writeln!(text, "end {end}");
        text
    }

    /// Reads the text of a list.
    pub(super) fn read(text: &[u8]) -> Result<Self, Unread> {
        let text = std::str::from_utf8(text).map_err(|_| Unread::Damaged)?;
        let form = text.lines().next().unwrap_or_default();
        if form != HEADER && form.starts_with("polydoc-shard ") {
            return Err(Unread::OtherForm);
        }
        Self::of_text(text).ok_or(Unread::Damaged)
    }

    fn of_text(text: &str) -> Option<Self> {
        let (body, end) = text.strip_suffix('\n')?.rsplit_once("\nend ")?;
        let body = &text[..=body.len()];
        if ContentHash::of_hex(end)? != ContentHash::of(body.as_bytes()) {
            return None;
        }
        let mut lines = body.lines().peekable();
        if lines.next()? != HEADER {
            return None;
        }
        let mut value = |key: &str| lines.next()?.strip_prefix(key)?.strip_prefix(' ');
        let version = value("version")?.to_owned();
        let shard = Shard::parse(value("shard")?)?;
        let mut hash = |key| ContentHash::of_hex(value(key)?);
        let origin = Origin {
            version,
            settings: hash("settings")?,
            theme: hash("theme")?,
            content: hash("content")?,
        };
        let mut count = |key| value(key)?.parse().ok().filter(|&count| count < 1 << 40);
        let locales = count("locales")?;
        let amounts = Amounts {
            articles: count("articles")?,
            pages: count("pages")?,
            counts: Counts {
                errors: count("errors")?,
                warnings: count("warnings")?,
                infos: count("infos")?,
            },
        };
        let mut keep = Vec::new();
        while let Some(glob) = lines.peek().and_then(|line| line.strip_prefix("keep ")) {
            keep.push(unescaped(glob)?);
            lines.next();
        }
        let mut files: Vec<Entry> = Vec::new();
        for line in lines {
            let entry = Entry::read(line)?;
            if files.last().is_some_and(|last| last.path >= entry.path) {
                return None;
            }
            files.push(entry);
        }
        Some(Self {
            shard,
            origin,
            amounts,
            locales,
            keep,
            files,
        })
    }
}

impl Entry {
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.strip_prefix("file ")?.splitn(3, ' ');
        Some(Self {
            hash: ContentHash::of_hex(parts.next()?)?,
            size: parts.next()?.parse().ok()?,
            path: OutputPath::new(&unescaped(parts.next()?)?)?,
        })
    }
}

/// A text on one line.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('\n', "\\n")
        .replace('\r', "\\r")
}

fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        plain.push(match character {
            '\\' => match characters.next()? {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                _ => return None,
            },
            other => other,
        });
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn list() -> List {
        let hash = |text: &str| ContentHash::of(text.as_bytes());
        let file = |path: &str| Entry {
            path: OutputPath::new(path).expect("a plain name"),
            size: 12,
            hash: hash(path),
        };
        List {
            shard: Shard::new(2, 8).expect("it is one"),
            origin: Origin {
                version: "0.1.0".to_owned(),
                settings: hash("settings"),
                theme: hash("theme"),
                content: hash("content"),
            },
            amounts: Amounts {
                articles: 3,
                pages: 4,
                counts: Counts {
                    errors: 1,
                    warnings: 0,
                    infos: 7,
                },
            },
            locales: 2,
            keep: vec!["CNAME".to_owned(), "a\\b\n[c]".to_owned()],
            files: vec![file("search/fr"), file("site/a\nend b"), file("site/ü x")],
        }
    }

    /// A list whose last line is right.
    fn sealed(body: &str) -> Vec<u8> {
        let end = ContentHash::of(body.as_bytes()).hex();
        format!("{body}end {end}\n").into_bytes()
    }

    #[test]
    fn a_list_reads_back_as_it_was_written() {
        assert_eq!(List::read(list().write().as_bytes()), Ok(list()));
    }

    #[test]
    fn a_list_cannot_name_what_lies_outside() {
        let text = list().write();
        let (body, _) = text.split_once("end ").expect("a list has an end");
        let body = body.split("file ").next().expect("it begins");
        let hash = "0".repeat(64);
        let with = |path: &str| List::read(&sealed(&format!("{body}file {hash} 1 {path}\n")));
        assert!(with("site/x").is_ok());
        for path in [
            "../x",
            "/x",
            "site/../x",
            "site//x",
            ".",
            "",
            "site/x\\\\y",
            "site/x\0",
        ] {
            assert_eq!(with(path), Err(Unread::Damaged), "{path:?}");
        }
    }

    #[test]
    fn a_changed_list_and_one_of_another_form_are_told_apart() {
        let text = list().write();
        let changed = text.replace("pages 4", "pages 5");
        assert_eq!(List::read(changed.as_bytes()), Err(Unread::Damaged));
        assert_eq!(List::read(b"polydoc-shard 2\nx\n"), Err(Unread::OtherForm));
        assert_eq!(List::read(b"\xFF"), Err(Unread::Damaged));
    }

    proptest! {
        #[test]
        fn nothing_that_is_read_as_a_list_makes_it_panic(body in "(.|\n){0,200}", cut in 0_usize..900) {
            let _ = List::read(&sealed(&format!("{HEADER}\n{body}\n")));
            let text = list().write();
            let _ = List::read(&text.as_bytes()[..cut.min(text.len())]);
        }
    }
}
