//! How far the work is, on a terminal only.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::Progress;

use super::terminal::Terminal;

/// One line on standard error that shows the phase and how much of it is done; gone when the work is.
pub(super) struct Bar {
    bar: ProgressBar,
    /// The name of the phase, so that the line changes only with it.
    phase: Mutex<&'static str>,
}

impl Bar {
    /// A line for this terminal; invisible where progress is not wanted.
    pub(super) fn new(terminal: &Terminal) -> Self {
        let bar = if terminal.progress {
            ProgressBar::no_length()
        } else {
            ProgressBar::hidden()
        };
        Self {
            bar,
            phase: Mutex::new(""),
        }
    }
}

impl Progress for Bar {
    fn phase(&self, name: &'static str, total: usize) {
        if let Ok(mut phase) = self.phase.lock()
            && *phase != name
        {
            *phase = name;
            let template = if total > 0 {
                "{msg:>12} {bar:30} {human_pos}/{human_len}"
            } else {
                "{msg:>12} …"
            };
            let style = ProgressStyle::with_template(template)
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            self.bar.set_style(style);
            self.bar.set_position(0);
            self.bar.set_length(total as u64);
            self.bar.set_message(name);
            self.bar.tick();
        }
    }

    fn step(&self) {
        self.bar.inc(1);
    }

    fn done(&self) {
        self.bar.finish_and_clear();
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        // A run that failed in the middle leaves no half line behind its message.
        self.bar.finish_and_clear();
    }
}
