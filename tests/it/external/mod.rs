//! Links to other sites: every verdict against servers on loopback, manners, the cache, and whom nobody may be made to ask.

use std::collections::BTreeMap;
use std::process::Command;
use std::time::Duration;

use serde_json::Value;

use crate::support::Project;

use server::{Answer, Certificate, Server};

mod known;
mod manners;
mod mending;
mod refusals;
mod server;

/// A project with one article in two languages that links to some addresses.
struct Site {
    project: Project,
}

impl Site {
    fn new(settings: &str, links: &[&str]) -> Self {
        let links: Vec<String> = links
            .iter()
            .map(|link| format!("[x](<{link}>)\n\n"))
            .collect();
        let links = links.concat();
        let settings = format!(
            "version: 1\nbase_url: https://docs.example.org\nexternal:\n  retries: 1\n  pace: 1 ms\n{settings}"
        );
        let project = Project::new(&format!(
            "-- content/en-US/a.md --\n# A\n\n{links}\n-- content/fr-FR/a.md --\n# A\n\n{links}"
        ));
        project.write("polydoc.yml", settings.as_bytes());
        Self { project }
    }

    /// One that may ask servers on loopback, at their ports.
    fn local(servers: &[&Server], settings: &str, links: &[&str]) -> Self {
        let ports: Vec<String> = servers
            .iter()
            .map(|server| server.port.to_string())
            .collect();
        let settings = format!(
            "  allow: [127.0.0.0/8]\n  ports: [80, 443, {}]\n{settings}",
            ports.join(", ")
        );
        Self::new(&settings, links)
    }

    /// Runs the program; gives its exit code, standard output and standard error.
    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let binary =
            std::env::var_os("POLYDOC_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_polydoc").into());
        let output = Command::new(binary)
            .args(arguments)
            .current_dir(self.project.root())
            .env("TOKEN_OF_TEST", "secret-of-test")
            .env_remove("SOURCE_DATE_EPOCH")
            .output()
            .expect("the program runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the output is UTF-8");
        (
            output.status.code().expect("it ended by itself"),
            text(output.stdout),
            text(output.stderr),
        )
    }

    /// Verdicts with details by address, and the exit code.
    fn verdicts(&self) -> (i32, BTreeMap<String, (String, String)>) {
        let (code, out, error) = self.run(&["links", "--format", "json"]);
        let report: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{out}{error}"));
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let addresses = report["addresses"].as_array().expect("a list");
        let verdicts = addresses.iter().map(|it| {
            let verdict = (text(&it["verdict"]), text(&it["detail"]));
            (text(&it["address"]), verdict)
        });
        (code, verdicts.collect())
    }

    /// The findings of `check --external`, one line each.
    fn findings(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run(&[&["check", "--format", "short"], arguments].concat())
    }
}

fn everything(asked: &server::Asked) -> Answer {
    match asked.path.as_str() {
        "/ok" | "/errors/404" | "/en-us/doc" | "/en-us/new-doc" | "/" => Answer::status(200),
        "/moved" => Answer::to(301, "/ok"),
        "/moved-twice" => Answer::to(308, "/moved"),
        "/elsewhere" => Answer::to(302, "/ok"),
        "/partly" => Answer::to(301, "/elsewhere"),
        "/gone" => Answer::status(404),
        "/410" => Answer::status(410),
        "/401" => Answer::status(401),
        "/403" => Answer::status(403),
        "/999" => Answer::status(999),
        "/500" => Answer::status(500),
        "/loop" => Answer::to(302, "/loop2"),
        "/loop2" => Answer::to(302, "/loop"),
        "/silent" => Answer::status(200).after(Duration::from_secs(3)),
        "/broken" => Answer::none(),
        "/head-lies" if asked.method == "HEAD" => Answer::status(404),
        "/no-head" if asked.method == "HEAD" => Answer::status(405),
        "/head-lies" | "/no-head" => Answer::page("<p>there"),
        "/page" => Answer::page("<h2 id='there'>x</h2><p>text</p>"),
        "/soft" => Answer::page("<h1>Sorry, page not found</h1>"),
        "/lands" => Answer::to(302, "/errors/404"),
        "/script" => Answer::page("<div id=app></div><script src=a.js></script>"),
        "/doc" => Answer::to(302, "/en-us/doc"),
        "/settled" => Answer::to(301, "/new-doc"),
        "/new-doc" => Answer::to(302, "/en-us/new-doc"),
        "/merged" => Answer::to(301, "/page#there"),
        "/to-home" => Answer::to(301, "/"),
        "/old-doc" | "/fr-fr/old-doc" => Answer::to(301, "/en-us/new-doc"),
        path if path.starts_with("/deep/") => {
            let depth: u32 = path["/deep/".len()..].parse().expect("a number");
            Answer::to(302, &format!("/deep/{}", depth + 1))
        }
        _ => Answer::status(404),
    }
}

