//! A second build does what a first one would: what it remembered is used only when it is still true.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

mod sequences;
mod site;

use site::Site;

/// Every file of an output folder with its bytes.
type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// What a run said and made.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    code: Option<i32>,
    /// The findings, as JSON.
    said: String,
    tree: Tree,
}

/// Runs polydoc in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    let program =
        std::env::var_os("POLYDOC_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_polydoc").into());
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env_remove("SOURCE_DATE_EPOCH")
        .output()
        .unwrap()
}

fn build(folder: &Path, output: &str, more: &[&str]) -> Run {
    let arguments = [
        "build", "--format", "json", "--jobs", "2", "--output", output,
    ];
    let ended = run(folder, &[&arguments[..], more].concat());
    let mut tree = Tree::new();
    read(&folder.join(output), &folder.join(output), &mut tree);
    assert!(
        matches!(ended.status.code(), Some(0 | 1)),
        "{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    Run {
        code: ended.status.code(),
        said: String::from_utf8(ended.stdout).unwrap(),
        tree,
    }
}

fn read(folder: &Path, root: &Path, tree: &mut Tree) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, root, tree);
        } else {
            let name = path.strip_prefix(root).unwrap().to_owned();
            tree.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// What a build without any memory makes of a folder.
fn clean(folder: &Path) -> Run {
    let elsewhere = TempDir::new().unwrap();
    let output = elsewhere.path().join("public");
    build(folder, output.to_str().unwrap(), &["--no-cache"])
}

/// Whether a build with a memory makes what one without it makes.
#[track_caller]
fn is_as_clean(folder: &Path, what: &str) {
    let (one, other) = (build(folder, "public", &[]), clean(folder));
    assert_eq!(one.said, other.said, "{what}: what is said");
    assert_eq!(one.code, other.code, "{what}: the exit code");
    let paths = |run: &Run| run.tree.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&one), paths(&other), "{what}: files");
    for (path, bytes) in &one.tree {
        assert!(*bytes == other.tree[path], "{what}: {}", path.display());
    }
}

/// Whether a run was told again without parsing.
fn is_recalled(folder: &Path, command: &[&str]) -> bool {
    let ended = run(folder, &[command, &["--timings", "--no-fail"]].concat());
    let said = String::from_utf8(ended.stderr).unwrap();
    assert!(said.contains("discover"), "{said}");
    !said.contains(" parse ")
}

/// The files of whole runs in the cache of a folder.
fn records(folder: &Path) -> Vec<PathBuf> {
    crate::support::files_below(&folder.join(".polydoc"), ".cache")
}

/// A file gets the time that it had, whatever was written into it.
fn keep_time(path: &Path, write: impl FnOnce()) {
    let before = fs::metadata(path).unwrap().modified().unwrap();
    write();
    let file = fs::File::options().write(true).open(path).unwrap();
    file.set_modified(before).unwrap();
}

#[test]
fn a_site_that_is_as_it_was_is_not_parsed_again_and_says_the_same() {
    let site = Site::new();
    let first = build(site.root(), "public", &[]);
    assert!(first.said.contains("broken-link"), "something is found");
    assert_eq!(build(site.root(), "public", &[]), first);
    for command in [&["build"][..], &["build", "--strict"], &["check"]] {
        assert!(is_recalled(site.root(), command), "{command:?}");
    }
    let check = run(site.root(), &["check", "--format", "json"]);
    assert_eq!(String::from_utf8(check.stdout).unwrap(), first.said);
    assert!(!is_recalled(site.root(), &["build", "--no-cache"]));
    let noindex = ["build", "--noindex", "--output", "other"];
    assert!(!is_recalled(site.root(), &noindex) && is_recalled(site.root(), &noindex));
    assert!(!is_recalled(
        site.root(),
        &["check", "--today", "2026-11-22"]
    ));
    assert!(is_recalled(site.root(), &["build", "--jobs", "1"]));
}

#[test]
fn times_alone_change_nothing_and_contents_are_never_taken_for_their_times() {
    let site = Site::new();
    build(site.root(), "public", &[]);
    let article = site.root().join("content/en-US/guide/start.md");
    let file = fs::File::options().write(true).open(&article).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH)
        .unwrap();
    assert!(is_recalled(site.root(), &["build"]), "a touched file");
    let text = fs::read_to_string(&article).unwrap();
    keep_time(&article, || {
        fs::write(&article, text.replace("sentence", "SENTENCE")).unwrap();
    });
    assert!(
        !is_recalled(site.root(), &["build"]),
        "an edit whose time was set back"
    );
    is_as_clean(site.root(), "set back");
}

