//! `polydoc schema`: what editors need to know of our files.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::check::TYPE_KEYS;
use crate::config::{self, Flags, Place, SchemaLayer};
use crate::failure::{Failure, FailureKind};
use crate::fs::Disk;
use crate::schema::{self, EditorPart};

use super::super::args::Global;
use super::super::terminal::Terminal;
use super::super::{Outcome, environment};

/// Arguments of `schema`.
#[derive(Args, Clone, Debug)]
pub struct SchemaArgs {
    /// What to describe
    #[arg(value_enum, value_name = "WHAT")]
    pub what: SchemaOf,
    /// Of front matter: take the schemas that hold for this article [default: those that hold for all]
    #[arg(long = "for", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub article: Option<PathBuf>,
}

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The settings, `polydoc.yml`
    Config,
    /// The front matter of articles, as the project's schemas want it
    FrontMatter,
}

/// Writes a JSON Schema.
pub(in crate::cli) fn run(
    global: &Global,
    args: &SchemaArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let schema = match args.what {
        SchemaOf::Config if args.article.is_some() => {
            let failure = Failure::usage("`--for` names an article, and `config` has none");
            return Err(failure.hint("use it with `polydoc schema front-matter`"));
        }
        SchemaOf::Config => config::schema::json_schema(&super::rules::names()),
        SchemaOf::FrontMatter => {
            let layers = layers(global, args)?;
            let part = |layer: &'_ SchemaLayer| (layer.schema.clone(), layer.page_types.clone());
            let parts: Vec<_> = layers.iter().map(part).collect();
            let parts: Vec<EditorPart<'_>> = parts
                .iter()
                .map(|(schema, page_types)| EditorPart { schema, page_types })
                .collect();
            schema::front_matter(&parts, &TYPE_KEYS)
        }
    };
    terminal.result(&format!("{schema:#}\n"))?;
    Ok(Outcome::Clean)
}

/// The schemas that hold for an article, or for all of them. Outside a project there are none.
fn layers(global: &Global, args: &SchemaArgs) -> Result<Vec<SchemaLayer>, Failure> {
    let flags = Flags {
        config: global.config.clone(),
        without_baseline: true,
        ..Flags::default()
    };
    let place = match &args.article {
        Some(file) => Place::Paths(vec![file.clone()]),
        None => Place::Folder(PathBuf::from(".")),
    };
    let rules = super::rules::names();
    let selected = match config::settings(&Disk, &environment()?, &place, &flags, &rules) {
        Ok(selected) => selected,
        Err(failure)
            if failure.kind == FailureKind::Usage
                && global.config.is_none()
                && args.article.is_none() =>
        {
            return Ok(Vec::new());
        }
        Err(failure) => return Err(failure),
    };
    let article = selected.filters.first();
    let holds = |layer: &SchemaLayer| match article {
        Some(article) => layer.filter.matches(article.as_str()),
        None => layer.filter.globs.is_none() && layer.filter.locales.is_empty(),
    };
    let layers = selected.settings.schemas;
    Ok(layers.into_iter().filter(holds).collect())
}
