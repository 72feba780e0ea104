//! The tree of a git revision, read as plain files. The only module that starts another program.
//!
//! In: a folder of a working tree, the name of a revision. Out: every file below the folder as it was then. Nothing is
//! written, checked out or fetched, and nothing of what a strange repository brings is run: no hooks, no file system
//! monitor, no filters, no helper of a transport; only `rev-parse`, `ls-tree` and `cat-file` are used.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::failure::Failure;

pub use history::{Change, History, Known};

mod history;

/// How many objects are asked for at once: their names fit into any pipe, so that neither side waits for ever.
const AT_ONCE: usize = 64;

/// A file of a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Then {
    /// Its path below the folder that was asked for, as bytes become text.
    pub path: String,
    /// What it was.
    pub kind: Kind,
}

/// What a file of a revision was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file whose contents were asked for.
    Read(Vec<u8>),
    /// A file whose contents nobody wanted, with its size in bytes; 0 when the repository does not have it.
    Unread(u64),
    /// A symbolic link.
    Link,
}

/// Every file below `folder` as it was in a revision; the contents of those that `wants` names. None when the folder was not
/// there then.
///
/// # Errors
/// When git cannot be run, the folder lies in no repository, or the revision is not in it.
pub fn files_of(
    folder: &Path,
    revision: &str,
    wants: &dyn Fn(&str) -> bool,
) -> Result<Vec<Then>, Failure> {
    let here = answer(
        folder,
        &["rev-parse", "--is-shallow-repository", "--show-prefix"],
    )?;
    if !here.status.success() {
        let message = format!(
            "`{}` lies in no git repository that can be read",
            folder.display()
        );
        return Err(Failure::usage(message)
            .cause(&String::from_utf8_lossy(&here.stderr).trim())
            .hint("`--since` compares with a revision: run it in a clone of the repository"));
    }
    let here = String::from_utf8_lossy(&here.stdout).into_owned();
    let (shallow, prefix) = here.split_once('\n').unwrap_or((&here, ""));
    let prefix = prefix.trim_end_matches('\n').trim_end_matches('/');
    let Some(commit) = name_of(folder, &format!("{revision}^{{commit}}"))? else {
        return Err(unknown(revision, shallow == "true"));
    };
    let Some(tree) = name_of(folder, &format!("{commit}:{prefix}"))? else {
        return Ok(Vec::new());
    };
    let mut listed = answer(folder, &["ls-tree", "-r", "-z", "-l", "--full-tree", &tree])?;
    if !listed.status.success() {
        // A partial clone does not know the sizes of what it lacks.
        listed = answer(folder, &["ls-tree", "-r", "-z", "--full-tree", &tree])?;
    }
    if !listed.status.success() {
        let cause = String::from_utf8_lossy(&listed.stderr).trim().to_owned();
        let message = format!("git cannot list the files of `{revision}`");
        return Err(Failure::environment(message).cause(&cause));
    }
    let mut files = Vec::new();
    let mut asked: Vec<(usize, String)> = Vec::new();
    for line in listed.stdout.split(|&byte| byte == 0) {
        let line = String::from_utf8_lossy(line);
        let Some((facts, path)) = line.split_once('\t') else {
            continue;
        };
        let facts: Vec<&str> = facts.split_whitespace().collect();
        let kind = match facts[..] {
            ["120000", "blob", ..] => Kind::Link,
            [_, "blob", name, ref size @ ..] => {
                if wants(path) {
                    asked.push((files.len(), name.to_owned()));
                }
                let size = size.first().and_then(|size| size.parse().ok());
                Kind::Unread(size.unwrap_or(0))
            }
            // The content of other repositories is not in this one.
            _ => continue,
        };
        files.push(Then {
            path: path.to_owned(),
            kind,
        });
    }
    read(folder, &asked, &mut files).map_err(|error| {
        Failure::environment(format!("git cannot read the files of `{revision}`"))
            .cause(&error)
            .hint("a partial clone lacks old contents: fetch them, or clone anew with all of them")
    })?;
    Ok(files)
}

/// The contents of some objects of the repository that a folder lies in, in the same order.
///
/// # Errors
/// When git cannot be run, or an object is missing.
pub fn objects(folder: &Path, names: &[&str]) -> Result<Vec<Vec<u8>>, Failure> {
    let mut files: Vec<Then> = names
        .iter()
        .map(|name| Then {
            path: (*name).to_owned(),
            kind: Kind::Unread(0),
        })
        .collect();
    let asked: Vec<(usize, String)> = names
        .iter()
        .map(|name| (*name).to_owned())
        .enumerate()
        .collect();
    read(folder, &asked, &mut files).map_err(|error| {
        Failure::environment("git cannot read earlier states of the source")
            .cause(&error)
            .hint("a partial clone lacks old contents: fetch them, or clone anew with all of them")
    })?;
    let contents = files.into_iter().map(|file| match file.kind {
        Kind::Read(bytes) => bytes,
        Kind::Unread(_) | Kind::Link => Vec::new(),
    });
    Ok(contents.collect())
}