#[test]
fn a_copied_project_is_known_where_it_lies_now() {
    let site = Site::new();
    build(site.root(), "public", &[]);
    let elsewhere = TempDir::new().unwrap();
    let copied = elsewhere.path().join("deeper/down/copy");
    fs::create_dir_all(copied.parent().unwrap()).unwrap();
    let status = Command::new("cp")
        .arg("-r")
        .args([site.root(), &copied])
        .status();
    assert!(status.unwrap().success());
    assert!(is_recalled(&copied, &["build"]));
    let beside = elsewhere.path().to_str().unwrap();
    assert!(beside.starts_with('/'));
    assert!(is_recalled(
        elsewhere.path(),
        &[
            "build",
            "deeper/down/copy",
            "--output",
            "deeper/down/copy/public"
        ]
    ));
    is_as_clean(&copied, "copied");
}

#[test]
fn what_somebody_did_to_the_output_is_undone() {
    let site = Site::new();
    let first = build(site.root(), "public", &[]);
    let page = site.root().join("public/en-us/guide/start/index.html");
    let bytes = fs::read(&page).unwrap();
    let harms: [&dyn Fn(); 5] = [
        &|| fs::remove_file(&page).unwrap(),
        &|| fs::write(&page, b"short").unwrap(),
        &|| keep_time(&page, || fs::write(&page, vec![b'x'; bytes.len()]).unwrap()),
        &|| fs::write(site.root().join("public/strange.html"), b"not ours").unwrap(),
        &|| fs::remove_dir_all(site.root().join("public/en-us")).unwrap(),
    ];
    for (at, harm) in harms.iter().enumerate() {
        harm();
        assert_eq!(build(site.root(), "public", &[]), first, "harm {at}");
    }
    fs::remove_dir_all(site.root().join("public")).unwrap();
    assert_eq!(build(site.root(), "public", &[]), first, "no output");
    // A restored folder without what this machine knew of its times.
    fs::remove_dir_all(site.root().join(".public.polydoc-work")).unwrap();
    assert!(is_recalled(site.root(), &["build"]));
}

#[test]
fn another_polydoc_is_not_trusted() {
    let site = Site::new();
    build(site.root(), "public", &[]);
    for record in records(site.root()) {
        let bytes = fs::read(&record).unwrap();
        let end = bytes.iter().position(|&byte| byte == b'\n').unwrap();
        let other = [b"polydoc-cache 1 0.0.1 0123456789abcdef", &bytes[end..]].concat();
        fs::write(&record, other).unwrap();
    }
    assert!(!is_recalled(site.root(), &["build"]));
    assert!(is_recalled(site.root(), &["build"]), "it was written anew");
}

#[test]
fn a_damaged_cache_is_as_good_as_none_whichever_byte_it_is() {
    let site = Site::new();
    let first = build(site.root(), "public", &[]);
    let records = records(site.root());
    assert!(!records.is_empty());
    for record in records {
        let whole = fs::read(&record).unwrap();
        // In the line at the top, in a checksum, and in each part.
        for place in [
            20,
            40,
            60,
            90,
            whole.len() / 2,
            whole.len() * 9 / 10,
            whole.len() - 1,
        ] {
            let mut damaged = whole.clone();
            damaged[place] ^= 0x20;
            for bytes in [
                &damaged[..],
                &whole[..place],
                &[&whole[..], b"more"].concat(),
            ] {
                fs::write(&record, bytes).unwrap();
                assert_eq!(build(site.root(), "public", &[]), first, "byte {place}");
            }
        }
    }
}

#[test]
fn nothing_is_remembered_where_nothing_may_be_written_or_nobody_wants_it() {
    let site = Site::new();
    build(site.root(), "public", &["--no-cache"]);
    run(site.root(), &["check"]);
    assert!(!site.root().join(".polydoc").exists());
    fs::write(site.root().join(".polydoc"), b"a file").unwrap();
    is_as_clean(site.root(), "a file in the place of the folder");
    build(site.root(), "public", &["--cache-dir", "memory"]);
    assert_eq!(
        fs::read_to_string(site.root().join("memory/.gitignore")).unwrap(),
        "*\n"
    );
    assert!(is_recalled(
        site.root(),
        &["build", "--cache-dir", "memory"]
    ));
}

#[test]
fn two_builds_at_once_leave_a_site_and_a_cache() {
    let site = Site::new();
    let root = site.root();
    std::thread::scope(|scope| {
        for output in ["public", "other", "public"] {
            scope.spawn(move || build(root, output, &[]));
        }
    });
    is_as_clean(root, "after three at once");
    assert!(is_recalled(root, &["build"]));
}

