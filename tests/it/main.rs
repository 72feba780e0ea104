//! All integration tests in one binary, so that they link once.
//!
//! - `architecture`: the layers and the house's laws, read from the table in `src/lib.rs`
//! - `baseline`: accepted findings are known again, new ones are told, fixed ones counted
//! - `cache`: what is remembered is used only when it is still true
//! - `cases`: literate corner cases below `tests/cases`
//! - `cli`: the program as people run it
//! - `config`: the page about settings is current and right
//! - `conformance`: the suites of `CommonMark` and GitHub, and what attackers write
//! - `corpus`: real articles become what an independent implementation counted in them
//! - `determinism`: same input, same bytes
//! - `directives`: what readers get of directives, and what is told of them
//! - `fix`: what is put right, and that nothing else changes
//! - `fuzzed`: what holds whatever bytes come in
//! - `generated`: pages that are made from code are current
//! - `hostile`: whatever lies in a content folder, a build comes to its end
//! - `l10n`: languages as a site sees them
//! - `looks`: what `theme:` sets, what `polydoc theme` copies, and files for hosts and programs
//! - `moves`: `mv` on sites made by chance
//! - `mv`: another name in all languages, and everything that leads there
//! - `navigation`: the order of the project, in the words of each language, and where old addresses lead
//! - `pages`: every example in the manual's reference does what the page says
//! - `precision`: rules that interpret are right on real articles, and see defects that are planted there
//! - `publish`: the output folder is replaced as a whole, or not at all
//! - `raw_html`: what becomes of raw HTML at each level of trust, and that the manual says it
//! - `rendered`: the finished pages are judged
//! - `repositories`: clones of a publishing system's repositories are built as they are
//! - `reports`: all formats say the same, and other people's validators accept them
//! - `schema`: what a project's schemas find, and what is wrong with them
//! - `schema_suite`: JSON Schema's own tests pass
//! - `search`: the theme's script finds what `polydoc search` finds, in every language
//! - `serve`: the preview answers as a host does, strangers not at all, and follows its files
//! - `sharding`: shares of a site that several processes build come to the site of one build
//! - `since`: what a change caused is told, what was wrong before is not
//! - `slugs`: ids of headings are GitHub's
//! - `surroundings`: what stands around an article: lists, navigation, languages and the head
//! - `telling`: what polydoc tells of itself
//! - `theme`: the built-in theme, as readers get it
//! - `translation`: how translations stand, and that the commands say it as it is
//! - `uploading`: `polydoc changes`, played onto a copy, and the command lines of the manual's pages about machines and uploads
//! - `yaml_suite`: what YAML forbids is refused with a place

#![expect(
    clippy::unwrap_used,
    clippy::format_push_string,
    clippy::print_stdout,
    reason = "tests fail by panicking, and say what they skip"
)]

mod architecture;
mod baseline;
mod cache;
mod cases;
mod cli;
mod config;
mod conformance;
mod corpus;
mod determinism;
mod directives;
mod external;
mod fallback;
mod fix;
mod fuzzed;
mod generated;
mod hostile;
mod l10n;
mod looks;
mod moves;
mod mv;
mod navigation;
mod pages;
mod precision;
mod publish;
mod raw_html;
mod rendered;
mod reports;
mod repositories;
mod schema;
mod schema_suite;
mod search;
mod serve;
mod sharding;
mod since;
mod slugs;
mod support;
mod surroundings;
mod telling;
mod theme;
mod translation;
mod uploading;
mod yaml_suite;
