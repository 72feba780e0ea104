//! Addresses that open a file in an editor, at a line.

use std::path::Path;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::failure::Failure;

/// Everything but what a path is made of.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'/')
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Editors that have an address of their own, sorted by name.
pub const EDITORS: [(&str, &str); 14] = [
    ("bbedit", "bbedit://open?url=file://{file}&line={line}"),
    ("cursor", "cursor://file{file}:{line}:{column}"),
    (
        "emacs",
        "emacs://open?url=file://{file}&line={line}&column={column}",
    ),
    (
        "idea",
        "idea://open?file={file}&line={line}&column={column}",
    ),
    (
        "macvim",
        "mvim://open?url=file://{file}&line={line}&column={column}",
    ),
    (
        "phpstorm",
        "phpstorm://open?file={file}&line={line}&column={column}",
    ),
    (
        "sublime",
        "subl://open?url=file://{file}&line={line}&column={column}",
    ),
    (
        "textmate",
        "txmt://open?url=file://{file}&line={line}&column={column}",
    ),
    (
        "vim",
        "vim://open?url=file://{file}&line={line}&column={column}",
    ),
    ("vscode", "vscode://file{file}:{line}:{column}"),
    (
        "vscode-insiders",
        "vscode-insiders://file{file}:{line}:{column}",
    ),
    ("vscodium", "vscodium://file{file}:{line}:{column}"),
    (
        "webstorm",
        "webstorm://open?file={file}&line={line}&column={column}",
    ),
    ("zed", "zed://file{file}:{line}:{column}"),
];

/// How an editor is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(String);

impl Editor {
    /// The editor of a name, or one with an address of one's own, in which `{file}`, `{line}` and `{column}` are filled in.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(text: &str) -> Result<Self, Failure> {
        if let Some((_, pattern)) = EDITORS.iter().find(|(name, _)| *name == text) {
            return Ok(Self((*pattern).to_owned()));
        }
        let scheme = text.split_once(':').map_or("", |(scheme, _)| scheme);
        let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
        let runs = ["javascript", "data", "vbscript", "blob"];
        let is_safe = runs.iter().all(|it| !scheme.eq_ignore_ascii_case(it));
        if is_scheme && is_safe && text.contains("{file}") {
            return Ok(Self(text.to_owned()));
        }
        let names: Vec<&str> = EDITORS.iter().map(|(name, _)| *name).collect();
        let failure = Failure::usage(format!(
            "--editor: `{text}` is no editor that is known here"
        ));
        Err(failure.hint(format!(
            "name one of {}, or write an address with `{{file}}`, `{{line}}` and `{{column}}` in it",
            names.join(", ")
        )))
    }

    /// The address that opens a file; lines and columns count from 1.
    pub(super) fn address(&self, file: &Path, line: u32, column: u32) -> String {
        let file = file.to_string_lossy();
        self.0
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
            .replace("{file}", &utf8_percent_encode(&file, RESERVED).to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_a_name_or_an_address() {
        let address = |editor: &str| {
            let editor = Editor::parse(editor).expect("an editor");
            editor.address(Path::new("/home/a b/ü.md"), 3, 7)
        };
        assert_eq!(address("vscode"), "vscode://file/home/a%20b/%C3%BC.md:3:7");
        assert_eq!(
            address("idea"),
            "idea://open?file=/home/a%20b/%C3%BC.md&line=3&column=7"
        );
        assert_eq!(
            address("my+edit:{file}#{line}"),
            "my+edit:/home/a%20b/%C3%BC.md#3"
        );
        for wrong in [
            "notepad",
            "javascript:{file}",
            "vscode://file",
            "1x:{file}",
            "",
        ] {
            assert!(Editor::parse(wrong).is_err(), "{wrong}");
        }
        assert!(EDITORS.is_sorted());
    }
}
