//! What `fix` makes of links to other sites, and what is remembered of them from run to run.

use std::fs;

use super::server::{Answer, Server};
use super::{Site, everything};

fn article(site: &Site) -> String {
    fs::read_to_string(site.project.root().join("content/en-US/a.md")).unwrap()
}

#[test]
fn links_that_moved_are_rewritten_with_their_fragment_and_language() {
    let server = Server::start(everything);
    let paths = [
        "/moved#part",
        "/moved#:~:text=word",
        "/old-doc",
        "/fr-fr/old-doc#x",
        "/doc",
        "/elsewhere",
        "/ok",
        "/settled",
        "/merged",
        "/merged#own",
        "/to-home",
    ];
    let links: Vec<String> = paths.iter().map(|path| server.url(path)).collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::local(&[&server], "", &links);
    site.findings(&["--external"]);
    let connections = server.connections();
    let (_, out, error) = site.run(&["fix"]);
    assert_eq!(server.connections(), connections, "the cache is enough");
    assert!(
        out.contains("fixed 14 moved-link") || out.contains("fixed 7 moved-link"),
        "{out}{error}"
    );
    let text = article(&site);
    let expected = [
        "/ok#part",
        "/ok#:~:text=word",
        "/new-doc",
        "/fr-fr/new-doc#x",
        "/doc",
        "/elsewhere",
        "/ok",
        "/new-doc",
        "/page#there",
        "/page#own",
        "/to-home",
    ];
    for (path, expected) in paths.iter().zip(expected) {
        let link = format!("[x](<{}>)", server.url(expected));
        assert!(text.contains(&link), "{path}: {text}");
    }
    // Somebody should look at a page that became a home page.
    let (_, out, _) = site.run(&["fix", "--unsafe", "--rule", "moved-link"]);
    assert!(out.contains("2 findings in 2 files"), "{out}");
    assert!(article(&site).contains(&format!("[x](<{}>)", server.url("/"))));
    let (_, out, _) = site.run(&["fix", "--unsafe", "--rule", "moved-link"]);
    assert!(out.starts_with("nothing to fix"), "{out}");
}

#[test]
fn a_page_on_another_host_is_looked_at_before_the_link_is_rewritten() {
    let other = Server::start(|_| Answer::status(200));
    let to_other = format!("http://127.0.0.2:{}/there", other.port);
    let server = Server::start(move |_| Answer::to(301, &to_other));
    let site = Site::local(&[&server, &other], "", &[&server.url("/x#y")]);
    let (_, out, _) = site.run(&["fix", "--external"]);
    assert!(out.contains("2 more fixable with `--unsafe`"), "{out}");
    site.run(&["fix", "--unsafe"]);
    assert!(article(&site).contains(&format!("http://127.0.0.2:{}/there#y", other.port)));
}

#[test]
fn a_bare_address_a_table_and_a_tag_are_rewritten_where_they_stand() {
    let server = Server::start(|asked| match asked.path.as_str() {
        "/old" => Answer::to(308, "/a_(b)|c"),
        _ => Answer::status(200),
    });
    let old = server.url("/old");
    let site = Site::local(&[&server], "", &["https://docs.example.org/"]);
    let text = format!(
        "# A\n\n<{old}>\n\n| a |\n| - |\n| [x]({old}#y) |\n\n<a href=\"{old}\">x</a> [y][y]\n\n[y]: {old} \"title\"\n"
    );
    site.project.write("content/en-US/a.md", text.as_bytes());
    site.run(&["fix", "--external"]);
    let new = server.url("/a_(b)%7Cc");
    assert_eq!(article(&site), text.replace(&old, &new));
    let (code, out, _) = site.findings(&["--external"]);
    assert_eq!(code, 0);
    assert!(!out.contains("[moved-link]"), "{out}");
}

#[test]
fn what_was_there_before_is_newly_broken_and_the_cache_remembers_since_when() {
    let server = Server::start(everything);
    let url = server.url("/gone");
    let site = Site::local(&[&server], "", &[&url]);
    let cache = format!("# polydoc external links 1\n{url}\t2026-01-01\tok\n");
    site.project.write("external-links.txt", cache.as_bytes());
    let (_, out, error) = site.findings(&["--external", "--today", "2026-06-01"]);
    assert!(error.contains("1 broken, 1 of them newly"), "{error}");
    let written = fs::read_to_string(site.project.root().join("external-links.txt")).unwrap();
    assert!(
        written.ends_with("\t2026-06-01\tgone\t404\tsince=2026-06-01\n"),
        "{written}"
    );
    // The next run, from the cache, says the same; a week later it is no news any more.
    let (_, again, error) = site.findings(&["--external", "--today", "2026-06-01"]);
    assert_eq!(out, again);
    assert!(error.contains("1 of them newly"), "{error}");
    let (_, _, error) = site.findings(&["--external", "--today", "2026-06-09"]);
    assert!(error.contains("1 broken\n"), "{error}");
    let written = fs::read_to_string(site.project.root().join("external-links.txt")).unwrap();
    assert!(
        written.ends_with("\t2026-06-09\tgone\t404\tsince=2026-06-01\n"),
        "{written}"
    );
}

#[test]
fn a_host_that_fails_for_a_while_takes_nothing_from_the_cache() {
    let server = Server::start(everything);
    let url = server.url("/500");
    let site = Site::local(&[&server], "", &[&url]);
    let cache = format!("# polydoc external links 1\n{url}\t2026-01-01\tok\n");
    site.project.write("external-links.txt", cache.as_bytes());
    let (_, out, _) = site.findings(&["--external", "--today", "2026-06-01"]);
    assert!(out.contains("[flaky-link]"), "{out}");
    let written = fs::read_to_string(site.project.root().join("external-links.txt")).unwrap();
    assert_eq!(written, cache);
}
