//! Step 3, in part.
pub mod slugs;
