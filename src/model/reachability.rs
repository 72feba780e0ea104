//! What is known of an address on another site: facts that the network gave, now or when it was last asked.

use std::collections::BTreeMap;

use super::Date;

/// What came of asking for an address. A redirect that ends well is a verdict of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is there.
    Answers,
    /// It is there, at another address.
    Moved {
        /// The address that answered, in the language that the author chose; with a fragment when the redirects named one.
        to: Box<str>,
        /// Whether every hop says that it is for good (301, 308).
        permanently: bool,
    },
    /// The host says that there is nothing: 404 or 410.
    Gone {
        /// The status code (RFC 9110, section 15).
        status: u16,
    },
    /// The page says that there is nothing, although its status says the contrary.
    GoneInDisguise {
        /// By which sign it was known.
        sign: Box<str>,
    },
    /// Programs are not let in: 401, 403, 407, 429, 451, 999. It may be there for people.
    Refused {
        /// The status code.
        status: u16,
    },
    /// The host answers with another status, again and again.
    Failing {
        /// The status code.
        status: u16,
    },
    /// The name of the host does not exist.
    NoHost,
    /// The host cannot prove who it is, or does not speak TLS as we do.
    TlsFailure {
        /// Why not, in a few words.
        why: Box<str>,
    },
    /// The host did not answer in time, again and again.
    Silent,
    /// No connection came about, or it broke, again and again.
    Unreachable {
        /// What happened.
        why: Box<str>,
    },
    /// The redirects lead nowhere.
    Circular {
        /// How many were followed.
        hops: u32,
    },
    /// It was not asked, since it lies where strangers' articles must not lead us.
    Forbidden {
        /// Why, in a few words.
        why: Box<str>,
    },
    /// It was not asked for another reason.
    NotAsked(NotAsked),
}

/// Why an address was not asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAsked {
    /// The settings say to leave it alone.
    Ignored,
    /// Only the cache is used, and it does not know it.
    Offline,
    /// The time for all addresses was over.
    OutOfTime,
}

/// What a fragment of an address leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FragmentFound {
    /// The page has it.
    Present,
    /// The page does not have it.
    Absent,
    /// The page is made by a script, or is no HTML: nobody can tell without a browser.
    Unverifiable,
}

/// What is known of one address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachability {
    /// What came of asking.
    pub verdict: Verdict,
    /// For an address of `http`: whether the same address answers on `https`.
    pub answers_on_https: bool,
    /// The fragments that articles use, as written without `#`.
    pub fragments: BTreeMap<Box<str>, FragmentFound>,
    /// The day on which it was asked.
    pub asked: Date,
    /// Whether the cache gave it.
    pub from_cache: bool,
    /// How long the answer took, in milliseconds; from the cache in whole seconds, 0 when it was less than one.
    pub milliseconds: u64,
    /// The day on which it was found broken after it had been there; `None` when it is not broken, or was never seen otherwise.
    pub broken_since: Option<Date>,
}

impl Reachability {
    /// From how many milliseconds on an answer is called slow.
    pub const SLOW: u64 = 1000;

    /// Days for which a broken address is called newly broken.
    const NEW: i64 = 7;

    /// Whether it was there not long before it was asked.
    pub fn is_newly_broken(&self) -> bool {
        let days = |since: Date| self.asked.days() - since.days();
        self.broken_since
            .is_some_and(|since| days(since) < Self::NEW)
    }
}

impl Verdict {
    /// The word by which tables and caches call it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Answers => "ok",
            Self::Moved {
                permanently: true, ..
            } => "moved",
            Self::Moved { .. } => "redirected",
            Self::Gone { .. } => "gone",
            Self::GoneInDisguise { .. } => "soft-404",
            Self::Refused { .. } => "refused",
            Self::Failing { .. } => "failing",
            Self::NoHost => "no-host",
            Self::TlsFailure { .. } => "tls-failure",
            Self::Silent => "timeout",
            Self::Unreachable { .. } => "unreachable",
            Self::Circular { .. } => "redirect-loop",
            Self::Forbidden { .. } => "forbidden",
            Self::NotAsked(_) => "not-asked",
        }
    }

    /// Whether the address is certainly broken: asking again tomorrow would give the same.
    pub fn is_broken(&self) -> bool {
        matches!(
            self,
            Self::Gone { .. }
                | Self::GoneInDisguise { .. }
                | Self::NoHost
                | Self::TlsFailure { .. }
                | Self::Circular { .. }
        )
    }

    /// Whether asking again may well give something else.
    pub fn is_flaky(&self) -> bool {
        matches!(
            self,
            Self::Failing { .. } | Self::Silent | Self::Unreachable { .. }
        )
    }

    /// Whether the address answered with a page.
    pub fn is_there(&self) -> bool {
        matches!(self, Self::Answers | Self::Moved { .. })
    }
}

