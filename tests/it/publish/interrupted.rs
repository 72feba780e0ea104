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
///
/// How long a build takes changes with what else the machine does, so each build that ended before its moment says anew how
/// long builds are, and its moment is tried again.
fn kill_builds(output: &Path, times: u32, count: usize, whole: bool) {
    assert!(child(output, 0, count).wait().unwrap().success());
    assert_eq!(read(output), pages(0, count));
    let start = Instant::now();
    assert!(child(output, 1, count).wait().unwrap().success());
    let mut length = start.elapsed();
    let (mut before, mut killed) = (pages(1, count), 0);
    for attempt in 0..times * 6 {
        if killed == times {
            return;
        }
        let version = 2 + attempt as usize;
        let mut build = child(output, version, count);
        if let Some(took) = ended_before(&mut build, length * killed / times) {
            length = took;
        } else {
            build.kill().unwrap();
            killed += u32::from(!build.wait().unwrap().success());
        }
        let now = read(output);
        if whole {
            assert!(
                now == before || now == pages(version, count),
                "neither the old site nor the new one after kill {killed}"
            );
        }
        // The next build goes through without help, in every other round with another site than the killed one.
        let next = version + (attempt % 2) as usize * 1000;
        build_with(output, &pages(next, count), &StageOptions::default()).unwrap();
        before = pages(next, count);
        assert_eq!(read(output), before, "after kill {killed}");
    }
    panic!("only {killed} of {times} builds were killed");
}

/// Waits for a moment, counted from now; gives how long the build took when it ended earlier.
fn ended_before(build: &mut std::process::Child, moment: Duration) -> Option<Duration> {
    let start = Instant::now();
    while start.elapsed() < moment {
        if build.try_wait().unwrap().is_some() {
            return Some(start.elapsed());
        }
        thread::sleep(Duration::from_micros(200));
    }
    None
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
