//! Whom a stranger's article cannot make us ask, however the address is spelled.

use super::Site;
use std::net::{Ipv6Addr, TcpListener};

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
        "0177.1",
        "0x7F.0x0.0x0.0x1",
        "0x7f.000.0.01",
        "127.000.000.001",
        "00000000177.0.0.1",
        "127.0.0.1\u{3002}",
        "１２７.0.0.1",
        "127\u{ad}.0.0.1",
        "127\u{200b}.0.0.1",
        "localhost.",
        "loc%61lhost",
        "ｌｏｃａｌｈｏｓｔ",
        "[0:0:0:0:0:0:0:1]",
        "[0000::0001]",
        "[::ffff:0:127.0.0.1]",
        "[64:ff9b:1::7f00:1]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:a9fe:a9fe::]",
        "[2001:0:7f00:1::1]",
        "[2001:db8::5efe:127.0.0.1]",
        "[::1%25lo]",
        "[fe80::1%25eth0]",
        "[ff02::1]",
        "192.0.0.192",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "100.64.0.1",
        "168.63.129.16",
    ];
    let links: Vec<String> = hosts
        .iter()
        .map(|host| format!("http://{host}:{port}/"))
        .collect();
    // What stands around the host, and what it might be taken for.
    let around = [
        format!("http:127.0.0.1:{port}/"),
        format!("http:/127.0.0.1:{port}/"),
        format!("http:///127.0.0.1:{port}/"),
        format!("http:\\\\127.0.0.1:{port}/"),
        format!("//127.0.0.1:{port}/"),
        format!("HTTP://127.0.0.1:{port}/"),
        format!("http://docs.example.com@127.0.0.1:{port}/"),
        format!("http://127.0.0.1:{port}#@docs.example.com/"),
        format!("http://127.0.0.1:{port}\\@docs.example.com/"),
        format!("http://127.0.0.1:0{port}/"),
        format!("https://127.0.0.1:{port}/"),
    ];
    let links: Vec<&str> = links.iter().chain(&around).map(String::as_str).collect();
    // The same port of IPv6, on machines that have it.
    let v6 = TcpListener::bind((Ipv6Addr::LOCALHOST, port)).ok();
    let site = Site::new(&format!("  ports: [{port}]\n  timeout: 2 s\n"), &links);
    let (_, verdicts) = site.verdicts();
    assert_eq!(server.connections(), 0, "{verdicts:?}");
    if let Some(listener) = v6 {
        listener.set_nonblocking(true).unwrap();
        assert!(listener.accept().is_err(), "{verdicts:?}");
    }
    assert!(verdicts.len() > 30, "{verdicts:?}");
    for (address, (verdict, detail)) in &verdicts {
        // Not every machine knows `localhost.` with a dot.
        let is_unknown = address.contains("//localhost.:") && verdict == "no-host";
        assert!(
            is_unknown || verdict == "forbidden",
            "{address}: {verdict} {detail}"
        );
    }
    let (_, out, _) = site.findings(&["--external"]);
    assert!(out.contains("warning[private-address]"), "{out}");
}

#[test]
fn a_redirect_cannot_lead_where_a_link_may_not() {
    let inner = Server::start(|_| Answer::status(200));
    let target = format!("http://127.0.0.2:{}/", inner.port);
    let odd = [
        "0x7f.2",
        "2130706434",
        "0177.0.0.2",
        "[::ffff:127.0.0.2]",
        "127。0。0。2",
    ];
    let port = inner.port;
    let outer = Server::start(move |asked| match asked.path.as_str() {
        "/network" => Answer::to(302, &target),
        "/rooted" => Answer::to(301, &format!("//127.0.0.2:{port}/")),
        "/chain/5" => Answer::to(307, &target),
        path if path.starts_with("/chain/") => {
            let hop: u32 = path["/chain/".len()..].parse().expect("a number");
            Answer::to(302, &format!("/chain/{}", hop + 1))
        }
        path if path.starts_with("/odd/") => {
            let at: usize = path["/odd/".len()..].parse().expect("a number");
            Answer::to(308, &format!("http://{}:{port}/", odd[at]))
        }
        "/user" => Answer::to(302, "http://me:pass@127.0.0.1/"),
        "/port" => Answer::to(302, "http://127.0.0.1:22/"),
        _ => Answer::to(302, "file:///etc/passwd"),
    });
    let links = [
        "/network", "/user", "/port", "/scheme", "/rooted", "/chain/1", "/chain/4", "/chain/5",
        "/odd/0", "/odd/1", "/odd/2", "/odd/3", "/odd/4",
    ]
    .map(|path| outer.url(path));
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

#[test]
fn the_name_of_this_machine_does_not_lead_to_it() {
    let Ok(name) = std::fs::read_to_string("/proc/sys/kernel/hostname") else {
        println!("skipped: the name of this machine is not known");
        return;
    };
    let server = Server::start(|_| Answer::status(200));
    let link = format!("http://{}:{}/", name.trim(), server.port);
    let site = Site::new(
        &format!("  ports: [{}]\n  timeout: 2 s\n", server.port),
        &[&link],
    );
    let (_, verdicts) = site.verdicts();
    assert_eq!(server.connections(), 0, "{verdicts:?}");
    for (verdict, detail) in verdicts.values() {
        // Not every machine finds its own name.
        let is_right = ["forbidden", "no-host", "unreachable"].contains(&verdict.as_str());
        assert!(is_right, "{verdict} {detail}");
    }
}

#[test]
fn an_answer_that_never_ends_is_cut_off() {
    // Each waits a day: longer than any address may take, and more than numbers hold.
    let server = Server::start(|asked| match asked.path.as_str() {
        "/day" => Answer::status(503).header("Retry-After", "86400"),
        "/ever" => Answer::status(429).header("Retry-After", "99999999999999999999999999"),
        "/most" => Answer::status(429)
            .header("Retry-After", u64::MAX.to_string())
            .after(std::time::Duration::from_millis(1100)),
        _ => Answer::status(429).header("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"),
    });
    let links = ["/day", "/ever", "/most", "/date"].map(|path| server.url(path));
    let links: Vec<&str> = links.iter().map(String::as_str).collect();
    let (code, verdicts) = Site::local(&[&server], "", &links).verdicts();
    assert_eq!(code, 0);
    let of = |path: &str| verdicts[&server.url(path)].0.as_str();
    assert_eq!(of("/day"), "failing");
    for path in ["/ever", "/most", "/date"] {
        assert_eq!(of(path), "refused", "{path}");
    }
}
