//! The bare baseline of `tests/bench/run`: the least that a site builder does with a folder of Markdown.
//!
//! It lists the folder, reads every `.md` file, parses it with the parser and the options that polydoc uses, and writes one
//! file per article at the address that polydoc gives it (folder style), as long as polydoc's page is. That is all: it checks,
//! links, sanitizes, sorts, translates, hashes and replaces nothing, and it keeps nothing of what the parser says.
//!
//! `polydoc-baseline CONTENT OUTPUT SIZES THREADS [list|read|parse]`: it stops after that, when it is told so. SIZES is a table `page<TAB>bytes`, page relative to the output folder,
//! as `tests/bench/run` takes it from a site that polydoc built. A file without a page there (an include) is only read and parsed.

use std::collections::HashMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use pulldown_cmark::{Options, Parser};

/// What was done, summed over the threads.
#[derive(Default)]
struct Totals {
    read: usize,
    written: usize,
    bytes: u64,
    events: usize,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (content, output, sizes, threads, last) = match arguments.as_slice() {
        [content, output, sizes, threads] => (content, output, sizes, threads, "write"),
        [content, output, sizes, threads, last] => (content, output, sizes, threads, &**last),
        _ => {
            eprintln!("usage: polydoc-baseline CONTENT OUTPUT SIZES THREADS [list|read|parse]");
            return ExitCode::from(2);
        }
    };
    match run(
        Path::new(content),
        Path::new(output),
        Path::new(sizes),
        threads,
        last,
    ) {
        Ok(totals) => {
            println!(
                "read {} files ({} events), wrote {} pages ({} bytes)",
                totals.read, totals.events, totals.written, totals.bytes
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("polydoc-baseline: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(
    content: &Path,
    output: &Path,
    sizes: &Path,
    threads: &str,
    last: &str,
) -> Result<Totals, Box<dyn std::error::Error>> {
    let threads: usize = threads.parse()?;
    let table = fs::read_to_string(sizes)?;
    let sizes: HashMap<&str, usize> = table
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(page, bytes)| Some((page, bytes.parse().ok()?)))
        .collect();
    let mut files = Vec::new();
    list(content, &mut files)?;
    if last == "list" {
        files.clear();
    }

    let next = AtomicUsize::new(0);
    let results: Vec<std::io::Result<Totals>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1))
            .map(|_| scope.spawn(|| work(content, output, &sizes, &files, &next, last)))
            .collect();
        workers
            .into_iter()
            .map(|worker| worker.join().expect("a worker returns its errors"))
            .collect()
    });
    let mut totals = Totals::default();
    for result in results {
        let part = result?;
        totals.read += part.read;
        totals.written += part.written;
        totals.bytes += part.bytes;
        totals.events += part.events;
    }
    Ok(totals)
}

/// All Markdown files below a folder.
fn list(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        if kind.is_dir() {
            list(&entry.path(), files)?;
        } else if kind.is_file() && entry.path().extension().is_some_and(|end| end == "md") {
            files.push(entry.path());
        }
    }
    Ok(())
}

/// One thread's share: the next file that nobody has taken, until there is none.
fn work(
    content: &Path,
    output: &Path,
    sizes: &HashMap<&str, usize>,
    files: &[PathBuf],
    next: &AtomicUsize,
    last: &str,
) -> std::io::Result<Totals> {
    let mut totals = Totals::default();
    let mut body = Vec::new();
    while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
        let text = fs::read_to_string(file)?;
        totals.read += 1;
        if last == "read" {
            continue;
        }
        totals.events += Parser::new_ext(&text, options()).into_offset_iter().count();
        if last == "parse" {
            continue;
        }

        let relative = file
            .strip_prefix(content)
            .expect("it was listed below the content");
        let page = page(&relative.to_string_lossy());
        let Some(&size) = sizes.get(page.as_str()) else {
            continue;
        };
        body.clear();
        body.extend_from_slice(text.as_bytes());
        body.resize(size, b' ');
        let path = output.join(&page);
        fs::create_dir_all(path.parent().expect("a page lies in a folder"))?;
        fs::File::create(path)?.write_all(&body)?;
        totals.written += 1;
        totals.bytes += size as u64;
    }
    Ok(totals)
}

/// The page of an article, relative to the output folder: `fr-FR/Guide/Start.md` → `fr-fr/guide/start/index.html`.
fn page(article: &str) -> String {
    let lower = article.to_lowercase();
    let stem = lower.strip_suffix(".md").unwrap_or(&lower);
    match stem
        .strip_suffix("index")
        .filter(|folder| folder.ends_with('/'))
    {
        Some(folder) => format!("{folder}index.html"),
        None => format!("{stem}/index.html"),
    }
}

/// The options of `markup::events` in its normal profile.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
}
