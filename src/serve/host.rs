//! What a static host answers: files by address, the page of the reader's language for what does not exist, forwardings, the reader's
//! language at the root. Nothing is read from disk by the name that somebody asks for: a request chooses among the files of the
//! output, which are made by `pipeline`.

use percent_encoding::percent_decode_str;

use crate::catalogue::output_path;
use crate::config::Settings;
use crate::failure::{Failure, FailureKind};
use crate::l10n::{Locales, negotiate};
use crate::model::{OutputPath, Shown};
use crate::pipeline::Standing;
use crate::workspace::Workspace;

use super::Preview;
use super::live;
use super::page;
use super::reply::{HTML, Keep, Reply, kind_of};
use super::request::Request;
use super::side;

/// How often a file is asked for that changes at the same time.
const ATTEMPTS: usize = 4;

/// The answer to a request.
pub(super) fn answer(preview: &Preview, request: &Request) -> Reply {
    if let Some(own) = request.path.strip_prefix("/.polydoc/") {
        return own_answer(preview, request, own);
    }
    let mut attempt = 1;
    let answered = loop {
        let revision = preview.workspace.revision();
        match on_site(preview, request) {
            // It changed since the site was read, and nobody has told yet.
            Err(failure) if failure.kind == FailureKind::Changed && attempt < ATTEMPTS => {
                preview.workspace.look_again(revision);
                attempt += 1;
            }
            answered => break answered,
        }
    };
    live::added(answered.unwrap_or_else(|failure| broken(&failure)))
}

/// What belongs to the preview itself.
fn own_answer(preview: &Preview, request: &Request, path: &str) -> Reply {
    let json = |text: String| Reply::file("application/json", Keep::Never, text.into_bytes());
    match path {
        "page" => json(page::describe(preview, &request.query)),
        "side" => side::page(&request.query),
        _ => match live::asset(path) {
            Some(text) => Reply::file(kind_of(path), Keep::Asking, text.as_bytes().to_vec()),
            None => Reply::refusal((404, "Not Found")),
        },
    }
}

/// The answer of the site.
fn on_site(preview: &Preview, request: &Request) -> Result<Reply, Failure> {
    let workspace = &*preview.workspace;
    let state = workspace.state();
    let (Some(settings), Some(locales)) = (state.settings(), state.locales()) else {
        return Ok(match &state.broken {
            Some(failure) => broken(failure),
            None => being_read(),
        });
    };
    let base = &settings.base_path;
    let below = match below(settings, &request.path) {
        Some("") => return Ok(Reply::to(&format!("{base}/"))),
        Some(below) => &below[1..],
        None if request.path == "/" => return Ok(Reply::to(&format!("{base}/"))),
        None => return Ok(Reply::refusal((404, "Not Found"))),
    };
    let readers = readers_locale(locales, request);
    if let Some(url) = readers.filter(|_| below.is_empty())
        && settings.has_output("language_page", true)
    {
        return Ok(Reply::to(&format!("{base}/{url}/")).by_language());
    }
    let Some(standing) = state.standing_for(workspace.fs(), below)? else {
        return Ok(being_read());
    };
    let site = Host {
        workspace,
        standing: &standing,
        readers,
    };
    if below.is_empty() {
        site.root()
    } else {
        site.at(request, below)
    }
}

/// What lies below the path that a site is published at: nothing, or something that begins with a slash.
pub(super) fn below<'p>(settings: &Settings, path: &'p str) -> Option<&'p str> {
    let base = percent_decode_str(&settings.base_path).decode_utf8_lossy();
    let below = path.strip_prefix(&*base)?;
    (below.is_empty() || below.starts_with('/')).then_some(below)
}

/// The language of a site that suits a reader best, as it stands in addresses.
fn readers_locale<'l>(locales: &'l Locales, request: &Request) -> Option<&'l str> {
    let all = || locales.iter().map(|(_, locale)| locale);
    let tags: Vec<&str> = all().map(|locale| locale.id.as_str()).collect();
    let tag = negotiate::choose(&request.accept_language, &tags)?;
    let locale = all().find(|locale| locale.id.as_str() == tag)?;
    Some(&locale.url)
}

/// The site as a host has it.
struct Host<'s> {
    workspace: &'s Workspace,
    standing: &'s Standing,
    /// The language of the reader, as it stands in addresses.
    readers: Option<&'s str>,
}

