//! The outputs that `outputs:` switches on and off.

/// The names of the outputs that can be switched on and off; a test compares them with `render::OUTPUTS`.
pub static OUTPUTS: &[&str] = &[
    "search",
    "sitemap",
    "robots",
    "redirects",
    "not_found",
    "language_page",
    "translation_status",
    "external_links",
    "feed",
    "headers",
    "llms",
    "markdown",
    "web_manifest",
    "contents",
];
