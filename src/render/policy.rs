//! The content security policy that every page works under, in full: nothing is left to a default.

use crate::config::Settings;

/// The directives that a page may give itself. Articles hold images as `data:` and from other sites; players are loaded
/// when a reader clicks on a video.
pub(super) fn policy(settings: &Settings) -> String {
    let hosts = &settings.appearance.video_hosts;
    let frames: String = if hosts.is_empty() {
        " 'none'".to_owned()
    } else {
        hosts.iter().flat_map(|host| [" https://", host]).collect()
    };
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; \
         media-src 'self' https:; font-src 'self'; connect-src 'self'; frame-src{frames}; manifest-src 'self'; \
         worker-src 'none'; object-src 'none'; form-action 'self'; base-uri 'none'"
    )
}

/// The same with what only a header can say.
pub(super) fn header(settings: &Settings) -> String {
    format!("{}; frame-ancestors 'none'", policy(settings))
}
