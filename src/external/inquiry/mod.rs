//! One address from the first request to the verdict: which method, which hop, whether to ask again, and when.
//!
//! In: an address with the fragments that articles use, and one answer after the other. Out: after each answer either the
//! next request, or what is known now. It neither waits nor sends: `schedule` does the one, `exchange` the other.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use crate::config::External;
use crate::model::{Address, Date, FragmentFound, Reachability, Verdict};

use super::exchange::{Exchange, Method, Reply, Request, Trouble};
use super::page::{self, Wanted};

use moves::{is_upgrade, only_adds_language, secured, suggestion};
use permission::{headers_for, refusal, remapped, shown};

mod moves;
mod permission;

/// First pause before an address is asked again; each next one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// Longest pause that is not asked for by the host.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// An address that is being asked for.
#[derive(Debug)]
pub(super) struct Inquiry {
    /// The address as articles write it.
    address: Address,
    fragments: Vec<Box<str>>,
    url: String,
    method: Method,
    seen: BTreeSet<String>,
    permanently: bool,
    /// The fragment that the last redirect named.
    landing_at: Option<String>,
    attempt: u32,
    hops: u32,
    /// What is known while it is only asked whether `https` answers as well.
    known: Option<Reachability>,
    /// Time spent on answers and pauses.
    spent: Duration,
    /// Time spent on answers alone.
    answering: Duration,
}

/// What comes next.
#[derive(Debug)]
pub(super) enum Next {
    /// Nothing: this is known of the address.
    Known(Box<str>, Reachability),
    /// Nothing either, and the host needs not be asked over `https` any more: it does not speak it.
    KnownWithoutHttps(Box<str>, Reachability),
    /// A request, not before so much time has passed; the whole host rests when it asked for that.
    Ask {
        /// The inquiry.
        inquiry: Box<Inquiry>,
        /// How long to wait.
        pause: Duration,
        /// Whether nothing else of that host may be asked meanwhile.
        whole_host: bool,
    },
}

/// What holds for all inquiries of a run.
#[derive(Clone, Copy)]
pub(super) struct Rules<'r> {
    /// The settings.
    pub(super) external: &'r External,
    /// Today.
    pub(super) today: Date,
}

impl Inquiry {
    /// Begins with an address.
    pub(super) fn new(address: Address, fragments: Vec<Box<str>>, external: &External) -> Self {
        let url = remapped(&address.url, external);
        let looks_inside = external
            .soft_missing
            .iter()
            .any(|soft| soft.text.is_some() && soft.matches.is_match(&*address.url));
        let method = if fragments.is_empty() && !looks_inside {
            Method::Head
        } else {
            Method::Get
        };
        Self {
            seen: BTreeSet::from([url.clone()]),
            address,
            fragments,
            url,
            method,
            permanently: true,
            landing_at: None,
            attempt: 0,
            hops: 0,
            known: None,
            spent: Duration::ZERO,
            answering: Duration::ZERO,
        }
    }

    /// The host that is asked next.
    pub(super) fn host(&self) -> String {
        Address::read(&self.url).map_or_else(String::new, |address| address.host().to_owned())
    }

    /// Whether the page is known, and only `https` is left to be asked.
    pub(super) fn asks_for_https(&self) -> bool {
        self.known.is_some()
    }

    /// What is known without asking on.
    pub(super) fn given_up(self, verdict: Verdict, rules: Rules<'_>) -> (Box<str>, Reachability) {
        let known = match &self.known {
            Some(known) => known.clone(),
            None => self.known_as(verdict, BTreeMap::new(), rules),
        };
        (self.address.url, known)
    }

