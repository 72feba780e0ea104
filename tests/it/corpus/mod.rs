//! Real articles: what polydoc says of the corpora beside the repository, and what it makes of them.
//!
//! The corpora are copied below the target folder and built by the program itself, with its report as JSON; the tests
//! read that report and the files on disk. Where they can, they count the source again by other means. No text of the
//! corpora stands here: words that a page must show are taken from the article at run time.

mod extra_locales;
mod html;
mod languages;
mod learn;
mod links;
pub(crate) mod sample;
mod seed;
pub(crate) mod site;
mod volume;

/// The content folder and the output folder of the sample, built once for all tests; `None` when it is absent.
pub(crate) fn sample_folders() -> Option<(std::path::PathBuf, std::path::PathBuf)> {
    let site = &sample::sample()?.site;
    Some((site.content.clone(), site.output.clone()))
}
