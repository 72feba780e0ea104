//! The arguments of `polydoc search`.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// What `search` does.
pub(super) const ABOUT: &str = "Search the site that was built.\n\n\
            Asks the search index in the output folder, and finds what readers find with the search of the pages, in the same order. \
            In a QUERY, \"words in quotes\" must follow each other, and -word leaves out what holds the word.";

/// How it is used.
pub(super) const EXAMPLES: &str = "Examples:\n  \
            polydoc search fr-FR message            Find sections about messages in French\n  \
            polydoc search en-US '\"base url\" -site'  Find a phrase, without a word\n  \
            polydoc search de-DE postfach --explain  Say how each score came about\n  \
            polydoc search ja-JP 権限 --json | jq -r '.results[].url'\n                                          \
            Hand the addresses to a program";

/// Arguments of `search`.
#[derive(Args, Clone, Debug)]
pub struct SearchArgs {
    /// The language to search in
    #[arg(value_name = "LOCALE")]
    pub locale: String,
    /// What to search for; several words are one query
    #[arg(value_name = "QUERY", required = true)]
    pub query: Vec<String>,
    /// The folder that the site was built into [default: that of the current folder's site]
    #[arg(short, long, value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub output: Option<PathBuf>,
    /// Show so many results at most
    #[arg(short = 'n', long, value_name = "N", default_value_t = 10)]
    pub limit: usize,
    /// Leave out so many results before the first
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
    /// Show only pages with this metadata; may be given more than once. The keys are those of `search.facets`
    #[arg(short, long = "filter", value_name = "KEY=VALUE", value_parser = filter)]
    pub filters: Vec<(String, String)>,
    /// Show how each score came about
    #[arg(long)]
    pub explain: bool,
    /// Write JSON for programs
    #[arg(long)]
    pub json: bool,
}

fn filter(text: &str) -> Result<(String, String), String> {
    let pair = text
        .split_once('=')
        .filter(|(key, value)| !key.is_empty() && !value.is_empty());
    let (key, value) = pair.ok_or_else(|| {
        "write a metadata key, `=` and a value, for example `ms.service=exchange`".to_owned()
    })?;
    Ok((key.to_owned(), value.to_owned()))
}
