//! The output folder: replaced as a whole, never half; what is not ours is refused or kept; what was killed is mended.

use std::collections::BTreeMap;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io, thread};

use polydoc::failure::Failure;
use polydoc::model::{Artifact, Body, OutputPath};
use polydoc::publish::{Published, Stage, StageOptions, is_publishing_name};
use polydoc::source::ContentHash;
use tempfile::TempDir;

type Site = BTreeMap<String, Vec<u8>>;

fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn artifact(path: &str, text: &[u8]) -> Artifact {
    Artifact { path: OutputPath::new(path).unwrap(), body: Body::Bytes(text.to_vec()) }
}

fn keep(patterns: &[&str]) -> globset::GlobSet {
    let mut set = globset::GlobSetBuilder::new();
    for pattern in patterns {
        set.add(globset::Glob::new(pattern).unwrap());
    }
    set.build().unwrap()
}

fn build_with(output: &Path, site: &Site, options: &StageOptions<'_>) -> Result<Published, Failure> {
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
            let name = entry.path().strip_prefix(top).unwrap().to_str().unwrap().to_owned();
            match entry.file_type().unwrap() {
                _ if is_publishing_name(&entry.file_name()) => {}
                kind if kind.is_dir() => below(top, &entry.path(), found),
                kind if kind.is_symlink() => drop(found.insert(format!("{name}@"), Vec::new())),
                _ => drop(found.insert(name, fs::read(entry.path()).unwrap())),
            }
        }
        if empty && folder != top {
            found.insert(format!("{}/", folder.strip_prefix(top).unwrap().display()), Vec::new());
        }
    }
    let mut found = Site::new();
    below(folder, folder, &mut found);
    found
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

const OLD: &[(&str, &str)] =
    &[("index.html", "home"), ("fr-fr/a/index.html", "a"), ("fr-fr/b/index.html", "b"), ("assets/site.css", "css")];

#[test]
fn a_first_build_appears_as_a_whole_and_leaves_only_a_hidden_folder_beside_it() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    for (path, text) in site(OLD) {
        stage.put(&artifact(&path, &text)).unwrap();
    }
    assert!(!output.exists(), "nothing is seen before the end");
    assert_eq!(stage.finish().unwrap(), Published { written: 4, kept: 0, removed: 0, foreign: 0 });
    assert_eq!(read(&output), site(OLD));
    assert_eq!(names_in(folder.path()), [".public.polydoc-work", "public"]);
    assert_eq!(fs::read_to_string(folder.path().join(".public.polydoc-work/.gitignore")).unwrap(), "*\n");
    assert!(is_publishing_name(".public.polydoc-work".as_ref()) && !is_publishing_name("public".as_ref()));
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
    assert_eq!(names_in(&folder.path().join(".public.polydoc-work")), [".gitignore", "lock", "stamps"]);
}

#[test]
fn unchanged_files_are_not_rewritten_and_an_unchanged_site_is_not_swapped() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let file = output.join("fr-fr/a/index.html");
    let facts = |path: &Path| fs::metadata(path).map(|facts| (facts.ino(), facts.mtime(), facts.mtime_nsec())).unwrap();
    let (before, before_folder) = (facts(&file), facts(&output));
    assert_eq!(build(&output, OLD), Published { written: 0, kept: 4, removed: 0, foreign: 0 });
    assert_eq!((facts(&file), facts(&output)), (before, before_folder));

    let mut edited = OLD.to_vec();
    for (count, text) in ["home 2", "home 3", "home 4"].into_iter().enumerate() {
        edited[0].1 = text;
        assert_eq!(build(&output, &edited), Published { written: 1, kept: 3, removed: 0, foreign: 0 }, "edit {count}");
        assert_eq!(read(&output), site(&edited), "edit {count}");
        assert_eq!(facts(&file), before, "edit {count}");
    }
    let spare = folder.path().join(".public.polydoc-work/spare");
    assert_eq!(read(&spare), read(&output), "the spare mirrors what is published");
    assert_eq!(facts(&spare.join("index.html")).0, facts(&output.join("index.html")).0, "and shares its bytes");
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
    assert_eq!(published, Published { written: 0, kept: 2, removed: 4, foreign: 0 });
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
    fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    fs::remove_file(output.join("index.html")).unwrap();
    fs::remove_dir_all(output.join("assets")).unwrap();
    symlink("/etc", output.join("assets")).unwrap();
    assert_eq!(build(&output, OLD), Published { written: 3, kept: 1, removed: 1, foreign: 0 });
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
    for files in [&[("a", "1"), ("b/c/d", "2")][..], &[("a/x", "1"), ("b", "2")], &[("a", "3"), ("b/c", "4")]] {
        build(&output, files);
        assert_eq!(read(&output), site(files));
    }
}

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
    assert!(refused.message.contains("polydoc did not make it"), "{refused}");
    assert!(refused.hints.iter().any(|hint| hint.contains("--adopt")), "{refused:?}");
    assert_eq!(read(&output), site(&[("thesis.txt", "precious")]));
    let adopt = StageOptions { adopt: true, ..StageOptions::default() };
    assert_eq!(build_with(&output, &site(OLD), &adopt).unwrap().removed, 1);
    assert_eq!(read(&output), site(OLD));
}

