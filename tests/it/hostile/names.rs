//! Files as they are on disks: odd names, odd kinds, odd sizes. Nothing is lost without a word, and the word has the path.

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::cli::polydoc;
use crate::support::Project;
use crate::support::limited::{self, Limits};

const PAGE: &[u8] = b"---\ntitle: A page\ndescription: Of some words.\n---\n# A page\n";

/// A project with a page that is always fine.
fn project() -> Project {
    let project = Project::new("");
    project.write("content/en-US/fine.md", PAGE);
    project
}

/// Builds, and gives what is said of all files, each in a line. The page that is fine must be there.
#[track_caller]
fn said(project: &Project) -> Vec<String> {
    let run = polydoc(project.root(), &["build", "--format", "short"]);
    assert!(matches!(run.code, 0 | 1), "{}: {}", run.code, run.errors);
    assert!(project.output("en-us/fine/index.html").contains("A page"));
    run.out.lines().map(str::to_owned).collect()
}

#[track_caller]
fn says(project: &Project, path: &str, rule: &str) {
    let said = said(project);
    let told = said
        .iter()
        .filter(|line| line.starts_with(path) && line.contains(&format!("[{rule}]")));
    assert_eq!(told.count(), 1, "{path} {rule}: {said:#?}");
}

#[test]
fn names_that_are_no_utf_8_are_reported_with_their_path() {
    let project = project();
    let folder = project.root().join("content/en-US");
    fs::write(folder.join(OsStr::from_bytes(b"caf\xe9.md")), PAGE).unwrap();
    fs::create_dir(folder.join(OsStr::from_bytes(b"d\xff"))).unwrap();
    fs::write(folder.join(OsStr::from_bytes(b"d\xff/in.md")), PAGE).unwrap();
    says(&project, "content/en-US/caf\u{FFFD}.md", "unplaceable-name");
    says(
        &project,
        "content/en-US/d\u{FFFD}/in.md",
        "unplaceable-name",
    );
}

#[test]
fn contents_that_are_no_utf_8_are_published_with_their_damage_and_reported() {
    let project = project();
    project.write("content/en-US/bad.md", b"# Bad \xff\n\nText \xc3(\n");
    says(&project, "content/en-US/bad.md:1:7", "invalid-utf8");
    assert!(
        project
            .output("en-us/bad/index.html")
            .contains("Text \u{FFFD}(")
    );
}

#[test]
fn of_twins_in_composed_and_decomposed_letters_one_is_published_and_the_other_reported() {
    let project = project();
    project.write("content/en-US/e\u{301}te.md", PAGE);
    project.write("content/en-US/\u{e9}te.md", PAGE);
    says(&project, "content/en-US/\u{e9}te.md", "address-clash");
    assert!(
        project
            .output("en-us/\u{e9}te/index.html")
            .contains("A page")
    );
}

#[test]
fn of_names_that_differ_in_case_one_is_published_and_the_other_reported() {
    let project = project();
    project.write("content/en-US/Case.md", PAGE);
    project.write("content/en-US/case.md", PAGE);
    says(&project, "content/en-US/case.md", "address-clash");
    assert!(project.output("en-us/case/index.html").contains("A page"));
}

#[test]
fn names_of_devices_and_trailing_dots_and_blanks_are_published_and_found_under_their_addresses() {
    for (name, address) in [
        ("con", "con"),
        ("NUL", "nul"),
        ("aux.x", "aux.x"),
        ("Com1", "com1"),
        ("lpt9.tar", "lpt9.tar"),
        ("trail.", "trail."),
        ("trail ", "trail "),
        (" lead", " lead"),
        ("folder./x", "folder./x"),
        ("folder /x", "folder /x"),
        ("a:b", "a:b"),
        ("c:", "c:"),
        ("-rf", "-rf"),
        ("a*b?c", "a*b?c"),
        ("q#x%y", "q#x%y"),
        ("a|b<c>d\"e", "a|b<c>d\"e"),
    ] {
        let project = project();
        project.write(&format!("content/en-US/{name}.md"), PAGE);
        said(&project);
        assert!(
            project
                .output(&format!("en-us/{address}/index.html"))
                .contains("A page"),
            "{name}"
        );
    }
}

