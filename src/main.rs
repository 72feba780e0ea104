//! The program. Everything it does is in the library: see [`polydoc::cli`].

#![forbid(unsafe_code)]

use std::process::ExitCode;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    polydoc::cli::run()
}