#[test]
fn a_repository_a_file_and_the_project_itself_are_never_output_folders() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let adopt = || StageOptions { adopt: true, ..StageOptions::default() };
    fs::create_dir_all(output.join(".git")).unwrap();
    let refused = build_with(&output, &site(OLD), &adopt()).unwrap_err();
    assert!(refused.message.contains(".git"), "{refused}");
    fs::write(folder.path().join("file"), "x").unwrap();
    let refused = build_with(&folder.path().join("file"), &site(OLD), &adopt()).unwrap_err();
    assert!(refused.message.contains("is a file"), "{refused}");
    let content = folder.path().join("project/content");
    fs::create_dir_all(&content).unwrap();
    let above = StageOptions { protected: vec![content.clone()], ..adopt() };
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
    let options = StageOptions { keep: keep(&["CNAME", ".well-known/**", "robots.txt"]), ..StageOptions::default() };
    build_with(&output, &site(OLD), &options).unwrap();
    fs::create_dir(output.join(".well-known")).unwrap();
    fs::write(output.join(".well-known/security.txt"), "mail").unwrap();
    fs::write(output.join("CNAME"), "docs.example.org").unwrap();
    fs::write(output.join("robots.txt"), "mine").unwrap();
    let facts = || fs::metadata(output.join("CNAME")).map(|facts| (facts.ino(), facts.mtime_nsec())).unwrap();
    let before = facts();
    for round in 0..4 {
        let (home, name) = (format!("home {round}"), format!("{round}.example.org"));
        let mut wanted = site(OLD);
        wanted.insert("index.html".into(), home.into());
        let mut put = wanted.clone();
        put.insert("robots.txt".into(), b"ours".to_vec());
        let published = build_with(&output, &put, &options).unwrap();
        assert_eq!((published.written, published.foreign), (1, 3), "round {round}");
        assert_eq!(facts(), before);
        wanted.extend(site(&[(".well-known/security.txt", "mail"), ("robots.txt", "mine")]));
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
    assert!(clash.message.contains("CNAME/index.html") && clash.hints[0].contains("keep"), "{clash}");
    build_with(&output, &Site::new(), &StageOptions::default()).unwrap();
    assert_eq!(read(&output), Site::new(), "without `keep` they are strangers");
}

#[test]
fn two_files_that_want_one_place_are_named_and_nothing_is_published() {
    let clashes: [&[(&str, &str)]; 4] =
        [&[("a", "a"), ("a-b", ""), ("a/c", "")], &[("x/y/z", ""), ("x/y", "x/y")], &[("b", ""), ("b", "b")], &[("a/b/c", ""), ("a", "a")]];
    for earlier in [None, Some(OLD), Some(&[("a", ""), ("x/y", ""), ("b", "")][..])] {
        for files in clashes {
            let folder = TempDir::new().unwrap();
            let output = folder.path().join("public");
            if let Some(earlier) = earlier {
                build(&output, earlier);
            }
            let stage = Stage::open(&output, &StageOptions::default()).unwrap();
            let put = files.iter().try_for_each(|(path, text)| stage.put(&artifact(path, text.as_bytes())));
            let failure = put.and_then(|()| stage.finish().map(drop)).unwrap_err();
            let (first, last) = (files[0].0, files[files.len() - 1].0);
            assert!(failure.message.contains(&format!("`{first}`")) && failure.message.contains(&format!("`{last}`")), "{failure}");
            assert_eq!(output.exists(), earlier.is_some());
            earlier.inspect(|earlier| assert_eq!(read(&output), site(earlier)));
        }
    }
}

