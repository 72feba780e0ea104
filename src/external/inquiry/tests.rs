//! Inquiries against an exchange that answers from a list.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Mutex;

use super::*;

/// A status and perhaps where to go, or none.
type Scripted = Result<(u16, Option<&'static str>), Trouble>;

/// Answers in order, and remembers what was asked.
struct Script {
    answers: Mutex<VecDeque<Scripted>>,
    asked: Mutex<Vec<(Method, String)>>,
}

impl Exchange for Script {
    fn send(&self, request: Request<'_>) -> Result<Reply, Trouble> {
        let asked = (request.method, request.url.to_owned());
        self.asked.lock().expect("no panic").push(asked);
        let answer = self.answers.lock().expect("no panic").pop_front();
        let (status, location) = answer.expect("as many answers as requests")?;
        Ok(Reply {
            status,
            location: location.map(str::to_owned),
            retry_after: None,
            media_type: None,
            body: Box::new(&b"<p id=x>some text</p>"[..]),
        })
    }
}

fn ask(
    url: &str,
    answers: impl IntoIterator<Item = Scripted>,
) -> (Reachability, Vec<(Method, String)>) {
    let script = Script {
        answers: Mutex::new(answers.into_iter().collect()),
        asked: Mutex::new(Vec::new()),
    };
    let external = External::default();
    let rules = Rules {
        external: &external,
        today: Date::new(2026, 11, 25).expect("a day"),
    };
    let address = Address::read(url).expect("an address");
    let fragments = address.fragment.clone().into_iter().collect();
    let inquiry = RefCell::new(Some(Inquiry::new(address, fragments, &external)));
    loop {
        let next = inquiry.take().expect("one inquiry").step(&script, rules);
        match next {
            Next::Known(_, known) | Next::KnownWithoutHttps(_, known) => {
                return (known, script.asked.into_inner().expect("no panic"));
            }
            Next::Ask { inquiry: next, .. } => drop(inquiry.replace(Some(*next))),
        }
    }
}

fn verdict(url: &str, answers: impl IntoIterator<Item = Scripted>) -> Verdict {
    ask(url, answers).0.verdict
}

#[test]
fn a_page_is_not_fetched_when_its_head_is_enough() {
    let (known, asked) = ask("https://a.example/x", [Ok((200, None))]);
    assert_eq!(known.verdict, Verdict::Answers);
    assert_eq!(asked, [(Method::Head, "https://a.example/x".to_owned())]);
}

#[test]
fn a_fragment_is_looked_for_in_the_page() {
    let (known, asked) = ask("https://a.example/x#x", [Ok((200, None))]);
    assert_eq!(asked[0].0, Method::Get);
    assert_eq!(known.fragments["x"], FragmentFound::Present);
}

#[test]
fn a_head_that_says_no_is_not_believed() {
    for status in [400, 403, 404, 405, 500, 501] {
        let found = verdict("https://a.example/", [Ok((status, None)), Ok((200, None))]);
        assert_eq!(found, Verdict::Answers, "{status}");
    }
}

#[test]
fn what_may_pass_is_asked_again_and_then_given_up() {
    let troubles = || [(); 3].map(|()| Err(Trouble::Silent));
    assert_eq!(verdict("https://a.example/", troubles()), Verdict::Silent);
    let recovers = [Err(Trouble::Silent), Ok((200, None))];
    assert_eq!(verdict("https://a.example/", recovers), Verdict::Answers);
}

#[test]
fn a_redirect_that_only_adds_a_language_is_none() {
    let hops = |to| [Ok((301, Some(to))), Ok((200, None))];
    let found = verdict("https://a.example/doc", hops("/en-us/doc"));
    assert_eq!(found, Verdict::Answers);
    let Verdict::Moved { to, .. } = verdict("https://a.example/fr-fr/doc", hops("/en-us/new"))
    else {
        panic!("it moved");
    };
    assert_eq!(&*to, "https://a.example/fr-fr/new");
}

#[test]
fn an_address_of_http_is_asked_over_https_too() {
    let (known, asked) = ask("http://a.example/", [Ok((200, None)), Ok((200, None))]);
    assert!(known.answers_on_https);
    assert_eq!(asked[1], (Method::Head, "https://a.example/".to_owned()));
    let (known, _) = ask("http://a.example/", [Ok((200, None)), Err(Trouble::Silent)]);
    assert!(!known.answers_on_https && known.verdict == Verdict::Answers);
    let upgrade = [Ok((301, Some("https://a.example/"))), Ok((200, None))];
    assert!(ask("http://a.example/", upgrade).0.answers_on_https);
}

#[test]
fn secrets_are_sent_to_their_host_alone_and_never_unencrypted() {
    let external = External {
        headers: vec![crate::config::HostHeader {
            host: "a.example".to_owned(),
            name: "Authorization".to_owned(),
            variable: "TOKEN".to_owned(),
        }],
        secrets: [("TOKEN".to_owned(), crate::config::Secret("s".to_owned()))].into(),
        ..External::default()
    };
    let sent = |url| headers_for(url, &external).len();
    assert_eq!(sent("https://a.example/x"), 1);
    for other in [
        "http://a.example/x",
        "https://b.example/",
        "https://a.example.org/",
        "https://a.example:8443/",
    ] {
        assert_eq!(sent(other), 0, "{other}");
    }
}
