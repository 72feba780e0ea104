//! `mv` on sites made by chance: whatever links to what, and however it is written, every link leads to the same article
//! afterwards, nothing new is wrong, and the old address leads to the new one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

use proptest::prelude::*;

use crate::cli::polydoc;
use crate::support::{Project, files_below};

const LOCALES: [&str; 2] = ["en-US", "fr-FR"];

/// Where articles lie; moves go from one of these to another. Names that need escapes, folders with and without own page.
const PLACES: [&str; 8] = [
    "start",
    "guide/start",
    "guide/my page",
    "guide/deep/er/page",
    "éte/über",
    "guide/index",
    "a+b/c(d)",
    "x/start",
];

/// A way to write a link; `%R` is the relative path with `.md`, `%P` that from the root without, `%L` the language.
const WAYS: [&str; 12] = [
    "[to-%N](%R)",
    "[to-%N](./%R#part)",
    "[to-%N](%R?x=1#part)",
    "[to-%N](%P)",
    "[to-%N](%P.md)",
    "[to-%N](/%L%P.md#part)",
    "[to-%N][r%K]\n\n[r%K]: %R \"title\"\n\n",
    "[to-%N]\n\n[to-%N]: <%R>\n\n",
    "<a href=\"%R\">to-%N</a>",
    "<a href='%P#part' class=\"x\">to-%N</a>",
    "- item [to-%N](<%R>)\n",
    "| a |\n|---|\n| [to-%N](%R) |\n\n",
];

fn encoded(path: &str) -> String {
    let encode = |letter: char| match letter {
        ' ' => "%20".to_owned(),
        '(' => "%28".to_owned(),
        ')' => "%29".to_owned(),
        other => other.to_string(),
    };
    path.chars().map(encode).collect()
}

/// The path from one article to another, as an author writes it.
fn relative(from: &str, to: &str) -> String {
    let depth = from.matches('/').count();
    encoded(&format!("{}{to}.md", "../".repeat(depth)))
}

/// A site: some of the places, and links among them in some of the ways.
fn site(places: &[usize], links: &[(usize, usize, usize)]) -> Project {
    let mut files = String::from("-- polydoc.yml --\nbase_url: https://docs.example.org\n");
    for locale in LOCALES {
        let mut toc = String::new();
        for (at, &place) in places.iter().enumerate() {
            let path = PLACES[place];
            let mut body = String::new();
            for (number, (from, to, way)) in links.iter().enumerate() {
                if from % places.len() != at {
                    continue;
                }
                let to = to % places.len();
                let target = PLACES[places[to]];
                let link = WAYS[way % WAYS.len()]
                    .replace("%R", &relative(path, target))
                    .replace("%P", &encoded(&format!("/{target}")))
                    .replace("%L", locale)
                    .replace("%N", &to.to_string())
                    .replace("%K", &number.to_string());
                let _ = write!(body, "{link}\n\n");
            }
            let _ = write!(
                files,
                "-- content/{locale}/{path}.md --\n---\ntitle: page-{at} {locale}\ndescription: A page.\n---\n# page-{at} {locale}\n\n## Part {{#part}}\n\n{body}\n"
            );
            let _ = write!(toc, "- name: page-{at}\n  href: {path}.md\n");
        }
        let _ = write!(files, "-- content/{locale}/TOC.yml --\n{toc}");
    }
    Project::new(&files)
}

/// What is wrong with a site: rule by number, moves change places and paths.
fn findings(project: &Project) -> BTreeMap<String, usize> {
    let run = polydoc(project.root(), &["check", "--format", "jsonl"]);
    let mut found = BTreeMap::new();
    for line in run.out.lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("each line is JSON");
        if let Some(rule) = line["rule"].as_str() {
            *found.entry(rule.to_owned()).or_default() += 1;
        }
    }
    found
}

/// Builds a site; for every page the titles that its links `to-N` lead to.
fn targets(project: &Project) -> Vec<(String, Vec<(String, String)>)> {
    polydoc(project.root(), &["build", "--quiet"]);
    let public = project.root().join("public");
    let title = |html: &str| {
        let start = html.find("<h1")?;
        let text = html[start..].split_once('>')?.1;
        let end = text.find("</h1>")?;
        Some(text[..end].split('<').next()?.trim().to_owned())
    };
    let mut pages = Vec::new();
    for path in files_below(&public, ".html") {
        let html = fs::read_to_string(&path).expect("a page is text");
        let Some(own) = title(&html).filter(|title| title.starts_with("page-")) else {
            continue;
        };
        let mut links = Vec::new();
        for (at, _) in html.match_indices(">to-") {
            let text = html[at + 1..].split('<').next().unwrap_or_default();
            let tag = &html[html[..at].rfind('<').unwrap_or_default()..at];
            let Some(href) = tag
                .split("href=\"")
                .nth(1)
                .and_then(|it| it.split('"').next())
            else {
                continue;
            };
            let path = href.split(['?', '#']).next().unwrap_or_default();
            let file = percent_encoding::percent_decode_str(path.trim_matches('/'));
            let file = public.join(&*file.decode_utf8_lossy()).join("index.html");
            let html = fs::read_to_string(&file).unwrap_or_default();
            links.push((text.to_owned(), title(&html).unwrap_or_default()));
        }
        links.sort();
        pages.push((own, links));
    }
    pages.sort();
    pages
}

/// Each site is built twice.
fn cases() -> u32 {
    match std::env::var_os("POLYDOC_FULL") {
        Some(_) => 60,
        None => 5,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_any_move_all_links_lead_where_they_led_and_nothing_new_is_wrong(
        places in Just((0..PLACES.len()).collect::<Vec<_>>()).prop_shuffle(),
        number in 2..6_usize,
        links in prop::collection::vec((0..8_usize, 0..8_usize, 0..WAYS.len()), 4..24),
        moved in 0..8_usize,
    ) {
        let (here, free) = places.split_at(number);
        let project = site(here, &links);
        let from = PLACES[here[moved % here.len()]];
        let to = PLACES[free[0]];
        let (wrong, led) = (findings(&project), targets(&project));
        prop_assert!(!wrong.contains_key("broken-link"), "{wrong:?}");
        let run = polydoc(project.root(), &["mv", from, to]);
        prop_assert_eq!(run.code, 0, "{}: {}{}", from, run.out, run.errors);
        for locale in LOCALES {
            let content = project.root().join("content").join(locale);
            let old = content.join(format!("{from}.md"));
            prop_assert!(!old.exists());
            let text = fs::read_to_string(content.join(format!("{to}.md"))).unwrap_or_default();
            // The address of a folder's own page stays with the folder as long as something lies in it.
            let folder = from.strip_suffix("index").unwrap_or("no folder");
            let mut left = here.iter().map(|&place| PLACES[place]).filter(|place| *place != from).chain([to]);
            let is_taken = left.any(|place| place.starts_with(folder));
            prop_assert_eq!(text.contains("\nredirect_from: "), !is_taken, "{}", text);
        }
        prop_assert_eq!(&findings(&project), &wrong, "{} to {}", from, to);
        let leads = targets(&project);
        let to_itself = |pages: &[(String, Vec<(String, String)>)]| -> usize {
            pages.iter().flat_map(|(_, links)| links).filter(|(_, title)| title.starts_with("page-")).count()
        };
        prop_assert_eq!(to_itself(&leads), to_itself(&led));
        prop_assert_eq!(leads, led);
    }
}
