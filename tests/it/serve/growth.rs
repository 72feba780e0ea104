//! A preview that runs all day needs no more memory in the evening than in the morning.

use std::fs;
use std::time::{Duration, Instant};

use super::Preview;
use super::following::is_full;

/// More than this is growth: MiB between the two hundredth edit and the last.
const MOST_GROWTH: u64 = 12;

fn site() -> String {
    let mut files = String::from("-- polydoc.yml --\nsource_locale: en-US\nfallback: page\n");
    for locale in ["en-US", "fr-FR", "ar-SA"] {
        for at in 0..20 {
            files.push_str(&format!(
                "-- content/{locale}/a{at}.md --\n---\ntitle: Article {at}\n---\n# Article {at}\n\n[Next](a{}.md)\n\n## Part\n\nWords.\n",
                (at + 1) % 20
            ));
        }
    }
    files
}

/// Memory that a process holds, in MiB.
fn resident(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kib / 1024)
}

/// One edit: of a sentence, a title, a heading, a link, a setting, a template, a message, a new file, or one less. Afterwards a page
/// shows the text that is given back.
fn edit(preview: &Preview, number: usize) -> (String, String) {
    let root = preview.project.root();
    let put = |path: &str, text: String| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders");
        fs::write(path, text).expect("a file");
    };
    let at = number % 20;
    let (file, page) = (format!("content/en-US/a{at}.md"), format!("/en-us/a{at}/"));
    let word = format!("Number{number}.");
    match number % 10 {
        0..=3 => put(
            &file,
            format!("---\ntitle: Article\n---\n# Article\n\n{word}\n"),
        ),
        4 => put(
            &file,
            format!("---\ntitle: {word}\n---\n# {word}\n\nText.\n"),
        ),
        5 => put(
            &file,
            format!(
                "# Article\n\n[{word}](a{}.md#part)\n\n## {word}\n",
                number % 7
            ),
        ),
        6 => put(
            "polydoc.yml",
            format!("title: {word}\nsource_locale: en-US\nfallback: page\n"),
        ),
        7 => put(
            "templates/parts/footer.html",
            format!("<footer>{word}</footer>\n"),
        ),
        8 => {
            put("content/en-US/more.md", format!("# {word}\n\nText.\n"));
            return ("/en-us/more/".to_owned(), word);
        }
        _ => {
            let _ = fs::remove_file(root.join("content/en-US/more.md"));
            put("locales/en-US/site.ftl", format!("skip-link = {word}\n"));
        }
    }
    (page, word)
}

#[test]
fn a_thousand_edits_cost_no_memory() {
    if !is_full() || !cfg!(target_os = "linux") {
        return;
    }
    let preview = Preview::with(&site(), &[]);
    let mut early = 0;
    for number in 0..1_200 {
        let (page, word) = edit(&preview, number);
        let start = Instant::now();
        while !preview.get(&page).text().contains(&word) {
            assert!(
                start.elapsed() < Duration::from_mins(1),
                "edit {number} of {page}"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
        if number % 50 == 0 {
            // What is made of many pages, and what is said of one.
            preview.get("/sitemap.xml");
            preview.get("/assets/search/en-us/index.json");
            preview.get(&format!("/.polydoc/page?path={page}"));
        }
        if number == 199 {
            early = resident(preview.child.id()).expect("its memory");
        }
    }
    let late = resident(preview.child.id()).expect("its memory");
    println!("{early} MiB after 200 edits, {late} MiB after 1,200");
    assert!(late <= early + MOST_GROWTH, "{early} MiB became {late} MiB");
}
