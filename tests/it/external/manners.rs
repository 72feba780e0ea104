//! How hosts are treated: pace, `Retry-After`, headers, compression, kept connections; and the cache that spares them.

use std::time::{Duration, Instant};

use super::server::{Answer, Asked, Server};
use super::{Site, everything};

#[test]
fn retry_after_is_kept_and_the_whole_host_rests() {
    let start = Instant::now();
    let server = Server::start(move |asked| {
        if asked.path == "/busy" && start.elapsed() < Duration::from_millis(1500) {
            Answer::status(429).header("Retry-After", "2")
        } else {
            Answer::status(200)
        }
    });
    let site = Site::local(&[&server], "", &[&server.url("/busy")]);
    let (_, verdicts) = site.verdicts();
    assert_eq!(verdicts[&server.url("/busy")].0, "ok");
    let asked = server.asked();
    assert_eq!(asked.len(), 2);
    let waited = asked[1].at - asked[0].at;
    assert!(waited >= Duration::from_secs(2), "it waited {waited:?}");
}

#[test]
fn a_host_is_asked_at_its_pace() {
    let server = Server::start(|_| Answer::status(200));
    let links: Vec<String> = (0..12)
        .map(|n| format!("http://127.0.0.{}:{}/{n}", 1 + n % 2, server.port))
        .collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::local(&[&server], "  per_host: 4\n", &links);
    site.project.write(
        "polydoc.yml",
        std::fs::read_to_string(site.project.root().join("polydoc.yml"))
            .unwrap()
            .replace("pace: 1 ms", "pace: 50 ms")
            .as_bytes(),
    );
    site.verdicts();
    let asked = server.asked();
    for host in ["127.0.0.1", "127.0.0.2"] {
        let mut times: Vec<Instant> = asked
            .iter()
            .filter(|asked| asked.host.ip().to_string() == host && asked.method == "HEAD")
            .map(|asked| asked.at)
            .collect();
        times.sort();
        assert_eq!(times.len(), 6);
        // What is sent 50 ms apart may arrive a little closer together; over all of it the pace holds.
        let whole = times[5] - times[0];
        assert!(whole >= Duration::from_millis(225), "{host}: {whole:?}");
    }
}

#[test]
fn hosts_are_told_who_asks_and_secrets_go_to_their_host_only() {
    let other = Server::start(|_| Answer::status(200));
    let to_other = format!("http://127.0.0.2:{}/", other.port);
    let server = Server::start(move |asked| match asked.path.as_str() {
        "/leave" => Answer::to(302, &to_other),
        _ => Answer::status(200).header("Set-Cookie", "a=b"),
    });
    let settings = format!(
        "  user_agent: tester (docs@example.org)\n  headers:\n  - host: 127.0.0.1:{}\n    env: TOKEN_OF_TEST\n",
        server.port
    );
    let site = Site::local(
        &[&server, &other],
        &settings,
        &[&server.url("/leave"), &server.url("/x")],
    );
    let (_, out, error) = site.run(&["links", "-v"]);
    let agent = |asked: &Asked| asked.headers["user-agent"].clone();
    assert!(
        server
            .asked()
            .iter()
            .all(|asked| agent(asked) == "tester (docs@example.org)")
    );
    assert!(
        server
            .asked()
            .iter()
            .all(|asked| asked.headers["authorization"] == "secret-of-test")
    );
    assert!(!other.asked().is_empty());
    for asked in [server.asked(), other.asked()].concat() {
        assert!(!asked.headers.contains_key("cookie"));
    }
    assert!(
        other
            .asked()
            .iter()
            .all(|asked| !asked.headers.contains_key("authorization"))
    );
    assert!(!out.contains("secret-of-test") && !error.contains("secret-of-test"));
    let cache = std::fs::read_to_string(site.project.root().join("external-links.txt")).unwrap();
    assert!(!cache.contains("secret-of-test"));
}

#[test]
fn connections_are_kept() {
    let server = Server::start(|_| Answer::status(200));
    let links: Vec<String> = (0..20).map(|n| server.url(&format!("/{n}"))).collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    Site::local(&[&server], "", &links).verdicts();
    // Each of the two that go on at once keeps one; that `https` does not answer costs each of them one more.
    assert_eq!(
        server
            .asked()
            .iter()
            .filter(|asked| asked.path.starts_with('/'))
            .count(),
        20
    );
    assert!(
        server.connections() <= 2 + 2,
        "{} connections",
        server.connections()
    );
}

#[test]
fn a_warm_cache_asks_nobody_and_is_not_rewritten() {
    let server = Server::start(everything);
    let links = [
        "/ok",
        "/moved",
        "/gone",
        "/page#there",
        "/page#absent",
        "/403",
    ]
    .map(|path| server.url(path));
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::local(&[&server], "", &links);
    let (first, out, _) = site.findings(&["--external"]);
    let asked = server.asked().len();
    let cache = site.project.root().join("external-links.txt");
    let written = std::fs::read(&cache).unwrap();
    let (second, again, error) = site.findings(&["--external"]);
    assert_eq!((first, out), (second, again));
    assert_eq!(server.asked().len(), asked);
    assert!(
        error.contains("5 unique of 12 occurrences, 5 from cache"),
        "{error}"
    );
    assert_eq!(std::fs::read(&cache).unwrap(), written);
    // A later day: what was broken is asked again, what was there is not.
    let tomorrow = later(&cache, 2);
    let before = server.count("/ok");
    site.run(&["check", "--external", "--today", &tomorrow]);
    assert_eq!(server.count("/ok"), before);
    assert!(server.count("/gone") > 2);
}

