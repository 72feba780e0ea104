//! render
pub mod functions;
pub mod view;
