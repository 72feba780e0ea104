//! What is asked, and what is not answered.

use super::*;

fn asked(head: &str) -> Result<Option<Request>, Refused> {
    read(head.replace('\n', "\r\n").as_bytes())
}

fn path_of(target: &str) -> Result<String, Refused> {
    let head = format!("GET {target} HTTP/1.1\nHost: localhost\n\n");
    asked(&head).map(|request| request.expect("a whole head").path)
}

fn with(fields: &str) -> Result<Option<Request>, Refused> {
    asked(&format!("GET / HTTP/1.1\n{fields}\n"))
}

#[test]
fn a_path_is_decoded_once_and_never_climbs() {
    assert_eq!(path_of("/a%20b/?q=%2e"), Ok("/a b/".to_owned()));
    assert_eq!(path_of("/%252e%252e/x"), Ok("/%2e%2e/x".to_owned()));
    for odd in [
        "/../x",
        "/%2e%2e/x",
        "/a/%2E./x",
        "/a/..%2f..%2fetc",
        "/a/./b",
        "/a\\..\\b",
        "/..%5cx",
        "/%00",
        "/%c0%ae%c0%ae/",
        "/%zz",
        "/%",
        "/a%0d%0aX:%20y",
        "http://localhost/",
        "*",
        "/a#b",
    ] {
        assert_eq!(path_of(odd), Err(Refused::Malformed), "{odd}");
    }
}

#[test]
fn only_this_machine_is_called_by_its_names() {
    for fine in [
        "localhost",
        "LOCALHOST:4000",
        "127.0.0.1:4000",
        "[::1]:4000",
        "[::1]",
    ] {
        assert!(with(&format!("Host: {fine}\n")).is_ok(), "{fine}");
    }
    for stranger in [
        "evil.example",
        "evil.example:4000",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "localhost:4000@evil.example",
        "localhost:99999",
        "[::1",
        "[::1]x",
        "0x7f.1",
        "",
    ] {
        assert_eq!(
            with(&format!("Host: {stranger}\n")),
            Err(Refused::Stranger),
            "{stranger}"
        );
    }
    assert_eq!(with(""), Err(Refused::Malformed));
    assert_eq!(
        with("Host: localhost\nHost: localhost\n"),
        Err(Refused::Malformed)
    );
}

#[test]
fn pages_of_other_sites_may_link_here_and_nothing_else() {
    let host = "Host: 127.0.0.1:4000\n";
    let from = |more: &str| with(&format!("{host}{more}"));
    assert!(from("Origin: http://127.0.0.1:4000\n").is_ok());
    for origin in [
        "http://evil.example",
        "null",
        "https://127.0.0.1:4000",
        "http://127.0.0.1:4001",
        "http://localhost:4000",
    ] {
        assert_eq!(
            from(&format!("Origin: {origin}\n")),
            Err(Refused::Stranger),
            "{origin}"
        );
    }
    let fetch = |site: &str, mode: &str, dest: &str| {
        from(&format!(
            "Sec-Fetch-Site: {site}\nSec-Fetch-Mode: {mode}\nSec-Fetch-Dest: {dest}\n"
        ))
    };
    assert!(fetch("cross-site", "navigate", "document").is_ok());
    assert!(fetch("same-origin", "cors", "empty").is_ok());
    assert_eq!(
        fetch("cross-site", "navigate", "iframe"),
        Err(Refused::Stranger)
    );
    assert_eq!(
        fetch("cross-site", "no-cors", "script"),
        Err(Refused::Stranger)
    );
    assert_eq!(
        fetch("same-site", "no-cors", "image"),
        Err(Refused::Stranger)
    );
}

#[test]
fn nothing_is_sent_here() {
    let method = |method: &str| asked(&format!("{method} / HTTP/1.1\nHost: localhost\n\n"));
    assert!(method("HEAD").is_ok());
    for other in [
        "POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "TRACE", "get",
    ] {
        assert_eq!(method(other), Err(Refused::Method), "{other}");
    }
    let body = |field: &str| with(&format!("Host: localhost\n{field}\n"));
    assert_eq!(body("Content-Length: 4"), Err(Refused::Body));
    assert_eq!(body("Transfer-Encoding: chunked"), Err(Refused::Body));
    assert!(body("Content-Length: 0").is_ok());
}

#[test]
fn a_head_has_its_bounds() {
    let long = format!("GET /{} HTTP/1.1\n", "x".repeat(LONGEST_HEAD));
    assert_eq!(asked(&long), Err(Refused::TooLong));
    let many = "X: y\n".repeat(100);
    assert_eq!(
        with(&format!("Host: localhost\n{many}")),
        Err(Refused::TooLong)
    );
    assert_eq!(asked("GET / HT"), Ok(None));
    assert_eq!(read(b"GET / HTTP/3.0\r\n\r\n"), Err(Refused::Version));
    assert_eq!(read(b"\x16\x03\x01\x02\x00"), Err(Refused::Malformed));
}

mod any {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = read(&bytes);
        }

        #[test]
        fn whatever_is_asked_the_path_stays_below_the_root(
            target in "(/|%2e|%2F|\\.|%5c|\\\\|%00|%25|a|\\?|é){0,12}"
        ) {
            if let Ok(path) = path_of(&format!("/{target}")) {
                prop_assert!(path.starts_with('/'));
                let climbs = path.split(['/', '\\']).any(|name| name == ".." || name == ".");
                prop_assert!(!climbs && !path.contains('\0'));
            }
        }
    }
}