/// The day so many days after the one in the cache.
fn later(cache: &std::path::Path, days: i64) -> String {
    let text = std::fs::read_to_string(cache).unwrap();
    let day = text
        .lines()
        .nth(1)
        .unwrap()
        .split('\t')
        .nth(1)
        .unwrap()
        .to_owned();
    let output = std::process::Command::new("date")
        .args(["-u", "-d", &format!("{day} +{days} days"), "+%F"])
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[test]
fn offline_uses_the_cache_alone() {
    let server = Server::start(everything);
    let site = Site::local(&[&server], "", &[&server.url("/gone"), &server.url("/ok")]);
    let (code, _, error) = site.findings(&["--offline"]);
    assert_eq!((code, server.connections()), (0, 0));
    assert!(error.contains("2 not asked"), "{error}");
    site.findings(&["--external"]);
    let before = server.connections();
    let (code, out, _) = site.findings(&["--offline"]);
    assert_eq!((code, server.connections()), (1, before));
    assert!(out.contains("[dead-link]"), "{out}");
}

#[test]
fn what_is_ignored_accepted_or_remapped_is_treated_so() {
    let server = Server::start(everything);
    let settings = format!(
        "  ignore:\n  - match: \"*/gone\"\n    reason: known\n    until: 2199-01-01\n  - match: \"*/410\"\n    until: 2020-01-01\n  accept:\n  - match: \"*/403\"\n  remap:\n    https://docs.example.com/: {}\n",
        server.url("/")
    );
    let links = [
        server.url("/gone"),
        server.url("/410"),
        server.url("/403"),
        "https://docs.example.com/ok".to_owned(),
    ];
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::local(&[&server], &settings, &links);
    let (_, verdicts) = site.verdicts();
    assert_eq!(verdicts[&server.url("/gone")].0, "not-asked");
    assert_eq!(server.count("/gone"), 0);
    assert_eq!(verdicts[&server.url("/410")].0, "gone");
    assert_eq!(verdicts[&server.url("/403")].0, "ok");
    assert_eq!(verdicts["https://docs.example.com/ok"].0, "ok");
    let (_, out, _) = site.findings(&["--offline"]);
    assert!(out.contains("[expired-ignore]"), "{out}");
}

#[test]
fn packed_pages_are_unpacked_and_bombs_are_cut_off() {
    // 100 MiB of blanks, packed: made by hand would be long, so it is packed here.
    let bomb = {
        let mut child = std::process::Command::new("gzip")
            .arg("-c")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        std::thread::spawn(move || {
            use std::io::Write as _;
            let _ = input.write_all(&vec![b' '; 100 << 20]);
        });
        child.wait_with_output().unwrap().stdout
    };
    let server = Server::start(move |_| {
        Answer::status(200)
            .header("Content-Type", "text/html")
            .header("Content-Encoding", "gzip")
            .body(&bomb)
    });
    let site = Site::local(&[&server], "  page_bytes: 1 MiB\n", &[&server.url("/#x")]);
    let (code, out, error) = site.findings(&["--external"]);
    assert_eq!(code, 0);
    // What stands in the rest nobody knows.
    assert!(!out.contains("[dead-fragment]"), "{out}");
    assert!(error.contains("1 fragment not verified"), "{error}");
}

/// 5,000 addresses on 100 hosts, one in a hundred faulty by a seed, three times with an empty cache.
#[test]
fn many_addresses_take_no_longer_than_the_pace_asks_and_always_get_the_same_verdicts() {
    if std::env::var_os("POLYDOC_FULL").is_none() {
        println!(
            "skipped: 5,000 addresses are asked only with POLYDOC_FULL=1 (`tests/run --full`)"
        );
        return;
    }
    let fault = |path: &str| {
        let number: u32 = path[1..].parse().expect("a number");
        (number.wrapping_mul(2_654_435_761) >> 16).is_multiple_of(100)
    };
    let server = Server::start(move |asked| match asked.path.as_str() {
        path if fault(path) => Answer::status(if path.ends_with('1') { 500 } else { 404 }),
        _ => Answer::status(200),
    });
    let links: Vec<String> = (0..5000)
        .map(|n| format!("http://127.0.0.{}:{}/{n}", 1 + n % 100, server.port))
        .collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::local(&[&server], "  connections: 64\n  retries: 0\n", &links);
    let settings = site.project.root().join("polydoc.yml");
    let text = std::fs::read_to_string(&settings).unwrap();
    let text = text
        .replace("pace: 1 ms", "pace: 100 ms")
        .replace("retries: 1", "");
    std::fs::write(&settings, text).unwrap();
    let mut runs = Vec::new();
    for _ in 0..3 {
        let _ = std::fs::remove_file(site.project.root().join("external-links.txt"));
        let start = Instant::now();
        let (_, verdicts) = site.verdicts();
        runs.push((start.elapsed(), verdicts));
    }
    assert_eq!(runs[0].1.len(), 5000);
    assert!(runs.iter().all(|(_, verdicts)| *verdicts == runs[0].1));
    // 50 addresses and as many looks at `https` on each host, 100 ms apart: 10 s. Machines are slow; the bound is for hangs.
    println!(
        "5,000 addresses on 100 hosts: {:?}",
        runs.iter().map(|run| run.0).collect::<Vec<_>>()
    );
}
