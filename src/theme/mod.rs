//! Templates, words and assets: ours, with the project's laid over them. Loaded and checked once.
//!
//! In come the project's own files and the site's locales; out comes a [`Theme`] that fills templates and gives words.
//! What a template sees is none of its business: `render` hands contexts over and registers its functions.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use serde::Serialize;

pub use assets::ThemeAsset;
pub use audit::audit;
pub use embedded::{ThemeFile, built_in_file, built_in_paths};
pub use words::{USED_BY_CODE, UsedMessage};

use crate::failure::Failure;
use crate::l10n::messages::{MessageFile, Problem, Slotted};
use crate::l10n::{Argument, LocaleId, Locales, Messages};
use crate::source::{ContentHash, LocaleIndex};
use bounded::Checked;
use embedded::{File, Maker};

mod assets;
mod audit;
mod bounded;
mod embedded;
mod report;
mod uses;
mod words;

#[cfg(test)]
mod tests;

/// What the names of the project's logo and favicon among the assets begin with.
pub const LOGO: &str = "theme/logo.";
/// See [`LOGO`].
pub const FAVICON: &str = "theme/favicon.";

/// How many bytes a template may add to a page beside its content.
const MOST_ADDED: usize = 64 << 20;

/// The project's own files.
#[derive(Clone, Debug, Default)]
pub struct ProjectTheme {
    /// Everything below its `templates/`.
    pub templates: Vec<ThemeFile>,
    /// Everything below its `locales/`.
    pub locales: Vec<ThemeFile>,
    /// Rules that follow those of the style sheet.
    pub style: String,
}

/// Templates, words and assets, ready for use by many threads.
pub struct Theme {
    tera: tera::Tera,
    messages: Arc<Messages>,
    assets: Vec<ThemeAsset>,
    files: BTreeMap<String, File>,
    /// The project's templates as Tera has them.
    checked: BTreeMap<String, Checked>,
    hash: ContentHash,
}

impl Theme {
    /// Lays the project's files over the built-in ones and checks all of it: syntax of templates and messages, functions
    /// and filters, and that each message a template shows exists for every locale and gets its variables.
    /// `register` adds the functions that templates may call.
    ///
    /// # Errors
    /// The first kind of mistake found, with the places of all mistakes of that kind.
    pub fn load(
        project: ProjectTheme,
        locales: &Locales,
        register: impl FnOnce(&mut tera::Tera, &Arc<Messages>),
    ) -> Result<Self, Failure> {
        let message_files = message_files(project.locales)?;
        let messages = Messages::load(&message_files, locales)
            .map_err(|problems| report::problems("a message file cannot be used", &problems))?;
        let messages = Arc::new(messages);
        let mut files = embedded::templates(project.templates);
        if let Some(sheet) = files.get_mut("assets/css/site.css") {
            let own = !project.style.is_empty();
            own.then(|| sheet.bytes.to_mut().extend(project.style.bytes()));
        }
        let templates = templates(&files)?;
        check_uses(&templates, &messages, locales)?;
        let mut tera = tera::Tera::new();
        // Functions first: Tera looks for them when a template is added.
        register(&mut tera, &messages);
        bounded::register(&mut tera);
        tera.add_raw_templates(templates.iter().copied())
            .map_err(|error| report::tera(&error, &files, None))?;
        // What is right as it was written is taken with checks in it.
        let own = templates
            .iter()
            .filter(|(name, _)| files[*name].maker == Maker::Project);
        let checked: BTreeMap<String, Checked> = own
            .map(|(name, text)| ((*name).to_owned(), bounded::checked(text)))
            .collect();
        tera.add_raw_templates(checked.iter().map(|(name, checked)| (name, &checked.text)))
            .map_err(|error| report::tera(&error, &files, Some(&checked)))?;
        let hash = hash(&files, &message_files);
        Ok(Self {
            tera,
            messages,
            assets: assets::assets(&files)?,
            hash,
            files,
            checked,
        })
    }

