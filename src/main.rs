//! The program. Everything it does is in the library: see [`polydoc::cli`].

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    polydoc::cli::run()
}
