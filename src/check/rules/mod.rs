//! The registry: every rule, sorted by name. One file per rule; a test reads the folder, so none can be forgotten.

use super::context::{
    AddressContext, ArticleContext, DocumentContext, PagesContext, SiteContext, SuppressionContext,
    TranslationsContext,
};
use crate::diagnostics::{Rule, Sink};

mod accidental_code;
mod address_clash;
mod altered_name;
mod bad_url;
mod bidi_control;
mod borrowed_words;
mod broken_fragment;
mod broken_hreflang;
mod broken_image;
mod broken_include;
mod broken_link;
mod broken_page_link;
mod broken_toc_entry;
mod byte_order_mark;
mod circular_include;
mod circular_redirection;
mod contradicting_locale;
mod control_character;
mod dead_fragment;
mod dead_link;
mod deprecated_metadata;
mod duplicate_anchor;
mod duplicate_heading;
mod duplicate_key;
mod duplicate_page_id;
mod duplicate_title;
mod empty_link;
mod empty_target;
mod expired_ignore;
mod flaky_link;
mod forbidden_scheme;
mod front_matter_too_large;
mod future_date;
mod glued_link;
mod hard_coded_locale;
mod idle_attribute;
mod image_elsewhere;
mod impossible_date;
mod insecure_link;
mod invalid_metadata;
mod invalid_utf8;
mod invisible_in_name;
mod invisible_in_target;
mod large_image;
mod link_not_followed;
mod literal_emphasis;
mod lost_in_translation;
mod lost_redirection;
mod malformed_directive;
mod malformed_front_matter;
mod malformed_redirect;
mod malformed_redirection;
mod malformed_repository_file;
mod malformed_toc;
mod missing_alt;
mod missing_anchor;
mod missing_heading;
mod missing_metadata;
mod missing_reference;
mod missing_repository;
mod missing_term;
mod missing_title;
mod mixed_line_ends;
mod moved_link;
mod no_base_url;
mod nul_character;
mod odd_alert;
mod orphan_page;
mod orphan_translation;
mod other_docset;
mod other_locale_link;
mod outside_site;
mod own_absolute_link;
mod page_without_language;
mod private_address;
mod redirected_file;
mod redirected_target;
mod refused_link;
mod removed_html;
mod repeated_metadata;
mod repeated_redirection;
mod several_first_headings;
mod similar_key;
mod skipped_heading_level;
mod spaced_link;
mod stale_translation;
mod suppression_without_reason;
mod tls_failure;
mod too_deep;
mod too_large;
mod too_many_flaky_links;
mod translated_key;
mod unbalanced_html;
mod unbalanced_page;
mod unclosed_directive;
mod unknown_alert;
mod unknown_directive;
mod unknown_folder;
mod unknown_metadata;
mod unknown_repository_setting;
mod unknown_suppression;
mod unknown_tag;
mod unknown_uid;
mod unknown_yaml_page;
mod unpadded_date;
mod unplaceable_name;
mod unpublished_target;
mod unreadable_file;
mod untranslated_term;
mod unused_image;
mod unused_suppression;
mod wrong_case;
mod wrong_language;

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
    /// At one work in all its languages.
    Translations(fn(&TranslationsContext<'_>, &mut Sink<'_>)),
    /// At one place that leads to another site, with what that site answered.
    Address(fn(&AddressContext<'_>, &mut Sink<'_>)),
    /// At the site, once.
    Site(fn(&SiteContext<'_>, &mut Sink<'_>)),
    /// At the rendered pages, once; only when they are rendered to be judged.
    Pages(fn(&PagesContext<'_>, &mut Sink<'_>)),
    /// At the allowances of one file, when all others have looked. What it finds cannot be allowed in its place.
    Suppressions(fn(&SuppressionContext<'_>, &mut Sink<'_>)),
}

