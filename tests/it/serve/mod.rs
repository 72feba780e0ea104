//! The preview as programs see it: what a static host would answer, and whom it answers nothing.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::support::Project;

mod following;
mod growth;
mod settling;

/// A preview that ends with the test.
struct Preview {
    child: Child,
    /// Its host and port.
    host: String,
    project: Project,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer, taken apart.
struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn field(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().skip(1);
        lines.find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        })
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Preview {
    fn open(files: &str) -> Self {
        Self::with(files, &["--poll"])
    }

    fn with(files: &str, options: &[&str]) -> Self {
        let project = Project::new(files);
        let mut child = Command::new(env!("CARGO_BIN_EXE_polydoc"))
            .args(["serve", "--quiet"])
            .args(options)
            .current_dir(project.root())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("polydoc can be started");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is ours");
        BufReader::new(out)
            .read_line(&mut line)
            .expect("it tells where it is");
        let host = line.trim().trim_start_matches("http://");
        let host = host.split('/').next().expect("a host").to_owned();
        Self {
            child,
            host,
            project,
        }
    }

    /// Sends bytes and reads all that comes.
    fn raw(&self, bytes: &[u8]) -> Vec<u8> {
        let mut stream = TcpStream::connect(&self.host).expect("it answers");
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .expect("a time");
        // It may refuse before it has read everything.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        answer
    }

    fn ask(&self, line: &str, fields: &str) -> Answer {
        let host = &self.host;
        let head = format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{fields}\r\n");
        taken_apart(&self.raw(head.as_bytes()))
    }

    fn get(&self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), "")
    }
}

fn taken_apart(bytes: &[u8]) -> Answer {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n");
    let end = end.unwrap_or_else(|| panic!("a head: {}", String::from_utf8_lossy(bytes)));
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok());
    Answer {
        status: status.expect("a status"),
        body: bytes[end + 4..].to_vec(),
        head,
    }
}

const SITE: &str = "
-- content/en-US/index.md --
# Start
-- content/en-US/guide/first.md --
---
title: First
redirect_from: /en-us/old/
---
# First

Words.

![A picture](../pictures/dot.svg)
-- content/en-US/secret.md --
---
title: Secret
draft: true
---
# Secret
-- content/en-US/pictures/dot.svg --
<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>
-- content/fr-FR/index.md --
# Début
";

