//! Running the theme's search modules in Node.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use serde_json::Value;

use crate::support::{files_below, root};

/// Asks the modules; `None`, having said so, when there is no Node 20 or later.
pub(super) fn ask(arguments: &[&str], input: &Value) -> Option<Value> {
    if !is_there() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "no Node.js 20 or later"
        );
        println!("skipped: no Node.js 20 or later");
        return None;
    }
    let mut node = Command::new("node")
        .arg(root().join("tests/it/search/engine.mjs"))
        .arg(modules())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    let mut stdin = node.stdin.take().expect("it has an input");
    let text = input.to_string();
    let writer = std::thread::spawn(move || stdin.write_all(text.as_bytes()));
    let output = node.wait_with_output().expect("node ends");
    writer
        .join()
        .expect("the writer ends")
        .expect("node takes its input");
    assert!(output.status.success(), "node ended with {}", output.status);
    Some(serde_json::from_slice(&output.stdout).expect("node writes JSON"))
}

fn is_there() -> bool {
    static THERE: OnceLock<bool> = OnceLock::new();
    *THERE.get_or_init(|| {
        let version = Command::new("node").arg("--version").output();
        let text = version.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
        let major = text.ok().and_then(|text| {
            let digits = text.trim_start_matches('v').split('.').next()?;
            digits.parse::<u32>().ok()
        });
        major.is_some_and(|major| major >= 20)
    })
}

/// The modules in a folder that says what they are.
fn modules() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("search-modules");
        std::fs::create_dir_all(&folder).expect("folders can be made");
        std::fs::write(folder.join("package.json"), r#"{"type":"module"}"#)
            .expect("files can be written");
        for file in files_below(&root().join("templates/assets/js"), ".js") {
            let name = file.file_name().expect("a file has a name");
            std::fs::copy(&file, folder.join(name)).expect("files can be copied");
        }
        folder
    });
    folder.clone()
}