/// What is known of all addresses of a run, by the address without fragment (see [`crate::model::Address`]).
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// By address.
    pub by_url: BTreeMap<Box<str>, Reachability>,
    /// How many places of the site hold each address that was gathered.
    pub places: BTreeMap<Box<str>, usize>,
    /// The day on which it was asked; `None` when nothing was.
    pub today: Option<Date>,
}

impl Reached {
    /// What is known of an address.
    pub fn of(&self, address: &Address) -> Option<&Reachability> {
        self.by_url.get(&address.url)
    }
}

/// An address of the web as browsers read it: the part that is asked for, and the fragment that is looked for in the answer.
///
/// Two spellings of one address (letter case of the host, `http://a` and `http://a/`, odd spellings of IP addresses) are
/// one address. Source: <https://url.spec.whatwg.org/>.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Address {
    /// Scheme, host, path and query, normalised.
    pub url: Box<str>,
    /// The fragment without `#`, as written; `None` when there is none, or only a text fragment (`#:~:text=`).
    pub fragment: Option<Box<str>>,
}

impl Address {
    /// Reads an absolute `http` or `https` address; `//host/path` is one of `https`. `None` for everything else.
    pub fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        let completed;
        let text = if written.starts_with("//") {
            completed = format!("https:{written}");
            &completed
        } else {
            written
        };
        let mut url = url::Url::parse(text).ok()?;
        if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
            return None;
        }
        let fragment = url
            .fragment()
            .map(|fragment| {
                fragment
                    .split_once(":~:")
                    .map_or(fragment, |(before, _)| before)
            })
            .filter(|fragment| !fragment.is_empty())
            .map(Box::from);
        url.set_fragment(None);
        Some(Self {
            url: url.as_str().into(),
            fragment,
        })
    }

    /// The host, with the port when it is not the usual one.
    pub fn host(&self) -> &str {
        let rest = self
            .url
            .split_once("://")
            .map_or(&*self.url, |(_, rest)| rest);
        let authority = rest.split(['/', '?']).next().unwrap_or(rest);
        authority
            .rsplit_once('@')
            .map_or(authority, |(_, host)| host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<String>) {
        let address = Address::read(text).expect("an address");
        (
            address.url.into_string(),
            address.fragment.map(String::from),
        )
    }

    #[test]
    fn spellings_of_one_address_are_one_address() {
        assert_eq!(
            read("HTTPS://Example.ORG"),
            ("https://example.org/".into(), None)
        );
        assert_eq!(
            read("//example.org/a#b"),
            ("https://example.org/a".into(), Some("b".into()))
        );
        assert_eq!(
            read("http://example.org:80/%7e?q#").0,
            "http://example.org/%7e?q"
        );
        assert_eq!(
            read("https://example.org/fr-fr/x").0,
            "https://example.org/fr-fr/x"
        );
    }

    #[test]
    fn odd_spellings_of_ip_addresses_are_seen_through() {
        for odd in [
            "http://0x7f.1/",
            "http://2130706433/",
            "http://0177.0.0.1",
            "http://127.1",
        ] {
            assert_eq!(read(odd).0, "http://127.0.0.1/", "{odd}");
        }
        assert_eq!(
            read("http://[::ffff:127.0.0.1]/").0,
            "http://[::ffff:7f00:1]/"
        );
    }

    #[test]
    fn a_text_fragment_is_no_fragment() {
        assert_eq!(read("https://a.example/x#:~:text=word").1, None);
        assert_eq!(
            read("https://a.example/x#id:~:text=word").1.as_deref(),
            Some("id")
        );
    }

    #[test]
    fn what_is_no_web_address_is_none() {
        for text in [
            "mailto:a@b.c",
            "ms-settings:display",
            "/a",
            "https:",
            "ftp://a.example",
            "",
        ] {
            assert_eq!(Address::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_host_is_named_without_user_and_with_its_port() {
        let host = |text| Address::read(text).expect("an address").host().to_owned();
        assert_eq!(host("https://u:p@example.org:8443/x"), "example.org:8443");
        assert_eq!(host("https://example.org?x"), "example.org");
    }
}
