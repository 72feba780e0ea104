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
    plain("feed-title"),
    plain("code-copy"),
    plain("code-copied"),
    plain("versions-title"),
    plain("choice-title"),
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
    // The scripts of search, which get all messages that begin so. Those of a filter and its values are optional, by the
    // key: `search-filter-ms-service`, `search-value-ms-translationtype-mt`.
    plain("search-title"),
    plain("search-results-label"),
    UsedMessage {
        id: "search-count",
        variables: &["count"],
    },
    UsedMessage {
        id: "search-all",
        variables: &["count"],
    },
    plain("search-more"),
    UsedMessage {
        id: "search-none",
        variables: &["query"],
    },
    plain("search-none-hint"),
    UsedMessage {
        id: "search-corrected",
        variables: &["query"],
    },
    UsedMessage {
        id: "search-other-language",
        variables: &["count", "language"],
    },
    plain("search-recent"),
    plain("search-recent-clear"),
    plain("search-close"),
    plain("search-prompt"),
    plain("search-loading"),
    plain("search-failed"),
    plain("search-retry"),
    plain("search-filters"),
    plain("search-filters-clear"),
    plain("search-filters-all"),
    plain("search-filter-ms-service"),
    plain("search-filter-ms-topic"),
    plain("search-filter-ms-collection"),
    plain("search-filter-ms-translationtype"),
    plain("search-value-ms-translationtype-mt"),
    plain("search-value-ms-translationtype-ht"),
    plain("external-title"),
    plain("status-title"),
    plain("status-language"),
    plain("status-share"),
    plain("status-stale"),
    plain("status-missing"),
    plain("status-machine"),
    plain("status-articles"),
];
