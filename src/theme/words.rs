//! The messages that Rust code shows, beside those of templates: so that they are checked when a theme is loaded, and a
//! test can find messages that nobody uses.

/// A message and the variables its users give.
pub struct UsedMessage {
    /// Its id.
    pub id: &'static str,
    /// The variables.
    pub variables: &'static [&'static str],
}

const fn plain(id: &'static str) -> UsedMessage {
    UsedMessage { id, variables: &[] }
}

/// All of them. [`super::Theme::text`] takes those without variables, [`super::Theme::message`] all.
pub const USED_BY_CODE: &[UsedMessage] = &[
    // The HTML writer.
    plain("alert-note"),
    plain("alert-tip"),
    plain("alert-important"),
    plain("alert-warning"),
    plain("alert-caution"),
    UsedMessage {
        id: "heading-permalink",
        variables: &["heading"],
    },
    plain("footnotes-title"),
    UsedMessage {
        id: "footnote-reference",
        variables: &["number"],
    },
    UsedMessage {
        id: "footnote-back",
        variables: &["number"],
    },
    plain("video-link"),
    plain("table-label"),
    plain("task-done"),
    plain("task-open"),
    // The views.
    UsedMessage {
        id: "document-title",
        variables: &["page", "site"],
    },
    plain("home-title"),
    plain("not-found-title"),
    plain("languages-title"),
    plain("redirect-title"),
    plain("group-other"),
    plain("status-title"),
    plain("status-language"),
    plain("status-share"),
    plain("status-stale"),
    plain("status-missing"),
    plain("status-machine"),
    plain("status-articles"),
];