fn unknown(revision: &str, is_shallow: bool) -> Failure {
    if is_shallow {
        return Failure::usage(format!(
            "this clone is shallow, and the revision `{revision}` is not in it"
        ))
        .hint("fetch the history first: `git fetch --unshallow`, or `fetch-depth: 0` for `actions/checkout`");
    }
    Failure::usage(format!(
        "there is no revision `{revision}` in this repository"
    ))
    .hint("check the spelling, or fetch the branch first: `git fetch origin`")
}

/// The full name of an object; `None` when there is no such one.
fn name_of(folder: &Path, object: &str) -> Result<Option<String>, Failure> {
    // No revision begins so, but options do.
    if object.starts_with('-') {
        return Ok(None);
    }
    let answer = answer(folder, &["rev-parse", "--verify", "--quiet", object])?;
    let name = String::from_utf8_lossy(&answer.stdout).trim().to_owned();
    Ok((answer.status.success() && !name.is_empty()).then_some(name))
}

/// Reads the objects that were asked for into their files.
fn read(folder: &Path, asked: &[(usize, String)], files: &mut [Then]) -> io::Result<()> {
    if asked.is_empty() {
        return Ok(());
    }
    let mut child = git(folder)
        .args(["cat-file", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let pipes = child.stdin.take().zip(child.stdout.take());
    let (mut questions, answers) = pipes.expect("both were asked for");
    let mut answers = BufReader::new(answers);
    let mut converse = || -> io::Result<()> {
        for asked in asked.chunks(AT_ONCE) {
            let names: Vec<&str> = asked.iter().map(|(_, name)| name.as_str()).collect();
            questions.write_all((names.join("\n") + "\n").as_bytes())?;
            questions.flush()?;
            for (at, name) in asked {
                let mut header = String::new();
                answers.read_line(&mut header)?;
                let size = header.trim_end().rsplit(' ').next();
                let size = size.and_then(|size| size.parse::<usize>().ok());
                let size = size.filter(|_| header.starts_with(name.as_str()));
                let size = size.ok_or_else(|| io::Error::other(format!("{name} is missing")))?;
                // A line end follows the contents.
                let mut bytes = vec![0; size + 1];
                answers.read_exact(&mut bytes)?;
                bytes.truncate(size);
                files[*at].kind = Kind::Read(bytes);
            }
        }
        Ok(())
    };
    let result = converse();
    drop(questions);
    drop(answers);
    let ended = child.wait()?;
    result?;
    if ended.success() {
        Ok(())
    } else {
        Err(io::Error::other(ended.to_string()))
    }
}

/// What git says.
fn answer(folder: &Path, arguments: &[&str]) -> Result<Output, Failure> {
    let output = git(folder).args(arguments).stdin(Stdio::null()).output();
    output.map_err(|error| {
        let failure = Failure::environment("cannot run `git`").cause(&error);
        if error.kind() == io::ErrorKind::NotFound {
            failure.hint("install git, or leave `--since` away")
        } else {
            failure
        }
    })
}

/// Git in a folder, deaf to what the repository and the machine would have it run.
fn git(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.args(["--no-pager", "--no-optional-locks", "--no-replace-objects"]);
    // Settings given here are stronger than those of the repository. It may belong to somebody else: nothing of it is run.
    for setting in [
        "safe.directory=*",
        "core.fsmonitor=false",
        "core.hooksPath=/dev/null",
        "core.attributesFile=/dev/null",
        "core.untrackedCache=false",
        "core.sshCommand=false",
        "core.gitProxy=",
        "credential.helper=",
        "protocol.allow=never",
    ] {
        git.args(["-c", setting]);
    }
    git.arg("-C").arg(folder);
    // A relative entry of `PATH` means whatever lies in the folder that somebody else has filled, a `git` among it.
    if let Some(path) = std::env::var_os("PATH") {
        let whole = std::env::split_paths(&path).filter(|entry| entry.is_absolute());
        if let Ok(path) = std::env::join_paths(whole) {
            git.env("PATH", path);
        }
    }
    for (name, value) in [
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_ATTR_NOSYSTEM", "1"),
        ("GIT_TERMINAL_PROMPT", "0"),
        // Missing objects of a partial clone are not fetched, by whatever program the repository names.
        ("GIT_NO_LAZY_FETCH", "1"),
        ("GIT_ALLOW_PROTOCOL", "none"),
        ("LC_ALL", "C"),
    ] {
        git.env(name, value);
    }
    // A hook that runs polydoc has these set for its own repository.
    for name in [
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_PREFIX",
        "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_CONFIG",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_PARAMETERS",
        "GIT_EXEC_PATH",
        "GIT_TRACE",
        "GIT_TRACE2",
        "GIT_SSH_COMMAND",
    ] {
        git.env_remove(name);
    }
    git
}
