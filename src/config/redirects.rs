//! `nav` and `redirects` of the project, with the files that they stand in as files of the site, so that findings have a place.
//!
//! In: what `polydoc.yml` says. Out: a [`Navigation`] and all [`OldAddress`]es, or the failure that tells all that is wrong with
//! the file of redirects. Whether a page is where they lead to is found out in the catalogue.

use std::io;
use std::path::Path;

use crate::failure::Failure;
use crate::fs::clean;
use crate::source::{SitePath, TextRange};

use super::file::{Pairs, WrittenRedirects, redirect_pairs};
use super::navigation::{Navigation, OldAddress};
use super::problem::{self, Problem};
use super::site::{Reader, Site};
use super::validate::redirects;
use super::yaml;

/// Largest file of redirects, in bytes.
const LARGEST: u64 = 16 << 20;

impl Reader<'_> {
    /// The order of the articles, and the old addresses.
    pub(super) fn navigation(
        &self,
        site: &mut Site,
    ) -> Result<(Navigation, Vec<OldAddress>), Failure> {
        let Some(settings) = site.located.file.clone() else {
            return Ok((Navigation::default(), Vec::new()));
        };
        let mut navigation = Navigation::default();
        let entries = std::mem::take(&mut site.file.nav);
        if !entries.is_empty() {
            navigation.file = Some(self.beside(site, &settings));
            navigation.entries = entries;
        }
        let (file, pairs) = match std::mem::take(&mut site.file.redirects) {
            WrittenRedirects::Nothing => return Ok((navigation, Vec::new())),
            WrittenRedirects::Inline(pairs) => (settings, pairs),
            WrittenRedirects::File(name, range) => {
                let file = clean(&site.located.project.join(&name));
                let pairs = self.listed(&settings, &file, range)?;
                (file, pairs)
            }
        };
        let file = self.beside(site, &file);
        let old = pairs.into_iter().map(|(from, to)| OldAddress {
            file: file.clone(),
            from,
            to,
        });
        Ok((navigation, old.collect()))
    }

    /// The redirects of a file that the settings name.
    fn listed(&self, settings: &Path, file: &Path, named: TextRange) -> Result<Pairs, Failure> {
        let name = self.shown(file).display().to_string();
        let bytes = match self.fs.read(file, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) => {
                let message = match error.kind() {
                    io::ErrorKind::NotFound => format!("there is no file `{name}`"),
                    io::ErrorKind::FileTooLarge => format!("`{name}` is larger than 16 MiB"),
                    _ => format!("`{name}` cannot be read: {error}"),
                };
                let mut problem = Problem::new(named, message);
                problem.help("name a YAML file that maps old addresses to new ones");
                let shown = self.shown(settings).display().to_string();
                let text = self.fs.read(settings, LARGEST).unwrap_or_default();
                let text = String::from_utf8_lossy(&text);
                return Err(problem::failure(&shown, &text, vec![problem]));
            }
        };
        let text = String::from_utf8(bytes).map_err(|_| {
            Failure::configuration(format!("`{name}` is not UTF-8")).hint("save the file as UTF-8")
        })?;
        let mut problems = Vec::new();
        let pairs = match yaml::read(&text, &mut problems) {
            Ok(None) => Vec::new(),
            Ok(Some(root)) => {
                redirects(&root, &mut problems);
                redirect_pairs(&root)
            }
            Err(problem) => {
                problems.push(problem);
                Vec::new()
            }
        };
        if problems.is_empty() {
            return Ok(pairs);
        }
        Err(problem::failure(&name, &text, problems))
    }

    /// The name of a file as one of the site; one outside of the content is noted.
    fn beside(&self, site: &mut Site, file: &Path) -> SitePath {
        let below = file.strip_prefix(&site.content).unwrap_or_else(|_| {
            let name = file.file_name().unwrap_or_default();
            Path::new(name)
        });
        let names: Vec<_> = below.iter().map(|name| name.to_string_lossy()).collect();
        let path = SitePath::new(names.join("/"));
        site.layout.beside.insert(path.clone(), self.shown(file));
        path
    }
}
