//! Where links lead once something has another name: arithmetic over paths.
//!
//! A target as written goes in, together with the folder it is written in, before and after; out comes what is to be written
//! instead, if anything. No file is looked at.

use percent_encoding::percent_decode_str;

use crate::catalogue::written::joined;
use crate::catalogue::{fold, written};
use crate::config::Settings;
use crate::l10n::Locales;
use crate::markup::urls::{Scheme, scheme_of, trimmed};

use super::Kind;

/// What gets another name, in all languages.
#[derive(Debug)]
pub(super) struct Renaming<'r> {
    pub(super) locales: &'r Locales,
    pub(super) settings: &'r Settings,
    pub(super) kind: Kind,
    /// The path below the locale folder, an article's without `.md`.
    pub(super) old: String,
    /// The same afterwards.
    pub(super) new: String,
    /// Whether an article has the name of the folder: then the bare name means the article.
    pub(super) is_shadowed: bool,
}

impl Renaming<'_> {
    /// What a path below the content folder becomes, when it is that of something that moves. `.md` may have been left out, and
    /// letter case does not count.
    pub(super) fn moved(&self, path: &str) -> Option<String> {
        let (top, below) = path.split_once('/')?;
        self.locales.find(top)?;
        self.moved_below(below)
            .map(|below| format!("{top}/{below}"))
    }

    fn moved_below(&self, below: &str) -> Option<String> {
        let (old, new) = (&self.old, &self.new);
        let is = |path: &str| fold(below) == fold(path);
        match self.kind {
            Kind::Folder => {
                let names = old.split('/').count();
                let mut at = below.match_indices('/').map(|(at, _)| at);
                let end = at.nth(names - 1);
                match end {
                    Some(end) if fold(&below[..end]) == fold(old) => {
                        Some(format!("{new}{}", &below[end..]))
                    }
                    None if is(old) && !self.is_shadowed => Some(new.clone()),
                    _ => None,
                }
            }
            Kind::File => is(old).then(|| new.clone()),
            Kind::Article => {
                if is(&format!("{old}.md")) {
                    return Some(format!("{new}.md"));
                }
                let folder = match old.rsplit_once('/') {
                    Some((folder, "index")) => folder,
                    _ if old == "index" => "",
                    _ => return is(old).then(|| new.clone()),
                };
                // A folder's address is that of its index.
                (is(old) || is(folder)).then(|| new.clone())
            }
        }
    }

    /// The target to write in a file that lies in `folder` and will lie in `new_folder`; `None` when it stays as it is.
    pub(super) fn target(&self, target: &str, folder: &str, new_folder: &str) -> Option<String> {
        let target = trimmed(target);
        let (path, rest) = target.split_at(target.find(['?', '#']).unwrap_or(target.len()));
        if path.is_empty() {
            return None;
        }
        let new = match scheme_of(target) {
            Scheme::None if path.starts_with("//") => self.absolute(path)?,
            Scheme::None if path.starts_with('/') => self.rooted(path, folder)?,
            Scheme::None => self.relative(path, folder, new_folder)?,
            Scheme::Listed(scheme) if matches!(&*scheme, "http" | "https") => {
                self.absolute(path)?
            }
            _ => return None,
        };
        (new != path).then(|| format!("{new}{rest}"))
    }

    fn relative(&self, path: &str, folder: &str, new_folder: &str) -> Option<String> {
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        let place = joined(folder, &decoded)?;
        let moved = self.moved(&place);
        if moved.is_none() && folder == new_folder {
            return None;
        }
        let mut goal = moved.unwrap_or_else(|| place.clone());
        // What is beside it stays beside it, however it is written.
        if joined(new_folder, &decoded).as_deref() == Some(&*goal) {
            return None;
        }
        if decoded.ends_with('/') {
            goal.push('/');
        }
        let new = written::relative(new_folder, &goal);
        Some(if new.is_empty() { "./".to_owned() } else { new })
    }

    /// `/guide/start`, perhaps with a language in front, which is this one's otherwise.
    fn rooted(&self, path: &str, folder: &str) -> Option<String> {
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        let inner = decoded.trim_start_matches('/');
        let (first, rest) = inner.split_once('/').unwrap_or((inner, ""));
        let (start, below) = if self.locales.find(first).is_some() {
            (format!("/{first}/"), rest)
        } else {
            self.locales.find(folder.split('/').next()?)?;
            ("/".to_owned(), inner)
        };
        let trimmed = below.trim_end_matches('/');
        let moved = self.moved_below(trimmed)?;
        let end = &below[trimmed.len()..];
        Some(format!(
            "{}{end}",
            written::encoded(&format!("{start}{moved}"))
        ))
    }

    /// An absolute address of this site.
    fn absolute(&self, address: &str) -> Option<String> {
        let bare = |url: &str| url.find("//").map_or(0, |at| at + 2);
        let host = bare(address);
        self.settings.own_urls.iter().find_map(|own| {
            let prefix = &own.prefix[bare(&own.prefix)..];
            let head = address.get(host..host + prefix.len())?;
            if !head.eq_ignore_ascii_case(prefix) {
                return None;
            }
            let rest = &address[host + prefix.len()..];
            let rest = rest.strip_prefix('/')?;
            let site_path = format!("{}/{rest}", own.path);
            // Without a language the reader's own is meant, which is any.
            let any = self.locales.iter().next()?.1;
            let moved = self.rooted(&site_path, &any.folder)?;
            let moved = moved.strip_prefix(&*own.path)?;
            Some(format!("{}{moved}", &address[..host + prefix.len()]))
        })
    }
}
