//! Nobody is asked: without a command that says so, no socket is opened to anywhere.

use std::fs;
use std::process::Command;

use crate::support::Project;

/// What a program does with sockets of the internet, as `strace` saw it; `None` where nothing may be traced.
fn sockets(project: &Project, program: &str, arguments: &[&str]) -> Option<Vec<String>> {
    let log = project.root().join("calls.log");
    let run = Command::new("strace")
        .args(["-f", "-e", "trace=%network", "-o"])
        .arg(&log)
        .arg(program)
        .args(arguments)
        .current_dir(project.root())
        .output()
        .ok()?;
    let text = fs::read_to_string(&log).unwrap_or_default();
    if !text.contains("exited with") {
        return None;
    }
    assert!(
        run.status.code().is_some_and(|code| code <= 2),
        "{arguments:?}"
    );
    let lines = text.lines().filter(|line| line.contains("AF_INET"));
    Some(lines.map(str::to_owned).collect())
}

#[test]
fn no_command_opens_a_connection_unless_it_says_so() {
    let project = Project::new(
        "-- polydoc.yml --\nbase_url: https://docs.example.org\n\
         -- content/en-US/a.md --\n# A\n\n[out](https://example.org/x) ![out](https://example.org/x.png)\n\
         <https://example.org/y> https://example.org/z\n\
         -- content/fr-FR/a.md --\n# A\n",
    );
    // Whoever connects is seen: a shell that does.
    let shell = ["-c", "exec 3<>/dev/tcp/127.0.0.1/9"];
    let Some(seen) = sockets(&project, "bash", &shell) else {
        println!("skipped: nothing may be traced here");
        return;
    };
    assert!(!seen.is_empty(), "a connection is seen");
    let program =
        std::env::var("POLYDOC_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_polydoc").to_owned());
    for arguments in [
        &["build"][..],
        &["build", "--verify", "--rendered"],
        &["check"],
        &["check", "--offline"],
        &["fix", "--dry-run"],
        &["links", "--offline"],
        &["l10n", "status"],
        &["search", "words", "--locale", "en-US"],
        &["rules"],
        &["explain", "broken-link"],
        &["schema"],
        &["theme", "list"],
        &["new", "site"],
        &[
            "mv",
            "content/en-US/a.md",
            "content/en-US/b.md",
            "--dry-run",
        ],
    ] {
        let seen = sockets(&project, &program, arguments).expect("it was traced before");
        assert_eq!(seen, Vec::<String>::new(), "{arguments:?}");
    }
}
