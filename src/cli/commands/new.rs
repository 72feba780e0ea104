//! `polydoc new`: a small site in two languages. Also writes other files that we bring along into a folder.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};
use include_dir::{Dir, include_dir};

use crate::failure::Failure;
use crate::fs::{EntryKind, Folder, outside};

use super::super::Outcome;
use super::super::terminal::Terminal;

/// Arguments of `new`.
#[derive(Args, Clone, Debug)]
pub struct NewArgs {
    /// The folder to make
    #[arg(value_name = "NAME", value_hint = ValueHint::DirPath, required_unless_present = "schema")]
    pub folder: Option<PathBuf>,
    /// Write a schema of metadata too, or, without NAME, nothing but that, into the current folder
    #[arg(long, value_enum, value_name = "TEMPLATE")]
    pub schema: Option<SchemaTemplate>,
}

/// A schema of metadata to start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaTemplate {
    /// A title, a description, a date
    Minimal,
    /// Metadata such as Microsoft Learn's: authors, topics, dates, what the translation system writes
    Learn,
}

/// The site, as it is written.
static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/src/cli/starter");

/// What stands in the starter's texts for the title.
const TITLE: &str = "STARTER-TITLE";

/// Whether files that are there already are replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Made {
    /// The folder must be empty or missing.
    Anew,
    /// Files of the same names are replaced.
    Replaced,
    /// Files are added; one that is there already is left alone and ends it.
    Added,
}

/// Where the schema of metadata goes.
const SCHEMA: &str = "schemas/front-matter.yml";

/// Makes a starter site.
pub(in crate::cli) fn run(args: &NewArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let Some(folder) = &args.folder else {
        return schema_alone(args, terminal);
    };
    let name = folder.file_name().and_then(|name| name.to_str());
    let Some(name) = name else {
        let failure = Failure::usage(format!("`{}` names no folder to make", folder.display()));
        return Err(failure.hint("give it a name: `polydoc new handbook`"));
    };
    let mut texts: Vec<(PathBuf, Vec<u8>)> = files(&STARTER, name);
    if let Some(template) = args.schema {
        add_schema(&mut texts, template);
    }
    let files: Vec<(&Path, &[u8])> = texts
        .iter()
        .map(|(path, text)| (path.as_path(), text.as_slice()))
        .collect();
    make(folder, &files, Made::Anew)?;
    let shown = folder.components().as_path().display();
    terminal.say(&format!("made a site in `{shown}`\n\n  cd {shown}\n  polydoc build\n\nThen edit `content/en-US/index.md`."));
    Ok(Outcome::Clean)
}

/// Writes the schema of metadata into the current folder.
fn schema_alone(args: &NewArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let Some(template) = args.schema else {
        let failure = Failure::usage("there is nothing to make");
        return Err(failure.hint("give it a name: `polydoc new handbook`"));
    };
    let file = (Path::new(SCHEMA), text_of(template).as_bytes());
    make(Path::new("."), &[file], Made::Added)?;
    terminal.say(&format!(
        "made `{SCHEMA}`\n\nAdd this line to `polydoc.yml`, then run `polydoc check`:\n\n  schema: {SCHEMA}"
    ));
    Ok(Outcome::Clean)
}

fn text_of(template: SchemaTemplate) -> &'static str {
    match template {
        SchemaTemplate::Minimal => include_str!("../schemas/minimal.yml"),
        SchemaTemplate::Learn => include_str!("../schemas/learn.yml"),
    }
}

/// Adds a schema to the files of the starter, names it in the settings, and gives the articles what it requires.
fn add_schema(files: &mut Vec<(PathBuf, Vec<u8>)>, template: SchemaTemplate) {
    let keys = match template {
        SchemaTemplate::Minimal => "",
        SchemaTemplate::Learn => "author: your-account\nms.author: your-alias\nms.topic: article\n",
    };
    for (path, text) in files.iter_mut() {
        if path == Path::new("polydoc.yml") {
            let lines = format!(
                "\n# What the front matter of articles must hold. For completion in your editor: `polydoc schema front-matter`.\nschema: {SCHEMA}\n"
            );
            text.extend_from_slice(lines.as_bytes());
        }
        let is_article =
            path.starts_with("content") && path.extension().is_some_and(|it| it == "md");
        if is_article && let Some(end) = memchr::memmem::find(text, b"\n---\n") {
            text.splice((end + 1)..=end, keys.bytes());
        }
    }
    files.push((PathBuf::from(SCHEMA), text_of(template).into()));
    files.sort();
}

/// The starter's files with the title put in, sorted by path.
fn files(folder: &Dir<'_>, name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for file in folder.files() {
        // A `.gitignore` in our own tree would be obeyed there.
        let path = match file.path().to_str() {
            Some("gitignore") => PathBuf::from(".gitignore"),
            _ => file.path().to_owned(),
        };
        let text = match file.contents_utf8() {
            Some(text) if path.extension().is_some_and(|extension| extension == "yml") => {
                text.replace(TITLE, &quoted(name))
            }
            Some(text) => text.replace(TITLE, name),
            None => String::new(),
        };
        let bytes = if file.contents_utf8().is_some() {
            text.into_bytes()
        } else {
            file.contents().to_vec()
        };
        all.push((path, bytes));
    }
    for inner in folder.dirs() {
        all.extend(files(inner, name));
    }
    all.sort();
    all
}

/// A text as a quoted scalar of YAML; JSON's strings are such.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Writes files into a folder, which is made with the folders above it when it is missing.
pub(super) fn make(folder: &Path, files: &[(&Path, &[u8])], how: Made) -> Result<(), Failure> {
    let shown = folder.display();
    let failed = |error: io::Error| {
        Failure::environment(format!("cannot write into `{shown}`")).cause(&error)
    };
    match outside::kind(folder).map_err(failed)? {
        None => make_folders(folder).map_err(failed)?,
        Some(EntryKind::Folder) => {}
        Some(_) => {
            return Err(
                Failure::usage(format!("`{shown}` is no folder")).hint("choose another name")
            );
        }
    }
    let root = Folder::open(folder).map_err(failed)?;
    if how == Made::Anew && !root.is_empty_but(&|_| false).map_err(failed)? {
        let failure = Failure::usage(format!("the folder `{shown}` is not empty"));
        return Err(failure.hint("choose another name: nothing that is there is ever replaced"));
    }
    for (path, bytes) in files {
        if let Some(parent) = path
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
        {
            make_folders(&folder.join(parent)).map_err(failed)?;
        }
        write(&root, path, bytes, how).map_err(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => {
                let name = folder.join(path);
                let name = name
                    .strip_prefix(".")
                    .unwrap_or(&name)
                    .display()
                    .to_string();
                let failure = Failure::usage(format!("there is a file `{name}` already"));
                failure.hint("move it away first: nothing that is there is ever replaced")
            }
            _ => failed(error),
        })?;
    }
    Ok(())
}

fn write(root: &Folder, path: &Path, bytes: &[u8], how: Made) -> io::Result<()> {
    let file = match root.create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && how == Made::Replaced => {
            root.remove_file(path)?;
            root.create(path)
        }
        created => created,
    };
    file?.write_all(bytes)
}

/// Makes a folder and the missing ones above it.
fn make_folders(folder: &Path) -> io::Result<()> {
    let missing = |path: &&Path| {
        !path.as_os_str().is_empty() && outside::kind(path).is_ok_and(|kind| kind.is_none())
    };
    let mut folders: Vec<&Path> = folder.ancestors().take_while(missing).collect();
    while let Some(folder) = folders.pop() {
        outside::make_folder(folder)?;
    }
    Ok(())
}