    /// Sends the next request and judges its answer.
    pub(super) fn step(mut self, exchange: &dyn Exchange, rules: Rules<'_>) -> Next {
        if let Some(why) = refusal(&self.url, rules.external) {
            let verdict = if self.hops == 0 {
                Verdict::Forbidden { why: why.into() }
            } else {
                Verdict::Forbidden {
                    why: format!("it redirects to `{}`: {why}", shown(&self.url)).into(),
                }
            };
            let (address, known) = self.given_up(verdict, rules);
            return Next::Known(address, known);
        }
        let headers = headers_for(&self.url, rules.external);
        let start = Instant::now();
        let answer = exchange.send(Request {
            url: &self.url,
            method: self.method,
            headers: &headers,
        });
        if let Some(mut known) = self.known.take() {
            return match answer {
                Ok(reply) => {
                    known.answers_on_https = (200..300).contains(&reply.status);
                    Next::Known(self.address.url, known)
                }
                Err(_) => Next::KnownWithoutHttps(self.address.url, known),
            };
        }
        let took = start.elapsed();
        self.spent += took;
        self.answering += took;
        self.attempt += 1;
        match answer {
            Ok(reply) => self.answered(reply, rules),
            Err(trouble) => self.failed(trouble, rules),
        }
    }

    fn answered(self, reply: Reply, rules: Rules<'_>) -> Next {
        let external = rules.external;
        let accepted = external.accept.iter().any(|accepted| {
            accepted.status.contains(&reply.status) && accepted.matches.is_match(&*self.address.url)
        });
        match (reply.status, &reply.location) {
            _ if accepted => self.landed(reply, rules),
            (200..300, _) => self.landed(reply, rules),
            (300..400, Some(location)) => {
                let location = location.clone();
                self.hop(reply.status, &location, rules)
            }
            (429 | 503, _) if self.may_repeat(external, reply.retry_after) => {
                self.again(reply.retry_after)
            }
            // Many hosts answer `HEAD` with anything but the truth.
            (400.., _) if self.method == Method::Head => self.with_get(),
            (404 | 410, _) => self.ended(
                Verdict::Gone {
                    status: reply.status,
                },
                rules,
            ),
            (401 | 403 | 407 | 429 | 451 | 999, _) => self.ended(
                Verdict::Refused {
                    status: reply.status,
                },
                rules,
            ),
            (408 | 425 | 500.., _) if self.may_repeat(external, reply.retry_after) => {
                self.again(reply.retry_after)
            }
            (status, _) => self.ended(Verdict::Failing { status }, rules),
        }
    }

    fn failed(self, trouble: Trouble, rules: Rules<'_>) -> Next {
        let verdict = match trouble {
            Trouble::NoHost => Verdict::NoHost,
            Trouble::Forbidden(why) => Verdict::Forbidden { why: why.into() },
            Trouble::Tls(why) => Verdict::TlsFailure { why: why.into() },
            Trouble::Silent | Trouble::Broken(_) if self.may_repeat(rules.external, None) => {
                return self.with_get_after_pause();
            }
            Trouble::Silent => Verdict::Silent,
            Trouble::Broken(why) => Verdict::Unreachable { why: why.into() },
        };
        self.ended(verdict, rules)
    }

    fn may_repeat(&self, external: &External, asked: Option<Duration>) -> bool {
        let pause = asked.unwrap_or_else(|| self.pause());
        self.attempt <= external.retries && self.spent.saturating_add(pause) < external.address_time
    }

    /// Grows with each attempt, and differs between addresses, so that not all come back at once.
    fn pause(&self) -> Duration {
        let doubled = FIRST_PAUSE * 2_u32.saturating_pow(self.attempt.saturating_sub(1).min(10));
        let hash = blake3::hash(self.url.as_bytes());
        let jitter = doubled.mul_f64(f64::from(hash.as_bytes()[0]) / 512.0);
        (doubled + jitter).min(LONGEST_PAUSE)
    }

    fn again(mut self, asked: Option<Duration>) -> Next {
        let pause = asked.unwrap_or_else(|| self.pause());
        self.spent += pause;
        Next::Ask {
            inquiry: Box::new(self),
            pause,
            whole_host: asked.is_some(),
        }
    }

    fn with_get(mut self) -> Next {
        self.method = Method::Get;
        self.attempt = 0;
        self.at_once()
    }

    fn with_get_after_pause(mut self) -> Next {
        self.method = Method::Get;
        self.again(None)
    }

    fn at_once(self) -> Next {
        Next::Ask {
            inquiry: Box::new(self),
            pause: Duration::ZERO,
            whole_host: false,
        }
    }

