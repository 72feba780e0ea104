//! A small site in memory around one article.

use std::collections::BTreeMap;
use std::path::{Component, Path};
use std::sync::OnceLock;

use polydoc::catalogue::written;
use polydoc::config::{self, Environment, Flags, Place, Settings};
use polydoc::diagnostics::Applicability;
use polydoc::fs::{FileSystem as _, Memory, Overlay};
use polydoc::pipeline::{self, Goal, Report, Silent, Wishes};
use polydoc::publish::StageOptions;
use polydoc::{check, parse};

const ROOT: &str = "/site";
const ARTICLE: &str = "/site/content/en-US/folder/a.md";

fn memory() -> &'static Memory {
    static MEMORY: OnceLock<Memory> = OnceLock::new();
    MEMORY.get_or_init(|| {
        Memory::new()
            .with(
                "/site/polydoc.yml",
                "version: 1\nbase_url: https://docs.example.org/base\n",
            )
            .with(
                "/site/content/en-US/index.md",
                "# Home\n\n[a](folder/a.md)\n",
            )
            .with(
                "/site/content/en-US/folder/b.md",
                "# B\n\n## Part one {#one}\n\nWords.\n",
            )
            .with(
                "/site/content/en-US/folder/TOC.yml",
                "- name: A\n  href: a.md\n",
            )
            .with(
                "/site/content/en-US/includes/c.md",
                "Included *words* with a [link](../folder/b.md).\n",
            )
            .with("/site/content/fr-FR/folder/b.md", "# B\n\n## Partie\n")
            .with(
                "/site/content/fr-FR/media/x.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            )
    })
}

fn settings() -> &'static Settings {
    static SETTINGS: OnceLock<Settings> = OnceLock::new();
    SETTINGS.get_or_init(|| {
        let environment = Environment {
            current_dir: "/elsewhere".into(),
            // 2026-01-31
            vars: [("SOURCE_DATE_EPOCH".to_owned(), "1769817600".to_owned())].into(),
            cores: 1,
        };
        let rules: Vec<&str> = check::rules().map(|rule| rule.name).collect();
        let flags = Flags {
            jobs: Some(1),
            ..Flags::default()
        };
        let place = Place::Folder(ROOT.into());
        config::settings(memory(), &environment, &place, &flags, &rules)
            .unwrap_or_else(|failure| panic!("{failure}"))
            .settings
    })
}

fn run(fs: &dyn polydoc::fs::FileSystem, goal: Goal) -> Report {
    pipeline::run(fs, settings(), goal, &Silent, &StageOptions::default())
        .unwrap_or_else(|failure| panic!("content never ends a run: {failure}"))
}

/// An article: findings lie in their files, fixes say what stands there, and once made nothing is left of them.
pub(super) fn links(bytes: &[u8]) {
    let mut overlay = Overlay::new(memory());
    overlay.put(Path::new(ARTICLE), bytes.to_vec());
    let report = run(&overlay, Goal::Check);
    let mut texts = BTreeMap::new();
    for diagnostic in &report.diagnostics {
        let related = diagnostic.related.iter();
        for span in related
            .chain([&diagnostic.primary])
            .filter_map(|label| label.span)
        {
            let path = settings().place(report.sources.get(span.file).path.as_str());
            let text = texts.entry(span.file).or_insert_with(|| {
                let read = overlay.read(&path, u64::MAX);
                parse::decode(&read.unwrap_or_default()).into_owned()
            });
            super::lies_in(span.range, text, diagnostic);
        }
        let (Some(fix), Some(span)) = (&diagnostic.fix, diagnostic.primary.span) else {
            continue;
        };
        for edit in &fix.edits {
            let there = texts[&span.file].get(edit.range.bytes());
            assert_eq!(there, Some(&*edit.old), "{diagnostic:?}");
        }
    }
    // A fix that is made may lead to others, so only an article without any is done with here.
    if report
        .diagnostics
        .iter()
        .all(|diagnostic| diagnostic.fix.is_none())
    {
        return;
    }
    for least in [Applicability::Safe, Applicability::Unsafe] {
        let wishes = Wishes {
            least,
            wants: &|_, _| true,
        };
        let mend = |overlay: &Overlay<'_>| {
            pipeline::mend(overlay, settings(), &wishes, &Silent)
                .unwrap_or_else(|failure| panic!("{failure}"))
        };
        let mended = mend(&overlay);
        let mut fixed = Overlay::new(memory());
        fixed.put(Path::new(ARTICLE), bytes.to_vec());
        for file in &mended.files {
            fixed.put(&file.file, file.after.clone());
        }
        let again = mend(&fixed);
        assert!(
            mended.is_unsettled || again.files.is_empty(),
            "fixed twice: {:?}",
            again
                .files
                .iter()
                .map(|file| String::from_utf8_lossy(&file.after))
                .collect::<Vec<_>>()
        );
    }
}

/// Old addresses, a name and a target, one in each line: no file leaves the output folder, and paths are written so that they can be
/// read back.
pub(super) fn redirects(bytes: &[u8]) {
    let text = parse::decode(bytes);
    let lines: Vec<&str> = text.split('\n').take(20).collect();
    let quoted = |line: &str| serde_json::to_string(line).expect("texts can be written as JSON");
    let mut article = "---\nredirect_from:\n".to_owned();
    for line in &lines {
        article.push_str(&format!("- {}\n", quoted(line)));
    }
    article.push_str("---\n# A\n");
    let mut overlay = Overlay::new(memory());
    overlay.put(Path::new(ARTICLE), article.into_bytes());
    // A name, as far as a disk could hold it.
    let name: String = lines[0]
        .chars()
        .filter(|c| !matches!(c, '\0' | '/'))
        .take(60)
        .collect();
    if !matches!(name.as_str(), "" | "." | "..") {
        let place = format!("/site/content/en-US/named/{name}.md");
        overlay.put(Path::new(&place), b"---\nslug: x\n---\n# Named\n".to_vec());
        let place = format!("/site/content/en-US/{name}/below.md");
        overlay.put(Path::new(&place), b"# Below\n".to_vec());
    }
    let report = run(&overlay, Goal::Sum);
    assert!(report.sums.len() > 5, "a site is made");
    for path in report.sums.keys() {
        let path = path.as_str();
        let stays = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let odd = |name: &str| {
            let drive = name.len() >= 2
                && name.as_bytes()[1] == b':'
                && name.as_bytes()[0].is_ascii_alphabetic();
            matches!(name, "" | "." | "..")
                || name.contains(['\\', '\0'])
                || (drive && path.starts_with(name))
        };
        assert!(
            stays && !path.split('/').any(odd),
            "`{path}` may leave the output folder"
        );
        // Hosts decode once more than they should, or twice.
        let decoded = percent_encoding::percent_decode_str(path)
            .decode_utf8_lossy()
            .into_owned();
        assert!(
            !decoded.split(['/', '\\']).any(|name| name == ".."),
            "`{path}` leaves the output folder when it is decoded"
        );
    }
    for line in lines {
        let line = line.replace('\0', "");
        let Some(path) = written::joined("", &line) else {
            continue;
        };
        for folder in ["", "en-US", "en-US/folder/deep"] {
            let relative = written::relative(folder, &path);
            let read = percent_encoding::percent_decode_str(&relative)
                .decode_utf8_lossy()
                .into_owned();
            assert_eq!(
                written::joined(folder, &read).as_ref(),
                Some(&path),
                "{relative:?} in {folder:?}"
            );
        }
    }
}