#[test]
fn a_name_that_is_dots_once_it_is_decoded_has_no_address_and_is_reported() {
    for name in ["%2e%2e", "%2E.", "a%2f..%2fb"] {
        let project = project();
        let path = format!("content/en-US/{name}.md");
        project.write(&path, PAGE);
        says(&project, &path, "unplaceable-name");
    }
}

#[test]
fn a_backslash_has_no_place_in_an_address_and_is_reported() {
    let project = project();
    project.write("content/en-US/..\\..\\up.md", PAGE);
    project.write("content/en-US/a\\b.md", PAGE);
    says(&project, "content/en-US/a\\b.md", "unplaceable-name");
    assert!(!project.root().join("up").exists());
}

#[test]
fn names_as_long_as_a_disk_takes_are_published_or_reported() {
    let project = project();
    for name in [
        "x".repeat(252),
        "\u{3042}".repeat(84),
        "\u{1F600}".repeat(63),
    ] {
        project.write(&format!("content/en-US/{name}.md"), PAGE);
        let address = project
            .root()
            .join("public/en-us")
            .join(&name)
            .join("index.html");
        let said = said(&project);
        let told = said
            .iter()
            .any(|line| line.contains(&name) && line.contains("unplaceable-name"));
        assert!(address.exists() || told, "{name}: {said:#?}");
    }
    // In the other style an ending is added, which makes the name too long.
    project.write(
        "polydoc.yml",
        b"version: 1\nurl_style: file\nbase_url: https://docs.example.org\n",
    );
    let run = polydoc(project.root(), &["build", "--format", "short"]);
    assert!(matches!(run.code, 0 | 1), "{}", run.errors);
    let name = "x".repeat(252);
    let published = project
        .root()
        .join("public/en-us")
        .join(format!("{name}.html"))
        .exists();
    let told = run
        .out
        .lines()
        .any(|line| line.contains(&name) && line.contains("error["));
    assert!(published || told, "{}", run.out);
}

/// Deeper than a path may be long: the part that can be reached is published, the rest reported.
#[test]
fn trees_deeper_than_a_path_may_be_long_are_reported() {
    let project = project();
    // No path may name the whole of it, so it is put together of two parts.
    let chain = "a-deep-folder/".repeat(200);
    let (upper, lower) = (
        project.root().join("content/en-US").join(&chain),
        project.root().join("lower").join(&chain),
    );
    fs::create_dir_all(&upper).unwrap();
    fs::create_dir_all(&lower).unwrap();
    fs::write(lower.join("deep.md"), PAGE).unwrap();
    fs::rename(project.root().join("lower"), upper.join("lower")).unwrap();
    let said = said(&project);
    let told = said.iter().filter(|line| {
        line.starts_with("content/en-US/a-deep-folder/") && line.contains("[unreadable-file]")
    });
    assert_eq!(
        told.count(),
        1,
        "{:#?}",
        said.iter()
            .map(|line| line.chars().take(80).collect::<String>())
            .collect::<Vec<_>>()
    );
    let made = Command::new("rm")
        .args(["-rf", "content"])
        .current_dir(project.root())
        .status()
        .unwrap();
    assert!(made.success());
}

#[test]
fn a_tree_of_three_hundred_folders_is_published_to_its_end() {
    let project = project();
    let path = "d/".repeat(300);
    project.write(&format!("content/en-US/{path}deep.md"), PAGE);
    said(&project);
    assert!(
        project
            .output(&format!("en-us/{path}deep/index.html"))
            .contains("A page")
    );
}

