//! Where the site is found, and which layer wins.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::config::{Environment, Flags, Place, Selected, Settings, settings};
use crate::failure::Failure;
use crate::fs::Memory;
use crate::model::Date;
use crate::source::SitePath;

fn environment(current_dir: &str, vars: &[(&str, &str)]) -> Environment {
    let vars: BTreeMap<_, _> = vars
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    Environment {
        current_dir: PathBuf::from(current_dir),
        vars,
        cores: 4,
    }
}

fn site(config: &str) -> Memory {
    articles(
        Memory::new().with("/home/de/site/polydoc.yml", config),
        "/home/de/site/content",
    )
}

fn articles(memory: Memory, content: &str) -> Memory {
    [
        "fr-FR/a.md",
        "fr-FR/guide/b.md",
        "fr-FR/guide/it/c.md",
        "en-US/a.md",
    ]
    .iter()
    .fold(memory, |memory, path| {
        memory.with(format!("{content}/{path}"), "# A")
    })
}

fn build(
    memory: &Memory,
    current_dir: &str,
    folder: &str,
    flags: &Flags,
) -> Result<Settings, Failure> {
    let place = Place::Folder(PathBuf::from(folder));
    settings(memory, &environment(current_dir, &[]), &place, flags, &[])
        .map(|selected| selected.settings)
}

fn check(memory: &Memory, current_dir: &str, paths: &[&str]) -> Result<Selected, Failure> {
    let place = Place::Paths(paths.iter().map(PathBuf::from).collect());
    settings(
        memory,
        &environment(current_dir, &[]),
        &place,
        &Flags::default(),
        &[],
    )
}

fn paths(settings: &Settings) -> [&Path; 3] {
    [&settings.project, &settings.content, &settings.output]
}

#[test]
fn a_project_has_its_output_beside_its_file_and_paths_as_the_user_would_write_them() {
    let memory = site("");
    let at = |current, folder| {
        build(&memory, current, folder, &Flags::default()).expect("there is a site")
    };
    assert_eq!(
        paths(&at("/home/de/site", ".")),
        ["", "content", "public"].map(Path::new).map(dot)
    );
    assert_eq!(
        paths(&at("/home/de", "site")),
        ["site", "site/content", "site/public"].map(Path::new)
    );
    assert_eq!(
        paths(&at("/home/de/site/content", "..")),
        ["..", ".", "../public"].map(Path::new)
    );
    assert_eq!(
        at("/", "/home/de/site").output,
        Path::new("home/de/site/public")
    );
    assert_eq!(
        at("/var/x", "/home/de/site").output,
        Path::new("/home/de/site/public")
    );
}

fn dot(path: &Path) -> &Path {
    if path.as_os_str().is_empty() {
        Path::new(".")
    } else {
        path
    }
}

#[test]
fn the_content_folder_of_a_project_means_the_project() {
    let memory = site("title: Handbook\n");
    let settings = build(&memory, "/home/de", "site/content", &Flags::default()).expect("a site");
    assert_eq!(
        settings.titles.get("").map(String::as_str),
        Some("Handbook")
    );
}

#[test]
fn without_a_file_the_folder_or_its_content_folder_is_the_site_and_output_lies_where_the_user_stands()
 {
    let memory = articles(Memory::new(), "/data/content");
    let settings = build(&memory, "/work", "/data", &Flags::default()).expect("content is found");
    assert_eq!(
        paths(&settings),
        ["/data", "/data/content", "public"].map(Path::new)
    );
    let settings =
        build(&memory, "/work", "/data/content", &Flags::default()).expect("locales are found");
    assert_eq!(
        paths(&settings),
        ["/data/content", "/data/content", "public"].map(Path::new)
    );
    assert!(settings.file.is_none());
}

#[test]
fn a_folder_without_a_site_is_said_with_what_was_looked_for() {
    let memory = Memory::new()
        .with("/a/new/x.md", "")
        .with("/a/content/bin/x.md", "");
    let failure = build(&memory, "/", "a", &Flags::default()).expect_err("there is none");
    assert_eq!(failure.message, "`a` holds no site");
    assert!(
        failure.hints[0].contains("polydoc.yml") && failure.hints[0].contains("`content`"),
        "{failure:?}"
    );
    let failure = build(&memory, "/", "b", &Flags::default()).expect_err("there is none");
    assert_eq!(failure.message, "there is no folder `b`");
    let memory = Memory::new()
        .with("/a/polydoc.yml", "")
        .with("/a/fr/x.md", "");
    let failure =
        build(&memory, "/a", ".", &Flags::default()).expect_err("there is no content folder");
    assert_eq!(failure.message, "there is no content folder `content`");
    assert!(failure.hints[0].contains("content: ."), "{failure:?}");
    let memory = Memory::new()
        .with("/a/polydoc.yml", "")
        .with("/a/polydoc.yaml", "");
    let failure = build(&memory, "/a", ".", &Flags::default()).expect_err("which one?");
    assert!(failure.message.contains("both"), "{failure:?}");
}