#[test]
fn every_answer_has_its_verdict() {
    let server = Server::start(everything);
    let paths = [
        "/ok",
        "/moved",
        "/moved-twice",
        "/elsewhere",
        "/partly",
        "/gone",
        "/410",
        "/401",
        "/403",
        "/999",
        "/500",
        "/loop",
        "/silent",
        "/broken",
        "/head-lies",
        "/no-head",
        "/deep/0",
        "/soft",
        "/lands",
        "/doc",
        "/old-doc",
        "/fr-fr/old-doc",
    ];
    let mut links: Vec<String> = paths.iter().map(|path| server.url(path)).collect();
    let closed = "http://127.0.0.1:9/";
    links.push(closed.to_owned());
    links.push("http://host.invalid/".to_owned());
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let soft = format!(
        "  soft_404:\n  - match: \"{0}*\"\n    text: page not found\n    lands_on: \"*/errors/404\"\n  timeout: 1 s\n",
        server.url("/")
    );
    let site = Site::local(&[&server], &soft, &links);
    site.project.write(
        "polydoc.yml",
        std::fs::read_to_string(site.project.root().join("polydoc.yml"))
            .unwrap()
            .replace("ports: [80,", "ports: [9, 80,")
            .as_bytes(),
    );
    let (code, verdicts) = site.verdicts();
    assert_eq!(code, 1, "broken addresses are errors");
    let of = |path: &str| {
        let url = if path.starts_with('/') {
            server.url(path)
        } else {
            path.to_owned()
        };
        let (verdict, detail) = &verdicts[&url];
        format!("{verdict} {}", detail.replace(&server.url(""), ""))
    };
    for (path, expected) in [
        ("/ok", "ok "),
        ("/moved", "moved /ok"),
        ("/moved-twice", "moved /ok"),
        ("/elsewhere", "redirected /ok"),
        ("/partly", "redirected /ok"),
        ("/gone", "gone 404"),
        ("/410", "gone 410"),
        ("/401", "refused 401"),
        ("/403", "refused 403"),
        ("/999", "refused 999"),
        ("/500", "failing 500"),
        ("/loop", "redirect-loop 2"),
        ("/silent", "timeout "),
        ("/head-lies", "ok "),
        ("/no-head", "ok "),
        ("/deep/0", "redirect-loop 11"),
        ("/soft", "soft-404 the page says `page not found`"),
        ("/lands", "soft-404 it leads to `/errors/404`"),
        ("/doc", "ok "),
        ("/old-doc", "moved /new-doc"),
        ("/fr-fr/old-doc", "moved /fr-fr/new-doc"),
        (closed, "unreachable connection refused"),
    ] {
        assert_eq!(of(path), expected, "{path}");
    }
    assert!(
        of("/broken").starts_with("unreachable "),
        "{}",
        of("/broken")
    );
    // Machines without any name server cannot tell that a name does not exist.
    let nowhere = of("http://host.invalid/");
    assert!(
        nowhere == "no-host " || nowhere == "unreachable its name cannot be resolved now",
        "{nowhere}"
    );
}