/// All rules, sorted by name.
pub(super) static ALL: &[&Entry] = &[
    &accidental_code::RULE,
    &address_clash::RULE,
    &altered_name::RULE,
    &bad_url::RULE,
    &bidi_control::RULE,
    &borrowed_words::RULE,
    &broken_fragment::RULE,
    &broken_hreflang::RULE,
    &broken_image::RULE,
    &broken_include::RULE,
    &broken_link::RULE,
    &broken_page_link::RULE,
    &broken_toc_entry::RULE,
    &byte_order_mark::RULE,
    &circular_include::RULE,
    &circular_redirection::RULE,
    &contradicting_locale::RULE,
    &control_character::RULE,
    &dead_fragment::RULE,
    &dead_link::RULE,
    &deprecated_metadata::RULE,
    &duplicate_anchor::RULE,
    &duplicate_heading::RULE,
    &duplicate_key::RULE,
    &duplicate_page_id::RULE,
    &duplicate_title::RULE,
    &empty_link::RULE,
    &empty_target::RULE,
    &expired_ignore::RULE,
    &flaky_link::RULE,
    &forbidden_scheme::RULE,
    &front_matter_too_large::RULE,
    &future_date::RULE,
    &glued_link::RULE,
    &hard_coded_locale::RULE,
    &idle_attribute::RULE,
    &image_elsewhere::RULE,
    &impossible_date::RULE,
    &insecure_link::RULE,
    &invalid_metadata::RULE,
    &invalid_utf8::RULE,
    &invisible_in_name::RULE,
    &invisible_in_target::RULE,
    &large_image::RULE,
    &link_not_followed::RULE,
    &literal_emphasis::RULE,
    &lost_in_translation::RULE,
    &lost_redirection::RULE,
    &malformed_directive::RULE,
    &malformed_front_matter::RULE,
    &malformed_redirect::RULE,
    &malformed_redirection::RULE,
    &malformed_repository_file::RULE,
    &malformed_toc::RULE,
    &missing_alt::RULE,
    &missing_anchor::RULE,
    &missing_heading::RULE,
    &missing_metadata::RULE,
    &missing_reference::RULE,
    &missing_repository::RULE,
    &missing_term::RULE,
    &missing_title::RULE,
    &mixed_line_ends::RULE,
    &moved_link::RULE,
    &no_base_url::RULE,
    &nul_character::RULE,
    &odd_alert::RULE,
    &orphan_page::RULE,
    &orphan_translation::RULE,
    &other_docset::RULE,
    &other_locale_link::RULE,
    &outside_site::RULE,
    &own_absolute_link::RULE,
    &page_without_language::RULE,
    &private_address::RULE,
    &redirected_file::RULE,
    &redirected_target::RULE,
    &refused_link::RULE,
    &removed_html::RULE,
    &repeated_metadata::RULE,
    &repeated_redirection::RULE,
    &several_first_headings::RULE,
    &similar_key::RULE,
    &skipped_heading_level::RULE,
    &spaced_link::RULE,
    &stale_translation::RULE,
    &suppression_without_reason::RULE,
    &tls_failure::RULE,
    &too_deep::RULE,
    &too_large::RULE,
    &too_many_flaky_links::RULE,
    &translated_key::RULE,
    &unbalanced_html::RULE,
    &unbalanced_page::RULE,
    &unclosed_directive::RULE,
    &unknown_alert::RULE,
    &unknown_directive::RULE,
    &unknown_folder::RULE,
    &unknown_metadata::RULE,
    &unknown_repository_setting::RULE,
    &unknown_suppression::RULE,
    &unknown_tag::RULE,
    &unknown_uid::RULE,
    &unknown_yaml_page::RULE,
    &unpadded_date::RULE,
    &unplaceable_name::RULE,
    &unpublished_target::RULE,
    &unreadable_file::RULE,
    &untranslated_term::RULE,
    &unused_image::RULE,
    &unused_suppression::RULE,
    &wrong_case::RULE,
    &wrong_language::RULE,
];
