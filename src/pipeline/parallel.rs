//! The only user of rayon: a function over many items, results in order. The number of threads cannot be seen in any result.
//! One job is done by the thread that asks: whoever looks on from outside (a debugger, `strace`) then sees one thread.

use rayon::prelude::*;

use crate::catalogue::Mapper;
use crate::failure::Failure;

/// Threads for one run; none when the one that asks does everything.
#[derive(Debug)]
pub(super) struct Threads(Option<rayon::ThreadPool>);

impl Threads {
    /// Starts `jobs` threads.
    pub(super) fn start(jobs: usize) -> Result<Self, Failure> {
        if jobs == 1 {
            return Ok(Self(None));
        }
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .thread_name(|at| format!("polydoc-{at}"))
            .build();
        pool.map(|pool| Self(Some(pool))).map_err(|error| {
            Failure::environment("cannot start threads")
                .cause(&error)
                .hint("use fewer: `--jobs 1`")
        })
    }

    /// Applies a function to every number below `count` until one fails. Of several failures the lowest number's is given.
    pub(super) fn each(
        &self,
        count: usize,
        function: impl Fn(usize) -> Result<(), Failure> + Sync,
    ) -> Result<(), Failure> {
        self.map(count, function).into_iter().collect()
    }

    /// Does two things, at once where there are threads for it.
    pub(super) fn both<A: Send, B: Send>(
        &self,
        one: impl FnOnce() -> A + Send,
        other: impl FnOnce() -> B + Send,
    ) -> (A, B) {
        match &self.0 {
            None => (one(), other()),
            Some(pool) => pool.install(|| rayon::join(one, other)),
        }
    }

    /// Applies a function that takes long to every number below `count`; each may be done by a thread of its own.
    pub(super) fn large<R: Send>(
        &self,
        count: usize,
        function: impl Fn(usize) -> R + Sync,
    ) -> Vec<R> {
        match &self.0 {
            None => (0..count).map(function).collect(),
            Some(pool) => pool.install(|| (0..count).into_par_iter().map(&function).collect()),
        }
    }
}

impl Mapper for Threads {
    fn map<R: Send>(&self, count: usize, function: impl Fn(usize) -> R + Sync) -> Vec<R> {
        let Some(pool) = &self.0 else {
            return (0..count).map(function).collect();
        };
        pool.install(|| {
            (0..count)
                .into_par_iter()
                .with_min_len(16)
                .map(&function)
                .collect()
        })
    }
}
