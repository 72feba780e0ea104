//! What a site is made of: plain data, no IO, no phases.
//!
//! ```text
//!  one file        Document ── front matter, facts (Heading · RawAnchor · RawLink · IncludeSlot), defects
//!                     │
//!  one language    Article ─── ArticleId, locale, Document, Metadata, Outline (headings with slugs), Links
//!                     │
//!  all languages   Site.matrix: ArticleId × locale → ArticleKey
//!                     │
//!  one address     Page ────── UrlPath, locale, Shown (Article · Fallback · Folder · NotFound · Search · Redirect)
//!                     │
//!  bytes           Artifact ── OutputPath, Body
//!                     │
//!  what they say   RenderedSite ── RenderedPage, PageFacts (only when finished pages are judged)
//! ```
//!
//! Types tell the stage: `RawLink` is what was written, `Link` what it means; nothing is filled in later.

pub use article::{Article, ArticleId, ArticleKey};
pub use artifact::{Artifact, Body, OutputPath};
pub use document::{
    Allowance, Around, Block, BlockKind, Defect, DefectKind, Document, Fact, Foreign, IncludeSlot,
    Words,
};
pub use front_matter::{Entries, FrontMatter, Place, Value, YamlProblem};
pub use heading::{Aligned, Heading, Outline, OutlineHeading, RawAnchor, Slug};
pub use html_level::HtmlLevel;
pub use inclusion::{
    CodeFile, Included, Inclusion, Part, Unfulfilled, Walk, WhyEmpty, inclusion_at,
};
pub use link::{Link, LinkKind, RawLink, SHORT_REFERENCE, Target, Unresolved};
pub use metadata::{Date, Metadata, Robots, TranslationType};
pub use oddity::{Oddity, OddityKind};
pub use origins::Origins;
pub use page::{Page, PageId, Shown, StandIn, UrlPath, folder_title};
pub use reachability::{Address, FragmentFound, NotAsked, Reachability, Reached, Verdict};
pub use rendered::{Damage, Destination, PageFacts, RenderedPage, RenderedSite, Telling};
pub use repository::{RepositoryDefect, RepositoryDefectKind};
pub use shard::Shard;
pub use site::{AssetUse, NoPlace, Site, Unplaced};
pub use toc::{RawToc, RawTocEntry, Station, Toc, TocEntry, TocProblem, TocTarget, Trails};

mod article;
mod artifact;
mod document;
mod front_matter;
mod heading;
mod html_level;
mod inclusion;
mod link;
mod metadata;
mod oddity;
mod origins;
mod page;
mod reachability;
mod rendered;
mod repository;
mod shard;
mod site;
mod toc;