#[test]
fn an_address_in_several_languages_is_asked_once_and_reported_at_each_place() {
    let server = Server::start(everything);
    let gone = server.url("/gone");
    let site = Site::local(&[&server], "", &[&gone, &gone]);
    let (code, out, error) = site.findings(&["--external"]);
    assert_eq!(code, 1);
    let lines: Vec<&str> = out
        .lines()
        .filter(|line| line.contains("[dead-link]"))
        .collect();
    assert_eq!(lines.len(), 4, "{out}");
    assert!(lines[0].starts_with("content/en-US/a.md:3:"), "{out}");
    assert!(lines[3].starts_with("content/fr-FR/a.md:5:"), "{out}");
    // `HEAD` says 404, `GET` confirms it.
    assert_eq!(server.count("/gone"), 2);
    assert!(
        error.contains("1 unique of 4 occurrences, 0 from cache"),
        "{error}"
    );
}

#[test]
fn fragments_of_one_page_cost_one_request() {
    let server = Server::start(everything);
    let [there, absent, text, scripted] = [
        "/page#there",
        "/page#absent",
        "/page#:~:text=x",
        "/script#x",
    ]
    .map(|path| server.url(path));
    let site = Site::local(&[&server], "", &[&there, &absent, &text, &scripted]);
    let (code, out, error) = site.findings(&["--external"]);
    assert_eq!(code, 0, "{out}");
    assert_eq!(out.matches("[dead-fragment]").count(), 2, "{out}");
    assert!(out.contains("nothing with the id `absent`"), "{out}");
    assert_eq!(server.count("/page"), 1);
    assert!(
        error.contains(&format!(
            "127.0.0.1:{}: 1 fragment not verified",
            server.port
        )),
        "{error}"
    );
}

#[test]
fn only_definite_failures_fail_a_check_unless_too_many_are_flaky() {
    let server = Server::start(everything);
    let site = Site::local(&[&server], "", &[&server.url("/500"), &server.url("/403")]);
    let (code, out, _) = site.findings(&["--external"]);
    assert_eq!(code, 0, "{out}");
    assert!(
        out.contains("warning[flaky-link]") && out.contains("info[refused-link]"),
        "{out}"
    );
    let (code, ..) = site.findings(&["--external", "--max-flaky", "1"]);
    assert_eq!(code, 0);
    let (code, out, _) = site.findings(&["--external", "--max-flaky", "0"]);
    assert_eq!(code, 1);
    assert!(out.contains("error[too-many-flaky-links]"), "{out}");
}

#[test]
fn tls_failures_are_told_with_their_reason() {
    let [good, expired, other] = [
        Certificate::Good,
        Certificate::Expired,
        Certificate::OtherHost,
    ]
    .map(|certificate| Server::start_tls(certificate, |_| Answer::status(200)));
    let links = [good.url("/"), expired.url("/"), other.url("/")];
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let servers = [&good, &expired, &other];
    let verdict = |site: &Site, server: &Server| site.verdicts().1[&server.url("/")].clone();
    let site = Site::local(&servers, "", &links);
    let untrusted = (
        "tls-failure".to_owned(),
        "the certificate's issuer is not trusted".to_owned(),
    );
    assert_eq!(verdict(&site, &good), untrusted);

    let site = Site::local(&servers, "  authorities: authorities.pem\n", &links);
    let authorities: String = servers
        .iter()
        .filter_map(|server| server.authority.clone())
        .collect();
    site.project
        .write("authorities.pem", authorities.as_bytes());
    let (_, verdicts) = site.verdicts();
    let of = |server: &Server| verdicts[&server.url("/")].clone();
    assert_eq!(of(&good).0, "ok");
    assert_eq!(
        of(&expired),
        (
            "tls-failure".to_owned(),
            "the certificate has expired".to_owned()
        )
    );
    assert_eq!(
        of(&other),
        (
            "tls-failure".to_owned(),
            "the certificate is for another host".to_owned()
        )
    );
}