    /// What pages of one locale share: a context that holds `site` and `locale`, and `assets`, `header` and `footer`
    /// made of them by the templates of those names below `parts/`, each rendered once here. A page adds what is its own.
    ///
    /// # Errors
    /// When one of the three templates fails.
    pub fn frame(
        &self,
        site: &impl Serialize,
        locale: &impl Serialize,
    ) -> Result<tera::Context, Failure> {
        let mut context = tera::Context::new();
        context.insert("site", site);
        context.insert("locale", locale);
        let mut text = Vec::new();
        let mut parts = Vec::new();
        for name in ["assets", "header", "footer"] {
            text.clear();
            self.render(&format!("parts/{name}.html"), &context, 0, &mut text)?;
            parts.push((
                name,
                tera::Value::safe_string(&String::from_utf8_lossy(&text)),
            ));
        }
        for (name, part) in parts {
            context.insert_value(name, part);
        }
        Ok(context)
    }

    /// Fills a template and adds the text to `out`. `content` is how many bytes of it are the author's: the template may
    /// add `MOST_ADDED` to them, so that a loop without end ends.
    ///
    /// # Errors
    /// When the template names what the context lacks, a function refuses its arguments, or the page grows too large; `out`
    /// then holds a part.
    pub fn render(
        &self,
        template: &str,
        context: &tera::Context,
        content: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), Failure> {
        let most = out.len().saturating_add(content).saturating_add(MOST_ADDED);
        let rendered = self
            .tera
            .render_to(template, context, Bounded { out, most });
        rendered.map_err(|error| match error.kind() {
            tera::ErrorKind::Io(_) => report::too_large(template),
            _ => report::tera(&error, &self.files, Some(&self.checked)),
        })
    }

    /// Whether a template of the project holds one of some words.
    pub fn project_names(&self, words: &[&str]) -> bool {
        self.checked
            .values()
            .any(|template| words.iter().any(|word| template.text.contains(word)))
    }

    /// The files that pages load, sorted by name.
    pub fn assets(&self) -> &[ThemeAsset] {
        &self.assets
    }

    /// The addresses of all assets by name, for `site.assets`.
    pub fn asset_urls(&self, base_path: &str) -> BTreeMap<String, String> {
        self.assets
            .iter()
            .map(|asset| (asset.name.clone(), format!("{base_path}/{}", asset.path)))
            .collect()
    }

    /// All words.
    pub fn messages(&self) -> &Messages {
        &self.messages
    }

    /// A message of [`USED_BY_CODE`] that needs no variable.
    ///
    /// # Panics
    /// When `id` is not in that list: loading has checked those that are.
    pub fn text(&self, locale: LocaleIndex, id: &str) -> &str {
        self.messages
            .text(locale, id)
            .unwrap_or_else(|| panic!("`{id}` is listed in theme::words, so that it was checked"))
    }

    /// A message of [`USED_BY_CODE`] with its variables.
    ///
    /// # Panics
    /// When `id` is not in that list with these variables: loading has checked those that are.
    pub fn message(
        &self,
        locale: LocaleIndex,
        id: &str,
        arguments: &[(&str, Argument<'_>)],
    ) -> Cow<'_, str> {
        self.messages
            .format(locale, id, arguments)
            .unwrap_or_else(|error| panic!("theme::words lists it: {error}"))
    }

    /// All messages of a locale whose ids begin with `prefix`, by the rest of their ids: for scripts.
    pub fn slotted(&self, locale: LocaleIndex, prefix: &str) -> BTreeMap<String, Slotted> {
        self.messages.slotted(locale, prefix)
    }

    /// A hash of every template, message and asset: what was rendered with another hash is rendered again.
    pub fn hash(&self) -> ContentHash {
        self.hash
    }
}

/// A text that takes so many bytes and no more.
struct Bounded<'o> {
    out: &'o mut Vec<u8>,
    most: usize,
}

impl io::Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.len() > self.most.saturating_sub(self.out.len()) {
            return Err(io::Error::from(io::ErrorKind::FileTooLarge));
        }
        self.out.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The message files with their locales.
