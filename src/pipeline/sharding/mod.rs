//! A site made by several machines: each makes a share ([`own`]), one joins them ([`merging`]).
//!
//! Every machine reads and catalogues the whole site, so that links, lists and languages are known to all, and renders only what
//! falls to it: an article, in all its languages, by its name; what is made once per language or once per site, by a name too. A
//! share is a folder that is published like a site:
//!
//! ```text
//! polydoc-shard.txt   which share of what: version, fingerprints, counts, and each file with size and hash ([`list`])
//! site/               files of the site at their own paths
//! search/             for each language the words of the share's pages (`search::share`)
//! ```
//!
//! Joining is reading, comparing hashes, publishing, and making each language's index of its words.

pub(super) use own::{Own, Shares, Written, amounts, sift};

pub use list::Amounts;
pub use merging::{Merged, merge};

mod list;
mod merging;
mod own;

/// The name of the list at the top of a share.
const LIST: &str = "polydoc-shard.txt";

/// The folder of the files of the site.
const SITE: &str = "site";

/// The folder of the words.
const SEARCH: &str = "search";