#[test]
fn links_in_circles_and_out_of_the_content_are_not_followed_and_reported() {
    let project = project();
    fs::write(project.root().join("secret.txt"), "top secret").unwrap();
    let folder = project.root().join("content/en-US");
    for (target, name) in [
        ("..", "loop"),
        ("self", "self"),
        ("/etc", "out"),
        ("../../secret.txt", "secret.md"),
        ("nowhere", "dangling.md"),
        ("../../secret.txt", "secret.png"),
    ] {
        symlink(target, folder.join(name)).unwrap();
    }
    project.write(
        "content/en-US/a.md",
        b"# A\n\n![a secret](secret.png) [etc](out/passwd)\n",
    );
    for name in [
        "loop",
        "self",
        "out",
        "secret.md",
        "dangling.md",
        "secret.png",
    ] {
        says(
            &project,
            &format!("content/en-US/{name}:").replace(':', ""),
            "link-not-followed",
        );
    }
    let all = crate::support::files_below(&project.root().join("public"), "");
    let leaked = all.iter().filter(|path| {
        fs::read(path)
            .unwrap()
            .windows(10)
            .any(|part| part == b"top secret")
    });
    assert_eq!(leaked.count(), 0);
}

#[test]
fn sockets_and_pipes_are_not_opened_and_reported() {
    let project = project();
    let folder = project.root().join("content/en-US");
    let _socket = UnixListener::bind(folder.join("socket.md")).unwrap();
    let pipes = ["pipe.md", "pipe.png", "TOC.yml"];
    let made = Command::new("mkfifo")
        .args(pipes)
        .current_dir(&folder)
        .status()
        .unwrap();
    assert!(made.success());
    project.write("content/en-US/a.md", b"# A\n\n![alt](pipe.png)\n");
    for name in ["socket.md", "pipe.md", "pipe.png", "TOC.yml"] {
        says(
            &project,
            &format!("content/en-US/{name}"),
            "unreadable-file",
        );
    }
}

/// Tests may run as a user whom nothing is denied: another one is made of it, where that is possible.
#[test]
fn files_and_folders_that_may_not_be_read_are_reported() {
    let project = project();
    project.write("content/en-US/closed.md", PAGE);
    project.write("content/en-US/folder/in.md", PAGE);
    project.write("content/en-US/closed.png", b"x");
    project.write("content/en-US/a.md", b"# A\n\n![alt](closed.png)\n");
    let folder = project.root().join("content/en-US");
    let set =
        |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(project.root(), 0o777);
    for name in ["closed.md", "folder", "closed.png"] {
        set(&folder.join(name), 0o000);
    }
    let denied = fs::read(folder.join("closed.md")).is_err();
    // The program itself may lie where only root may look.
    let program = project.root().join("polydoc");
    fs::copy(
        std::env::var("POLYDOC_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_polydoc").to_owned()),
        &program,
    )
    .unwrap();
    let mut command = if denied {
        Command::new(&program)
    } else {
        let mut command = Command::new("setpriv");
        command
            .args([
                "--reuid=65534",
                "--regid=65534",
                "--clear-groups",
                "--inh-caps=-all",
            ])
            .arg(&program);
        command
    };
    let ended = command
        .args(["build", "--format", "short"])
        .current_dir(project.root())
        .output();
    set(&folder.join("folder"), 0o755);
    let Ok(ended) = ended else {
        println!("skipped: nobody else can be made of root here");
        return;
    };
    let (out, errors) = (
        String::from_utf8_lossy(&ended.stdout),
        String::from_utf8_lossy(&ended.stderr),
    );
    if errors.contains("setpriv:") {
        println!("skipped: nobody else can be made of root here");
        return;
    }
    assert_eq!(ended.status.code(), Some(1), "{out}{errors}");
    for name in ["closed.md", "folder", "closed.png"] {
        let told = out.lines().filter(|line| {
            line.starts_with(&format!("content/en-US/{name}")) && line.contains("[unreadable-file]")
        });
        assert_eq!(told.count(), 1, "{name}: {out}");
    }
    assert!(project.output("en-us/fine/index.html").contains("A page"));
}

