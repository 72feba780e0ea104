//! The program within limits of processor time and memory. The system holds to them whatever else the machine does, so a
//! test that uses them does not fail because others are at work.

use std::path::Path;
use std::process::{Command, Output};

/// What a run may use.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Seconds of processor time, of all threads together.
    pub(crate) seconds: u32,
    /// MiB of address space.
    pub(crate) mebibytes: u32,
}

/// Runs polydoc in a project. What needs more than the limits is ended by the system: it has no exit code, or another
/// than 0, 1 and 2.
pub(crate) fn polydoc(project: &Path, arguments: &[&str], limits: Limits) -> Output {
    let program =
        std::env::var("POLYDOC_BIN").unwrap_or_else(|_| env!("CARGO_BIN_EXE_polydoc").to_owned());
    let Limits { seconds, mebibytes } = limits;
    let script = format!(
        "ulimit -t {seconds} && ulimit -v {} && exec \"$0\" \"$@\"",
        u64::from(mebibytes) << 10
    );
    let mut command = if cfg!(target_os = "linux") {
        let mut shell = Command::new("sh");
        shell.args(["-c", &script]).arg(program);
        shell
    } else {
        Command::new(program)
    };
    command
        .args(arguments)
        .current_dir(project)
        .env_remove("SOURCE_DATE_EPOCH")
        .env("RUST_BACKTRACE", "0")
        .output()
        .expect("polydoc can be started")
}
