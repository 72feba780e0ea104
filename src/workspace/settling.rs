//! Taking changes in: at once as far as it can be, and wholly by putting the site together anew.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};

use crate::failure::FailureKind;
use crate::pipeline::{Amended, Standing, Touched};

use super::first::First;
use super::{Recording, State, Workspace, lock, shown};

/// What was touched since the site was last put together.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// Absolute paths, those that the site could take in at once too: what is remembered of them holds no more.
    paths: BTreeSet<PathBuf>,
    /// Anything may have been.
    anything: bool,
    /// Whether the site has to be put together anew.
    wants_site: bool,
}

impl Queue {
    fn note(&mut self, touched: &Touched) {
        match touched {
            Touched::Paths(paths) => self.paths.extend(paths.iter().cloned()),
            Touched::Anything => self.anything = true,
        }
    }

    /// All of it; `None` when nothing was.
    fn touched(&self) -> Option<Touched> {
        if self.anything {
            return Some(Touched::Anything);
        }
        let paths: Vec<PathBuf> = self.paths.iter().cloned().collect();
        (!paths.is_empty()).then_some(Touched::Paths(paths))
    }
}

impl Workspace {
    /// Takes in what was touched; paths are absolute. A site that is not large is then what its files are; of a large one the pages
    /// of the articles themselves are, and the rest waits for [`Workspace::settle`]. `false`: nothing that was touched is of any
    /// concern.
    pub fn take_in(&self, touched: &Touched) -> bool {
        let mut state = self.state_to_change();
        let is_large = self.is_large(&state);
        let amended = self.amend(&mut state, touched, is_large);
        if amended == Amended::Nothing {
            return false;
        }
        let mut queue = lock(&self.queue);
        queue.note(touched);
        if amended != Amended::Wholly {
            queue.wants_site = true;
        }
        let wants_site = queue.wants_site;
        drop(queue);
        state.settling |= wants_site && is_large;
        drop(state);
        if wants_site && !is_large {
            self.settle();
        } else {
            self.queued.notify_all();
            self.tell();
        }
        true
    }

    /// Puts the site together anew, when something was touched that it could not take in at once.
    pub fn settle(&self) {
        /// Somebody who saves again while the site is read is waited for; a program that writes without end is not.
        const ATTEMPTS: usize = 4;

        let mut memo = lock(&self.memo);
        for attempt in 1..=ATTEMPTS {
            let queue = std::mem::take(&mut *lock(&self.queue));
            if !queue.wants_site && attempt == 1 {
                lock(&self.queue).paths.extend(queue.paths);
                return;
            }
            let touched = queue.touched().unwrap_or(Touched::Anything);
            let reading = Recording::new(&*self.fs, &self.wanted.environment.current_dir);
            let made = self.stand(&reading, &mut memo, &touched);
            if let Err(failure) = &made
                && failure.kind == FailureKind::Changed
                && attempt < ATTEMPTS
            {
                continue;
            }
            let mut state = self.state_to_change();
            let read = reading.into_files();
            if !read.is_empty() {
                state.settings_files = read;
            }
            let mut is_news = true;
            let mut old = None;
            match made {
                Err(failure) => {
                    let known = state.broken.as_deref();
                    is_news = known.is_none_or(|known| {
                        (&known.message, &known.cause) != (&failure.message, &failure.cause)
                    });
                    state.broken = Some(Arc::new(failure));
                }
                Ok(standing) => {
                    old = state.standing.replace(standing);
                    state.broken = None;
                    state.first = None;
                }
            }
            state.settling = self.catch_up(&mut state);
            self.sites.fetch_add(1, Ordering::SeqCst);
            drop(state);
            // To give back the memory of a large site takes a while, which nobody has to wait for.
            drop(old);
            if is_news {
                self.tell();
            }
            return;
        }
    }

    /// Takes in what was touched while the site was put together; gives whether that has to be done again.
    fn catch_up(&self, state: &mut State) -> bool {
        let late = lock(&self.queue).touched();
        let Some(late) = late else {
            return false;
        };
        let is_large = self.is_large(state);
        let amended = self.amend(state, &late, is_large);
        let mut queue = lock(&self.queue);
        queue.wants_site = !matches!(amended, Amended::Nothing | Amended::Wholly);
        queue.wants_site
    }

    /// Waits until the site has to be put together.
    pub fn wait_for_work(&self) {
        let queue = lock(&self.queue);
        let waited = self.queued.wait_while(queue, |queue| !queue.wants_site);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }

    fn is_large(&self, state: &State) -> bool {
        let articles = |standing: &Standing| standing.site().articles.len();
        let standing = state.standing.as_ref().map_or(0, articles);
        state.first.is_some() || standing >= self.wanted.large
    }

    /// How much of it the site that stands could take in.
    fn amend(&self, state: &mut State, touched: &Touched, sketches: bool) -> Amended {
        if let Touched::Paths(paths) = touched {
            if paths.iter().any(|path| state.settings_files.contains(path)) {
                state.first = None;
                return Amended::Not;
            }
            state.first.iter().for_each(First::forget);
        }
        let State {
            standing: Some(standing),
            broken: None,
            ..
        } = state
        else {
            return Amended::Not;
        };
        let touched = shown(touched, standing.settings(), &self.wanted.environment);
        standing.amend(&*self.fs, &touched, sketches)
    }
}