    fn hop(mut self, status: u16, location: &str, rules: Rules<'_>) -> Next {
        let target = url::Url::parse(&self.url).and_then(|url| url.join(location.trim()));
        let Ok(mut target) = target else {
            let why = "it redirects to what is no address".into();
            return self.ended(Verdict::Unreachable { why }, rules);
        };
        if let Some(fragment) = target.fragment().filter(|fragment| !fragment.is_empty()) {
            self.landing_at = Some(fragment.to_owned());
        }
        target.set_fragment(None);
        self.hops += 1;
        let target = target.to_string();
        if self.hops > rules.external.hops || !self.seen.insert(target.clone()) {
            let hops = self.hops;
            return self.ended(Verdict::Circular { hops }, rules);
        }
        // Hosts send readers to their language for the time being, also from pages that have moved for good.
        self.permanently &= matches!(status, 301 | 308) || only_adds_language(&self.url, &target);
        self.url = target;
        self.attempt = 0;
        self.at_once()
    }

    /// A page came.
    fn landed(mut self, reply: Reply, rules: Rules<'_>) -> Next {
        let external = rules.external;
        let soft = external
            .soft_missing
            .iter()
            .find(|soft| soft.matches.is_match(&*self.address.url));
        if let Some(place) = soft.and_then(|soft| soft.lands_on.as_ref())
            && self.hops > 0
            && place.is_match(&self.url)
        {
            let sign = format!("it leads to `{}`", self.url).into();
            return self.ended(Verdict::GoneInDisguise { sign }, rules);
        }
        let mut fragments = BTreeMap::new();
        if self.method == Method::Get {
            let text = soft.and_then(|soft| soft.text.as_deref());
            let host = self.host();
            let wanted = Wanted {
                fragments: &self.fragments,
                text,
                most: external.page_bytes,
                scripted: external.scripted.is_match(&host),
            };
            let found = page::look(reply.body, reply.media_type.as_deref(), wanted);
            if let Some(text) = text.filter(|_| found.text) {
                let sign = format!("the page says `{text}`").into();
                return self.ended(Verdict::GoneInDisguise { sign }, rules);
            }
            fragments = found.fragments;
        }
        let verdict = self.landing();
        let upgraded = match &verdict {
            Verdict::Moved { to, .. } => is_upgrade(&self.address.url, to),
            _ => false,
        };
        let asks_https = self.address.url.starts_with("http://")
            && !upgraded
            && verdict == Verdict::Answers
            && self.url == *self.address.url
            && refusal(&secured(&self.url), external).is_none();
        let mut known = self.known_as(verdict, fragments, rules);
        known.answers_on_https = upgraded;
        if !asks_https {
            return Next::Known(self.address.url, known);
        }
        self.known = Some(known);
        self.url = secured(&self.url);
        self.method = Method::Head;
        self.at_once()
    }

    /// What it means that the page was found where it was found.
    fn landing(&self) -> Verdict {
        if self.hops == 0 {
            return Verdict::Answers;
        }
        let mut to = suggestion(&self.address.url, &self.url);
        if to == *self.address.url || only_adds_language(&self.address.url, &self.url) {
            return Verdict::Answers;
        }
        if let Some(fragment) = &self.landing_at {
            to = format!("{to}#{fragment}");
        }
        Verdict::Moved {
            to: to.into(),
            permanently: self.permanently,
        }
    }

    fn ended(self, verdict: Verdict, rules: Rules<'_>) -> Next {
        let known = self.known_as(verdict, BTreeMap::new(), rules);
        Next::Known(self.address.url, known)
    }

    fn known_as(
        &self,
        verdict: Verdict,
        mut fragments: BTreeMap<Box<str>, FragmentFound>,
        rules: Rules<'_>,
    ) -> Reachability {
        if verdict.is_there() {
            for fragment in &self.fragments {
                fragments
                    .entry(fragment.clone())
                    .or_insert(FragmentFound::Unverifiable);
            }
        }
        Reachability {
            verdict,
            answers_on_https: false,
            fragments,
            asked: rules.today,
            from_cache: false,
            milliseconds: u64::try_from(self.answering.as_millis()).unwrap_or(u64::MAX),
            broken_since: None,
        }
    }
}

#[cfg(test)]
mod tests;
