//! Answers: status, header fields and body, written as HTTP/1.1 with validators, compression and ranges.

use std::io::{self, Write};

use crate::source::ContentHash;

use super::coding::Coding;
use super::request::{Method, Request};

/// The kind of pages.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// Smaller bodies are not compressed.
const SMALLEST: usize = 860;

/// How long browsers may keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    /// Its name changes with its contents.
    Forever,
    /// It is asked for each time whether it is the same.
    Asking,
    /// Not at all.
    Never,
}

/// An answer.
#[derive(Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    phrase: &'static str,
    kind: &'static str,
    keep: Keep,
    /// Where to go instead.
    location: Option<String>,
    /// Which header fields of the request decided.
    vary: Option<&'static str>,
    /// What the validator is made of: the file, without what the preview adds.
    hash: Option<ContentHash>,
    pub(super) body: Vec<u8>,
}

impl Reply {
    /// A file.
    pub(super) fn file(kind: &'static str, keep: Keep, body: Vec<u8>) -> Self {
        Self {
            status: 200,
            phrase: "OK",
            kind,
            keep,
            location: None,
            vary: None,
            hash: Some(ContentHash::of(&body)),
            body,
        }
    }

    /// A word about a request that is not answered as asked.
    pub(super) fn refusal((status, phrase): (u16, &'static str)) -> Self {
        Self {
            status,
            phrase,
            hash: None,
            ..Self::file(
                "text/plain; charset=utf-8",
                Keep::Never,
                format!("{phrase}\n").into_bytes(),
            )
        }
    }

    /// What is shown instead of a page that does not exist, or cannot be made.
    pub(super) fn instead(mut self, status: u16, phrase: &'static str) -> Self {
        self.status = status;
        self.phrase = phrase;
        self.keep = Keep::Never;
        self
    }

    /// A word that what is asked for lies elsewhere.
    pub(super) fn to(location: &str) -> Self {
        Self::refusal((302, "Found")).elsewhere(location)
    }

    /// A word that the page lies elsewhere. Never permanent: a preview must not teach browsers anything for good.
    pub(super) fn elsewhere(mut self, location: &str) -> Self {
        // Addresses come from authors too: a line end among them would begin another field.
        let line = location.chars().filter(|c| !c.is_control());
        self.location = Some(line.collect());
        self.instead(302, "Found")
    }

    /// Says that the reader's languages decided.
    pub(super) fn by_language(mut self) -> Self {
        self.vary = Some("Accept-Language");
        self
    }

    /// What tells the versions of a page apart, whatever its status; `None` for what is no page that is shown.
    pub(super) fn version(&self) -> Option<String> {
        let is_shown = self.kind == HTML && self.location.is_none();
        let hash = self.hash.filter(|_| is_shown)?;
        Some(format!("{}-{}", hash.short(), self.status))
    }

    /// What the validator is made of, when it has one.
    fn tag(&self) -> Option<String> {
        self.hash.map(|hash| hash.short())
    }

    /// Writes it as the request asks.
    pub(super) fn write(
        mut self,
        request: Option<&Request>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut extra = String::new();
        let version = self.version();
        let mut tag = self.tag().filter(|_| self.status == 200);
        if let Some(request) = request {
            let wanted = is_range_wanted(request, tag.as_deref());
            let is_worth_it = is_text(self.kind) && self.body.len() >= SMALLEST;
            let coding = Coding::choose(&request.accept_encoding)
                .filter(|_| is_worth_it && wanted.is_none());
            if let (Some(coding), Some(tag)) = (coding, &mut tag) {
                // Each form of a file has a validator of its own.
                tag.extend(["-", coding.name()]);
            }
            if tag
                .as_ref()
                .is_some_and(|tag| is_known(&request.if_none_match, tag))
            {
                (self.status, self.phrase) = (304, "Not Modified");
                self.body.clear();
            } else if let Some(coding) = coding {
                self.body = coding.pack(&self.body)?;
                extra.extend(["Content-Encoding: ", coding.name(), "\r\n"]);
            } else if let Some(range) = wanted.filter(|_| self.status == 200) {
                self.cut(range, &mut extra);
            }
        }
        if is_text(self.kind) {
            extra.push_str("Vary: Accept-Encoding");
            extra.extend(self.vary.into_iter().flat_map(|vary| [", ", vary]));
            extra.push_str("\r\n");
        }
        let mut line = |name: &str, value: &str| {
            extra.extend([name, ": ", value, "\r\n"]);
        };
        if let Some(tag) = &tag {
            line("ETag", &format!("\"{tag}\""));
        }
        if let Some(version) = &version {
            line("Polydoc-Version", version);
        }
        if let Some(location) = &self.location {
            line("Location", location);
        }
        if self.status == 405 {
            line("Allow", "GET, HEAD");
        }
        line(
            "Cache-Control",
            match self.keep {
                Keep::Forever => "public, max-age=31536000, immutable",
                Keep::Asking => "no-cache",
                Keep::Never => "no-store",
            },
        );
        if self.status == 200 {
            line("Accept-Ranges", "bytes");
        }
        let keeps = request.is_some_and(|request| request.keeps);
        line("Connection", if keeps { "keep-alive" } else { "close" });
        if self.status != 304 {
            line("Content-Type", self.kind);
            line("Content-Length", &self.body.len().to_string());
        }
        let (status, phrase) = (self.status, self.phrase);
        let head = format!("HTTP/1.1 {status} {phrase}\r\n{SAFETY}{extra}\r\n");
        out.write_all(head.as_bytes())?;
        if request.is_none_or(|request| request.method == Method::Get) {
            out.write_all(&self.body)?;
        }
        out.flush()
    }

    /// Leaves a part of the body.
    fn cut(&mut self, range: Range, extra: &mut String) {
        let length = self.body.len();
        if let Some((first, last)) = range.within(length) {
            self.body.truncate(last + 1);
            self.body.drain(..first);
            (self.status, self.phrase) = (206, "Partial Content");
            let range = format!("Content-Range: bytes {first}-{last}/{length}\r\n");
            extra.push_str(&range);
        } else {
            self.body.clear();
            (self.status, self.phrase) = (416, "Range Not Satisfiable");
            let range = format!("Content-Range: bytes */{length}\r\n");
            extra.push_str(&range);
        }
    }
}

/// What every answer says: no other site may read, frame or guess anything.
pub(super) const SAFETY: &str = "X-Content-Type-Options: nosniff\r\n\
    Content-Security-Policy: frame-ancestors 'self'\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\n\
    Referrer-Policy: same-origin\r\n";

/// A part of a file, as asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Range {
    /// From a byte, up to one or to the end.
    From(usize, Option<usize>),
    /// The last bytes.
    Last(usize),
}

