//! The registry: every rule, sorted by name. One file per rule; a test reads the folder, so none can be forgotten.

use super::context::{ArticleContext, DocumentContext, SiteContext, SuppressionContext};
use crate::diagnostics::{Rule, Sink};

mod address_clash;
mod bad_url;
mod broken_fragment;
mod broken_image;
mod broken_link;
mod broken_toc_entry;
mod byte_order_mark;
mod contradicting_locale;
mod duplicate_anchor;
mod duplicate_key;
mod duplicate_title;
mod empty_link;
mod empty_target;
mod forbidden_scheme;
mod front_matter_too_large;
mod future_date;
mod impossible_date;
mod invalid_utf8;
mod link_not_followed;
mod malformed_front_matter;
mod malformed_toc;
mod missing_alt;
mod missing_heading;
mod missing_reference;
mod missing_title;
mod no_base_url;
mod nul_character;
mod odd_alert;
mod other_docset;
mod outside_site;
mod removed_html;
mod several_first_headings;
mod suppression_without_reason;
mod too_deep;
mod too_large;
mod unbalanced_html;
mod unknown_alert;
mod unknown_folder;
mod unknown_suppression;
mod unknown_tag;
mod unplaceable_name;
mod unpublished_target;
mod unreadable_file;
mod unused_suppression;
mod wrong_case;

/// What may be said, and how it is found.
#[derive(Debug)]
pub(super) struct Entry {
    /// Name, level and page.
    pub rule: Rule,
    /// How it is found.
    pub check: Check,
}

/// How a rule looks, hence how much it sees and what its findings may depend on.
#[derive(Debug)]
pub(super) enum Check {
    /// At one file alone.
    Document(fn(&DocumentContext<'_>, &mut Sink<'_>)),
    /// At one article, with the site around it.
    Article(fn(&ArticleContext<'_>, &mut Sink<'_>)),
    /// At the site, once.
    Site(fn(&SiteContext<'_>, &mut Sink<'_>)),
    /// At the allowances of one file, when all others have looked. What it finds cannot be allowed in its place.
    Suppressions(fn(&SuppressionContext<'_>, &mut Sink<'_>)),
}

/// All rules, sorted by name.
pub(super) static ALL: &[&Entry] = &[
    &address_clash::RULE,
    &bad_url::RULE,
    &broken_fragment::RULE,
    &broken_image::RULE,
    &broken_link::RULE,
    &broken_toc_entry::RULE,
    &byte_order_mark::RULE,
    &contradicting_locale::RULE,
    &duplicate_anchor::RULE,
    &duplicate_key::RULE,
    &duplicate_title::RULE,
    &empty_link::RULE,
    &empty_target::RULE,
    &forbidden_scheme::RULE,
    &front_matter_too_large::RULE,
    &future_date::RULE,
    &impossible_date::RULE,
    &invalid_utf8::RULE,
    &link_not_followed::RULE,
    &malformed_front_matter::RULE,
    &malformed_toc::RULE,
    &missing_alt::RULE,
    &missing_heading::RULE,
    &missing_reference::RULE,
    &missing_title::RULE,
    &no_base_url::RULE,
    &nul_character::RULE,
    &odd_alert::RULE,
    &other_docset::RULE,
    &outside_site::RULE,
    &removed_html::RULE,
    &several_first_headings::RULE,
    &suppression_without_reason::RULE,
    &too_deep::RULE,
    &too_large::RULE,
    &unbalanced_html::RULE,
    &unknown_alert::RULE,
    &unknown_folder::RULE,
    &unknown_suppression::RULE,
    &unknown_tag::RULE,
    &unplaceable_name::RULE,
    &unpublished_target::RULE,
    &unreadable_file::RULE,
    &unused_suppression::RULE,
    &wrong_case::RULE,
];