/// Every file of an output folder with the time of its last change.
fn times(folder: &Path) -> BTreeMap<PathBuf, std::time::SystemTime> {
    let files = crate::support::files_below(folder, "").into_iter();
    let timed = |path: PathBuf| {
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        (path.strip_prefix(folder).unwrap().to_owned(), time)
    };
    files.map(timed).collect()
}

/// What `--explain` says.
fn explained(folder: &Path, more: &[&str]) -> String {
    let arguments = [&["build", "--no-fail", "--format", "json"], more].concat();
    String::from_utf8(run(folder, &arguments).stderr).unwrap()
}

#[test]
fn a_sentence_changes_its_page_and_its_index_and_nothing_else() {
    let site = Site::new();
    build(site.root(), "public", &[]);
    let public = site.root().join("public");
    let before = times(&public);
    let article = site.root().join("content/en-US/guide/start.md");
    let text = fs::read_to_string(&article).unwrap();
    fs::write(&article, text.replace("sentence", "remark")).unwrap();
    is_as_clean(site.root(), "a sentence");
    let after = times(&public);
    let changed: Vec<String> = after
        .iter()
        .filter(|(path, time)| before.get(*path) != Some(*time))
        .map(|(path, _)| path.display().to_string())
        .collect();
    let page = "en-us/guide/start/index.html".to_owned();
    assert!(changed.contains(&page), "{changed:?}");
    for path in &changed {
        let is_index = path.contains("search") && path.contains("en-us");
        assert!(
            *path == page || *path == ".polydoc-manifest" || is_index,
            "{changed:?}"
        );
    }
}

#[test]
fn explain_says_why_a_page_was_written_or_kept() {
    let site = Site::new();
    let root = site.root();
    let own = "content/en-US/guide/start.md";
    let (page, french) = (
        "en-us/guide/start/index.html",
        "fr-fr/guide/start/index.html",
    );
    let asked = [
        "--explain",
        own,
        "--explain",
        "public/fr-fr/guide/start/index.html",
    ];
    let says = |what: &str, lines: &[String]| {
        let said = explained(root, &asked);
        for line in lines {
            assert!(said.contains(line), "{what}: no `{line}` in\n{said}");
        }
    };
    says(
        "first",
        &[format!("{page}: written\n  there was no cache\n")],
    );
    says(
        "nothing",
        &[format!(
            "{own}: kept\n  nothing that the site is made of changed\n"
        )],
    );

    let text = fs::read_to_string(root.join(own)).unwrap();
    fs::write(root.join(own), text.replace("sentence", "remark")).unwrap();
    let of_language = "nothing that the pages of its language are made of changed";
    says(
        "a sentence",
        &[
            format!("{page}: written\n  {own} changed\n"),
            format!("{french}: kept\n  {of_language}\n"),
        ],
    );
    site.write("templates/parts/footer.html", "<footer></footer>\n");
    says(
        "a template",
        &[format!(
            "{french}: written\n  templates/parts/footer.html changed\n"
        )],
    );
    site.write(
        "content/fr-FR/guide/more.md",
        "---\ntitle: Autre\n---\n\n# Autre\n",
    );
    let other = "content/fr-FR/guide/more.md changed, which other pages may show";
    let same = format!("{french}: kept\n  it was made again and came out the same\n");
    says("a title", &[format!("{same}  {other}\n")]);
    fs::write(root.join("public").join(page), b"altered").unwrap();
    says(
        "the output",
        &[format!(
            "{page}: restored\n  the published file was gone or altered\n"
        )],
    );
    let settings = fs::read_to_string(root.join("polydoc.yml")).unwrap();
    site.write("polydoc.yml", &settings.replace("Handbook", "Guide"));
    says(
        "a setting",
        &[format!("{page}: written\n  polydoc.yml: title changed\n")],
    );

    let said = explained(root, &["--no-cache", "--explain", own]);
    assert!(
        said.contains(&format!(
            "{page}: kept\n  it was made again and came out the same\n  nothing is remembered\n"
        )),
        "{said}"
    );
    let said = explained(root, &["--no-cache", "--explain", "nowhere.md"]);
    assert!(
        said.contains("nowhere.md: no article, and no file of the output\n"),
        "{said}"
    );
    for record in records(root) {
        let bytes = fs::read(&record).unwrap();
        fs::write(&record, &bytes[..bytes.len() - 1]).unwrap();
    }
    let said = explained(root, &["--explain", own]);
    assert!(said.contains("  the cache was damaged\n"), "{said}");
}
