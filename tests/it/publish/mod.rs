//! The output folder: replaced as a whole, never half; what is not ours is refused or kept; what was killed is mended.

use std::collections::BTreeMap;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::Path;
use std::process::Command;
use std::{fs, thread};

use polydoc::failure::Failure;
use polydoc::model::{Artifact, Body, OutputPath};
use polydoc::publish::{Published, Stage, StageOptions, is_publishing_name};
use polydoc::source::ContentHash;
use tempfile::TempDir;

mod damaged;
mod injected;
mod interrupted;
mod mounted;
mod ownership;
mod rig;

type Site = BTreeMap<String, Vec<u8>>;

fn site(files: &[(&str, &str)]) -> Site {
    files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect()
}

fn artifact(path: &str, text: &[u8]) -> Artifact {
    Artifact {
        path: OutputPath::new(path).unwrap(),
        body: Body::Bytes(text.to_vec()),
    }
}

fn keep(patterns: &[&str]) -> globset::GlobSet {
    let mut set = globset::GlobSetBuilder::new();
    for pattern in patterns {
        set.add(globset::Glob::new(pattern).unwrap());
    }
    set.build().unwrap()
}

fn build_with(
    output: &Path,
    site: &Site,
    options: &StageOptions<'_>,
) -> Result<Published, Failure> {
    let stage = Stage::open(output, options)?;
    for (path, text) in site {
        stage.put(&artifact(path, text))?;
    }
    stage.finish()
}

fn build(output: &Path, files: &[(&str, &str)]) -> Published {
    build_with(output, &site(files), &StageOptions::default()).unwrap()
}

/// Every file below a folder, the manifest left out; folders that hold no file are named with a final `/`.
fn read(folder: &Path) -> Site {
    fn below(top: &Path, folder: &Path, found: &mut Site) {
        let mut empty = true;
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            empty = false;
            let name = entry
                .path()
                .strip_prefix(top)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned();
            match entry.file_type().unwrap() {
                _ if is_publishing_name(&entry.file_name()) => {}
                kind if kind.is_dir() => below(top, &entry.path(), found),
                kind if kind.is_symlink() => drop(found.insert(format!("{name}@"), Vec::new())),
                _ => drop(found.insert(name, fs::read(entry.path()).unwrap())),
            }
        }
        if empty && folder != top {
            found.insert(
                format!("{}/", folder.strip_prefix(top).unwrap().display()),
                Vec::new(),
            );
        }
    }
    let mut found = Site::new();
    below(folder, folder, &mut found);
    found
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

const OLD: &[(&str, &str)] = &[
    ("index.html", "home"),
    ("fr-fr/a/index.html", "a"),
    ("fr-fr/b/index.html", "b"),
    ("assets/site.css", "css"),
];

#[test]
fn a_first_build_appears_as_a_whole_and_leaves_only_a_hidden_folder_beside_it() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    for (path, text) in site(OLD) {
        stage.put(&artifact(&path, &text)).unwrap();
    }
    assert!(!output.exists(), "nothing is seen before the end");
    assert_eq!(
        stage.finish().unwrap(),
        Published {
            written: 4,
            kept: 0,
            removed: 0,
            foreign: 0
        }
    );
    assert_eq!(read(&output), site(OLD));
    assert_eq!(names_in(folder.path()), [".public.polydoc-work", "public"]);
    assert_eq!(
        fs::read_to_string(folder.path().join(".public.polydoc-work/.gitignore")).unwrap(),
        "*\n"
    );
    assert!(
        is_publishing_name(".public.polydoc-work".as_ref())
            && !is_publishing_name("public".as_ref())
    );
}

#[test]
fn a_stage_that_is_dropped_changes_nothing_and_leaves_nothing() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    stage.put(&artifact("index.html", b"home")).unwrap();
    drop(stage);
    assert!(names_in(folder.path()).is_empty());

    build(&output, OLD);
    let before = fs::metadata(&output).unwrap().ino();
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    stage.put(&artifact("index.html", b"new home")).unwrap();
    drop(stage);
    assert_eq!(read(&output), site(OLD));
    assert_eq!(fs::metadata(&output).unwrap().ino(), before);
    assert_eq!(
        names_in(&folder.path().join(".public.polydoc-work")),
        [".gitignore", "lock", "stamps"]
    );
}