/// Somebody writes, removes and renames while builds go on: each ends in a whole site of one state, or says which file changed.
#[test]
fn files_that_change_and_vanish_during_a_build_are_never_shown_half() {
    let project = project();
    for page in 0..60 {
        project.write(&format!("content/en-US/page-{page}.md"), PAGE);
    }
    let folder = project.root().join("content/en-US");
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let mut turn = 0_u32;
            while !done.load(Ordering::Relaxed) {
                turn += 1;
                let path = folder.join(format!("page-{}.md", turn % 60));
                match turn % 3 {
                    0 => drop(fs::remove_file(&path)),
                    1 => drop(fs::rename(&path, folder.join("moved.md"))),
                    _ => drop(fs::write(
                        &path,
                        format!("# Turn {turn}\n\nTurn {turn} ends.\n"),
                    )),
                }
                thread::sleep(std::time::Duration::from_millis(2));
            }
        });
        for _ in 0..8 {
            let run = polydoc(project.root(), &["build", "--format", "short"]);
            match run.code {
                0 | 1 => {
                    let text = project.output("en-us/index.html");
                    assert!(text.ends_with("</html>\n"), "{text}");
                }
                2 => assert!(
                    run.errors.contains("content/en-US/") || run.errors.contains("en-US/"),
                    "{}",
                    run.errors
                ),
                code => panic!("{code}: {}", run.errors),
            }
        }
        done.store(true, Ordering::Relaxed);
    });
    for page in crate::support::files_below(&project.root().join("public/en-us"), "index.html") {
        let html = fs::read_to_string(&page).unwrap();
        if let Some((_, rest)) = html.split_once("<p>Turn ") {
            let turn = rest.split(' ').next().unwrap();
            assert!(
                html.contains(&format!("Turn {turn}</h1>")),
                "{}: two states",
                page.display()
            );
        }
    }
}

#[test]
fn an_article_and_front_matter_beyond_the_limits_are_reported_and_limits_can_be_raised() {
    let project = project();
    let (article, front) = if std::env::var_os("POLYDOC_FULL").is_some() {
        (100 << 20, 20 << 20)
    } else {
        (9 << 20, 1 << 20)
    };
    let mut text = b"# Long\n\n".to_vec();
    text.extend(b"Some words that go on. ".iter().cycle().take(article));
    project.write("content/en-US/long.md", &text);
    let mut text = b"---\ntitle: Front\ndescription: \"".to_vec();
    text.extend(b"words ".iter().cycle().take(front));
    text.extend(b"\"\n---\n# Front\n");
    project.write("content/en-US/front.md", &text);
    says(&project, "content/en-US/long.md", "too-large");
    says(
        &project,
        "content/en-US/front.md",
        if front > 8 << 20 {
            "too-large"
        } else {
            "front-matter-too-large"
        },
    );
    assert!(!project.root().join("public/en-us/long").exists());

    project.write(
        "polydoc.yml",
        b"version: 1\nbase_url: https://docs.example.org\nlimits:\n  article_bytes: 200 MiB\n  front_matter_bytes: 30 MiB\n",
    );
    let limits = Limits {
        seconds: 300,
        mebibytes: 8192,
    };
    let output = limited::polydoc(project.root(), &["build", "--format", "short"], limits);
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}: {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(!out.contains("too-large"), "{out}");
    assert!(
        fs::metadata(project.root().join("public/en-us/long/index.html"))
            .unwrap()
            .len()
            >= article as u64
    );
    assert!(project.output("en-us/front/index.html").contains("Front"));
}

/// The long form has a million files; they are empty, so that they fit into memory.
#[test]
fn a_great_many_small_files_are_walked_within_a_bound_of_memory() {
    let project = if Path::new("/dev/shm").is_dir() {
        Project::in_memory()
    } else {
        project()
    };
    project.write("content/en-US/fine.md", PAGE);
    let folders = if std::env::var_os("POLYDOC_FULL").is_some() {
        1_000
    } else {
        20
    };
    for folder in 0..folders {
        let path = project.root().join(format!("content/en-US/media/{folder}"));
        fs::create_dir_all(&path).unwrap();
        for file in 0..1_000 {
            fs::File::create(path.join(format!("{file}.txt"))).unwrap();
        }
    }
    let limits = Limits {
        seconds: 600,
        mebibytes: 3072,
    };
    let output = limited::polydoc(project.root(), &["build", "--format", "short"], limits);
    assert!(
        matches!(output.status.code(), Some(0 | 1)),
        "{}: {}",
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(project.output("en-us/fine/index.html").contains("A page"));
}
