//! What polydoc notes for itself, damaged: the site is the same, or a message names the folder and the next command. And the whole
//! program killed at moments taken by chance.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::rig::{Rig, Tree, Way, differences, is_full, program};

/// Every file that polydoc keeps for itself: the list in the output folder, what lies in the work folder (its mirror of the site
/// apart, whose files are those of the site), and all that is remembered below `.polydoc`.
fn notes(rig: &Rig) -> Vec<PathBuf> {
    let mut found = vec![rig.output().join(".polydoc-manifest")];
    for folder in [".public.polydoc-work", ".polydoc"] {
        let folder = rig.project().join(folder);
        let files = crate::support::files_below(&folder, "");
        found.extend(files.into_iter().filter(|path| {
            let below = path.strip_prefix(&folder).unwrap();
            !below.starts_with("spare") && !below.starts_with("fresh")
        }));
    }
    found
}

/// Positions to harm: the short form takes the ends and some between.
fn positions(length: usize) -> Vec<usize> {
    let count = if is_full() { 60 } else { 3 };
    let mut all: Vec<usize> = (0..count).map(|at| at * length / count).collect();
    all.push(length.saturating_sub(1));
    all.dedup();
    all
}

/// A build to the other state after damage. Gives whether it needed help.
fn builds_on(rig: &Rig, state: usize, why: &str) -> bool {
    rig.write(state);
    let ended = rig.polydoc(&mut Command::new(program()), &rig.output());
    let said = String::from_utf8_lossy(&ended.stderr);
    let helped = ended.status.code() == Some(2);
    if helped {
        assert!(
            said.contains("`public`") && said.contains("--adopt"),
            "names the folder and the next command: {said}\nafter {why}"
        );
        let mut command = Command::new(program());
        rig.prepared(&mut command, &rig.output()).arg("--adopt");
        let adopted = command.output().unwrap();
        assert!(adopted.status.success(), "after {why}");
    } else {
        assert_eq!(ended.status.code(), Some(0), "{said}\nafter {why}");
    }
    let now = rig.published();
    assert!(
        now == rig.states[state],
        "a wrong page: {:?}\nafter {why}",
        differences(&now, &rig.states[state])
    );
    helped
}

#[test]
fn a_byte_that_is_flipped_or_cut_in_what_is_remembered_never_gives_a_wrong_page() {
    let mut rig = Rig::new(Way::Exchange, 20);
    rig.start(0);
    let (mut state, mut harmed, mut helped) = (0, 0, 0);
    let count = notes(&rig).len();
    assert!(count >= 3, "{:?}", notes(&rig));
    for file in 0..count {
        for cut in [false, true] {
            let mut at = 0;
            // Files come and go with builds, so they are looked for anew.
            while let Some(path) = notes(&rig).get(file) {
                let mut bytes = fs::read(path).unwrap();
                let Some(&position) = positions(bytes.len()).get(at) else {
                    break;
                };
                if bytes.is_empty() {
                    break;
                }
                at += 1;
                if cut {
                    bytes.truncate(position);
                } else {
                    bytes[position] ^= 1 << (position % 8);
                }
                let why = format!("{} at {position}, cut: {cut}", path.display());
                fs::write(path, &bytes).unwrap();
                state = 1 - state;
                harmed += 1;
                helped += u32::from(builds_on(&rig, state, &why));
            }
        }
    }
    println!("{count} files, {harmed} damages, {helped} needed `--adopt`");
    assert!(harmed > 20, "files were damaged: {harmed}");
}

#[test]
fn what_is_remembered_may_be_gone_be_empty_or_be_folders() {
    let mut rig = Rig::new(Way::Exchange, 20);
    rig.start(0);
    let mut state = 0;
    for file in 0..notes(&rig).len() {
        for what in 0..3 {
            let Some(path) = notes(&rig).get(file).cloned() else {
                continue;
            };
            fs::remove_file(&path).unwrap();
            match what {
                0 => {}
                1 => fs::write(&path, "").unwrap(),
                // The list of a site that is a folder was made by nobody.
                _ if path.ends_with(".polydoc-manifest") || path.ends_with("lock") => continue,
                _ => fs::create_dir_all(path.join("x")).unwrap(),
            }
            state = 1 - state;
            builds_on(&rig, state, &format!("{} became {what}", path.display()));
        }
    }
}

#[test]
fn builds_killed_at_moments_taken_by_chance_leave_one_whole_site() {
    let (pages, kills) = if is_full() { (3_000, 50) } else { (100, 4) };
    let mut rig = Rig::new(Way::Exchange, pages);
    rig.start(0);
    let hash = |tree: &Tree| {
        let mut hasher = polydoc::source::ContentHash::of(b"").0.to_vec();
        for (path, bytes) in tree {
            hasher.extend(path.as_os_str().as_encoded_bytes());
            hasher.extend(polydoc::source::ContentHash::of(bytes).0);
        }
        polydoc::source::ContentHash::of(&hasher)
    };
    let hashes = [hash(&rig.states[0]), hash(&rig.states[1])];
    let (mut state, mut killed, mut kept) = (0, 0, 0);
    let mut length = Duration::from_millis(500);
    let mut chance = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..kills * 6 {
        if killed == kills {
            break;
        }
        let new = 1 - state;
        rig.write(new);
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        let moment = length * u32::try_from(chance % 1_000).unwrap() / 1_000;
        let mut command = Command::new(program());
        let start = Instant::now();
        let mut build = rig
            .prepared(&mut command, &rig.output())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(moment);
        if build.try_wait().unwrap().is_none() {
            build.kill().unwrap();
            killed += u32::from(!build.wait().unwrap().success());
        } else {
            length = start.elapsed();
        }
        let now = hash(&rig.published());
        assert!(
            hashes.contains(&now),
            "neither the old site nor the new one"
        );
        kept += u32::from(now == hashes[state]);
        rig.build(new, &"a kill");
        length = length.max(start.elapsed() / 4);
        state = new;
    }
    println!("{pages} pages, {killed} builds killed, {kept} left the old site");
    assert_eq!(killed, kills);
}
