//! Whatever stands in the content, in names and in templates, a build ends with the right site or with a message.

mod addresses;
mod files;
mod growth;
mod links;
mod names;
mod naughty;

mod pathological;
mod quiet;
mod templates;
mod texts;