#[test]
fn it_answers_as_a_static_host_does() {
    let preview = Preview::open(SITE);
    let page = preview.get("/en-us/guide/first/");
    assert_eq!(page.status, 200);
    assert_eq!(page.field("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.field("access-control-allow-origin"), None);
    assert!(
        page.text()
            .contains("<script type=\"module\" src=\"/.polydoc/live.js\">")
    );

    let slash = preview.get("/en-us/guide/first?a=b");
    assert_eq!(
        (slash.status, slash.field("location")),
        (302, Some("/en-us/guide/first/?a=b"))
    );
    let old = preview.get("/en-us/old/");
    assert_eq!(
        (old.status, old.field("location")),
        (302, Some("/en-us/guide/first/"))
    );

    let root = |languages: &str| preview.ask("GET /", &format!("Accept-Language: {languages}\r\n"));
    assert_eq!(root("fr-CA, en;q=0.5").field("location"), Some("/fr-fr/"));
    assert_eq!(root("de, en-GB;q=0.5").field("location"), Some("/en-us/"));
    assert_eq!(root("ja").status, 200, "the page that lists all languages");
    assert!(
        root("ja")
            .field("vary")
            .expect("it depends")
            .contains("Accept-Language")
    );

    let missing = |path: &str, languages: &str| {
        let answer = preview.ask(
            &format!("GET {path}"),
            &format!("Accept-Language: {languages}\r\n"),
        );
        assert_eq!(answer.status, 404, "{path}");
        answer.text()
    };
    assert!(missing("/fr-fr/nothing/", "en").contains("<html lang=\"fr-FR\""));
    assert!(missing("/nothing", "fr").contains("<html lang=\"fr-FR\""));
    assert!(missing("/nothing", "ja").contains("<html lang=\"en-US\""));
    assert!(
        missing("/FR-FR/", "en").contains("<html"),
        "letter case counts"
    );

    assert_eq!(
        preview.get("/en-us/secret/").status,
        200,
        "drafts are shown"
    );
    let picture = page.text();
    let at = picture
        .find("/assets/media/dot.")
        .expect("the picture is shown");
    let path: String = picture[at..].chars().take_while(|&c| c != '"').collect();
    let picture = preview.get(&path);
    assert_eq!(picture.field("content-type"), Some("image/svg+xml"));
    assert!(
        picture
            .field("cache-control")
            .expect("a time")
            .contains("immutable")
    );
    assert_eq!(preview.get("/en-us/sitemap.xml").status, 200);
    assert_eq!(preview.get("/assets/search/en-us/manifest.idx").status, 200);
}

#[test]
fn what_is_known_is_not_sent_again_and_what_is_sent_is_small() {
    let preview = Preview::open(SITE);
    let path = "/en-us/guide/first/";
    let whole = preview.get(path);
    let tag = whole.field("etag").expect("a validator").to_owned();
    let again = preview.ask(
        &format!("GET {path}"),
        &format!("If-None-Match: \"x\", {tag}\r\n"),
    );
    assert_eq!((again.status, again.body.len()), (304, 0));
    let head = preview.ask(&format!("HEAD {path}"), "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.field("content-length"), whole.field("content-length"));

    let packed = preview.ask(
        &format!("GET {path}"),
        "Accept-Encoding: br;q=0.5, gzip\r\n",
    );
    assert_eq!(packed.field("content-encoding"), Some("gzip"));
    assert_eq!(packed.field("vary"), Some("Accept-Encoding"));
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(&*packed.body)
        .read_to_end(&mut text)
        .expect("gzip");
    assert_eq!(text, whole.body);
    let tag = packed
        .field("etag")
        .expect("a validator of its own")
        .to_owned();
    assert_ne!(whole.field("etag"), Some(&*tag));
    let fields = format!("Accept-Encoding: gzip\r\nIf-None-Match: {tag}\r\n");
    assert_eq!(preview.ask(&format!("GET {path}"), &fields).status, 304);
    let fields = format!("Accept-Encoding: br\r\nIf-None-Match: {tag}\r\n");
    let other = preview.ask(&format!("GET {path}"), &fields);
    assert_eq!(
        (other.status, other.field("content-encoding")),
        (200, Some("br")),
        "another form of the file"
    );
    assert!(other.body.len() < packed.body.len());
    let head = preview.ask(&format!("HEAD {path}"), "Accept-Encoding: br\r\n");
    for name in ["etag", "content-length", "content-encoding", "vary"] {
        assert_eq!(head.field(name), other.field(name), "{name}");
    }
    assert!(head.body.is_empty());
    let as_it_is = preview.ask(
        &format!("GET {path}"),
        "Accept-Encoding: br;q=0, gzip;q=0.0\r\n",
    );
    assert_eq!(as_it_is.field("content-encoding"), None);
    assert_eq!(as_it_is.body, whole.body);

    let part = |range: &str| preview.ask(&format!("GET {path}"), &format!("Range: {range}\r\n"));
    let some = part("bytes=10-19");
    assert_eq!((some.status, &*some.body), (206, &whole.body[10..20]));
    let length = whole.body.len();
    assert_eq!(
        some.field("content-range"),
        Some(&*format!("bytes 10-19/{length}"))
    );
    assert_eq!(part("bytes=-5").body, whole.body[length - 5..]);
    assert_eq!(part("bytes=99999999-").status, 416);
    assert_eq!(
        part("bytes=0-1,5-6").status,
        200,
        "several ranges: the whole"
    );
    assert_eq!(part("lines=1-2").status, 200);
}

#[test]
fn strangers_get_nothing() {
    let preview = Preview::open(SITE);
    let status = |head: &str| taken_apart(&preview.raw(head.as_bytes())).status;
    let host = preview.host.clone();
    let get = |path: &str, fields: &str| {
        status(&format!(
            "GET {path} HTTP/1.1\r\n{fields}Connection: close\r\n\r\n"
        ))
    };
    for path in [
        "/",
        "/en-us/",
        "/.polydoc/events",
        "/.polydoc/page?path=/en-us/",
    ] {
        assert_eq!(get(path, "Host: evil.example\r\n"), 403, "{path}");
        assert_eq!(get(path, ""), 400, "{path}: no host");
        let own = format!("Host: {host}\r\n");
        assert_eq!(
            get(path, &format!("{own}Origin: http://evil.example\r\n")),
            403,
            "{path}"
        );
        let script =
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n";
        assert_eq!(get(path, &format!("{own}{script}")), 403, "{path}");
    }
    let own = format!("Host: {host}\r\nConnection: close\r\n");
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"] {
        let answer =
            taken_apart(&preview.raw(format!("{method} /en-us/ HTTP/1.1\r\n{own}\r\n").as_bytes()));
        assert_eq!(
            (answer.status, answer.field("allow")),
            (405, Some("GET, HEAD")),
            "{method}"
        );
    }
    assert_eq!(
        status(&format!(
            "GET / HTTP/1.1\r\n{own}Content-Length: 5\r\n\r\nhello"
        )),
        413
    );
    assert_eq!(
        status(&format!(
            "GET / HTTP/1.1\r\n{own}X: {}\r\n\r\n",
            "x".repeat(20_000)
        )),
        431
    );
    assert_eq!(status("GET / HTTP/7.0\r\n\r\n"), 505);
    // A connection after all this is answered as ever.
    assert_eq!(preview.get("/en-us/").status, 200);
}

#[test]
fn no_spelling_leaves_the_site() {
    let preview = Preview::open(SITE);
    preview
        .project
        .write("outside.txt", b"the secret of the project");
    let climbs = [
        "/../polydoc.yml",
        "/en-us/../../polydoc.yml",
        "/%2e%2e/polydoc.yml",
        "/%252e%252e/polydoc.yml",
        "/en-us/%2e%2e%2f%2e%2e%2foutside.txt",
        "/..%5coutside.txt",
        "/..\\outside.txt",
        "//outside.txt",
        "/en-us//guide/first/",
        "/etc/passwd",
        "/C:/outside.txt",
        "/%00/outside.txt",
        "/outside.txt%00.html",
        "/%c0%ae%c0%ae/outside.txt",
        "/.polydoc/../outside.txt",
        "/.polydoc/live.js/../../outside.txt",
        "/.polydoc/%2e%2e/outside.txt",
        "/content/en-US/index.md",
        "/assets/media/../../outside.txt",
    ];
    for path in climbs {
        let answer = preview.get(path);
        assert!(
            matches!(answer.status, 400 | 404),
            "{path}: {}",
            answer.status
        );
        assert!(!answer.text().contains("secret of the project"), "{path}");
        assert!(!answer.text().contains("base_url"), "{path}");
    }
}

#[test]
fn odd_bytes_and_slow_ones_harm_nobody() {
    let preview = Preview::open(SITE);
    let long = vec![b'A'; 100_000];
    for bytes in [
        &b"\x16\x03\x01\x00\x00"[..],
        b"\r\n\r\n",
        b"GET",
        b"",
        b"\0\0\0\0\r\n\r\n",
        &long,
    ] {
        let _ = preview.raw(bytes);
    }
    // More than are served at once, which say nothing.
    let silent: Vec<TcpStream> = (0..100)
        .filter_map(|_| TcpStream::connect(&preview.host).ok())
        .collect();
    assert_eq!(preview.get("/en-us/").status, 200);
    drop(silent);
    // Several questions on one connection.
    let one = format!("GET /en-us/ HTTP/1.1\r\nHost: {}\r\n\r\n", preview.host);
    let two = format!(
        "GET /fr-fr/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        preview.host
    );
    let both = String::from_utf8_lossy(&preview.raw(format!("{one}{two}").as_bytes())).into_owned();
    assert_eq!(both.matches("HTTP/1.1 200 OK").count(), 2);
}

#[test]
fn the_page_beside_a_page_shows_only_this_host() {
    let preview = Preview::open(SITE);
    let fine = preview.get("/.polydoc/side?left=/en-us/&right=/fr-fr/");
    assert_eq!(fine.status, 200);
    for other in [
        "//evil.example/",
        "https://evil.example/",
        "javascript:alert(1)",
        "/\\evil.example",
    ] {
        let answer = preview.get(&format!("/.polydoc/side?left=/en-us/&right={other}"));
        assert_eq!(answer.status, 400, "{other}");
    }
    let quoted = preview.get("/.polydoc/side?left=/en-us/&right=/%22onload=%22x");
    assert!(quoted.text().contains("/&quot;onload=&quot;x"));
}

#[test]
fn below_a_base_path_it_is_where_links_lead() {
    let site = format!("-- polydoc.yml --\nbase_url: https://docs.example.org/a/b\n{SITE}");
    let preview = Preview::open(&site);
    assert_eq!(preview.get("/").field("location"), Some("/a/b/"));
    assert_eq!(preview.get("/a/b/en-us/").status, 200);
    assert_eq!(preview.get("/en-us/").status, 404);
    assert_eq!(preview.get("/a/b").field("location"), Some("/a/b/"));
}

#[test]
fn the_page_tells_what_is_wrong_with_it_and_where() {
    let preview = Preview::open(
        "
-- content/en-US/index.md --
# Start

A [link](missing.md).
",
    );
    let told = preview.get("/.polydoc/page?path=/en-us/");
    let told: serde_json::Value = serde_json::from_slice(&told.body).expect("JSON");
    let finding = &told["findings"][0];
    assert_eq!(finding["rule"], "broken-link");
    assert_eq!(finding["place"], "content/en-US/index.md:3:10");
    assert_eq!(finding["excerpt"][1]["text"], "A [link](missing.md).");
    assert_eq!(finding["excerpt"][1]["marked"], serde_json::json!([9, 19]));
}

#[test]
fn what_is_saved_is_served() {
    let preview = Preview::open(SITE);
    assert!(preview.get("/en-us/").text().contains("Start"));
    preview
        .project
        .write("content/en-US/index.md", b"# Changed\n");
    for _ in 0..200 {
        if preview.get("/en-us/").text().contains("Changed") {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("files that are looked at every second are seen within ten");
}
