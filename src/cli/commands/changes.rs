//! `polydoc changes`: what to upload and what to delete, in which order, between two builds.

use std::fmt::Write as _;

use serde::Serialize;

use crate::failure::Failure;
use crate::publish::{self, Act, Listed, Step, Wanted};

use super::super::Outcome;
use super::super::terminal::Terminal;
use super::super::uploading::ChangesArgs;
use super::closing::{counted, grouped};

/// Tells what changed.
pub(in crate::cli) fn run(args: &ChangesArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let old = publish::listed(&args.old, Wanted::Names)?;
    let new = publish::listed(&args.new, Wanted::Files)?;
    let steps = publish::changes(&old, &new);
    if let Some(name) = &args.step {
        let of_step = steps.iter().filter(|step| step.name == *name);
        let mut lines = String::new();
        for file in of_step.flat_map(|step| &step.files) {
            let path = file.path.as_str();
            if path.contains(['\n', '\r']) {
                let message = format!("`{}` does not fit on one line", path.escape_debug());
                return Err(Failure::usage(message).hint("use `--json`"));
            }
            lines.push_str(path);
            lines.push('\n');
        }
        terminal.result(&lines)?;
    } else if args.json {
        let text = serde_json::to_string_pretty(&Told::of(&old, &new, &steps));
        let text = text.expect("texts and numbers become JSON");
        terminal.result(&format!("{text}\n"))?;
    } else {
        terminal.result(&readable(&steps))?;
    }
    Ok(Outcome::Clean)
}

/// The JSON as others read it; described in the manual.
#[derive(Serialize)]
struct Told<'s> {
    version: u8,
    old: Amount,
    new: Amount,
    upload: Amount,
    delete: Amount,
    steps: Vec<ToldStep<'s>>,
}

#[derive(Serialize)]
struct Amount {
    files: usize,
    bytes: u64,
}

#[derive(Serialize)]
struct ToldStep<'s> {
    name: &'static str,
    act: &'static str,
    bytes: u64,
    files: Vec<ToldFile<'s>>,
}

#[derive(Serialize)]
struct ToldFile<'s> {
    path: &'s str,
    size: u64,
    hash: String,
}

impl<'s> Told<'s> {
    fn of(old: &[Listed], new: &[Listed], steps: &'s [Step]) -> Self {
        let told = steps.iter().map(|step| ToldStep {
            name: step.name,
            act: word(step.act),
            bytes: step.files.iter().map(|file| file.size).sum(),
            files: step.files.iter().map(ToldFile::of).collect(),
        });
        Self {
            version: 1,
            old: Amount::of(old),
            new: Amount::of(new),
            upload: Amount::of_steps(steps, Act::Upload),
            delete: Amount::of_steps(steps, Act::Delete),
            steps: told.collect(),
        }
    }
}

impl<'s> ToldFile<'s> {
    fn of(file: &'s Listed) -> Self {
        Self {
            path: file.path.as_str(),
            size: file.size,
            hash: format!("blake3:{}", file.hash.hex()),
        }
    }
}

impl Amount {
    fn of<'f>(files: impl IntoIterator<Item = &'f Listed>) -> Self {
        let (mut count, mut bytes) = (0, 0);
        for file in files {
            count += 1;
            bytes += file.size;
        }
        let files = count;
        Self { files, bytes }
    }

    fn of_steps(steps: &[Step], act: Act) -> Self {
        let of_act = steps.iter().filter(|step| step.act == act);
        Self::of(of_act.flat_map(|step| &step.files))
    }
}

fn word(act: Act) -> &'static str {
    match act {
        Act::Upload => "upload",
        Act::Delete => "delete",
    }
}

/// The steps for people; those without a file are left out.
fn readable(steps: &[Step]) -> String {
    let mut text = String::new();
    for step in steps.iter().filter(|step| !step.files.is_empty()) {
        let files = counted(step.files.len(), "file", "files");
        let _ = writeln!(text, "{} {}: {files}", word(step.act), step.name);
        for file in &step.files {
            let size = match step.act {
                Act::Upload => format!(
                    " ({} bytes)",
                    grouped(file.size.try_into().unwrap_or(usize::MAX))
                ),
                Act::Delete => String::new(),
            };
            let _ = writeln!(text, "  {}{size}", file.path.as_str().escape_debug());
        }
    }
    let (upload, delete) = (
        Amount::of_steps(steps, Act::Upload),
        Amount::of_steps(steps, Act::Delete),
    );
    if upload.files == 0 && delete.files == 0 {
        return "nothing to upload and nothing to delete\n".to_owned();
    }
    let bytes = counted(
        upload.bytes.try_into().unwrap_or(usize::MAX),
        "byte",
        "bytes",
    );
    let _ = writeln!(
        text,
        "{} with {bytes} to upload, {} to delete",
        counted(upload.files, "file", "files"),
        counted(delete.files, "file", "files"),
    );
    text
}
