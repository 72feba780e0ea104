//! A site in memory is, after any changes, byte for byte what a build of its files is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use polydoc::config::{self, Environment, Flags, Place};
use polydoc::fs::Disk;
use polydoc::model::OutputPath;
use polydoc::pipeline::{self, Goal, Silent, Touched};
use polydoc::publish::StageOptions;
use polydoc::workspace::{LARGE, Wanted, Workspace};

use crate::support::Project;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % most as u64).expect("small")
    }

    fn of<'a>(&mut self, these: &[&'a str]) -> &'a str {
        these[self.below(these.len())]
    }
}

pub(super) fn wanted(root: &Path) -> Wanted {
    Wanted {
        environment: Environment {
            current_dir: std::env::current_dir().expect("a folder"),
            vars: BTreeMap::new(),
            cores: 2,
        },
        place: Place::Folder(PathBuf::from(root)),
        flags: Flags {
            drafts: true,
            reads_only: true,
            ..Flags::default()
        },
        rules: polydoc::check::rules().map(|rule| rule.name).collect(),
        large: LARGE,
    }
}

/// What a build makes; `None` when it fails.
fn built(root: &Path) -> Option<BTreeMap<String, Vec<u8>>> {
    let Wanted {
        environment,
        place,
        flags,
        rules,
        ..
    } = wanted(root);
    let mut settings = config::settings(&Disk, &environment, &place, &flags, &rules)
        .ok()?
        .settings;
    let folder = tempfile::tempdir().expect("a folder");
    settings.output = folder.path().join("public");
    pipeline::run(
        &Disk,
        &settings,
        Goal::Publish,
        &Silent,
        &StageOptions::default(),
    )
    .ok()?;
    let mut files = BTreeMap::new();
    read(&settings.output, &settings.output, &mut files);
    Some(files)
}

fn read(folder: &Path, root: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            read(&path, root, files);
        } else {
            let name = path
                .strip_prefix(root)
                .expect("below")
                .to_str()
                .expect("UTF-8");
            if name != ".polydoc-manifest" {
                files.insert(name.to_owned(), fs::read(&path).expect("a file"));
            }
        }
    }
}

/// Compares a workspace with a build.
pub(super) fn compare(workspace: &Workspace, root: &Path, after: &str) -> bool {
    let state = workspace.state();
    let Some(built) = built(root) else {
        assert!(
            state.broken.is_some(),
            "{after}: a build fails, and the preview says nothing"
        );
        return false;
    };
    assert!(state.broken.is_none(), "{after}: {:?}", state.broken);
    let standing = state.standing.as_ref().expect("a site");
    let paths = standing.paths(&Disk).expect("paths");
    let names: Vec<&str> = paths.iter().map(OutputPath::as_str).collect();
    let wanted: Vec<&String> = built.keys().collect();
    assert_eq!(names, wanted, "{after}");
    for (name, bytes) in &built {
        let path = OutputPath::new(name).expect("a path");
        let own = standing
            .artifact(&Disk, &path)
            .expect("a file")
            .expect("it is there");
        assert!(
            own == *bytes,
            "{after}: {name} differs\n{}\n---\n{}",
            String::from_utf8_lossy(&own),
            String::from_utf8_lossy(bytes)
        );
    }
    true
}

pub(super) const SITE: &str = "
-- polydoc.yml --
base_url: https://docs.example.org
source_locale: en-US
fallback: page
-- content/en-US/index.md --
# Start

[First](guide/first.md)
-- content/en-US/guide/first.md --
---
title: First
---
# First