#[test]
fn a_three_letter_folder_is_a_language_when_it_is_configured() {
    let memory = Memory::new()
        .with("/a/polydoc.yml", "locales: {new: {}}")
        .with("/a/content/new/x.md", "");
    assert!(build(&memory, "/a", ".", &Flags::default()).is_ok());
}

#[test]
fn output_never_lies_in_the_content_nor_around_the_project() {
    let memory = articles(Memory::new(), "/data");
    let refused = |current, output: Option<&str>| {
        let flags = Flags {
            output: output.map(PathBuf::from),
            ..Flags::default()
        };
        let failure = build(&memory, current, "/data", &flags).expect_err("it must be refused");
        assert!(failure.hints[0].contains("--output"), "{failure:?}");
        failure.message
    };
    assert_eq!(
        refused("/data", None),
        "the output folder `public` lies inside the content folder `.`"
    );
    assert!(refused("/", Some("data/fr-FR")).contains("inside"));
    assert!(refused("/", Some("data/x/..")).contains("inside"));
    assert!(refused("/home", Some("/")).contains("holds the content folder"));
    let memory = site("content: src\noutput: .\n");
    let memory = articles(memory, "/home/de/site/src");
    let failure =
        build(&memory, "/home/de/site", ".", &Flags::default()).expect_err("it would be replaced");
    assert!(
        failure.message.contains("which publishing would replace"),
        "{failure:?}"
    );
}

#[test]
fn flags_are_stronger_than_the_environment_and_that_is_stronger_than_the_file() {
    let memory = site("base_url: https://file.example/f\noutput: file\n");
    let vars = [
        ("POLYDOC_BASE_URL", "https://env.example/e/"),
        ("POLYDOC_OUTPUT", "/env"),
        ("POLYDOC_JOBS", "7"),
    ];
    let read = |vars: &[(&str, &str)], flags: &Flags| {
        let place = Place::Folder(PathBuf::from("."));
        settings(
            &memory,
            &environment("/home/de/site", vars),
            &place,
            flags,
            &[],
        )
        .expect("all is well")
        .settings
    };
    let told = |settings: &Settings| {
        let origin = settings.origin.clone().unwrap_or_default();
        (
            origin + &settings.base_path,
            settings.output.display().to_string(),
            settings.jobs,
        )
    };
    let file = read(&[], &Flags::default());
    assert_eq!(
        told(&file),
        ("https://file.example/f".to_owned(), "file".to_owned(), 4)
    );
    let env = read(&vars, &Flags::default());
    assert_eq!(
        told(&env),
        ("https://env.example/e".to_owned(), "/env".to_owned(), 7)
    );
    let flags = Flags {
        base_url: Some("https://flag.example".to_owned()),
        output: Some(PathBuf::from("flag")),
        jobs: Some(2),
        ..Flags::default()
    };
    assert_eq!(
        told(&read(&vars, &flags)),
        ("https://flag.example".to_owned(), "flag".to_owned(), 2)
    );
    let empty = [
        ("POLYDOC_BASE_URL", ""),
        ("POLYDOC_OUTPUT", ""),
        ("POLYDOC_JOBS", ""),
        ("SOURCE_DATE_EPOCH", ""),
    ];
    assert_eq!(
        told(&read(&empty, &Flags::default())),
        told(&file),
        "an empty variable says nothing"
    );
}

#[test]
fn an_address_without_a_path_leaves_the_base_path_to_its_own_key() {
    let flags = Flags {
        base_url: Some("https://preview.example/".to_owned()),
        ..Flags::default()
    };
    let settings =
        build(&site("base_path: /docs/\n"), "/home/de/site", ".", &flags).expect("all is well");
    assert_eq!(
        (settings.origin.as_deref(), settings.base_path.as_str()),
        (Some("https://preview.example"), "/docs")
    );
}

#[test]
fn what_is_wrong_in_a_flag_or_variable_names_it() {
    let memory = site("");
    let wrong = |vars: &[(&str, &str)], flags: Flags| {
        let place = Place::Folder(PathBuf::from("."));
        settings(
            &memory,
            &environment("/home/de/site", vars),
            &place,
            &flags,
            &[],
        )
        .expect_err("it is wrong")
        .message
    };
    let url = Flags {
        base_url: Some("x".to_owned()),
        ..Flags::default()
    };
    assert_eq!(
        wrong(&[], url),
        "--base-url: `x` is no absolute web address"
    );
    assert!(
        wrong(&[("POLYDOC_BASE_URL", "x")], Flags::default()).starts_with("POLYDOC_BASE_URL: ")
    );
    assert!(wrong(&[("POLYDOC_JOBS", "0")], Flags::default()).starts_with("POLYDOC_JOBS: "));
    assert!(
        wrong(&[("SOURCE_DATE_EPOCH", "now")], Flags::default()).starts_with("SOURCE_DATE_EPOCH: ")
    );
    let locale = Flags {
        locales: vec!["fr_FR".to_owned()],
        ..Flags::default()
    };
    assert_eq!(wrong(&[], locale), "--locale: `fr_FR` is no language tag");
}

