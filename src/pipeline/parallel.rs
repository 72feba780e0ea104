//! The only user of rayon: a function over many items, results in order. The number of threads cannot be seen in any result.

use rayon::prelude::*;

use crate::catalogue::Mapper;
use crate::failure::Failure;

/// Threads for one run.
#[derive(Debug)]
pub(super) struct Threads(rayon::ThreadPool);

impl Threads {
    /// Starts `jobs` threads.
    pub(super) fn start(jobs: usize) -> Result<Self, Failure> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(jobs)
            .thread_name(|at| format!("polydoc-{at}"))
            .build();
        pool.map(Self).map_err(|error| {
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
        self.0.install(|| rayon::join(one, other))
    }

    /// Applies a function that takes long to every number below `count`; each may be done by a thread of its own.
    pub(super) fn large<R: Send>(
        &self,
        count: usize,
        function: impl Fn(usize) -> R + Sync,
    ) -> Vec<R> {
        self.0
            .install(|| (0..count).into_par_iter().map(&function).collect())
    }
}

impl Mapper for Threads {
    fn map<R: Send>(&self, count: usize, function: impl Fn(usize) -> R + Sync) -> Vec<R> {
        self.0.install(|| {
            (0..count)
                .into_par_iter()
                .with_min_len(16)
                .map(&function)
                .collect()
        })
    }
}
