//! Which codes of docfx say what a rule says, so that teams that leave it can compare reports.
//!
//! In: the name of a rule. Out: the codes, as docfx v3 has them in its own list of errors (`src/docfx/Errors.cs`),
//! as its Markdown extensions tell them (`invalid-zone`), or as the rules of Learn are called (`h1-missing`). A rule that says
//! what several codes say has all of them; a rule without a match has none.

/// The codes that match a rule, by the rule's name.
static CODES: &[(&str, &[&str])] = &[
    ("address-clash", &["output-path-conflict"]),
    ("broken-fragment", &["bookmark-not-found"]),
    ("broken-image", &["file-not-found"]),
    (
        "broken-include",
        &["include-not-found", "codesnippet-not-found"],
    ),
    ("broken-link", &["file-not-found"]),
    (
        "broken-toc-entry",
        &[
            "file-not-found",
            "toc-not-found",
            "bookmark-not-found",
            "xref-not-found",
        ],
    ),
    ("circular-include", &["circular-reference"]),
    ("circular-redirection", &["circular-redirection"]),
    ("deprecated-metadata", &["attribute-deprecated"]),
    ("duplicate-key", &["yaml-duplicate-key"]),
    (
        "forbidden-scheme",
        &["disallowed-domain", "local-file-path"],
    ),
    ("hard-coded-locale", &["hard-coded-locale"]),
    ("impossible-date", &["date-format-invalid"]),
    (
        "invalid-metadata",
        &[
            "unexpected-type",
            "invalid-value",
            "format-invalid",
            "string-length-invalid",
            "number-invalid",
            "array-length-invalid",
            "array-not-unique",
            "array-contains-failed",
            "property-count-invalid",
            "date-format-invalid",
            "date-out-of-range",
            "precluded-attributes",
            "invalid-paired-attribute",
            "boolean-schema-failed",
            "one-of-failed",
            "not-failed",
            "dependent-schemas-failed",
            "ms-alias-invalid",
        ],
    ),
    ("lost-redirection", &["redirect-url-invalid"]),
    (
        "malformed-directive",
        &[
            "invalid-code",
            "invalid-column",
            "invalid-image",
            "invalid-moniker",
            "invalid-no-loc",
            "invalid-row",
            "invalid-tab-group",
            "invalid-video",
            "invalid-zone",
        ],
    ),
    (
        "malformed-front-matter",
        &["yaml-header-syntax-error", "yaml-header-not-object"],
    ),
    (
        "malformed-redirection",
        &["redirection-invalid", "missing-attribute"],
    ),
    (
        "malformed-repository-file",
        &[
            "json-syntax-error",
            "yaml-syntax-error",
            "violate-schema",
            "glob-pattern-invalid",
        ],
    ),
    (
        "malformed-toc",
        &[
            "yaml-syntax-error",
            "invalid-toc-syntax",
            "invalid-toc-level",
            "invalid-toc-href",
            "invalid-topic-href",
            "circular-reference",
            "output-path-conflict",
        ],
    ),
    ("missing-alt", &["alt-text-missing"]),
    ("missing-heading", &["h1-missing"]),
    (
        "missing-metadata",
        &[
            "missing-attribute",
            "missing-either-attribute",
            "missing-paired-attribute",
        ],
    ),
    ("missing-repository", &["need-restore"]),
    ("outside-site", &["link-out-of-scope"]),
    ("own-absolute-link", &["docs-link-absolute"]),
    ("redirected-file", &["redirected-file-not-removed"]),
    (
        "removed-html",
        &["disallowed-html-tag", "disallowed-html-attribute"],
    ),
    ("repeated-metadata", &["duplicate-attribute"]),
    ("repeated-redirection", &["redirection-conflict"]),
    ("several-first-headings", &["multiple-h1s"]),
    (
        "unclosed-directive",
        &[
            "invalid-moniker",
            "invalid-zone",
            "invalid-row",
            "invalid-column",
            "invalid-image",
        ],
    ),
    ("unknown-metadata", &["unknown-field"]),
    ("unknown-repository-setting", &["unknown-field"]),
    ("unknown-uid", &["xref-not-found"]),
    ("unknown-yaml-page", &["schema-not-found"]),
    ("unpublished-target", &["link-out-of-scope"]),
];

/// The codes that match a rule.
pub fn codes(rule: &str) -> &'static [&'static str] {
    let found = CODES.binary_search_by(|(name, _)| (*name).cmp(rule));
    found.map_or(&[], |at| CODES[at].1)
}

/// The rules that a code matches.
pub fn rules(code: &str) -> impl Iterator<Item = &'static str> {
    CODES
        .iter()
        .filter(move |(_, codes)| codes.contains(&code))
        .map(|(rule, _)| *rule)
}

/// The names of all rules that have a match, sorted.
pub fn matched() -> impl Iterator<Item = &'static str> {
    CODES.iter().map(|(rule, _)| *rule)
}
