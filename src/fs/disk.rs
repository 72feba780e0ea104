//! real files
pub struct Disk;
