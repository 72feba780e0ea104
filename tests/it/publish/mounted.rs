//! Output folders on, below and above mounted file systems. Where mounting is not permitted these tests say so and pass.

use std::fs;
use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use polydoc::publish::{Published, StageOptions};
use tempfile::TempDir;

use super::{OLD, Site, build, build_with, keep, names_in, read, site};

/// A small file system, unmounted at the end.
pub(super) struct Mount(PathBuf);

impl Mount {
    pub(super) fn tmpfs(path: &Path, options: &str) -> Option<Self> {
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
    let Some(_mount) = Mount::tmpfs(&output, "size=8m") else {
        return;
    };
    fs::create_dir(output.join("lost+found")).unwrap();
    let options = StageOptions {
        keep: keep(&["CNAME"]),
        ..StageOptions::default()
    };
    build_with(&output, &site(OLD), &options).unwrap();
    fs::write(output.join("CNAME"), "docs.example.org").unwrap();
    fs::write(output.join("stray"), "x").unwrap();
    fs::create_dir_all(output.join("empty/deep")).unwrap();
    fs::remove_dir_all(output.join("assets")).unwrap();
    symlink("/etc", output.join("assets")).unwrap();
    let before = fs::metadata(output.join("index.html")).unwrap().ino();
    let new = [
        ("index.html", "home"),
        ("fr-fr/a", "a"),
        ("assets/site.css", "css"),
        ("x/y", "z"),
    ];
    let published = build_with(&output, &site(&new), &options).unwrap();
    assert_eq!(
        published,
        Published {
            written: 3,
            kept: 1,
            removed: 4,
            foreign: 1
        }
    );
    let mut wanted = site(&new);
    wanted.extend(site(&[("CNAME", "docs.example.org"), ("lost+found/", "")]));
    assert_eq!(read(&output), wanted);
    assert_eq!(
        fs::metadata(output.join("index.html")).unwrap().ino(),
        before
    );
    assert_eq!(
        build_with(&output, &site(&new), &options).unwrap().written,
        0
    );
    assert!(!output.join(".polydoc-work").exists());
    assert_eq!(names_in(folder.path()), ["public"]);
}

#[test]
fn a_folder_from_a_lower_layer_is_changed_in_place() {
    let folder = TempDir::new().unwrap();
    let part = |name: &str| folder.path().join(name);
    let Some(_upper) = Mount::tmpfs(&part("upper"), "size=8m") else {
        return;
    };
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
    let Some(_layers) = Mount::new(
        &part("merged"),
        &["-t", "overlay", "-o", &options, "overlay"],
    ) else {
        return;
    };
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
    let Some(_mount) = Mount::tmpfs(&disk, "size=2m,nr_inodes=400") else {
        return;
    };
    let output = disk.join("public");
    build(&output, OLD);
    let full: [Site; 2] = [
        (0..3)
            .map(|n| (format!("big-{n}"), vec![b'x'; 1 << 20]))
            .collect(),
        (0..450)
            .map(|n| (format!("many/{n}/index.html"), Vec::new()))
            .collect(),
    ];
    for site_too_big in &full {
        let failure = build_with(&output, site_too_big, &StageOptions::default()).unwrap_err();
        let room = failure.hints.iter().any(|hint| hint.contains("make room"));
        assert!(failure.message.contains("public") && room, "{failure:?}");
        assert_eq!(read(&output), site(OLD));
    }
    // Room for the files but not for the mirror: the old site still stands.
    let many: Site = (0..90)
        .map(|n| (format!("p{n}/index.html"), Vec::new()))
        .collect();
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
    let Some(_mount) = Mount::tmpfs(&closed, "size=2m") else {
        return;
    };
    fs::create_dir(closed.join("public")).unwrap();
    let remount = |how: &str| {
        Command::new("mount")
            .args(["-o", how])
            .arg(&closed)
            .status()
            .unwrap()
    };
    // A read-only file system refuses everything, also inside: the failure is clear.
    if !remount("remount,ro").success() {
        return;
    }
    let failure =
        build_with(&closed.join("public"), &site(OLD), &StageOptions::default()).unwrap_err();
    assert!(
        failure.hints.iter().any(|hint| hint.contains("--output")),
        "{failure:?}"
    );
    remount("remount,rw");
    build(&closed.join("public"), OLD);
    assert_eq!(read(&closed.join("public")), site(OLD));
}

#[test]
fn what_is_mounted_below_the_output_folder_is_not_deleted() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    build(&output, OLD);
    let Some(_mount) = Mount::tmpfs(&output.join("media"), "size=1m") else {
        return;
    };
    fs::write(output.join("media/film"), "precious").unwrap();
    let failure = build_with(&output, &site(&OLD[1..]), &StageOptions::default()).unwrap_err();
    assert!(
        failure.hints.iter().any(|hint| hint.contains("unmount")),
        "{failure:?}"
    );
    assert_eq!(
        fs::read_to_string(output.join("media/film")).unwrap(),
        "precious"
    );
}