#[test]
fn several_threads_may_put_and_the_bytes_on_disk_do_not_tell() {
    let folder = TempDir::new().unwrap();
    let files: Site = (0..600).map(|n| (format!("l{}/p{n}/index.html", n % 3), format!("page {n}").into_bytes())).collect();
    let list: Vec<_> = files.iter().collect();
    let manifests = [1, 4].map(|threads| {
        let output = folder.path().join(format!("public{threads}"));
        for round in 0..2 {
            let stage = Stage::open(&output, &StageOptions::default()).unwrap();
            thread::scope(|scope| {
                for part in list.chunks(list.len().div_ceil(threads)) {
                    let put = |(path, text): &(&String, &Vec<u8>)| stage.put(&artifact(path, text)).unwrap();
                    scope.spawn(move || part.iter().for_each(put));
                }
            });
            assert_eq!(stage.finish().unwrap().written, if round == 0 { 600 } else { 0 });
        }
        assert_eq!(read(&output), files);
        fs::read(output.join(".polydoc-manifest")).unwrap()
    });
    assert_eq!(manifests[0], manifests[1]);
}

#[test]
fn a_folder_that_was_copied_is_still_ours_and_its_files_are_not_rewritten() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let copied = folder.path().join("restored");
    assert!(Command::new("cp").arg("-r").args([&output, &copied]).status().unwrap().success());
    let before = fs::metadata(copied.join("index.html")).unwrap().ino();
    assert_eq!(build(&copied, &OLD[..3]), Published { written: 0, kept: 3, removed: 1, foreign: 0 });
    assert_eq!(fs::metadata(copied.join("index.html")).unwrap().ino(), before);
    assert_eq!(read(&copied), site(&OLD[..3]));
}