#[test]
fn unchanged_files_are_not_rewritten_and_an_unchanged_site_is_not_swapped() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let file = output.join("fr-fr/a/index.html");
    let facts = |path: &Path| {
        fs::metadata(path)
            .map(|facts| (facts.ino(), facts.mtime(), facts.mtime_nsec()))
            .unwrap()
    };
    let (before, before_folder) = (facts(&file), facts(&output));
    assert_eq!(
        build(&output, OLD),
        Published {
            written: 0,
            kept: 4,
            removed: 0,
            foreign: 0
        }
    );
    assert_eq!((facts(&file), facts(&output)), (before, before_folder));

    let mut edited = OLD.to_vec();
    for (count, text) in ["home 2", "home 3", "home 4"].into_iter().enumerate() {
        edited[0].1 = text;
        assert_eq!(
            build(&output, &edited),
            Published {
                written: 1,
                kept: 3,
                removed: 0,
                foreign: 0
            },
            "edit {count}"
        );
        assert_eq!(read(&output), site(&edited), "edit {count}");
        assert_eq!(facts(&file), before, "edit {count}");
    }
    let spare = folder.path().join(".public.polydoc-work/spare");
    assert_eq!(
        read(&spare),
        read(&output),
        "the spare mirrors what is published"
    );
    assert_eq!(
        facts(&spare.join("index.html")).0,
        facts(&output.join("index.html")).0,
        "and shares its bytes"
    );
}

#[test]
fn what_no_longer_belongs_goes_with_the_folders_it_leaves_empty() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    fs::write(output.join("stray.txt"), "x").unwrap();
    fs::create_dir_all(output.join("empty/deep")).unwrap();
    symlink("/etc", output.join("fr-fr/link")).unwrap();
    let published = build(&output, &OLD[..2]);
    assert_eq!(
        published,
        Published {
            written: 0,
            kept: 2,
            removed: 4,
            foreign: 0
        }
    );
    assert_eq!(read(&output), site(&OLD[..2]));
    // The swapped-out tree held the strangers: they do not come back with the next swap.
    build(&output, OLD);
    build(&output, &OLD[..1]);
    assert_eq!(read(&output), site(&OLD[..1]));
    fs::create_dir_all(output.join("empty")).unwrap();
    build(&output, &OLD[..1]);
    assert_eq!(read(&output), site(&OLD[..1]));
}

#[test]
fn files_that_somebody_deleted_or_altered_are_restored() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    build(&output, &OLD[1..]);
    build(&output, OLD);
    // Same length, same modification time: only the change time tells. The spare shares the bytes.
    let file = output.join("fr-fr/a/index.html");
    let time = fs::metadata(&file).unwrap().modified().unwrap();
    fs::write(&file, "X").unwrap();
    fs::File::options()
        .write(true)
        .open(&file)
        .unwrap()
        .set_modified(time)
        .unwrap();
    fs::remove_file(output.join("index.html")).unwrap();
    fs::remove_dir_all(output.join("assets")).unwrap();
    symlink("/etc", output.join("assets")).unwrap();
    assert_eq!(
        build(&output, OLD),
        Published {
            written: 3,
            kept: 1,
            removed: 1,
            foreign: 0
        }
    );
    assert_eq!(read(&output), site(OLD));
    assert_eq!(build(&output, OLD).written, 0);
}

#[test]
fn a_spare_that_somebody_altered_is_never_published() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    build(&output, &OLD[1..]);
    let spare = folder.path().join(".public.polydoc-work/spare");
    fs::remove_file(spare.join("fr-fr/b/index.html")).unwrap();
    fs::write(spare.join("fr-fr/b/index.html"), "evil").unwrap();
    fs::write(spare.join("fr-fr/more"), "evil").unwrap();
    fs::remove_dir_all(spare.join("fr-fr/a")).unwrap();
    symlink("/etc", spare.join("fr-fr/a")).unwrap();
    build(&output, OLD);
    assert_eq!(read(&output), site(OLD));
    assert!(!Path::new("/etc/index.html").exists());
}

#[test]
fn a_folder_becomes_a_file_and_a_file_becomes_a_folder() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    for files in [
        &[("a", "1"), ("b/c/d", "2")][..],
        &[("a/x", "1"), ("b", "2")],
        &[("a", "3"), ("b/c", "4")],
    ] {
        build(&output, files);
        assert_eq!(read(&output), site(files));
    }
}

#[test]
fn two_files_that_want_one_place_are_named_and_nothing_is_published() {
    let clashes: [&[(&str, &str)]; 4] = [
        &[("a", "a"), ("a-b", ""), ("a/c", "")],
        &[("x/y/z", ""), ("x/y", "x/y")],
        &[("b", ""), ("b", "b")],
        &[("a/b/c", ""), ("a", "a")],
    ];
    for earlier in [
        None,
        Some(OLD),
        Some(&[("a", ""), ("x/y", ""), ("b", "")][..]),
    ] {
        for files in clashes {
            let folder = TempDir::new().unwrap();
            let output = folder.path().join("public");
            if let Some(earlier) = earlier {
                build(&output, earlier);
            }
            let stage = Stage::open(&output, &StageOptions::default()).unwrap();
            let put = files
                .iter()
                .try_for_each(|(path, text)| stage.put(&artifact(path, text.as_bytes())));
            let failure = put.and_then(|()| stage.finish().map(drop)).unwrap_err();
            let (first, last) = (files[0].0, files[files.len() - 1].0);
            assert!(
                failure.message.contains(&format!("`{first}`"))
                    && failure.message.contains(&format!("`{last}`")),
                "{failure}"
            );
            assert_eq!(output.exists(), earlier.is_some());
            earlier.inspect(|earlier| assert_eq!(read(&output), site(earlier)));
        }
    }
}

