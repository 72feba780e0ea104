//! Whose folder it is: what is refused, what survives, how polydoc knows a folder again, and who may write into it now.

use std::os::unix::fs::{MetadataExt as _, symlink};
use std::process::Command;
use std::time::Duration;
use std::{fs, io, thread};

use polydoc::publish::{Published, Stage, StageOptions};
use tempfile::TempDir;

use super::{OLD, Site, artifact, build, build_with, keep, names_in, read, site};

#[test]
fn foreign_folders_are_refused_until_they_are_given() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    fs::create_dir(&output).unwrap();
    let empty = build_with(&output, &Site::new(), &StageOptions::default());
    assert!(empty.is_ok(), "an empty folder is nobody's");
    fs::remove_dir_all(&output).unwrap();
    fs::create_dir(&output).unwrap();
    fs::write(output.join("thesis.txt"), "precious").unwrap();
    let refused = build_with(&output, &site(OLD), &StageOptions::default()).unwrap_err();
    assert!(
        refused.message.contains("polydoc did not make it"),
        "{refused}"
    );
    assert!(
        refused.hints.iter().any(|hint| hint.contains("--adopt")),
        "{refused:?}"
    );
    assert_eq!(read(&output), site(&[("thesis.txt", "precious")]));
    let adopt = StageOptions {
        adopt: true,
        ..StageOptions::default()
    };
    assert_eq!(build_with(&output, &site(OLD), &adopt).unwrap().removed, 1);
    assert_eq!(read(&output), site(OLD));
}

#[test]
fn a_repository_a_file_and_the_project_itself_are_never_output_folders() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let adopt = || StageOptions {
        adopt: true,
        ..StageOptions::default()
    };
    fs::create_dir_all(output.join(".git")).unwrap();
    let refused = build_with(&output, &site(OLD), &adopt()).unwrap_err();
    assert!(refused.message.contains(".git"), "{refused}");
    fs::write(folder.path().join("file"), "x").unwrap();
    let refused = build_with(&folder.path().join("file"), &site(OLD), &adopt()).unwrap_err();
    assert!(refused.message.contains("is a file"), "{refused}");
    let content = folder.path().join("project/content");
    fs::create_dir_all(&content).unwrap();
    let above = StageOptions {
        protected: vec![content.clone()],
        ..adopt()
    };
    for output in [&content, content.parent().unwrap(), folder.path()] {
        let refused = build_with(output, &site(OLD), &above).unwrap_err();
        assert!(refused.message.contains("would be deleted"), "{refused}");
    }
    build_with(&folder.path().join("project/public"), &site(OLD), &above).unwrap();
    assert_eq!(names_in(folder.path()), ["file", "project", "public"]);
}

#[test]
fn files_that_keep_names_survive_untouched() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let options = StageOptions {
        keep: keep(&["CNAME", ".well-known/**", "robots.txt"]),
        ..StageOptions::default()
    };
    build_with(&output, &site(OLD), &options).unwrap();
    fs::create_dir(output.join(".well-known")).unwrap();
    fs::write(output.join(".well-known/security.txt"), "mail").unwrap();
    fs::write(output.join("CNAME"), "docs.example.org").unwrap();
    fs::write(output.join("robots.txt"), "mine").unwrap();
    let facts = || {
        fs::metadata(output.join("CNAME"))
            .map(|facts| (facts.ino(), facts.mtime_nsec()))
            .unwrap()
    };
    let before = facts();
    for round in 0..4 {
        let (home, name) = (format!("home {round}"), format!("{round}.example.org"));
        let mut wanted = site(OLD);
        wanted.insert("index.html".into(), home.into());
        let mut put = wanted.clone();
        put.insert("robots.txt".into(), b"ours".to_vec());
        let published = build_with(&output, &put, &options).unwrap();
        assert_eq!(
            (published.written, published.foreign),
            (1, 3),
            "round {round}"
        );
        assert_eq!(facts(), before);
        wanted.extend(site(&[
            (".well-known/security.txt", "mail"),
            ("robots.txt", "mine"),
        ]));
        wanted.insert("CNAME".into(), fs::read(output.join("CNAME")).unwrap());
        assert_eq!(read(&output), wanted, "round {round}");
        if round == 2 {
            // Replaced by a new file, as editors do it.
            fs::write(folder.path().join("new"), &name).unwrap();
            fs::rename(folder.path().join("new"), output.join("CNAME")).unwrap();
            build_with(&output, &put, &options).unwrap();
            assert_eq!(fs::read_to_string(output.join("CNAME")).unwrap(), name);
            break;
        }
    }
    let clash = build_with(&output, &site(&[("CNAME/index.html", "x")]), &options).unwrap_err();
    assert!(
        clash.message.contains("CNAME/index.html") && clash.hints[0].contains("keep"),
        "{clash}"
    );
    build_with(&output, &Site::new(), &StageOptions::default()).unwrap();
    assert_eq!(
        read(&output),
        Site::new(),
        "without `keep` they are strangers"
    );
}

