//! What the settings accept, refuse and say.

mod file;
mod layers;
mod levels;
mod schema;
mod values;