Words. ![Dot](../dot.svg) [Second](second.md#part)

## Part

More.
-- content/en-US/guide/second.md --
# Second

## Part

Words.
-- content/fr-FR/guide/first.md --
# Premier

Mots.

## Partie

Encore.
-- content/en-US/dot.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>
";

/// Takes back what no site can be made of.
fn mend(root: &Path) -> Vec<PathBuf> {
    let settings = root.join("polydoc.yml");
    let text = "base_url: https://docs.example.org\nsource_locale: en-US\nfallback: page\n";
    fs::write(&settings, text).expect("a file");
    let templates = root.join("templates");
    let _ = fs::remove_dir_all(&templates);
    vec![settings, templates]
}

/// One change of the kind that people make; gives what was touched.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of change")]
fn change(dice: &mut Dice, root: &Path) -> (String, Vec<PathBuf>) {
    let locales = ["en-US", "fr-FR", "de-DE", "ar-SA"];
    let names = ["index", "guide/first", "guide/second", "guide/third", "new"];
    let article = |dice: &mut Dice| {
        let (locale, name) = (dice.of(&locales), dice.of(&names));
        root.join(format!("content/{locale}/{name}.md"))
    };
    let put = |path: &Path, text: &str| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("files");
    };
    let word = dice.of(&["apple", "pear", "plum", "fig"]);
    match dice.below(12) {
        0..=3 => {
            // A sentence more in an article that is there: what is taken in without a new site.
            let path = article(dice);
            if let Ok(text) = fs::read_to_string(&path) {
                put(&path, &format!("{text}\nA sentence about {word}.\n"));
                return (format!("a sentence in {}", path.display()), vec![path]);
            }
            (format!("nothing at {}", path.display()), Vec::new())
        }
        4 | 5 => {
            let path = article(dice);
            let link = dice.of(&[
                "first.md",
                "second.md#part",
                "../dot.svg",
                "missing.md",
                "#part",
            ]);
            let more = dice.of(&[
                "",
                "draft: true\n",
                "redirect_from: /en-us/old/\n",
                "ROBOTS: NOINDEX\n",
            ]);
            put(
                &path,
                &format!(
                    "---\ntitle: About {word}\n{more}---\n# About {word}\n\n[x]({link})\n\n## Part\n\nText.\n"
                ),
            );
            (format!("an article at {}", path.display()), vec![path])
        }
        6 => {
            let path = article(dice);
            if fs::remove_file(&path).is_err() {
                return ("nothing to remove".to_owned(), Vec::new());
            }
            (format!("no {}", path.display()), vec![path])
        }
        7 => {
            let (from, to) = (article(dice), article(dice));
            fs::create_dir_all(to.parent().expect("a folder")).expect("folders");
            if fs::rename(&from, &to).is_err() {
                return ("nothing to rename".to_owned(), Vec::new());
            }
            (
                format!("{} is {}", from.display(), to.display()),
                vec![from, to],
            )
        }
        8 => {
            let path = root.join("polydoc.yml");
            let more = dice.of(&[
                "url_style: file\n",
                "title: Fruit\n",
                "outputs: {search: false}\n",
                "title: [\n",
                "",
            ]);
            put(
                &path,
                &format!(
                    "base_url: https://docs.example.org\nsource_locale: en-US\nfallback: page\n{more}"
                ),
            );
            (format!("settings {more:?}"), vec![path])
        }
        9 => {
            let path = root.join("templates/parts/footer.html");
            let text = dice.of(&[
                "<footer>one</footer>\n",
                "<footer>two</footer>\n",
                "{{ broken }\n",
            ]);
            if dice.below(3) == 0 {
                let _ = fs::remove_dir_all(root.join("templates"));
            } else {
                put(&path, text);
            }
            (format!("a template {text:?}"), vec![path])
        }
        10 => {
            let path = root.join("locales/en-US/site.ftl");
            put(&path, &format!("home-title = {word}\n"));
            (format!("a message {word}"), vec![path])
        }
        _ => {
            let path = root.join("content/en-US/dot.svg");
            let size = 1 + dice.below(9);
            put(
                &path,
                &format!(
                    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{size}\" height=\"{size}\"/>\n"
                ),
            );
            (format!("an image of {size}"), vec![path])
        }
    }
}

/// Random changes, each compared with a build; `take_in` is how the workspace hears of them.
pub(super) fn follow(
    seed: u64,
    large: usize,
    steps: usize,
    take_in: &dyn Fn(&Workspace, &Touched),
) {
    let project = Project::new(SITE);
    let root = fs::canonicalize(project.root()).expect("a folder");
    let wanted = Wanted {
        large,
        ..wanted(&root)
    };
    let workspace = Workspace::open(Box::new(Disk), wanted).expect("a site");
    take_in(&workspace, &Touched::Anything);
    assert!(compare(&workspace, &root, "at the start"));
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15 ^ seed);
    let mut story = String::new();
    let mut built = 0;
    for step in 0..steps {
        // Several files at once, as a checkout does.
        let mut touched = Vec::new();
        if workspace.state().broken.is_some() {
            touched.extend(mend(&root));
            story.push_str("\nmended");
        }
        for _ in 0..=dice.below(3) {
            let (what, paths) = change(&mut dice, &root);
            story.push_str(&format!("\n{seed}.{step}: {what}"));
            touched.extend(paths);
        }
        take_in(&workspace, &Touched::Paths(touched));
        built += usize::from(compare(&workspace, &root, &story));
    }
    assert!(
        built * 3 > steps,
        "most of it can be built: {built} of {steps}"
    );
}

