//! The arguments of commands about sites that are built: `merge` and `changes`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Args, ValueHint};

use crate::model::Shard;
use crate::publish::STEPS;

/// What `merge` does.
pub const MERGE: &str = "Join the shares of a site that several machines built, and publish it.\n\n\
            The result is the site that one machine would have built, byte for byte. Shares of different builds are refused, and so are \
            missing and altered ones: the published site then stays as it was.";

/// How `merge` is used.
pub const MERGE_EXAMPLES: &str = "Examples:\n  \
            polydoc build --shard 1/2 --output shares/1    Build a share; another machine builds 2/2\n  \
            polydoc merge shares/*                         Join all shares into `public`";

/// What `changes` does.
pub const CHANGES: &str = "Say what to upload and what to delete between two builds, in which order.\n\n\
            In this order no reader gets a page whose pictures, styles or scripts are missing: new files come before the pages that show \
            them, and go when no page shows them any more.";

/// How `changes` is used.
pub const CHANGES_EXAMPLES: &str = "Examples:\n  \
            polydoc changes old public                         Compare two output folders\n  \
            polydoc changes last-upload.txt public --json      Compare with the manifest of the last upload\n  \
            polydoc changes last-upload.txt public --step files    Write the paths of what comes first";

/// Arguments of `merge`.
#[derive(Args, Clone, Debug)]
pub struct MergeArgs {
    /// The folders of all shares, in any order
    #[arg(value_name = "SHARE", required = true, value_hint = ValueHint::DirPath)]
    pub shares: Vec<PathBuf>,
    /// The folder to publish into [default: public]
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Number of threads [default: all cores]
    #[arg(short, long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub jobs: Option<u16>,
    /// Take over an output folder that polydoc did not make: what is in it and not in `keep:` is removed
    #[arg(long)]
    pub adopt: bool,
    /// Exit with 0 although there are errors in the content
    #[arg(long)]
    pub no_fail: bool,
}

/// Arguments of `changes`.
#[derive(Args, Clone, Debug)]
pub struct ChangesArgs {
    /// What is published now: an output folder, or the `.polydoc-manifest` that was saved of it
    #[arg(value_name = "OLD", value_hint = ValueHint::AnyPath)]
    pub old: PathBuf,
    /// What is to be published: an output folder
    #[arg(value_name = "NEW", value_hint = ValueHint::AnyPath)]
    pub new: PathBuf,
    /// Write JSON
    #[arg(long, conflicts_with = "step")]
    pub json: bool,
    /// Write the paths of one step only, one on each line
    #[arg(long, value_name = "STEP", value_parser = steps())]
    pub step: Option<String>,
}

fn steps() -> PossibleValuesParser {
    PossibleValuesParser::new(STEPS.map(|(name, _)| name))
}

/// Reads `2/8`.
pub(super) fn shard(text: &str) -> Result<Shard, String> {
    Shard::parse(text)
        .ok_or_else(|| "write which share of how many, such as 2/8; the first is 1".to_owned())
}
