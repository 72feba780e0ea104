//! Many inquiries at once: so many in all, so many of one host, and never two requests to one host faster than its pace.
//!
//! A host that is slow, or asks us to wait, holds up nobody but itself: threads take whichever inquiry may go on next.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::model::{NotAsked, Reachability, Verdict};

use super::exchange::Exchange;
use super::inquiry::{Inquiry, Next, Rules};

/// Longest sleep of a thread that has nothing to do.
const NAP: Duration = Duration::from_millis(250);

/// What all threads see.
struct Board {
    hosts: BTreeMap<String, Host>,
    /// Inquiries that are not known yet.
    open: usize,
    known: Vec<(Box<str>, Reachability)>,
}

#[derive(Default)]
struct Host {
    /// When it may be asked again.
    ready: Option<Instant>,
    running: usize,
    /// It was asked over `https` and does not speak it.
    without_https: bool,
    waiting: VecDeque<Waiting>,
}

struct Waiting {
    not_before: Instant,
    inquiry: Inquiry,
}

/// Asks for everything; gives what is known of each address, in no special order.
pub(super) fn ask_all(
    inquiries: Vec<Inquiry>,
    exchange: &dyn Exchange,
    rules: Rules<'_>,
    step: &(dyn Fn() + Sync),
) -> Vec<(Box<str>, Reachability)> {
    let start = Instant::now();
    let mut board = Board {
        hosts: BTreeMap::new(),
        open: inquiries.len(),
        known: Vec::with_capacity(inquiries.len()),
    };
    let threads = rules.external.connections.min(inquiries.len());
    for inquiry in inquiries {
        board.wait(inquiry, start);
    }
    let board = Mutex::new(board);
    let changed = Condvar::new();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| work(&board, &changed, start, exchange, rules, step));
        }
    });
    board
        .into_inner()
        .unwrap_or_else(PoisonError::into_inner)
        .known
}

/// One thread: takes what may go on, until nothing is open.
fn work(
    board: &Mutex<Board>,
    changed: &Condvar,
    start: Instant,
    exchange: &dyn Exchange,
    rules: Rules<'_>,
    step: &(dyn Fn() + Sync),
) {
    let external = rules.external;
    let lock = || board.lock().unwrap_or_else(PoisonError::into_inner);
    let mut held: MutexGuard<'_, Board> = lock();
    while held.open > 0 {
        let now = Instant::now();
        if now.duration_since(start) >= external.total_time {
            held.end(rules, step);
            changed.notify_all();
            continue;
        }
        match held.take(now, external.per_host, external.pace) {
            Ok((host, inquiry)) => {
                drop(held);
                let next = inquiry.step(exchange, rules);
                held = lock();
                held.answered(&host, next, rules, step);
                changed.notify_all();
            }
            Err(nap) => {
                held = changed
                    .wait_timeout(held, nap)
                    .unwrap_or_else(PoisonError::into_inner)
                    .0;
            }
        }
    }
}

impl Board {
    fn wait(&mut self, inquiry: Inquiry, not_before: Instant) {
        let host = self.hosts.entry(inquiry.host()).or_default();
        host.waiting.push_back(Waiting {
            not_before,
            inquiry,
        });
    }

    /// An inquiry that may go on now, or how long nothing will.
    fn take(
        &mut self,
        now: Instant,
        per_host: usize,
        pace: Duration,
    ) -> Result<(String, Inquiry), Duration> {
        let mut nap = NAP;
        for (name, host) in &mut self.hosts {
            if host.running >= per_host || host.waiting.is_empty() {
                continue;
            }
            let ready = host.ready.unwrap_or(now);
            let next = host
                .waiting
                .iter()
                .enumerate()
                .min_by_key(|(_, it)| it.not_before);
            let Some((at, waiting)) = next else { continue };
            let moment = ready.max(waiting.not_before);
            if moment > now {
                nap = nap.min(moment - now);
                continue;
            }
            let Some(waiting) = host.waiting.remove(at) else {
                continue;
            };
            host.running += 1;
            host.ready = Some(now + pace);
            return Ok((name.clone(), waiting.inquiry));
        }
        Err(nap)
    }

    /// Notes what came of a step.
    fn answered(&mut self, host: &str, next: Next, rules: Rules<'_>, step: &(dyn Fn() + Sync)) {
        let now = Instant::now();
        let here = self.hosts.entry(host.to_owned()).or_default();
        here.running -= 1;
        match next {
            Next::Known(address, known) => self.known(address, known, step),
            Next::KnownWithoutHttps(address, known) => {
                here.without_https = true;
                let waiting = std::mem::take(&mut here.waiting);
                let (needless, waiting): (VecDeque<_>, VecDeque<_>) = waiting
                    .into_iter()
                    .partition(|it| it.inquiry.asks_for_https());
                here.waiting = waiting;
                self.known(address, known, step);
                for Waiting { inquiry, .. } in needless {
                    let (address, known) = inquiry.given_up(Verdict::Answers, rules);
                    self.known(address, known, step);
                }
            }
            Next::Ask { inquiry, .. } if here.without_https && inquiry.asks_for_https() => {
                let (address, known) = inquiry.given_up(Verdict::Answers, rules);
                self.known(address, known, step);
            }
            Next::Ask {
                inquiry,
                pause,
                whole_host,
            } => {
                if whole_host {
                    let until = now + pause;
                    here.ready = Some(here.ready.map_or(until, |ready| ready.max(until)));
                }
                self.wait(*inquiry, now + pause);
            }
        }
    }

    fn known(&mut self, address: Box<str>, known: Reachability, step: &(dyn Fn() + Sync)) {
        self.open -= 1;
        self.known.push((address, known));
        step();
    }

    /// The time is over: what waits is given up.
    fn end(&mut self, rules: Rules<'_>, step: &(dyn Fn() + Sync)) {
        for host in self.hosts.values_mut() {
            for waiting in host.waiting.drain(..) {
                let verdict = Verdict::NotAsked(NotAsked::OutOfTime);
                self.known.push(waiting.inquiry.given_up(verdict, rules));
                self.open -= 1;
                step();
            }
        }
    }
}
