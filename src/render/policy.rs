//! The content security policy that every page works under, in full: nothing is left to a default.

use crate::config::{PolicySettings, Settings};

/// The directives that a page may give itself. Articles hold images as `data:` and from other sites; players are loaded
/// when a reader clicks on a video. Only pages with trusted HTML get what the project lets that do.
pub(super) fn policy(settings: &Settings, trusted: bool) -> String {
    let none = PolicySettings::default();
    let more = if trusted {
        &settings.html.policy
    } else {
        &none
    };
    let sources = |own: &[&str], more: &[String]| {
        let sources = own.iter().copied().chain(more.iter().map(String::as_str));
        sources.fold(String::new(), |all, source| all + " " + source)
    };
    let hosts = settings.appearance.video_hosts.iter();
    let players = hosts.map(|host| format!("https://{host}"));
    let frames: Vec<String> = players.chain(more.frames.iter().cloned()).collect();
    let frames = if frames.is_empty() {
        " 'none'".to_owned()
    } else {
        sources(&[], &frames)
    };
    let own = ["'self'"];
    format!(
        "default-src 'none'; script-src{}; style-src{}; img-src 'self' data: https:; \
         media-src 'self' https:; font-src 'self'; connect-src{}; frame-src{frames}; manifest-src 'self'; \
         worker-src 'none'; object-src 'none'; form-action{}; base-uri 'none'",
        sources(&own, &more.scripts),
        sources(&own, &more.styles),
        sources(&own, &more.connections),
        sources(&own, &more.forms),
    )
}

/// The same with what only a header can say. Hosts send one header for all pages, so it lets through what any page may need; the
/// pages themselves say less.
pub(super) fn header(settings: &Settings) -> String {
    let policy = policy(settings, settings.html.trusts_any());
    format!("{policy}; frame-ancestors 'none'")
}
