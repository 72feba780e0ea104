//! The program. Everything it does is in the library: see [`polydoc::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    polydoc::cli::run()
}
