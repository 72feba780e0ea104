//! What makes a page live: the script that is added to it, the events that the script listens to, and the page that stands in for one
//! that cannot be made. The script is a file of its own, so that pages work under the policy they are published with.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;

use crate::failure::Failure;

use super::reply::{Reply, SAFETY};
use super::{Bounded, Preview};

/// Where events are told.
pub(super) const EVENTS: &str = "/.polydoc/events";

/// How often a word is sent while nothing happens, so that connections that are gone are noticed.
const PULSE: Duration = Duration::from_secs(10);

/// The files of the preview by name.
pub(super) fn asset(name: &str) -> Option<&'static str> {
    match name {
        "live.js" => Some(include_str!("assets/live.js")),
        "panel.js" => Some(include_str!("assets/panel.js")),
        "side.js" => Some(include_str!("assets/side.js")),
        "side.css" => Some(include_str!("assets/side.css")),
        "failure.css" => Some(include_str!("assets/failure.css")),
        _ => None,
    }
}

/// A page with the script, and with what tells its versions apart; anything else as it is.
pub(super) fn added(mut reply: Reply) -> Reply {
    let Some(version) = reply.version() else {
        return reply;
    };
    let more = format!(
        "<meta name=\"polydoc-preview\" content=\"{version}\">\n<script type=\"module\" src=\"/.polydoc/live.js\"></script>\n"
    );
    let at = memchr::memmem::find(&reply.body, b"</head>").unwrap_or(reply.body.len());
    reply.body.splice(at..at, more.into_bytes());
    reply
}

/// Tells of every change until nobody listens any more.
pub(super) fn tell(preview: &Preview, stream: &TcpStream) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 200 OK\r\n{SAFETY}Content-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 250\n\n"
    );
    Bounded::new(stream, 0).write_all(head.as_bytes())?;
    let mut known = preview.workspace.revision();
    let mut text = event(known);
    loop {
        let mut out = Bounded::new(stream, 0);
        out.write_all(text.as_bytes())?;
        out.flush()?;
        let now = preview.workspace.wait(known, PULSE);
        text = if now == known {
            ":\n\n".to_owned()
        } else {
            event(now)
        };
        known = now;
    }
}

/// A change as the script hears of it.
fn event(revision: u64) -> String {
    format!("data: {}\n\n", json!({ "revision": revision }))
}

/// A failure as the script shows it.
pub(super) fn failure_shape(failure: &Failure) -> serde_json::Value {
    json!({
        "message": failure.message,
        "cause": failure.cause,
        "hints": failure.hints,
    })
}

/// A page that shows a failure.
pub(super) fn failure_page(failure: &Failure) -> String {
    let mut main = format!("<pre>{}</pre>\n", escaped(&failure.message));
    for more in failure.cause.iter().chain(&failure.hints) {
        let _ = writeln!(main, "<p>{}</p>", escaped(more));
    }
    main.push_str("<p>It is tried again as soon as a file changes.</p>\n");
    page_instead("This page cannot be made", &main)
}

/// A page for those who come while the site is read.
pub(super) fn waiting_page() -> String {
    page_instead(
        "The site is being read",
        "<p>The page is shown as soon as that is done.</p>\n",
    )
}

/// A page of the preview in the place of one of the site.
fn page_instead(title: &str, main: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"/.polydoc/failure.css\">\n</head>\n\
         <body class=\"polydoc-failure\">\n<main>\n<h1>{title}</h1>\n{main}</main>\n</body>\n</html>\n"
    )
}

/// A text without meaning in HTML.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
