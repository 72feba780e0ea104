//! Killed builds: this test binary runs itself, and is killed while it publishes.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use polydoc::publish::StageOptions;
use tempfile::TempDir;

use super::mounted::Mount;
use super::{Site, build_with, names_in, read};

const CHILD: &str = "POLYDOC_TEST_PUBLISH_CHILD";

fn pages(version: usize, count: usize) -> Site {
    let page = |n: usize| {
        (
            format!("l{}/page-{n}/index.html", n % 4),
            format!("{n} of {}", if n.is_multiple_of(3) { version } else { 0 }).into_bytes(),
        )
    };
    (0..count)
        .filter(|n| n % 10 != version % 2)
        .map(page)
        .collect()
}

#[test]
fn child_that_publishes() {
    let Ok(order) = env::var(CHILD) else { return };
    let mut order = order.splitn(3, ' ');
    let mut number = || order.next().unwrap().parse().unwrap();
    let (version, count): (usize, usize) = (number(), number());
    build_with(
        Path::new(order.next().unwrap()),
        &pages(version, count),
        &StageOptions::default(),
    )
    .unwrap();
}

fn child(output: &Path, version: usize, count: usize) -> std::process::Child {
    let name = format!(
        "{}::child_that_publishes",
        module_path!().split_once("::").unwrap().1
    );
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
            assert!(
                now == before || now == pages(version, count),
                "neither the old site nor the new one after kill {time}"
            );
        }
        // The next build goes through without help, in every other round with another site than the killed one.
        let next = version + (time % 2) as usize * 100;
        build_with(output, &pages(next, count), &StageOptions::default()).unwrap();
        before = pages(next, count);
        assert_eq!(read(output), before, "after kill {time}");
    }
    assert!(
        killed > times / 4,
        "only {killed} of {times} builds were killed"
    );
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

#[test]
fn a_build_killed_while_it_changes_a_mount_point_is_finished_by_the_next() {
    let folder = TempDir::new().unwrap();
    let output = folder.path().join("public");
    let Some(_mount) = Mount::tmpfs(&output, "size=32m") else {
        return;
    };
    kill_builds(&output, 30, 300, false);
    assert!(!output.join(".polydoc-work").exists());
}
