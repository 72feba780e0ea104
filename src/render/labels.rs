//! The words that the HTML writer adds to an article, in the language of the frame around it.

use crate::l10n::Argument;
use crate::source::LocaleIndex;
use crate::theme::Theme;

use super::html::{Around, Labels};

/// The writer's words in a locale.
pub(super) fn labels(theme: &Theme, locale: LocaleIndex) -> Labels {
    let text = |id| theme.text(locale, id).to_owned();
    let gap = Around::GAP.to_string();
    let around =
        |id, variable| Around::new(&theme.message(locale, id, &[(variable, Argument::Text(&gap))]));
    Labels {
        note: text("alert-note"),
        tip: text("alert-tip"),
        important: text("alert-important"),
        warning: text("alert-warning"),
        caution: text("alert-caution"),
        permalink: around("heading-permalink", "heading"),
        footnotes: text("footnotes-title"),
        footnote_reference: around("footnote-reference", "number"),
        footnote_back: around("footnote-back", "number"),
        table: text("table-label"),
        video: text("video-link"),
        copy: text("code-copy"),
        copied: text("code-copied"),
        versions: text("versions-title"),
        choice: text("choice-title"),
        task_done: text("task-done"),
        task_open: text("task-open"),
    }
}
