//! What a static host answers: files by address, the page of the reader's language for what does not exist, forwardings, the reader's
//! language at the root. Nothing is read from disk by the name that somebody asks for: a request chooses among the files of the
//! output, which are made by `pipeline`.

use crate::catalogue::output_path;
use crate::failure::{Failure, FailureKind};
use crate::l10n::negotiate;
use crate::model::{OutputPath, Shown};
use crate::pipeline::{Standing, Touched};
use crate::workspace::Workspace;

use super::Preview;
use super::live;
use super::page;
use super::reply::{Keep, Reply, kind_of};
use super::request::Request;
use super::side;

/// How often a file is asked for that changes at the same time.
const ATTEMPTS: usize = 4;

/// The answer to a request.
pub(super) fn answer(preview: &Preview, request: &Request) -> Reply {
    if let Some(own) = request.path.strip_prefix("/.polydoc/") {
        return own_answer(preview, request, own);
    }
    for _ in 1..ATTEMPTS {
        match on_site(preview, request) {
            // It changed since the site was read, and nobody has told yet.
            Err(failure) if failure.kind == FailureKind::Changed => {
                preview.workspace.apply(&Touched::Anything);
            }
            result => return result.unwrap_or_else(|failure| broken(&failure)),
        }
    }
    on_site(preview, request).unwrap_or_else(|failure| broken(&failure))
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
    let Some(standing) = &state.standing else {
        return Ok(match &state.broken {
            Some(failure) => broken(failure),
            None => Reply::refusal((503, "Service Unavailable")),
        });
    };
    let site = Host {
        workspace,
        standing,
    };
    let base = &standing.settings().base_path;
    let decoded = percent_encoding::percent_decode_str(base).decode_utf8_lossy();
    let Some(below) = request.path.strip_prefix(&*decoded) else {
        return Ok(if request.path == "/" {
            Reply::to(&format!("{base}/"))
        } else {
            Reply::refusal((404, "Not Found"))
        });
    };
    match below {
        "" => Ok(Reply::to(&format!("{base}/"))),
        "/" => site.root(request),
        _ if below.starts_with('/') => site.at(request, &below[1..]),
        _ => Ok(Reply::refusal((404, "Not Found"))),
    }
}

/// The site as a host has it.
struct Host<'s> {
    workspace: &'s Workspace,
    standing: &'s Standing,
}

impl Host<'_> {
    /// The root: the reader's language, or the page that lists all.
    fn root(&self, request: &Request) -> Result<Reply, Failure> {
        let list = self.file("index.html")?;
        let wants_list = self.standing.settings().has_output("language_page", true);
        match self.readers_locale(request).filter(|_| wants_list) {
            Some(url) => {
                let to = format!("{}/{url}/", self.standing.settings().base_path);
                Ok(Reply::to(&to).by_language())
            }
            None => match list {
                Some(list) => Ok(list.by_language()),
                None => self.missing(request, ""),
            },
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
        if !path.ends_with('/') && self.file(&format!("{path}/index.html"))?.is_some() {
            let query = match request.query.as_str() {
                "" => String::new(),
                query => format!("?{query}"),
            };
            let to = format!("{}/{query}", request.raw);
            return Ok(Reply::to(&to));
        }
        self.missing(request, path)
    }

    /// A file of the output, pages with the script of the preview.
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
        let reply = Reply::file(kind_of(name), keep, bytes);
        Ok(Some(if kind_of(name).starts_with("text/html") {
            live::added(reply)
        } else {
            reply
        }))
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
    fn missing(&self, request: &Request, path: &str) -> Result<Reply, Failure> {
        let first = path.split('/').next().unwrap_or_default();
        let of_address = self.standing.site().locales.find(first);
        let url = match of_address {
            Some(index) => Some(&*self.standing.site().locales.get(index).url),
            None => self.readers_locale(request),
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

    /// The language of the site that suits a reader best, as it stands in addresses.
    fn readers_locale(&self, request: &Request) -> Option<&str> {
        let locales = &self.standing.site().locales;
        let tags: Vec<&str> = locales
            .iter()
            .map(|(_, locale)| locale.id.as_str())
            .collect();
        let tag = negotiate::choose(&request.accept_language, &tags)?;
        let mut all = locales.iter();
        let (_, locale) = all.find(|(_, locale)| locale.id.as_str() == tag)?;
        Some(&locale.url)
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
    let reply = Reply::file("text/html; charset=utf-8", Keep::Never, page.into_bytes());
    live::added(reply).instead(500, "Internal Server Error")
}
