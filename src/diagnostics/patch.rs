//! Two versions of a text as a unified diff, which people read and `patch` and `git apply` take.

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

/// Lines around a change.
const AROUND: usize = 3;

/// The unified diff of two versions of the file at a path; `None` for a version stands for a file that is not there.
pub fn unified(
    old_path: &str,
    new_path: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> String {
    let name = |prefix: &str, path: &str, text: Option<&str>| match text {
        Some(_) => quoted(&format!("{prefix}/{path}")),
        None => "/dev/null".to_owned(),
    };
    let mut text = format!(
        "--- {}\n+++ {}\n",
        name("a", old_path, before),
        name("b", new_path, after)
    );
    let diff = TextDiff::from_lines(before.unwrap_or_default(), after.unwrap_or_default());
    for group in diff.grouped_ops(AROUND) {
        let (Some(first), Some(last)) = (group.first(), group.last()) else {
            continue;
        };
        let (old, new) = (
            first.old_range().start..last.old_range().end,
            first.new_range().start..last.new_range().end,
        );
        let _ = writeln!(text, "@@ -{} +{} @@", place(&old), place(&new));
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let sign = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let line = change.value();
            text.push(sign);
            text.push_str(line);
            if !line.ends_with('\n') {
                text.push_str("\n\\ No newline at end of file\n");
            }
        }
    }
    text
}

/// Lines as a hunk's head has them: the first from 1 and, unless it is 1, their number.
fn place(lines: &std::ops::Range<usize>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        number => format!("{},{number}", lines.start + 1),
    }
}

/// A path as git writes it: in quotes when it holds what would end it.
fn quoted(path: &str) -> String {
    let is_plain = |letter: char| !letter.is_control() && letter != '"' && letter != '\\';
    if path.chars().all(is_plain) {
        // A blank in a name is told from what may follow by a tab.
        return if path.contains(' ') {
            format!("{path}\t")
        } else {
            path.to_owned()
        };
    }
    let mut text = String::from("\"");
    for letter in path.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            letter if letter.is_control() => {
                let _ = write!(text, "\\{:03o}", u32::from(letter));
            }
            letter => text.push(letter),
        }
    }
    text.push('"');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diff_has_three_lines_around_each_change_and_says_where_a_last_line_does_not_end() {
        let before = "1\n2\n3\n4\n5\n6\n7\n8\n9\r\nend";
        let after = "1\n2\n3\n4\nfive\n6\n7\n8\n9\r\nend.";
        let wanted = "--- a/x.md\n+++ b/x.md\n@@ -2,9 +2,9 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\r\n-end\n\
                      \\ No newline at end of file\n+end.\n\\ No newline at end of file\n";
        assert_eq!(unified("x.md", "x.md", Some(before), Some(after)), wanted);
    }

    #[test]
    fn a_file_that_comes_or_goes_and_an_odd_name_are_told_as_git_does() {
        assert_eq!(
            unified("a b", "a b", None, Some("x\n")),
            "--- /dev/null\n+++ b/a b\t\n@@ -0,0 +1 @@\n+x\n"
        );
        let gone = unified("q\"\n", "q", Some("x\n"), None);
        assert_eq!(
            gone,
            "--- \"a/q\\\"\\n\"\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n"
        );
    }
}