impl Host<'_> {
    /// The page that lists all languages.
    fn root(&self) -> Result<Reply, Failure> {
        match self.file("index.html")? {
            Some(list) => Ok(list.by_language()),
            None => self.missing(""),
        }
    }

    /// What is at a path below the root.
    fn at(&self, request: &Request, path: &str) -> Result<Reply, Failure> {
        let file = if path.ends_with('/') {
            format!("{path}index.html")
        } else {
            path.to_owned()
        };
        if let Some(reply) = self.file(&file)? {
            return Ok(match self.forwarding(&file) {
                Some(to) => reply.elsewhere(&to),
                None => reply,
            });
        }
        if !path.ends_with('/') && self.has(&format!("{path}/index.html"))? {
            let query = match request.query.as_str() {
                "" => String::new(),
                query => format!("?{query}"),
            };
            let to = format!("{}/{query}", request.raw);
            return Ok(Reply::to(&to));
        }
        self.missing(path)
    }

    /// Whether there is a file.
    fn has(&self, path: &str) -> Result<bool, Failure> {
        let is_page = OutputPath::new(path).is_some_and(|it| self.standing.page_at(&it).is_some());
        Ok(is_page || self.file(path)?.is_some())
    }

    /// A file of the output.
    fn file(&self, path: &str) -> Result<Option<Reply>, Failure> {
        let Some(path) = OutputPath::new(path) else {
            return Ok(None);
        };
        let Some(bytes) = self.standing.artifact(self.workspace.fs(), &path)? else {
            return Ok(None);
        };
        let name = path.as_str();
        // Names below `assets/` change with their contents, but for those that begin a search.
        let is_named_so = name.starts_with("assets/") && !name.starts_with("assets/search/");
        let keep = if is_named_so {
            Keep::Forever
        } else {
            Keep::Asking
        };
        Ok(Some(Reply::file(kind_of(name), keep, bytes)))
    }

    /// Where a forwarding leads.
    fn forwarding(&self, path: &str) -> Option<String> {
        let page = self.standing.page_at(&OutputPath::new(path)?)?;
        let site = self.standing.site();
        let address = |to| {
            format!(
                "{}{}",
                self.standing.settings().base_path,
                site.page(to).url
            )
        };
        match &site.page(page).shown {
            Shown::Redirect(to) => Some(address(*to)),
            Shown::Forward(Some(to), tail) => Some(format!("{}{tail}", address(*to))),
            Shown::Forward(None, elsewhere) => Some(elsewhere.to_string()),
            _ => None,
        }
    }

    /// The page for what does not exist: of the language in the address, else of the reader's, else of the site.
    fn missing(&self, path: &str) -> Result<Reply, Failure> {
        let first = path.split('/').next().unwrap_or_default();
        let of_address = self.standing.site().locales.find(first);
        let url = match of_address {
            Some(index) => Some(&*self.standing.site().locales.get(index).url),
            None => self.readers,
        };
        let own = url.map(|url| format!("{url}/404.html"));
        for file in own.into_iter().chain(["404.html".to_owned()]) {
            let path = OutputPath::new(&file);
            if path.is_some_and(|path| output_is_page(&path, self))
                && let Some(reply) = self.file(&file)?
            {
                return Ok(reply.instead(404, "Not Found").by_language());
            }
        }
        Ok(Reply::refusal((404, "Not Found")))
    }
}

/// Whether a file for missing pages is one: an article may have taken its place.
fn output_is_page(path: &OutputPath, host: &Host<'_>) -> bool {
    let site = host.standing.site();
    match host.standing.page_at(path) {
        Some(page) => {
            let page = site.page(page);
            page.shown == Shown::NotFound && output_path(&page.url) == *path
        }
        None => true,
    }
}

/// A page that says why there is none, and goes away by itself.
fn broken(failure: &Failure) -> Reply {
    let page = live::failure_page(failure);
    Reply::file(HTML, Keep::Never, page.into_bytes()).instead(500, "Internal Server Error")
}

/// The same while the site is read.
fn being_read() -> Reply {
    let page = live::waiting_page();
    Reply::file(HTML, Keep::Never, page.into_bytes()).instead(503, "Service Unavailable")
}
