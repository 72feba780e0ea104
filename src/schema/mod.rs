//! What a project says of its metadata: JSON Schema with a vocabulary of ours, compiled once, asked about every article.
//!
//! In: a schema as JSON, what surrounds it (today, lists of allowed values, schemas that it refers to), and later the metadata
//! of articles. Out: what is [`Wrong`] with the schema, or a [`Schema`] that gives the [`Violation`]s of metadata. Nothing is
//! read from disk or network here: whoever calls brings all files. Where something stands in a text is not known here
//! either; a place is a path of keys.
//!
//! The only user of the library `jsonschema`. Keywords of ours are in `vocabulary`, one table from which the manual, the
//! check of a schema and the schema for editors are made; what each does is in `keywords`.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use crate::diagnostics::Level;
use crate::model::{Date, Entries, Value};

pub use editor::{Part as EditorPart, front_matter};
pub use vocabulary::{KEYWORDS, Keyword};

mod compile;
mod editor;
mod inspect;
mod judge;
mod keywords;
mod levels;
mod metadata;
mod references;
mod vocabulary;
mod walk;
mod words;

/// A schema that is right in itself, ready to judge.
pub struct Schema {
    validator: jsonschema::Validator,
    /// The schema itself, for levels and messages of keys.
    root: Json,
    /// The schemas that it refers to, by the address that the validator knows them under.
    others: BTreeMap<String, Arc<Json>>,
    /// The values of `valuesFrom`, for the schema for editors.
    lists: BTreeMap<String, Arc<[Box<str>]>>,
}

impl fmt::Debug for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Schema")
            .field("root", &self.root)
            .finish_non_exhaustive()
    }
}

/// What a schema depends on beside itself.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Whether `format` is checked, which JSON Schema leaves open.
    pub formats: bool,
    /// Today, when it is told. Without it nothing is too old or in the future.
    pub today: Option<Date>,
    /// The files that `valuesFrom` names, as written there: their values.
    pub lists: BTreeMap<String, Arc<[Box<str>]>>,
    /// The schemas that `$ref` names without a host, by their path from the folder of the schema that is compiled.
    pub schemas: BTreeMap<String, Arc<Json>>,
}

/// The files that a schema names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Of `valuesFrom`: the place in the schema and the path as written.
    pub lists: Vec<(Pointer, String)>,
    /// Of `$ref`: the place in the schema and the path as written, up to the `#`.
    pub schemas: Vec<(Pointer, String)>,
}

/// A place in a schema: keys and numbers of items, from the outermost on.
pub type Pointer = Vec<String>;

/// Something wrong with a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where.
    pub place: Pointer,
    /// Whether the key at the place is meant, or its value.
    pub part: Part,
    /// What: lower case, no full stop.
    pub message: String,
    /// What to do, in the imperative.
    pub help: Option<String>,
}

/// Of what stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The key.
    Key,
    /// The value.
    Value,
}

/// In which way metadata can be other than a schema wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Something is not there.
    Missing,
    /// A key may not be there.
    Unknown,
    /// A value is not what it should be.
    Invalid,
    /// A key should no longer be used.
    Deprecated,
}

/// Metadata that is not as a schema wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// In which way.
    pub aspect: Aspect,
    /// Where: keys from the outermost on, items by their number from 0; empty for the metadata as a whole.
    pub place: Vec<String>,
    /// Whether the key or the value at the place is meant.
    pub part: Part,
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What to do, in the imperative.
    pub help: Option<String>,
    /// What else to know.
    pub note: Option<String>,
    /// How loudly the schema wants it reported.
    pub level: Option<Level>,
    /// The text that the value should be.
    pub better: Option<Better>,
}

/// What a value should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Better {
    /// Its text.
    pub text: String,
    /// Whether it means certainly the same.
    pub is_certain: bool,
}

/// A value that no other article may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unique {
    /// Where it stands, as in [`Violation::place`].
    pub place: Vec<String>,
    /// The value as text.
    pub value: String,
    /// Among which articles.
    pub among: Among,
    /// What the author of the schema wants said.
    pub message: Option<String>,
    /// How loudly the schema wants it reported.
    pub level: Option<Level>,
}

/// Articles that a value is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Among {
    /// Those of the same language.
    Locale,
    /// All of the site.
    Site,
}

/// What a schema says of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// What is not as it should be.
    pub violations: Vec<Violation>,
    /// What must not be repeated elsewhere.
    pub unique: Vec<Unique>,
}

impl Schema {
    /// Compiles a schema with which nothing was found wrong by [`inspect`].
    ///
    /// # Errors
    /// What it refers to and is not there, and patterns that cannot be read.
    pub fn compile(schema: &Json, around: &Surroundings) -> Result<Self, Vec<Wrong>> {
        compile::compile(schema, around)
    }

    /// Judges the metadata of an article.
    pub fn judge(&self, entries: &Entries) -> Judgement {
        judge::judge(self, &metadata::json(entries))
    }

    /// Whether any JSON value is as the schema wants it.
    pub fn is_valid(&self, instance: &Json) -> bool {
        self.validator.is_valid(instance)
    }
}

/// All that is wrong with a schema taken alone: what JSON Schema itself does not allow, keywords of ours with values that they
/// cannot have, and keywords one slip away from a known one.
pub fn inspect(schema: &Json) -> Vec<Wrong> {
    inspect::inspect(schema)
}

/// A value as JSON.
pub fn json(value: &Value) -> Json {
    metadata::of(value)
}

/// The files that a schema names.
pub fn named(schema: &Json) -> Named {
    references::named(schema)
}

/// Gives the files of `valuesFrom` other names.
pub fn rename_lists(schema: &mut Json, rename: &dyn Fn(&str) -> String) {
    walk::walk_mut(schema, &mut |keywords| {
        if let Some(Json::String(path)) = keywords.get_mut("valuesFrom") {
            *path = rename(path);
        }
    });
}
