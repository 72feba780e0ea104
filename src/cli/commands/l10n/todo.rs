//! `polydoc l10n todo`: the work list of a language, most stale first or most read first.

use std::cmp::Reverse;

use crate::failure::Failure;
use crate::source::LocaleIndex;

use super::super::super::Outcome;
use super::super::super::args::Global;
use super::super::super::terminal::Terminal;
use super::args::{TodoArgs, TodoFormat};
use super::columns::{csv_line, table};
use super::lists::{Item, What, items};
use super::surveyed::Surveyed;
use super::views::Views;

/// Shows the list.
pub(super) fn run(
    global: &Global,
    args: &TodoArgs,
    terminal: &Terminal,
) -> Result<Outcome, Failure> {
    let surveyed = Surveyed::read(global, args.site.folder.as_deref(), None, terminal)?;
    let locale = surveyed.locale(&args.locale)?;
    let views = match &args.views {
        Some(file) => Some(Views::read(file)?),
        None => None,
    };
    let list = sorted(&surveyed, locale, views.as_ref());
    terminal.result(&match args.format {
        TodoFormat::Table if list.is_empty() => {
            format!("nothing to do in {}\n", surveyed.tag(locale))
        }
        TodoFormat::Table => text(&surveyed, &list),
        TodoFormat::Csv => csv(&surveyed, &list),
    })?;
    Ok(Outcome::Clean)
}

/// An item with how often it is read, when that is known.
struct Task {
    item: Item,
    views: Option<u64>,
}

fn sorted(surveyed: &Surveyed, locale: LocaleIndex, views: Option<&Views>) -> Vec<Task> {
    let settings = &surveyed.settings;
    let locale_of = surveyed.survey.site.locales.get(locale);
    let task = |item: Item| {
        let names = [item.path.as_str(), item.name.as_str()];
        let views = views.map(|views| views.of(&names, locale_of, &settings.base_path));
        Task { item, views }
    };
    let mut tasks: Vec<Task> = items(surveyed, locale).into_iter().map(task).collect();
    tasks.sort_by_cached_key(|task| {
        let item = &task.item;
        (
            Reverse(task.views),
            item.what,
            Reverse(item.commits_behind),
            Reverse(item.days_behind()),
            Reverse(item.versions_behind),
            item.path.clone(),
        )
    });
    tasks
}

/// The captions and rows of the list; columns in which nothing would stand are left out.
fn rows(surveyed: &Surveyed, tasks: &[Task]) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let day = |day: Option<crate::model::Date>| day.map_or(String::new(), |day| day.to_string());
    let some = |number: u32| {
        if number == 0 {
            String::new()
        } else {
            number.to_string()
        }
    };
    let note = |item: &Item| match item.what {
        What::Renamed => format!("elsewhere `{}.md`", item.name),
        What::Stale => {
            let tags: Vec<&str> = item
                .newest_in
                .iter()
                .take(3)
                .map(|&it| surveyed.tag(it))
                .collect();
            let more = if item.newest_in.len() > 3 {
                ", …"
            } else {
                ""
            };
            if tags.is_empty() {
                String::new()
            } else {
                format!("newest in {}{more}", tags.join(", "))
            }
        }
        _ => String::new(),
    };
    let all = [
        "what",
        "path",
        "handed off",
        "newest",
        "days behind",
        "commits",
        "words",
        "views",
        "note",
    ];
    let cells: Vec<Vec<String>> = tasks
        .iter()
        .map(|Task { item, views }| {
            let is_stale = item.what == What::Stale;
            vec![
                item.what.word().to_owned(),
                item.path.clone(),
                day(item.handed_off),
                day(item.newest),
                item.days_behind()
                    .filter(|_| is_stale)
                    .map_or(String::new(), |days| days.to_string()),
                some(item.commits_behind),
                some(item.words),
                views.map_or(String::new(), |views| views.to_string()),
                note(item),
            ]
        })
        .collect();
    let used: Vec<usize> = (0..all.len())
        .filter(|&column| cells.iter().any(|row| !row[column].is_empty()))
        .collect();
    let captions = used.iter().map(|&column| all[column]).collect();
    let rows = cells
        .iter()
        .map(|row| used.iter().map(|&column| row[column].clone()).collect());
    (captions, rows.collect())
}

fn text(surveyed: &Surveyed, tasks: &[Task]) -> String {
    let (captions, rows) = rows(surveyed, tasks);
    table(&captions, &rows, &["path", "handed off", "newest", "note"])
}

fn csv(surveyed: &Surveyed, tasks: &[Task]) -> String {
    let (captions, rows) = rows(surveyed, tasks);
    let captions: Vec<String> = captions
        .iter()
        .map(|caption| caption.replace(' ', "_"))
        .collect();
    let line =
        |cells: &Vec<String>| csv_line(&cells.iter().map(String::as_str).collect::<Vec<_>>());
    std::iter::once(&captions).chain(&rows).map(line).collect()
}
