//! What cannot be brought about from outside: file systems without exchange, and builds killed between two given steps.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;
use crate::fs::MANIFEST_NAME;
use crate::model::OutputPath;

fn artifact(path: &str, text: &str) -> Artifact {
    Artifact {
        path: OutputPath::new(path).unwrap(),
        body: Body::Bytes(text.into()),
    }
}

fn build(output: &Path, text: &str) {
    let stage = Stage::open(output, &StageOptions::default()).unwrap();
    stage.put(&artifact("a/index.html", text)).unwrap();
    stage.put(&artifact("b/index.html", "same")).unwrap();
    stage.finish().unwrap();
}

fn text(folder: &Path) -> String {
    assert_eq!(
        fs::read_to_string(folder.join("b/index.html")).unwrap(),
        "same"
    );
    fs::read_to_string(folder.join("a/index.html")).unwrap()
}

/// A published site `one`, and beside it a work folder whose spare holds `two`, ready to change places.
fn prepared() -> (TempDir, Folder, Folder) {
    let folder = TempDir::new().unwrap();
    build(&folder.path().join("public"), "one");
    build(&folder.path().join("other"), "two");
    let work = folder.path().join(".public.polydoc-work");
    fs::rename(folder.path().join("other"), work.join("spare")).unwrap();
    let (above, work) = (
        Folder::open(folder.path()).unwrap(),
        Folder::open(&work).unwrap(),
    );
    (folder, above, work)
}

#[test]
fn two_renames_do_what_an_exchange_does() {
    let (folder, above, work) = prepared();
    swap::two_renames(&work, Path::new(SPARE), &above, Path::new("public")).unwrap();
    assert_eq!(text(&folder.path().join("public")), "two");
    assert_eq!(
        text(&folder.path().join(".public.polydoc-work/spare")),
        "one"
    );
    assert!(work.facts(Path::new(OLD)).is_err());
}

#[test]
fn a_build_killed_between_two_renames_is_finished_by_the_next() {
    for renames in 1..=2 {
        let (folder, above, work) = prepared();
        let output = folder.path().join("public");
        above
            .rename(Path::new("public"), &work, Path::new(OLD))
            .unwrap();
        if renames == 2 {
            work.rename(Path::new(SPARE), &above, Path::new("public"))
                .unwrap();
        }
        drop(Stage::open(&output, &StageOptions::default()).unwrap());
        assert_eq!(text(&output), "two", "after {renames} renames");
        assert!(work.facts(Path::new(OLD)).is_err());
        build(&output, "three");
        assert_eq!(text(&output), "three");
    }
}

#[test]
fn an_old_folder_without_a_new_one_is_put_back() {
    let (folder, above, work) = prepared();
    above
        .rename(Path::new("public"), &work, Path::new(OLD))
        .unwrap();
    work.remove_tree(Path::new(SPARE)).unwrap();
    drop(Stage::open(&folder.path().join("public"), &StageOptions::default()).unwrap());
    assert_eq!(text(&folder.path().join("public")), "one");
}

#[test]
fn a_manifest_reads_back_as_it_was_written() {
    let folder = TempDir::new().unwrap();
    let folder = Folder::open(folder.path()).unwrap();
    let paths = ["a\nb", "a b.html", "ü/ \u{202e}x"].map(|path| OutputPath::new(path).unwrap());
    let lines = || {
        paths
            .iter()
            .map(|path| (path, 7, ContentHash::of(path.as_str().as_bytes())))
    };
    let hash = manifest::write(&folder, Path::new(MANIFEST_NAME), lines()).unwrap();
    let read = manifest::read(&folder).unwrap().unwrap();
    assert_eq!(read.hash, hash);
    let read: Vec<_> = read
        .lines
        .iter()
        .map(|line| (&line.path, line.size, line.hash))
        .collect();
    assert_eq!(read, lines().collect::<Vec<_>>());
}

#[test]
fn a_manifest_cannot_name_what_lies_outside() {
    let place = TempDir::new().unwrap();
    let folder = Folder::open(place.path()).unwrap();
    let inside = OutputPath::new("aa/x").unwrap();
    manifest::write(
        &folder,
        Path::new(MANIFEST_NAME),
        [(&inside, 1, ContentHash::of(b"x"))].into_iter(),
    )
    .unwrap();
    let name = place.path().join(MANIFEST_NAME);
    let text = fs::read_to_string(&name).unwrap().replace("aa/x", "../x");
    let (body, _) = text.split_once("end ").unwrap();
    fs::write(
        &name,
        format!("{body}end {}\n", blake3::hash(body.as_bytes()).to_hex()),
    )
    .unwrap();
    assert!(manifest::read(&folder).unwrap().unwrap().lines.is_empty());
}

#[test]
fn folders_are_found_among_sorted_paths() {
    let paths = ["a", "a-b/c", "a/b", "b.html", "c/d/e"];
    let found = |folder| survey::has_folder(&paths, folder, |path| path);
    assert_eq!(
        ["a", "a-b", "a/b", "b", "c", "c/d", "c/d/e", "d", ""].map(found),
        [true, true, false, false, true, true, false, false, false]
    );
}
