//! Which level a rule has in which file, and who is said to have set it.

use std::path::PathBuf;

use crate::config::{Environment, Flags, Place, settings};
use crate::diagnostics::{Category, FileLevels, Level, Preset, Rule, SetBy, SetLevel};
use crate::failure::Failure;
use crate::fs::Memory;
use crate::source::{FileId, SitePath, Source, SourceKind, Sources, Stamp};

static BROKEN: Rule = Rule {
    name: "broken-link",
    category: Category::Correctness,
    level: Level::Error,
    since: "0.1.0",
    page: "",
};
static ALT: Rule = Rule {
    name: "missing-alt",
    category: Category::Accessibility,
    level: Level::Warning,
    since: "0.1.0",
    page: "",
};

const FILES: [&str; 5] = [
    "de-DE/a.md",
    "en-US/old/a.md",
    "fr-CA/a.md",
    "fr-FR/a.md",
    "fr-FR/old/a.md",
];

fn resolved(config: &str, flags: &Flags) -> Result<FileLevels, Failure> {
    let memory = Memory::new()
        .with("/site/polydoc.yml", config)
        .with("/site/content/fr-FR/a.md", "# A");
    let environment = Environment {
        current_dir: PathBuf::from("/site"),
        vars: std::collections::BTreeMap::new(),
        cores: 1,
    };
    let place = Place::Folder(PathBuf::from("."));
    let rules = [BROKEN.name, ALT.name];
    let selected = settings(&memory, &environment, &place, flags, &rules)?;
    let file = |path: &&str| Source {
        path: SitePath::new(*path),
        kind: SourceKind::Article,
        locale: None,
        stamp: Stamp::default(),
    };
    let sources = Sources {
        files: FILES.iter().map(file).collect(),
    };
    let odd = ["fr-FR/link.md", "polydoc"].into_iter();
    Ok(selected.settings.levels.resolve(&sources, odd))
}

fn levels(config: &str) -> FileLevels {
    resolved(config, &Flags::default()).unwrap_or_else(|failure| panic!("{failure}"))
}

fn in_files(levels: &FileLevels, rule: &Rule) -> Vec<&'static str> {
    let files = (0..5).map(|at| levels.in_file(FileId(at)).of(rule).level.word());
    files.collect()
}

fn flags(levels: &[&str]) -> Flags {
    Flags {
        levels: levels.iter().map(|&text| text.to_owned()).collect(),
        ..Flags::default()
    }
}

#[test]
fn later_entries_of_files_are_stronger_and_hold_where_glob_and_language_both_fit() {
    let levels = levels(
        "rules: {broken-link: warning}\nfiles:\n  - {locale: fr, rules: {broken-link: info}}\n  \
         - {match: '*/old/**', rules: {broken-link: off}}\n  \
         - {locale: [fr-FR, de], match: 'a.md', rules: {missing-alt: error}}\n",
    );
    let wanted = ["warning", "off", "info", "info", "off"];
    assert_eq!(in_files(&levels, &BROKEN), wanted);
    let wanted = ["error", "warning", "warning", "error", "warning"];
    assert_eq!(in_files(&levels, &ALT), wanted);
    assert_eq!(levels.of_site().of(&BROKEN).level, Level::Warning);
    assert_eq!(
        levels.at_path("fr-FR/link.md").of(&BROKEN).level,
        Level::Info
    );
    assert_eq!(levels.at_path("polydoc").of(&BROKEN).level, Level::Warning);
    assert!(!levels.is_off(&BROKEN), "it is on in some files");
}

#[test]
fn a_level_remembers_who_set_it() {
    let by = |levels: &FileLevels, rule| {
        let SetLevel { level, by } = levels.of_site().of(rule);
        (level.word(), by)
    };
    let strict = levels("preset: strict\nrules: {broken-link: warning}\n");
    assert_eq!(by(&strict, &BROKEN), ("warning", SetBy::File));
    assert_eq!(by(&strict, &ALT), ("error", SetBy::Preset(Preset::Strict)));
    let flags = Flags {
        deny_warnings: true,
        ..flags(&["broken-link=off", "broken-link=info"])
    };
    let flagged = resolved("rules: {broken-link: warning}", &flags).expect("flags are right");
    assert_eq!(by(&flagged, &BROKEN), ("info", SetBy::Flag));
    assert_eq!(by(&flagged, &ALT), ("error", SetBy::Deny));
    assert_eq!(by(&levels(""), &ALT), ("warning", SetBy::Rule));
}

#[test]
fn a_flag_that_names_no_rule_or_level_says_what_was_meant() {
    for (flag, wanted, hint) in [
        (
            "broken-lnk=error",
            "--level: there is no rule `broken-lnk`",
            "did you mean `broken-link`?",
        ),
        (
            "broken-link=loud",
            "--level: `loud` is no level",
            "write `error`, `warning`, `info` or `off`",
        ),
        (
            "broken-link",
            "--level: `broken-link` is no rule with a level",
            "write `RULE=LEVEL`, for example `missing-alt=error`",
        ),
    ] {
        let failure = resolved("", &flags(&[flag])).expect_err("it is refused");
        assert_eq!(failure.message, wanted);
        assert_eq!(failure.hints, [hint]);
    }
}
