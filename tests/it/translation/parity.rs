//! What is lost in one translation is found where it would stand; what differs by design is not.

use crate::cli::{command, finished};
use crate::support::Project;

const SOUND: &str = "# <a name=\"t\"></a>T

Words [a](https://learn.example.com/LOCALE/a) and ![x](x.png).

1. one
2. two

> [!NOTE]
> Note.

```
code
```

| a | b |
|---|---|
| 1 | 2 |

## <a name=\"u\"></a>U

See <a name=\"place\"></a>[other](other.md).
";

/// A site of four languages in which the third has another text.
fn site(change: &dyn Fn(&str) -> String) -> Project {
    let mut files = String::new();
    for locale in ["de-DE", "fr-FR", "ja-JP", "ru-RU"] {
        let body = SOUND.replace("LOCALE", &locale.to_lowercase());
        let body = if locale == "ja-JP" {
            change(&body)
        } else {
            body
        };
        files.push_str(&format!(
            "-- content/{locale}/a.md --\n---\ntitle: T\nms.openlocfilehash: aa\n---\n{body}\
             -- content/{locale}/other.md --\n---\ntitle: O\nms.openlocfilehash: bb\n---\n# O\n\
             -- content/{locale}/x.png --\n\n"
        ));
    }
    Project::new(&files)
}

fn lost(project: &Project) -> Vec<String> {
    let found = project.check();
    let of_rule = found
        .lines()
        .filter(|line| line.contains("[lost-in-translation]"));
    of_rule.map(str::to_owned).collect()
}

#[test]
fn each_kind_of_loss_is_found_in_its_place_and_only_there() {
    for (from, to, line, what) in [
        ("## <a name=\"u\"></a>U", "U", 19, "a heading of level 2"),
        ("<a name=\"place\"></a>", "", 23, "the anchor `place`"),
        (
            "[a](https://learn.example.com/ja-jp/a)",
            "a",
            5,
            "a link to `https://learn.example.com/a`",
        ),
        (
            "[other](other.md)",
            "other",
            25,
            "a link to the article `other`",
        ),
        ("![x](x.png)", "x", 7, "an image"),
        ("2. two\n", "", 9, "a list item"),
        ("> [!NOTE]\n", "", 10, "an alert"),
        ("```\ncode\n```", "code", 12, "a code block"),
        ("|---|---|\n", "", 15, "a table"),
    ] {
        let project = site(&|body| body.replace(from, to));
        let found = lost(&project);
        let here = format!("content/ja-JP/a.md:{line}:");
        let says = format!("warning[lost-in-translation]: {what} is missing here");
        let is_it = |found: &String| found.starts_with(&here) && found.ends_with(&says);
        assert!(
            found.iter().any(is_it),
            "{from:?}: {here} {says}\n{found:#?}"
        );
        let is_here = |found: &String| found.starts_with("content/ja-JP/a.md:");
        assert!(found.iter().all(is_here), "{found:#?}");
        let run = finished(command(project.root(), &["l10n", "diff", "ja-JP", "a"]));
        assert_eq!(run.code, 1, "{}{}", run.out, run.errors);
        assert!(
            run.out.contains("it stands here, as in 3 of 3 languages"),
            "{}",
            run.out
        );
        assert!(run.out.contains("content/de-DE/a.md:"), "{}", run.out);
    }
}

#[test]
fn order_languages_in_addresses_and_other_images_are_no_loss() {
    for (from, to) in [
        ("ja-jp/a", "a"),
        ("ja-jp/a", "en-us/a"),
        (
            "[a](https://learn.example.com/ja-jp/a) and ![x](x.png)",
            "![y](x.png), [a](https://learn.example.com/ja-jp/a)",
        ),
        ("other.md", "./other.md"),
        ("other.md", "/ja-JP/other.md#o"),
        (
            "[other](other.md)",
            "[other](other.md), again [other](other.md)",
        ),
        ("> [!NOTE]", "> [!メモ]"),
    ] {
        let project = site(&|body| body.replace(from, to));
        assert_eq!(lost(&project), Vec::<String>::new(), "{from:?}");
    }
}

#[test]
fn versions_that_differ_are_not_compared_by_the_rule_and_articles_without_version_only_by_the_command()
 {
    let project = site(&|body| body.replace("2. two\n", ""));
    let text = std::fs::read_to_string(project.root().join("content/ja-JP/a.md")).unwrap();
    let path = "content/ja-JP/a.md";
    project.write(
        path,
        text.replace("filehash: aa", "filehash: ab").as_bytes(),
    );
    assert_eq!(lost(&project), Vec::<String>::new());
    let run = finished(command(
        project.root(),
        &["l10n", "diff", "ja-JP", "ja-JP/a.md"],
    ));
    assert_eq!(run.code, 0);
    assert!(
        run.out
            .contains("no other language has it from the same version"),
        "{}",
        run.out
    );
    project.write(
        path,
        text.replace("ms.openlocfilehash: aa\n", "").as_bytes(),
    );
    assert_eq!(lost(&project), Vec::<String>::new());
    let run = finished(command(
        project.root(),
        &["l10n", "diff", "ja-JP", "content/ja-JP/a.md"],
    ));
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("a list item is missing behind this place"),
        "{}",
        run.out
    );
}

#[test]
fn what_only_half_of_the_others_have_is_not_called_lost() {
    let project = site(&|body| body.replace("2. two\n", ""));
    let path = "content/fr-FR/a.md";
    let text = std::fs::read_to_string(project.root().join(path)).unwrap();
    project.write(path, text.replace("2. two\n", "").as_bytes());
    assert_eq!(lost(&project), Vec::<String>::new());
}
