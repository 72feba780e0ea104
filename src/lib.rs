//! polydoc builds documentation in many languages: a folder of Markdown becomes one static site.
//!
//! # The story
//!
//! | step | entry | takes | gives |
//! |---|---|---|---|
//! | 1 discover | [`discover::discover`] | a folder | `Sources`: every file with its kind, locale, size and time |
//! | 2 parse | `parse::parse` | one text | one `Document`: facts with their places, and defects; never fails |
//! | 3 catalogue | [`catalogue::assemble`] | all documents | one `Site`: articles, pages, addresses, links with their meaning |
//! | 4 check | [`check`] | documents, articles, the site | `Diagnostic`s, sorted |
//! | 5 render | `render` | one page, locale or site | `Artifact`s: bytes with a path |
//! | 6 publish | `publish` | artifacts as they come | the output folder, replaced as a whole |
//!
//! `pipeline` tells it in this order and is the file to open next; then [`model`], the nouns; then one rule of `check::rules`
//! with its page in `content/en-US/reference/rules`.
//!
//! # Who may depend on whom
//!
//! A module names only modules on earlier lines, never a neighbour on its own. `tests/it/architecture.rs` reads this table.
//!
//! ```text
//! 1  source · failure
//! 2  fs · l10n · diagnostics
//! 3  model · git
//! 4  schema
//! 5  config
//! 6  markup · theme
//! 7  discover · parse
//! 8  catalogue
//! 9  translation
//! 10 check · search
//! 11 render
//! 12 publish · external
//! 13 pipeline
//! 14 workspace
//! 15 serve · lsp
//! 16 cli
//! ```
//!
//! # Invariants
//!
//! - Parsing never fails. What is wrong with a text is a defect in its `Document`.
//! - A `Document` knows no other file; an include is a recorded wish until `catalogue`.
//! - A `Site` is never changed after `assemble`.
//! - Only `check` judges. Content that is wrong is a `Diagnostic`, surroundings that are wrong a [`failure::Failure`].
//! - Templates see the views of `render::view` and nothing else.
//! - Steps 2 to 5 read and write nothing; only `publish` writes below the output folder.
//! - Only `pipeline` knows of threads (`workspace` has one that watches, `serve` one per connection); only `git` starts another program, and `serve --open` a browser.
//! - Only `pipeline::cache` remembers on disk, in shapes of its own: no other type knows a format. What is remembered is used only where
//!   everything it was made of is as it was.
//! - Same input, same bytes: whatever the number of threads, the time, the user's language or the order of the disk.

#![forbid(unsafe_code)]

// What everyone speaks.
pub mod failure;
pub mod source;

pub mod diagnostics;
pub mod fs;
pub mod l10n;

// The nouns.
pub mod git;
pub mod model;

pub mod schema;

pub mod config;

// The steps.
pub mod markup;
pub mod theme;

pub mod discover;
pub mod parse;

pub mod catalogue;

pub mod translation;

pub mod check;
pub mod search;

pub mod render;

pub mod external;
pub mod publish;

pub mod pipeline;

pub mod workspace;

pub mod serve;

// The drivers.
pub mod cli;