#[test]
fn a_damaged_manifest_or_stamp_never_gives_a_wrong_site() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    for name in [output.join(".polydoc-manifest"), folder.path().join(".public.polydoc-work/stamps")] {
        let whole = fs::read(&name).unwrap();
        for at in (0..whole.len()).step_by(7) {
            let mut damaged = whole.clone();
            if at % 2 == 0 { damaged[at] ^= 1 } else { damaged.truncate(at) }
            fs::write(&name, damaged).unwrap();
            fs::write(output.join("stray"), "x").unwrap();
            match build_with(&output, &site(OLD), &StageOptions::default()) {
                Ok(_) => assert_eq!(read(&output), site(OLD), "byte {at} of {}", name.display()),
                // What does not even begin like a manifest is none.
                Err(failure) => {
                    assert!(at < 20 && failure.hints.iter().any(|hint| hint.contains("--adopt")), "{failure}");
                    let adopt = StageOptions { adopt: true, ..StageOptions::default() };
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
    assert_eq!(names_in(folder.path()), ["public", "www"], "the work folder is beside the target");
}

#[test]
fn permissions_follow_the_umask_and_those_of_the_output_folder_stay() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let script = folder.path().join("image.png");
    fs::write(&script, "png").unwrap();
    fs::set_permissions(&script, fs::Permissions::from_mode(0o700)).unwrap();
    let image = Artifact { path: OutputPath::new("i/image.png").unwrap(), body: Body::CopyOf(script, ContentHash::of(b"png")) };
    let plain = folder.path().join("plain");
    fs::create_dir(&plain).unwrap();
    fs::write(plain.join("file"), "").unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let stage = Stage::open(&output, &StageOptions::default()).unwrap();
    stage.put(&image).unwrap();
    stage.finish().unwrap();
    assert_eq!(mode(&output.join("i/image.png")), mode(&plain.join("file")));
    assert_eq!((mode(&output), mode(&output.join("i"))), (mode(&plain), mode(&plain)));
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
    let copy = |hash: &[u8]| Artifact { path: OutputPath::new("a.png").unwrap(), body: Body::CopyOf(source.clone(), ContentHash::of(hash)) };
    let publish = |hash| Stage::open(&output, &StageOptions::default()).and_then(|stage| stage.put(&copy(hash)).and_then(|()| stage.finish()));
    publish(b"older").unwrap();
    assert_eq!(read(&output), site(&[("a.png", "newer")]));
    assert_eq!(publish(b"newer").unwrap().written, 0);
    fs::remove_file(&source).unwrap();
    assert!(Command::new("mkfifo").arg(&source).status().unwrap().success());
    let failure = publish(b"other").unwrap_err();
    assert!(failure.message.contains("a.png") && failure.to_string().contains("not a regular file"), "{failure}");
    assert_eq!(read(&output), site(&[("a.png", "newer")]));
}

#[test]
fn a_second_build_waits_and_says_for_whom_or_fails_in_time() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let first = Stage::open(&output, &StageOptions::default()).unwrap();
    let told = std::sync::Mutex::new(Vec::new());
    let waiting = |process: Option<u32>| told.lock().unwrap().push(process);
    let options = |patience| StageOptions { patience, waiting: &waiting, ..StageOptions::default() };
    let failure = build_with(&output, &site(OLD), &options(Duration::from_millis(100))).unwrap_err();
    assert!(failure.message.contains(&format!("process {}", std::process::id())), "{failure}");
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
fn odd_names_are_published_as_they_are_and_reserved_ones_refused() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public ü\n");
    let long = "x".repeat(255);
    let files = [("a\nb.html", "1"), ("e\u{301}/\u{e9}", "2"), ("con", "3"), ("trail. ", "4"), (&long, "5"), (".hidden/x", "6")];
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

// Killed builds: this test binary runs itself, and is killed while it publishes.

const CHILD: &str = "POLYDOC_TEST_PUBLISH_CHILD";

fn pages(version: usize, count: usize) -> Site {
    let page = |n: usize| (format!("l{}/page-{n}/index.html", n % 4), format!("{n} of {}", if n % 3 == 0 { version } else { 0 }).into_bytes());
    (0..count).filter(|n| n % 10 != version % 2).map(page).collect()
}

#[test]
fn child_that_publishes() {
    let Ok(order) = env::var(CHILD) else { return };
    let mut order = order.splitn(3, ' ');
    let mut number = || order.next().unwrap().parse().unwrap();
    let (version, count): (usize, usize) = (number(), number());
    build_with(Path::new(order.next().unwrap()), &pages(version, count), &StageOptions::default()).unwrap();
}

fn child(output: &Path, version: usize, count: usize) -> std::process::Child {
    let name = format!("{}::child_that_publishes", module_path!().split_once("::").unwrap().1);
    Command::new(env::current_exe().unwrap())
        .args(["--exact", &name])
        .env(CHILD, format!("{version} {count} {}", output.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Kills builds at moments spread over their whole length; `whole` says whether the folder must be one whole site at each moment.
fn kill_builds(output: &Path, times: u32, count: usize, whole: bool) {
    assert!(child(output, 0, count).wait().unwrap().success());
    assert_eq!(read(output), pages(0, count));
    let start = Instant::now();
    assert!(child(output, 1, count).wait().unwrap().success());
    let length = start.elapsed();
    let (mut before, mut killed) = (pages(1, count), 0);
    for time in 0..times {
        let version = 2 + time as usize;
        let mut build = child(output, version, count);
        thread::sleep(length * time / times);
        build.kill().unwrap();
        killed += u32::from(!build.wait().unwrap().success());
        let now = read(output);
        if whole {
            assert!(now == before || now == pages(version, count), "neither the old site nor the new one after kill {time}");
        }
        // The next build goes through without help, in every other round with another site than the killed one.
        let next = version + (time % 2) as usize * 100;
        build_with(output, &pages(next, count), &StageOptions::default()).unwrap();
        before = pages(next, count);
        assert_eq!(read(output), before, "after kill {time}");
    }
    assert!(killed > times / 4, "only {killed} of {times} builds were killed");
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let folder = TempDir::new().unwrap();
    kill_builds(&folder.path().join("public"), 50, 300, true);
    assert_eq!(names_in(folder.path()), [".public.polydoc-work", "public"]);
}

#[test]
fn a_killed_first_build_leaves_nothing_to_see() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    for time in 0..20 {
        let mut build = child(&output, 0, 300);
        thread::sleep(Duration::from_millis(time * 3));
        build.kill().unwrap();
        build.wait().unwrap();
        assert!(!output.exists() || read(&output) == pages(0, 300));
        let _ = fs::remove_dir_all(&output);
    }
    build_with(&output, &pages(1, 300), &StageOptions::default()).unwrap();
    assert_eq!(read(&output), pages(1, 300));
}

// Mounted file systems.

/// A small file system, unmounted at the end.
struct Mount(PathBuf);

impl Mount {
    fn tmpfs(path: &Path, options: &str) -> Option<Self> {
        Self::new(path, &["-t", "tmpfs", "-o", options, "tmpfs"])
    }

    fn new(path: &Path, arguments: &[&str]) -> Option<Self> {
        fs::create_dir_all(path).unwrap();
        let output = Command::new("mount").args(arguments).arg(path).output();
        let mounted = output.is_ok_and(|output| output.status.success());
        if !mounted {
            println!("skipped: mounting is not permitted here");
        }
        mounted.then(|| Self(path.to_owned()))
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}

#[test]
fn a_mount_point_is_changed_in_place() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let Some(_mount) = Mount::tmpfs(&output, "size=8m") else { return };
    fs::create_dir(output.join("lost+found")).unwrap();
    let options = StageOptions { keep: keep(&["CNAME"]), ..StageOptions::default() };
    build_with(&output, &site(OLD), &options).unwrap();
    fs::write(output.join("CNAME"), "docs.example.org").unwrap();
    fs::write(output.join("stray"), "x").unwrap();
    fs::create_dir_all(output.join("empty/deep")).unwrap();
    fs::remove_dir_all(output.join("assets")).unwrap();
    symlink("/etc", output.join("assets")).unwrap();
    let before = fs::metadata(output.join("index.html")).unwrap().ino();
    let new = [("index.html", "home"), ("fr-fr/a", "a"), ("assets/site.css", "css"), ("x/y", "z")];
    let published = build_with(&output, &site(&new), &options).unwrap();
    assert_eq!(published, Published { written: 3, kept: 1, removed: 4, foreign: 1 });
    let mut wanted = site(&new);
    wanted.extend(site(&[("CNAME", "docs.example.org"), ("lost+found/", "")]));
    assert_eq!(read(&output), wanted);
    assert_eq!(fs::metadata(output.join("index.html")).unwrap().ino(), before);
    assert_eq!(build_with(&output, &site(&new), &options).unwrap().written, 0);
    assert!(!output.join(".polydoc-work").exists());
    assert_eq!(names_in(folder.path()), ["public"]);
}

#[test]
fn a_build_killed_while_it_changes_a_mount_point_is_finished_by_the_next() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let Some(_mount) = Mount::tmpfs(&output, "size=32m") else { return };
    kill_builds(&output, 30, 300, false);
    assert!(!output.join(".polydoc-work").exists());
}

#[test]
fn a_folder_from_a_lower_layer_is_changed_in_place() {
    let folder = TempDir::new().unwrap();
    let part = |name: &str| folder.path().join(name);
    let Some(_upper) = Mount::tmpfs(&part("upper"), "size=8m") else { return };
    for name in ["lower", "upper/files", "upper/work"] {
        fs::create_dir(part(name)).unwrap();
    }
    build(&part("lower/public"), OLD);
    let options = format!(
        "redirect_dir=off,lowerdir={},upperdir={},workdir={}",
        part("lower").display(),
        part("upper/files").display(),
        part("upper/work").display()
    );
    let Some(_layers) = Mount::new(&part("merged"), &["-t", "overlay", "-o", &options, "overlay"]) else { return };
    let output = part("merged/public");
    for files in [&OLD[1..], OLD, &[("index.html", "new"), ("fr-fr", "x")]] {
        build(&output, files);
        assert_eq!(read(&output), site(files));
    }
    assert_eq!(read(&part("lower/public")), site(OLD));
}

#[test]
fn a_full_disk_leaves_the_old_site_and_says_so() {
    let folder = TempDir::new().unwrap();
    let disk = folder.path().join("disk");
    let Some(_mount) = Mount::tmpfs(&disk, "size=2m,nr_inodes=400") else { return };
    let output = disk.join("public");
    build(&output, OLD);
    let full: [Site; 2] = [
        (0..3).map(|n| (format!("big-{n}"), vec![b'x'; 1 << 20])).collect(),
        (0..450).map(|n| (format!("many/{n}/index.html"), Vec::new())).collect(),
    ];
    for site_too_big in &full {
        let failure = build_with(&output, site_too_big, &StageOptions::default()).unwrap_err();
        let room = failure.hints.iter().any(|hint| hint.contains("make room"));
        assert!(failure.message.contains("public") && room, "{failure:?}");
        assert_eq!(read(&output), site(OLD));
    }
    // Room for the files but not for the mirror: the old site still stands.
    let many: Site = (0..90).map(|n| (format!("p{n}/index.html"), Vec::new())).collect();
    build_with(&output, &many, &StageOptions::default()).unwrap();
    let mut more = many.clone();
    more.extend((0..45).map(|n| (format!("q{n}/index.html"), Vec::new())));
    let result = build_with(&output, &more, &StageOptions::default());
    assert_eq!(read(&output), if result.is_ok() { more } else { many });
    build(&output, OLD);
    assert_eq!(read(&output), site(OLD));
}

#[test]
fn a_folder_beside_which_nothing_may_be_written_is_changed_in_place() {
    let folder = TempDir::new().unwrap();
    let closed = folder.path().join("closed");
    let Some(_mount) = Mount::tmpfs(&closed, "size=2m") else { return };
    fs::create_dir(closed.join("public")).unwrap();
    let remount = |how: &str| Command::new("mount").args(["-o", how]).arg(&closed).status().unwrap();
    // A read-only file system refuses everything, also inside: the failure is clear.
    if !remount("remount,ro").success() {
        return;
    }
    let failure = build_with(&closed.join("public"), &site(OLD), &StageOptions::default()).unwrap_err();
    assert!(failure.hints.iter().any(|hint| hint.contains("--output")), "{failure:?}");
    remount("remount,rw");
    build(&closed.join("public"), OLD);
    assert_eq!(read(&closed.join("public")), site(OLD));
}

#[test]
fn what_is_mounted_below_the_output_folder_is_not_deleted() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let Some(_mount) = Mount::tmpfs(&output.join("media"), "size=1m") else { return };
    fs::write(output.join("media/film"), "precious").unwrap();
    let failure = build_with(&output, &site(&OLD[1..]), &StageOptions::default()).unwrap_err();
    assert!(failure.hints.iter().any(|hint| hint.contains("unmount")), "{failure:?}");
    assert_eq!(fs::read_to_string(output.join("media/film")).unwrap(), "precious");
}

#[test]
fn names_that_are_not_utf8_are_strangers_like_any_other() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let odd = |bytes| output.join(std::ffi::OsStr::from_bytes(bytes));
    let written: io::Result<()> = fs::write(odd(b"gone-\xff"), "x").and_then(|()| fs::write(odd(b"kept-\xff"), "x"));
    if written.is_err() {
        println!("skipped: this file system takes no such names");
        return;
    }
    let options = StageOptions { keep: keep(&["kept-*"]), ..StageOptions::default() };
    build_with(&output, &site(&OLD[1..]), &options).unwrap();
    assert!(!odd(b"gone-\xff").exists() && odd(b"kept-\xff").exists());
}