#[test]
fn today_is_known_only_when_it_is_told() {
    let memory = site("");
    let today = |epoch: &str, flag| {
        let (place, flags) = (
            Place::Folder(PathBuf::from(".")),
            Flags {
                today: flag,
                ..Flags::default()
            },
        );
        let environment = environment("/home/de/site", &[("SOURCE_DATE_EPOCH", epoch)]);
        settings(&memory, &environment, &place, &flags, &[])
            .expect("all is well")
            .settings
            .today
    };
    assert_eq!(today("", None), None);
    assert_eq!(today("0", None), Date::new(1970, 1, 1));
    assert_eq!(today("951782399", None), Date::new(2000, 2, 28));
    assert_eq!(today("951782400", None), Date::new(2000, 2, 29));
    assert_eq!(today("1704067199", None), Date::new(2023, 12, 31));
    assert_eq!(today("0", Date::new(2026, 11, 22)), Date::new(2026, 11, 22));
}

#[test]
fn a_file_somewhere_below_a_site_is_checked_with_its_site_around_it() {
    let memory = site("");
    let of = |current, paths: &[&str]| {
        let selected = check(&memory, current, paths).expect("the site is found");
        let filters: Vec<String> = selected.filters.iter().map(ToString::to_string).collect();
        (selected.settings.content.display().to_string(), filters)
    };
    let content = "content".to_owned();
    assert_eq!(of("/home/de/site", &[]), (content.clone(), vec![]));
    assert_eq!(
        of("/home/de/site", &["content/fr-FR/guide/b.md"]),
        (content.clone(), vec!["fr-FR/guide/b.md".to_owned()])
    );
    assert_eq!(
        of("/home/de/site/content/fr-FR", &["guide"]),
        ("..".to_owned(), vec!["fr-FR/guide".to_owned()])
    );
    assert_eq!(
        of("/home/de/site", &["content/fr-FR", "."]),
        (content, vec![]),
        "the whole includes its parts"
    );
    let memory = articles(Memory::new(), "/home/de/docs");
    let selected =
        check(&memory, "/home/de", &["docs/fr-FR/guide/it/c.md"]).expect("the site is found");
    assert_eq!(
        selected.settings.content,
        Path::new("docs"),
        "neither the user `de` nor the chapter `it` is the language"
    );
    assert!(
        selected.wants(&SitePath::new("fr-FR/guide/it/c.md"))
            && !selected.wants(&SitePath::new("fr-FR/guide/b.md"))
    );
    let selected = check(&memory, "/home/de", &["docs/fr-FR/guide"]).expect("the site is found");
    assert!(
        selected.wants(&SitePath::new("fr-FR/guide/b.md"))
            && !selected.wants(&SitePath::new("fr-FR/guides.md"))
    );
}

#[test]
fn paths_of_two_sites_and_paths_to_nothing_are_refused() {
    let memory = articles(site(""), "/other");
    let message = |paths: &[&str]| {
        check(&memory, "/home/de/site", paths)
            .expect_err("it is refused")
            .message
    };
    assert_eq!(
        message(&["content/nothing.md"]),
        "there is no file or folder `content/nothing.md`"
    );
    assert_eq!(
        message(&["content/fr-FR", "/other/fr-FR"]),
        "`/other/fr-FR` lies outside the content folder `content`"
    );
}

#[test]
fn another_file_of_settings_stands_for_its_own_folder() {
    let memory = site("noindex: false").with("/home/de/site/preview.yml", "noindex: true");
    let flags = Flags {
        config: Some(PathBuf::from("site/preview.yml")),
        ..Flags::default()
    };
    let settings = build(&memory, "/home/de", ".", &flags).expect("the file is read");
    assert!(settings.noindex);
    assert_eq!(settings.content, Path::new("site/content"));
    let flags = Flags {
        config: Some(PathBuf::from("no.yml")),
        ..Flags::default()
    };
    assert_eq!(
        build(&memory, "/", ".", &flags)
            .expect_err("it is not there")
            .message,
        "there is no file `no.yml`"
    );
}

#[test]
fn a_mistake_in_the_file_is_placed_as_the_user_would_write_it() {
    let memory = site("noindx: true\n");
    let failure =
        build(&memory, "/home/de", "site", &Flags::default()).expect_err("the key is unknown");
    assert!(
        failure
            .message
            .starts_with("site/polydoc.yml:1:1: unknown key `noindx`"),
        "{failure:?}"
    );
    let memory = Memory::new().with("/a/polydoc.yml", b"title: x\nname: \xff\n".to_vec());
    let failure = build(&memory, "/a", ".", &Flags::default()).expect_err("it is no text");
    assert_eq!(failure.message, "polydoc.yml:2: the text is not UTF-8");
}