impl Range {
    /// The first and the last byte; `None` when there are none.
    fn within(self, length: usize) -> Option<(usize, usize)> {
        let end = length.checked_sub(1)?;
        match self {
            Self::From(first, last) if first <= end => {
                Some((first, last.map_or(end, |last| last.min(end))))
            }
            Self::Last(count) if count > 0 => Some((length.saturating_sub(count), end)),
            _ => None,
        }
    }
}

/// The one range that is asked for of the version that is known; whatever else is asked for gets the whole file.
fn is_range_wanted(request: &Request, tag: Option<&str>) -> Option<Range> {
    let written = request.range.as_deref()?;
    if let Some(known) = &request.if_range
        && tag.is_none_or(|tag| known.trim_matches('"') != tag)
    {
        return None;
    }
    let (first, last) = written.strip_prefix("bytes=")?.split_once('-')?;
    let number = |text: &str| text.trim().parse::<usize>().ok();
    match (first.trim(), last.trim()) {
        ("", last) => number(last).map(Range::Last),
        (first, "") => Some(Range::From(number(first)?, None)),
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some(Range::From(first, Some(last)))
        }
    }
}

/// Whether a list of validators holds one.
fn is_known(list: &str, tag: &str) -> bool {
    list.split(',').map(str::trim).any(|one| {
        let one = one.strip_prefix("W/").unwrap_or(one);
        one == "*" || one.strip_prefix('"').and_then(|it| it.strip_suffix('"')) == Some(tag)
    })
}

fn is_text(kind: &str) -> bool {
    kind.starts_with("text/")
        || ["json", "xml", "javascript"]
            .iter()
            .any(|part| kind.contains(part))
}

/// What a file is, by its name.
pub(super) fn kind_of(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "atom" => "application/atom+xml",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "bmp" => "image/bmp",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        "ogg" => "audio/ogg",
        "wav" => "audio/wav",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "woff" => "font/woff",
        "woff2" => "font/woff2",
        "ttf" => "font/ttf",
        "otf" => "font/otf",
        "vtt" => "text/vtt; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_what_lies_within() {
        assert_eq!(Range::From(2, Some(4)).within(10), Some((2, 4)));
        assert_eq!(Range::From(2, Some(40)).within(10), Some((2, 9)));
        assert_eq!(Range::From(10, None).within(10), None);
        assert_eq!(Range::Last(3).within(10), Some((7, 9)));
        assert_eq!(Range::Last(30).within(10), Some((0, 9)));
        assert_eq!(Range::Last(0).within(10), None);
        assert_eq!(Range::From(0, None).within(0), None);
    }

    #[test]
    fn validators_are_compared_one_by_one() {
        assert!(is_known("\"a\", W/\"b\"", "b"));
        assert!(is_known("*", "b"));
        assert!(!is_known("\"ab\"", "b") && !is_known("", "b"));
    }
}
