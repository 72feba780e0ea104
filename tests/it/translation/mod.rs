//! What polydoc knows about translations: how they stand, and that the commands say it as it is.

mod counted;
mod dashboard;
mod language;
mod parity;
mod planted;
mod source_tree;
