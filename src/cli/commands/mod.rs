//! One file per command.

pub(super) mod build;
pub(super) mod changes;
pub(super) mod check;
mod closing;
pub(super) mod completions;
pub(super) mod explain;
pub(super) mod explain_page;
pub(super) mod fix;
pub(super) mod import;
pub(super) mod l10n;
pub(super) mod links;
pub(super) mod man;
pub(super) mod merge;
pub(super) mod mv;
pub(super) mod new;
mod report;
mod report_files;
pub(super) mod rules;
pub(super) mod schema;
pub(super) mod search;
pub(super) mod serve;
pub(super) mod theme;
