//! x
mod architecture;
mod generated;
mod support;
