//! The dashboard: what the template of the translation status sees, and its two pages.

use serde::Serialize;

use crate::failure::Failure;
use crate::l10n::Formats;
use crate::model::{Artifact, OutputPath};
use crate::source::LocaleIndex;
use crate::translation::{State, Tally, tally};

use super::frame::Frame;
use super::outputs::EXTERNAL_LINKS;
use super::{draw_to, elsewhere, page};

/// How many articles are named at most: the page stays small, however large the site.
const MOST_NAMED: usize = 50;

/// Width of the bars in pixels.
const BAR: u64 = 100;

/// What languages are sorted by.
type Key = fn(&Tally) -> i64;

/// The translation status. In templates: `status`.
#[derive(Debug, Serialize)]
struct StatusView {
    /// Different articles in all languages together.
    articles: usize,
    /// Languages.
    languages: usize,
    /// The day from which ages are counted.
    as_of: Option<String>,
    /// The table of languages in several orders; the first is the one to begin with.
    orders: Vec<OrderView>,
    /// Articles that are out of date or missing in most languages.
    worst: Vec<WorkView>,
}

/// The table in one order.
#[derive(Debug, Serialize)]
struct OrderView {
    /// The column it is sorted by.
    caption: String,
    /// Languages; the sums come last.
    rows: Vec<RowView>,
}

/// One language, or the sums.
#[derive(Clone, Debug, Serialize)]
struct RowView {
    /// Whether these are the sums.
    is_sum: bool,
    /// The language's tag; empty for the sums.
    tag: String,
    /// Its own name.
    name: String,
    /// Up to date, out of date, missing.
    current: u32,
    stale: u32,
    missing: u32,
    /// Where the parts of the bar begin and how wide they are.
    to_stale: u64,
    stale_width: u64,
    to_missing: u64,
    missing_width: u64,
    /// How much is there and up to date, in per cent.
    share: String,
    /// The numbers, written as readers write them.
    cells: Vec<String>,
}

/// An article that languages lack.
#[derive(Debug, Serialize)]
struct WorkView {
    name: String,
    stale: String,
    missing: String,
}

/// The page of the site.
///
/// # Errors
/// When the template fails.
pub(super) fn of_site(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let path = OutputPath::new("translation-status.html").expect("a plain name");
    let all: Vec<LocaleIndex> = frame.site.locales.iter().map(|(index, _)| index).collect();
    let page = draw(frame, "status.html", path, frame.default_locale(), &all)?;
    Ok(page.into_iter().collect())
}

/// The page as one file of its own; `None` without languages.
///
/// # Errors
/// When the template fails.
pub fn alone(frame: &Frame<'_>, shown: &[LocaleIndex]) -> Result<Option<Artifact>, Failure> {
    let path = OutputPath::new("status.html").expect("a plain name");
    let all = frame.site.locales.len();
    let locale = match shown {
        [first, ..] if shown.len() < all => Some(*first),
        _ => frame.default_locale(),
    };
    draw(frame, "status-alone.html", path, locale, shown)
}

/// The page in the words of a language; `shown` are the languages it tells of.
fn draw(
    frame: &Frame<'_>,
    template: &str,
    path: OutputPath,
    locale: Option<LocaleIndex>,
    shown: &[LocaleIndex],
) -> Result<Option<Artifact>, Failure> {
    let Some(locale) = locale else {
        return Ok(None);
    };
    let title = frame.theme.text(locale, "status-title");
    let mut context = frame.locale(locale).context.clone();
    context.insert("page", &page::status(frame, locale, title));
    context.insert("status", &view(frame, locale, shown));
    let beside = elsewhere::beside(frame, locale, EXTERNAL_LINKS, "external-title");
    context.insert("beside", &beside);
    draw_to(frame, template, &context, path).map(Some)
}

