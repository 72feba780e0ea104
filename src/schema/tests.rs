//! What a schema finds.
