//! tests
pub struct Memory;
