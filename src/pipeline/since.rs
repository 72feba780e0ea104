//! What was found in the content of an earlier revision, so that only what a change caused is told. The whole tree of the
//! revision is judged in memory, with the settings of today: what a deleted page broke elsewhere is new, what was wrong
//! before is not.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::config::{Asking, Settings};
use crate::diagnostics::Baseline;
use crate::failure::Failure;
use crate::fs::Memory;
use crate::git::{self, Kind};
use crate::l10n::LocaleId;
use crate::publish::StageOptions;

use super::{Goal, Silent, asking, baseline, run};

/// What there was at a revision.
#[derive(Debug, Default)]
pub struct Before {
    /// The findings.
    pub findings: Baseline,
    /// The addresses of other sites, when they are wanted.
    pub addresses: BTreeSet<Box<str>>,
}

/// Endings of files that nobody reads as text.
const MEDIA: &[&str] = &[
    "avif", "bmp", "docx", "gif", "gz", "ico", "jpeg", "jpg", "mov", "mp3", "mp4", "otf", "pdf",
    "png", "pptx", "svg", "tif", "tiff", "ttf", "vsdx", "wav", "webm", "webp", "woff", "woff2",
    "xlsx", "zip",
];

/// The findings in the content of a revision, and the addresses of other sites in it.
///
/// # Errors
/// When git cannot be run, the content lies in no repository, or the revision is not in it.
pub fn before(settings: &Settings, revision: &str) -> Result<Before, Failure> {
    // Articles may show files of every kind as code; of pictures, films and the like the size is enough.
    let wants = |path: &str| {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        !MEDIA.iter().any(|media| ending.eq_ignore_ascii_case(media))
    };
    let mut memory = Memory::new();
    let mut settings = Settings {
        baseline: None,
        before: None,
        ..settings.clone()
    };
    if settings.external.asking != Asking::Off {
        settings.external.asking = Asking::Gather;
    }
    let wanted = std::mem::take(&mut settings.only);
    let mut is_empty = true;
    // Each repository of the site has its own revision of that name.
    let layout = &settings.layout;
    let content = (!layout.replaces_content).then(|| (settings.content.clone(), None));
    let roots = layout.roots.iter();
    let roots = roots.map(|root| (root.folder.clone(), Some(root.at.clone())));
    let folders: Vec<(PathBuf, Option<Box<str>>)> = content.into_iter().chain(roots).collect();
    let mut files = Vec::new();
    for (folder, at) in folders {
        for file in git::files_of(&folder, revision, &wants)? {
            let top = at.as_deref().unwrap_or(&file.path).split('/').next();
            let locale = top.and_then(LocaleId::parse);
            files.push((folder.join(&file.path), locale, file.kind));
        }
    }
    for (path, locale, kind) in files {
        if let Some(locale) = locale.filter(|locale| wanted.contains(locale)) {
            settings.only.insert(locale);
        }
        is_empty = false;
        memory = match kind {
            Kind::Read(bytes) => memory.with(path, bytes),
            Kind::Unread(size) => memory.with_unread(path, size),
            Kind::Link => memory.with_link(path),
        };
    }
    if is_empty || (settings.only.is_empty() && !wanted.is_empty()) {
        return Ok(Before::default());
    }
    let stage = StageOptions::default();
    let report = run(&memory, &settings, Goal::Check, &Silent, &stage)?;
    Ok(Before {
        findings: baseline(&memory, &settings, &report)?,
        addresses: asking::addresses(&report.asked),
    })
}
