//! Whom a stranger's article cannot make us ask, however the address is spelled.

use super::Site;
use super::server::{Answer, Server};

#[test]
fn no_spelling_of_a_private_address_is_asked() {
    let server = Server::start(|_| Answer::status(200));
    let port = server.port;
    let hosts = [
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "0x7f.1",
        "0x7f000001",
        "0177.0.0.1",
        "017700000001",
        "2130706433",
        "0",
        "0.0.0.0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "localhost",
        "LOCALHOST",
        "127。0。0。1",
        "①②⑦.⓪.⓪.①",
        "%31%32%37.0.0.1",
        "127.0.0.1.",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "[fd00:ec2::254]",
        "100.100.100.200",
        "[fe80::1]",
    ];
    let links: Vec<String> = hosts
        .iter()
        .map(|host| format!("http://{host}:{port}/"))
        .collect();
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::new(&format!("  ports: [{port}]\n  timeout: 2 s\n"), &links);
    let (_, verdicts) = site.verdicts();
    assert_eq!(server.connections(), 0, "{verdicts:?}");
    assert!(verdicts.len() > 15, "{verdicts:?}");
    for (address, (verdict, detail)) in &verdicts {
        assert_eq!(verdict, "forbidden", "{address}: {detail}");
    }
    let (code, out, _) = site.findings(&["--external"]);
    assert_eq!(code, 0);
    assert!(out.contains("warning[private-address]"), "{out}");
}

#[test]
fn a_redirect_cannot_lead_where_a_link_may_not() {
    let inner = Server::start(|_| Answer::status(200));
    let target = format!("http://127.0.0.2:{}/", inner.port);
    let outer = Server::start(move |asked| match asked.path.as_str() {
        "/network" => Answer::to(302, &target),
        "/user" => Answer::to(302, "http://me:pass@127.0.0.1/"),
        "/port" => Answer::to(302, "http://127.0.0.1:22/"),
        _ => Answer::to(302, "file:///etc/passwd"),
    });
    let links = ["/network", "/user", "/port", "/scheme"].map(|path| outer.url(path));
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let settings = format!(
        "  allow: [127.0.0.1]\n  ports: [80, {}, {}]\n",
        outer.port, inner.port
    );
    let site = Site::new(&settings, &links);
    let (_, verdicts) = site.verdicts();
    assert_eq!(inner.connections(), 0);
    for link in links {
        let (verdict, detail) = &verdicts[link];
        assert_eq!(verdict, "forbidden", "{link}: {detail}");
        assert!(!detail.contains("pass@"), "{detail}");
    }
}

#[test]
fn users_and_other_ports_are_not_asked() {
    let server = Server::start(|_| Answer::status(200));
    let port = server.port;
    let links = [
        format!("http://me:secret@127.0.0.1:{port}/"),
        "http://127.0.0.1:25/".to_owned(),
    ];
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let site = Site::local(&[&server], "", &links);
    let (_, verdicts) = site.verdicts();
    assert_eq!(server.connections(), 0);
    let reasons: Vec<&str> = verdicts
        .values()
        .map(|(_, detail)| detail.as_str())
        .collect();
    assert_eq!(
        reasons,
        [
            "port 25 is not among `external.ports`",
            "it holds a user name or password"
        ]
    );
}
