//! Step 5: make the outputs. One pure function per page, locale or site.

pub mod html;
pub mod view;
