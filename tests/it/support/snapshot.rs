//! Expected texts in files: compared, and written anew with `UPDATE=1`.

use std::fs;
use std::path::Path;

/// Whether expected texts are to be written anew.
pub(crate) fn updating() -> bool {
    std::env::var("UPDATE").is_ok_and(|value| value == "1")
}

/// Compares a text with the file that holds the expected one.
pub(crate) fn check(path: &Path, actual: &str) -> Result<(), String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Ok(());
    }
    if updating() {
        fs::write(path, actual).expect("the repository can be written to");
        return Ok(());
    }
    let name = path.strip_prefix(super::root()).unwrap_or(path).display();
    Err(format!(
        "{name} is not current; `UPDATE=1 cargo test` writes it\n{}",
        difference(&expected, actual)
    ))
}

/// The first lines that differ.
pub(crate) fn difference(expected: &str, actual: &str) -> String {
    let (mut left, mut right) = (expected.lines(), actual.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (left.next(), right.next()) {
            (None, None) => return "they differ in line ends only".to_owned(),
            (a, b) if a == b => {}
            (a, b) => {
                let show = |line: Option<&str>| line.unwrap_or("(end)").to_owned();
                return format!(
                    "line {number}\n  expected: {}\n  actual:   {}",
                    show(a),
                    show(b)
                );
            }
        }
    }
}