fn message_files(project: Vec<ThemeFile>) -> Result<Vec<MessageFile>, Failure> {
    let mut files = Vec::new();
    for (path, file) in embedded::messages(project) {
        if extension(&path) != "ftl" {
            continue;
        }
        let shown = match file.maker {
            embedded::Maker::Project => format!("locales/{path}"),
            embedded::Maker::BuiltIn => format!("<polydoc>/locales/{path}"),
        };
        let locale = path
            .split_once('/')
            .and_then(|(folder, _)| LocaleId::parse(folder))
            .ok_or_else(|| {
                Failure::configuration(format!("`{shown}` lies in no locale's folder"))
                    .hint("move it to a folder named by a language tag, such as `locales/fr-FR/`")
            })?;
        let text = text(&shown, &file)?;
        files.push(MessageFile {
            text: text.to_owned(),
            maker: file.maker,
            path: shown,
            locale,
        });
    }
    Ok(files)
}

/// Names and texts of all templates.
fn templates(files: &BTreeMap<String, File>) -> Result<Vec<(&str, &str)>, Failure> {
    let template =
        |path: &&String| !path.starts_with("assets/") && matches!(extension(path), "html" | "xml");
    files
        .keys()
        .filter(template)
        .map(|path| {
            Ok((
                path.as_str(),
                text(&format!("templates/{path}"), &files[path])?,
            ))
        })
        .collect()
}

/// What stands behind the last dot, in the letter case it is written in: Tera escapes in `.html`, not in `.HTML`.
fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn text<'f>(path: &str, file: &'f File) -> Result<&'f str, Failure> {
    std::str::from_utf8(&file.bytes).map_err(|error| {
        let hint = "save it as UTF-8";
        Failure::configuration(format!(
            "`{path}` is no UTF-8 text: byte {} is wrong",
            error.valid_up_to() + 1
        ))
        .hint(hint)
    })
}

/// Every message that is shown exists for every locale, and gets the variables it has.
fn check_uses(
    templates: &[(&str, &str)],
    messages: &Messages,
    locales: &Locales,
) -> Result<(), Failure> {
    let mut problems = Vec::new();
    for (name, text) in templates {
        let path = format!("templates/{name}");
        let uses = match uses::uses(&path, text) {
            Ok(uses) => uses,
            Err(problem) => {
                problems.push(problem);
                continue;
            }
        };
        for found in uses {
            let given: Vec<&str> = found.arguments.iter().map(String::as_str).collect();
            if let Some((message, hint)) = locales
                .iter()
                .find_map(|(index, locale)| lacks(messages, index, &locale.id, &found.id, &given))
            {
                problems.push(Problem::new(&path, text, found.place, message).hint(hint));
            }
        }
    }
    if !problems.is_empty() {
        return Err(report::problems(
            "a template shows a message that cannot be made",
            &problems,
        ));
    }
    for used in USED_BY_CODE {
        if let Some((message, _)) = locales
            .iter()
            .find_map(|(index, locale)| lacks(messages, index, &locale.id, used.id, used.variables))
        {
            return Err(Failure::configuration(message)
                .hint("remove the variable from the project's own message"));
        }
    }
    Ok(())
}

/// Why a message cannot be made in a locale from these variables, and what to do.
fn lacks(
    messages: &Messages,
    index: LocaleIndex,
    locale: &LocaleId,
    id: &str,
    given: &[&str],
) -> Option<(String, String)> {
    let Some(variables) = messages.variables(index, id) else {
        return Some((
            format!("no message `{id}` for {locale}"),
            format!(
                "add `{id} = …` to a file in `locales/en-US/`, where every language looks last"
            ),
        ));
    };
    let missing = variables
        .iter()
        .find(|variable| !given.contains(&variable.as_str()))?;
    let message = format!("message `{id}` shows `${missing}` in {locale}, which is not given here");
    Some((
        message,
        format!("write `{missing}=…` into the call, or take `${missing}` out of the message"),
    ))
}

fn hash(files: &BTreeMap<String, File>, messages: &[MessageFile]) -> ContentHash {
    let templates = files
        .iter()
        .map(|(path, file)| (path.as_str(), &*file.bytes));
    let messages = messages
        .iter()
        .map(|file| (file.path.as_str(), file.text.as_bytes()));
    let mut bytes = Vec::new();
    for (path, text) in templates.chain(messages) {
        bytes.extend_from_slice(ContentHash::of(path.as_bytes()).0.as_slice());
        bytes.extend_from_slice(ContentHash::of(text).0.as_slice());
    }
    ContentHash::of(&bytes)
}