pub(super) fn is_full() -> bool {
    std::env::var_os("POLYDOC_FULL").is_some()
}

#[test]
fn after_any_changes_it_is_what_a_build_makes() {
    let (runs, steps) = if is_full() { (12, 60) } else { (2, 9) };
    for run in 1..=runs {
        follow(run, LARGE, steps, &|workspace, touched| {
            workspace.take_in(touched);
        });
    }
}

#[test]
fn a_sentence_is_taken_in_without_reading_the_site_again() {
    let project = Project::new(SITE);
    let root = fs::canonicalize(project.root()).expect("a folder");
    let workspace = Workspace::open(Box::new(Disk), wanted(&root)).expect("a site");
    let path = root.join("content/en-US/guide/second.md");
    let other = root.join("content/en-US/guide/first.md");
    fs::write(
        &path,
        "# Second\n\nA long sentence before it.\n\n## Part\n\nWords.\n",
    )
    .expect("a file");
    // A change that nobody tells of is seen only when everything is read again.
    fs::write(&other, "# Another title\n").expect("a file");
    workspace.take_in(&Touched::Paths(vec![path]));
    let state = workspace.state();
    let standing = state.standing.as_ref().expect("a site");
    let titles: Vec<&str> = standing
        .site()
        .articles
        .iter()
        .map(|it| &*it.metadata.title)
        .collect();
    assert!(
        titles.contains(&"First") && !titles.contains(&"Another title"),
        "{titles:?}"
    );
    let page = OutputPath::new("en-us/guide/second/index.html").expect("a path");
    let page = standing
        .artifact(&Disk, &page)
        .expect("a page")
        .expect("it is there");
    assert!(String::from_utf8_lossy(&page).contains("A long sentence before it."));
}

#[test]
fn a_draft_is_in_no_output_of_a_build() {
    let project = Project::new(
        "
-- polydoc.yml --
base_url: https://docs.example.org
source_locale: en-US
files:
  - match: '*/later/**'
    defaults: {draft: true}
-- content/en-US/index.md --
# Start

[A draft](hushhush.md)
-- content/en-US/hushhush.md --
---
title: Hushhush
draft: true
redirect_from: /en-us/hush-before/
---
# Hushhush
-- content/en-US/later/hushlater.md --
# Hushlater
-- content/en-US/shown.md --
---
draft: false
---
# Shown
-- content/fr-FR/hushhush.md --
---
title: Chut
draft: true
---
# Chut
",
    );
    let root = fs::canonicalize(project.root()).expect("a folder");
    let mut wanted = wanted(&root);
    wanted.flags.drafts = false;
    let Wanted {
        environment,
        place,
        flags,
        rules,
        ..
    } = wanted;
    let mut settings = config::settings(&Disk, &environment, &place, &flags, &rules)
        .expect("settings")
        .settings;
    let folder = tempfile::tempdir().expect("a folder");
    settings.output = folder.path().join("public");
    let report = pipeline::run(
        &Disk,
        &settings,
        Goal::Publish,
        &Silent,
        &StageOptions::default(),
    )
    .expect("a build");
    let mut files = BTreeMap::new();
    read(&settings.output, &settings.output, &mut files);
    assert!(files.contains_key("en-us/shown/index.html"));
    for (name, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        let own_link = text
            .replace("href=\"hushhush.md\"", "")
            .replace("a draft", "");
        for word in ["hush", "chut"] {
            assert!(!name.contains(word), "{name}");
            assert!(!own_link.contains(word), "{name} tells of a draft:\n{text}");
        }
    }
    let said: Vec<&str> = report.diagnostics.iter().map(|it| it.rule.name).collect();
    assert!(
        said.contains(&"unpublished-target"),
        "the link to it is told: {said:?}"
    );
}
