//! `wrong-language` over real articles: what it says of sound ones, and of articles put into the folder of another language.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::cli::{command, finished};
use crate::support::shared::shared;

/// Articles of the sample that hold text in another language, found by reading every finding: four are so by design
/// (Portuguese for Brazil, French), in the others sentences were left in English.
const FOREIGN: [&str; 10] = [
    "como-pagar-com-boleto.md",
    "deploying-add-ins-apps.md",
    "domain-status.md",
    "integrate-a-third-party-cloud-app-with-azure-ad.md",
    "outlook-com-close-account-french.md",
    "outlook-com-fix-email-sync-french.md",
    "paying-with-boleto.md",
    "set-up-microsoft-search.md",
    "troubleshooting-atp.md",
    "view-wi-fi-network-password-in-windows.md",
];

/// The files of a site with a finding.
fn found(folder: &Path) -> BTreeSet<String> {
    let run = finished(command(
        Path::new("/"),
        &[
            "check",
            folder.to_str().unwrap(),
            "--level",
            "wrong-language=warning",
            "--format",
            "short",
            "--all",
            "--no-fail",
        ],
    ));
    assert_eq!(run.code, 0, "{}", run.errors);
    let lines = run
        .out
        .lines()
        .filter(|line| line.contains("[wrong-language]"));
    lines
        .map(|line| line.split(".md:").next().unwrap().to_owned() + ".md")
        .collect()
}

#[test]
fn sound_articles_are_left_alone_and_foreign_ones_are_found() {
    let Some(sample) = shared("corpus/sample") else {
        return;
    };
    let clean: BTreeSet<String> = found(&sample)
        .iter()
        .map(|path| path.rsplit('/').next().unwrap().to_owned())
        .collect();
    let unknown: Vec<&String> = clean
        .iter()
        .filter(|name| !FOREIGN.contains(&name.as_str()))
        .collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    assert!(clean.contains("como-pagar-com-boleto.md"), "{clean:?}");

    // Every seventh article of one language, under the folder of another.
    let swapped = tempfile::tempdir().expect("there is a temporary folder");
    let mut total = 0;
    for (from, to) in [
        ("fr-FR", "de-DE"),
        ("pt-BR", "fr-FR"),
        ("de-DE", "pt-BR"),
        ("ru-RU", "ar-SA"),
        ("ja-JP", "zh-CN"),
        ("fr-FR", "ja-JP"),
    ] {
        let target = swapped.path().join("content").join(to).join(from);
        fs::create_dir_all(&target).expect("it can be made");
        let mut files: Vec<_> = fs::read_dir(sample.join(from).join("AlchemyInsights"))
            .expect("it is there")
            .map(|entry| entry.expect("it can be read").path())
            .filter(|path| path.extension().is_some_and(|end| end == "md"))
            .collect();
        files.sort();
        for file in files.iter().step_by(7) {
            // A page of a sentence or two holds too little.
            if fs::read(file).expect("it can be read").len() > 1_500 {
                fs::copy(file, target.join(file.file_name().unwrap())).expect("it can be copied");
                total += 1;
            }
        }
    }
    let count = found(&swapped.path().join("content")).len();
    println!("{count} of {total} articles in the folder of another language were found");
    assert!(count * 100 >= total * 90, "{count} of {total}");
}