#[test]
fn a_folder_that_was_copied_is_still_ours_and_its_files_are_not_rewritten() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let copied = folder.path().join("restored");
    assert!(
        Command::new("cp")
            .arg("-r")
            .args([&output, &copied])
            .status()
            .unwrap()
            .success()
    );
    let before = fs::metadata(copied.join("index.html")).unwrap().ino();
    assert_eq!(
        build(&copied, &OLD[..3]),
        Published {
            written: 0,
            kept: 3,
            removed: 1,
            foreign: 0
        }
    );
    assert_eq!(
        fs::metadata(copied.join("index.html")).unwrap().ino(),
        before
    );
    assert_eq!(read(&copied), site(&OLD[..3]));
}

#[test]
fn a_damaged_manifest_or_stamp_never_gives_a_wrong_site() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    for name in [
        output.join(".polydoc-manifest"),
        folder.path().join(".public.polydoc-work/stamps"),
    ] {
        let whole = fs::read(&name).unwrap();
        for at in (0..whole.len()).step_by(7) {
            let mut damaged = whole.clone();
            if at % 2 == 0 {
                damaged[at] ^= 1;
            } else {
                damaged.truncate(at);
            }
            fs::write(&name, damaged).unwrap();
            fs::write(output.join("stray"), "x").unwrap();
            match build_with(&output, &site(OLD), &StageOptions::default()) {
                Ok(_) => assert_eq!(read(&output), site(OLD), "byte {at} of {}", name.display()),
                // What does not even begin like a manifest is none.
                Err(failure) => {
                    assert!(
                        at < 20 && failure.hints.iter().any(|hint| hint.contains("--adopt")),
                        "{failure}"
                    );
                    let adopt = StageOptions {
                        adopt: true,
                        ..StageOptions::default()
                    };
                    build_with(&output, &site(OLD), &adopt).unwrap();
                }
            }
            build(&output, OLD);
        }
    }
}

#[test]
fn a_link_as_output_stays_and_its_target_is_published() {
    let folder = TempDir::new().unwrap();
    let (link, target) = (folder.path().join("public"), folder.path().join("www/site"));
    fs::create_dir(folder.path().join("www")).unwrap();
    symlink("www/site", &link).unwrap();
    for files in [OLD, &OLD[1..]] {
        build(&link, files);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(read(&target), site(files));
    }
    assert_eq!(
        names_in(folder.path()),
        ["public", "www"],
        "the work folder is beside the target"
    );
}

#[test]
fn a_second_build_waits_and_says_for_whom_or_fails_in_time() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let first = Stage::open(&output, &StageOptions::default()).unwrap();
    let told = std::sync::Mutex::new(Vec::new());
    let waiting = |process: Option<u32>| told.lock().unwrap().push(process);
    let options = |patience| StageOptions {
        patience,
        waiting: &waiting,
        ..StageOptions::default()
    };
    let failure =
        build_with(&output, &site(OLD), &options(Duration::from_millis(100))).unwrap_err();
    assert!(
        failure
            .message
            .contains(&format!("process {}", std::process::id())),
        "{failure}"
    );
    thread::scope(|scope| {
        let second = scope.spawn(|| build_with(&output, &site(OLD), &StageOptions::default()));
        thread::sleep(Duration::from_millis(100));
        first.put(&artifact("index.html", b"first")).unwrap();
        first.finish().unwrap();
        assert_eq!(second.join().unwrap().unwrap().written, 4);
    });
    assert_eq!(read(&output), site(OLD));
    assert_eq!(*told.lock().unwrap(), [Some(std::process::id())]);
}

#[test]
fn names_that_are_not_utf8_are_strangers_like_any_other() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let odd = |bytes| output.join(std::ffi::OsStr::from_bytes(bytes));
    let written: io::Result<()> =
        fs::write(odd(b"gone-\xff"), "x").and_then(|()| fs::write(odd(b"kept-\xff"), "x"));
    if written.is_err() {
        println!("skipped: this file system takes no such names");
        return;
    }
    let options = StageOptions {
        keep: keep(&["kept-*"]),
        ..StageOptions::default()
    };
    build_with(&output, &site(&OLD[1..]), &options).unwrap();
    assert!(!odd(b"gone-\xff").exists() && odd(b"kept-\xff").exists());
}
