//! The last line of `build` and `check`: what was done, and what came of it; and how numbers are told to people.

use std::path::Path;
use std::time::Duration;

use crate::diagnostics::Counts;

use super::report::Work;

/// What the closing line tells.
#[derive(Debug)]
pub(super) struct Closing<'a> {
    pub(super) work: Work,
    pub(super) articles: usize,
    pub(super) pages: usize,
    pub(super) locales: usize,
    pub(super) counts: Counts,
    /// Findings that are not reported because their authors allow them.
    pub(super) suppressed: usize,
    /// Findings that `polydoc fix` does something about.
    pub(super) fixable: usize,
    /// The revision since which findings are new.
    pub(super) since: Option<&'a str>,
    /// What became of the baseline, when there is one.
    pub(super) known: Option<Known>,
    pub(super) took: Duration,
    /// Where the site was published, if it was.
    pub(super) output: Option<&'a Path>,
}

/// What became of the findings of a baseline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// They are still there.
    pub(super) known: usize,
    /// They are gone.
    pub(super) fixed: usize,
}

/// The last line: what was done, and what came of it.
pub(super) fn closing(told: &Closing<'_>) -> String {
    let articles = counted(told.articles, "article", "articles");
    let locales = counted(told.locales, "locale", "locales");
    let done = match told.work {
        Work::Checked => format!("checked {articles} in {locales}"),
        Work::Built if told.output.is_none() => format!("read {articles} in {locales}"),
        Work::Built => format!(
            "built {articles} ({}) in {locales}",
            counted(told.pages, "page", "pages")
        ),
        Work::Merged(shares) => format!(
            "merged {}, {articles} ({}) in {locales},",
            counted(shares, "share", "shares"),
            counted(told.pages, "page", "pages")
        ),
    };
    let wrong = wrong(told);
    let since = told.since.map_or(String::new(), |revision| {
        format!(" since `{}`", revision.escape_debug())
    });
    let mut apart = Vec::new();
    if told.suppressed > 0 {
        apart.push(format!("{} suppressed", grouped(told.suppressed)));
    }
    if let Some(Known { known, fixed }) = told.known {
        apart.push(format!("{} known", grouped(known)));
        if fixed > 0 {
            apart.push(format!("{} of the old ones fixed", grouped(fixed)));
        }
    }
    if told.fixable > 0 {
        apart.push(format!("{} fixable: `polydoc fix`", grouped(told.fixable)));
    }
    let apart = if apart.is_empty() {
        String::new()
    } else {
        format!(" ({})", apart.join(", "))
    };
    let end = match (told.work, told.output) {
        (Work::Checked, _) => String::new(),
        (Work::Built | Work::Merged(_), Some(output)) => {
            format!("; {}/", output.display().to_string().trim_end_matches('/'))
        }
        (Work::Built | Work::Merged(_), None) => "; not published".to_owned(),
    };
    format!(
        "{done} in {}: {wrong}{since}{apart}{end}",
        duration(told.took)
    )
}

/// How much is wrong. Compared with an earlier state only what is new is told, and then it is all told: a finding of information
/// that has come up is no "nothing new".
fn wrong(told: &Closing<'_>) -> String {
    let is_compared = told.known.is_some() || told.since.is_some();
    let new = if is_compared { "new " } else { "" };
    let mut wrong = Vec::new();
    let counts = [
        (told.counts.errors, "error", "errors"),
        (told.counts.warnings, "warning", "warnings"),
        (
            if is_compared { told.counts.infos } else { 0 },
            "info finding",
            "info findings",
        ),
    ];
    for (number, one, many) in counts {
        if number > 0 {
            wrong.push(counted(
                number,
                &format!("{new}{one}"),
                &format!("{new}{many}"),
            ));
        }
    }
    match (wrong.is_empty(), is_compared) {
        (true, true) => "nothing new".to_owned(),
        (true, false) => "nothing wrong".to_owned(),
        (false, _) => wrong.join(", "),
    }
}

/// A number with its noun.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!(
        "{} {}",
        grouped(number),
        if number == 1 { one } else { many }
    )
}

/// A number, digits in groups of three.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A duration for people.
fn duration(took: Duration) -> String {
    match took.as_secs() {
        0..10 => format!("{:.1} s", took.as_secs_f64().max(0.05)),
        seconds @ 10..120 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_counts_rightly_and_groups_digits() {
        let told = Closing {
            work: Work::Built,
            articles: 986,
            pages: 1052,
            locales: 8,
            counts: Counts {
                errors: 8,
                warnings: 12,
                infos: 3,
            },
            suppressed: 0,
            fixable: 2,
            since: None,
            known: None,
            took: Duration::from_millis(214),
            output: Some(Path::new("public/")),
        };
        let wanted = "built 986 articles (1,052 pages) in 8 locales in 0.2 s: 8 errors, 12 warnings (2 fixable: `polydoc fix`); public/";
        assert_eq!(closing(&told), wanted);
        let told = Closing {
            articles: 1_234_567,
            locales: 1,
            fixable: 0,
            counts: Counts {
                errors: 1,
                ..Counts::default()
            },
            ..told
        };
        let told = Closing {
            work: Work::Checked,
            took: Duration::from_secs(125),
            suppressed: 1_203,
            known: Some(Known {
                known: 20,
                fixed: 1,
            }),
            ..told
        };
        assert_eq!(
            closing(&told),
            "checked 1,234,567 articles in 1 locale in 2 min 5 s: 1 new error (1,203 suppressed, 20 known, 1 of the old ones fixed)"
        );
        let told = Closing {
            work: Work::Built,
            articles: 1,
            output: None,
            suppressed: 0,
            known: None,
            took: Duration::from_secs(12),
            ..told
        };
        assert_eq!(
            closing(&told),
            "read 1 article in 1 locale in 12 s: 1 error; not published"
        );
        let told = Closing {
            counts: Counts::default(),
            took: Duration::ZERO,
            ..told
        };
        assert_eq!(
            closing(&told),
            "read 1 article in 1 locale in 0.1 s: nothing wrong; not published"
        );
    }
}