fn view(frame: &Frame<'_>, locale: LocaleIndex, shown: &[LocaleIndex]) -> StatusView {
    let (site, settings) = (frame.site, frame.settings);
    let tallies = tally(
        frame.translations,
        site,
        &settings.localization,
        settings.today,
    );
    let formats = &frame.locale(locale).formats;
    let mut sum = Tally::default();
    for locale in shown {
        sum.add(&tallies[locale.index()]);
    }
    let with_age = settings.today.is_some();
    let row = |of: Option<LocaleIndex>, tally: &Tally| {
        let locale = of.map(|of| site.locales.get(of));
        row(
            locale.map(|locale| (locale.id.as_str(), &*locale.name)),
            tally,
            formats,
            with_age,
        )
    };
    // Languages in the order of the switcher.
    let mut languages: Vec<(LocaleIndex, &Tally)> = shown
        .iter()
        .map(|&index| (index, &tallies[index.index()]))
        .collect();
    languages.sort_by_key(|(index, _)| frame.locale(*index).place);
    let orders: [(&str, Key); 6] = [
        ("status-language", |_| 0),
        ("status-share", |tally| {
            i64::try_from(per_mille(tally)).unwrap_or(i64::MAX)
        }),
        ("status-stale", |tally| -i64::from(tally.stale)),
        ("status-missing", |tally| -i64::from(tally.missing)),
        ("status-machine", |tally| -i64::from(tally.machine)),
        ("status-articles", |tally| -i64::from(tally.articles)),
    ];
    let orders = orders.into_iter().map(|(caption, key)| {
        let mut languages = languages.clone();
        languages.sort_by_key(|(_, tally)| key(tally));
        let rows = languages
            .iter()
            .map(|(index, tally)| row(Some(*index), tally));
        OrderView {
            caption: frame.theme.text(locale, caption).to_owned(),
            rows: rows.chain([row(None, &sum)]).collect(),
        }
    });
    StatusView {
        articles: frame.translations.works.len(),
        languages: shown.len(),
        as_of: settings
            .today
            .map(|day| formats.long_date(day.year, day.month, day.day)),
        orders: orders.collect(),
        worst: worst(frame, formats, shown),
    }
}

fn row(
    language: Option<(&str, &str)>,
    tally: &Tally,
    formats: &Formats,
    with_age: bool,
) -> RowView {
    let (tag, name) = language.unwrap_or_default();
    let there = u64::from(tally.articles) - u64::from(tally.stale);
    let all = (u64::from(tally.articles) + u64::from(tally.missing)).max(1);
    let to_stale = there * BAR / all;
    let to_missing = (there + u64::from(tally.stale)) * BAR / all;
    let number = |number: u32| formats.number(i64::from(number));
    let mut cells = vec![
        number(tally.articles),
        number(tally.current),
        number(tally.stale),
        number(tally.missing),
        number(tally.extra),
        number(tally.renamed),
        number(tally.machine),
        number(tally.human),
        formats.number(i64::try_from(tally.words).unwrap_or(i64::MAX)),
    ];
    if with_age {
        cells.push(
            tally
                .median_age()
                .map_or_else(|| "–".to_owned(), |days| formats.number(days)),
        );
    }
    // Rounded down: only what is whole is called 100.
    let percent = i64::try_from(per_mille(tally) / 10).unwrap_or(0);
    RowView {
        is_sum: language.is_none(),
        tag: tag.to_owned(),
        name: name.to_owned(),
        current: tally.current,
        stale: tally.stale,
        missing: tally.missing,
        to_stale,
        stale_width: to_missing - to_stale,
        to_missing,
        missing_width: u64::from(tally.missing) * BAR / all,
        share: formats.percent(percent),
        cells,
    }
}

/// How much is there and up to date, in thousandths.
fn per_mille(tally: &Tally) -> u64 {
    if tally.weight == 0 {
        return 1000;
    }
    u64::try_from(u128::from(tally.weight_current) * 1000 / u128::from(tally.weight)).unwrap_or(0)
}

/// The articles that are missing or out of date in most languages; among equals by name.
fn worst(frame: &Frame<'_>, formats: &Formats, locales: &[LocaleIndex]) -> Vec<WorkView> {
    let translations = frame.translations;
    let counted = translations.works.iter().map(|work| {
        let is = |state: &LocaleIndex| translations.state(work, *state) == Some(State::Stale);
        let stale = locales.iter().filter(|locale| is(locale)).count();
        let missing = locales
            .iter()
            .filter(|locale| translations.is_missing(work, **locale))
            .count();
        (stale, missing, work)
    });
    let mut counted: Vec<_> = counted
        .filter(|(stale, missing, _)| stale + missing > 0)
        .collect();
    counted.sort_by(|(s, m, work), (t, n, other)| (t + n, &work.id).cmp(&(s + m, &other.id)));
    let number = |count: usize| formats.number(i64::try_from(count).unwrap_or(i64::MAX));
    let named = counted.into_iter().take(MOST_NAMED);
    let view = |(stale, missing, work): (usize, usize, &crate::translation::Work)| WorkView {
        name: work.id.to_string(),
        stale: number(stale),
        missing: number(missing),
    };
    named.map(view).collect()
}