#[test]
fn several_threads_may_put_and_the_bytes_on_disk_do_not_tell() {
    let folder = TempDir::new().unwrap();
    let files: Site = (0..600)
        .map(|n| {
            (
                format!("l{}/p{n}/index.html", n % 3),
                format!("page {n}").into_bytes(),
            )
        })
        .collect();
    let list: Vec<_> = files.iter().collect();
    let manifests = [1, 4].map(|threads| {
        let output = folder.path().join(format!("public{threads}"));
        for round in 0..2 {
            let stage = Stage::open(&output, &StageOptions::default()).unwrap();
            thread::scope(|scope| {
                for part in list.chunks(list.len().div_ceil(threads)) {
                    let put = |(path, text): &(&String, &Vec<u8>)| {
                        stage.put(&artifact(path, text)).unwrap();
                    };
                    scope.spawn(move || part.iter().for_each(put));
                }
            });
            assert_eq!(
                stage.finish().unwrap().written,
                if round == 0 { 600 } else { 0 }
            );
        }
        assert_eq!(read(&output), files);
        fs::read(output.join(".polydoc-manifest")).unwrap()
    });
    assert_eq!(manifests[0], manifests[1]);
}

#[test]
fn permissions_follow_the_umask_and_those_of_the_output_folder_stay() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let script = folder.path().join("image.png");
    fs::write(&script, "png").unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o700)).unwrap();
    let image = Artifact {
        path: OutputPath::new("i/image.png").unwrap(),
        body: Body::CopyOf(script, ContentHash::of(b"png")),
    };
    let plain = folder.path().join("plain");
    fs::create_dir(&plain).unwrap();
    fs::write(plain.join("file"), "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    stage.put(&image).unwrap();
    stage.finish().unwrap();
    assert_eq!(mode(&output.join("i/image.png")), mode(&plain.join("file")));
    assert_eq!(
        (mode(&output), mode(&output.join("i"))),
        (mode(&plain), mode(&plain))
    );
    fs::set_permissions(&output, fs::Permissions::from_mode(0o750)).unwrap();
    build(&output, OLD);
    assert_eq!((mode(&output), read(&output)), (0o750, site(OLD)));
}

#[test]
fn a_file_to_copy_that_changed_or_is_no_file_never_gives_a_wrong_manifest() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let source = folder.path().join("a.png");
    fs::write(&source, "newer").unwrap();
    let copy = |hash: &[u8]| Artifact {
        path: OutputPath::new("a.png").unwrap(),
        body: Body::CopyOf(source.clone(), ContentHash::of(hash)),
    };
    let publish = |hash| {
        Stage::open(&output, &StageOptions::default())
            .and_then(|stage| stage.put(&copy(hash)).and_then(|()| stage.finish()))
    };
    publish(b"older").unwrap();
    assert_eq!(read(&output), site(&[("a.png", "newer")]));
    assert_eq!(publish(b"newer").unwrap().written, 0);
    fs::remove_file(&source).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&source)
            .status()
            .unwrap()
            .success()
    );
    let failure = publish(b"other").unwrap_err();
    assert!(
        failure.message.contains("a.png") && failure.to_string().contains("not a regular file"),
        "{failure}"
    );
    assert_eq!(read(&output), site(&[("a.png", "newer")]));
}

#[test]
fn odd_names_are_published_as_they_are_and_reserved_ones_refused() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public ü\n");
    let long = "x".repeat(255);
    let files = [
        ("a\nb.html", "1"),
        ("e\u{301}/\u{e9}", "2"),
        ("con", "3"),
        ("trail. ", "4"),
        (&long, "5"),
        (".hidden/x", "6"),
    ];
    for _ in 0..2 {
        build(&output, &files);
        assert_eq!(read(&output), site(&files));
    }
    let deep = format!("{}end", "folder/".repeat(900));
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    stage.put(&artifact(&deep, b"deep")).unwrap();
    let failure = stage.put(&artifact(".polydoc-manifest", b"x")).unwrap_err();
    assert!(failure.message.contains(".polydoc-manifest"), "{failure}");
    stage.finish().unwrap();
    build(&output, &files);
    assert_eq!(read(&output), site(&files));
    let output = folder.path().join("n".repeat(255));
    build(&output, OLD);
    build(&output, &OLD[1..]);
    assert_eq!(read(&output), site(&OLD[1..]));
}

#[test]
fn an_output_folder_below_folders_that_do_not_exist_is_made() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("build/site/public");
    build(&output, OLD);
    assert_eq!(read(&output), site(OLD));
}
