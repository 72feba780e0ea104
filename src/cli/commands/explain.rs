//! `polydoc explain`: the manual's page about a rule, in the user's language where it is translated.

use include_dir::{Dir, include_dir};

use crate::check;
use crate::diagnostics::Rule;
use crate::failure::Failure;
use crate::l10n::LocaleId;

use super::super::Outcome;
use super::super::telling::ExplainArgs;
use super::super::terminal::Terminal;

/// Our own manual, in all its languages.
static MANUAL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// Writes the page of a rule, in the user's language where it is translated.
pub(in crate::cli) fn run(args: &ExplainArgs, terminal: &Terminal) -> Result<Outcome, Failure> {
    let rule = named(&args.rule)?;
    let (name, level, category) = (rule.name, rule.level.word(), rule.category.word());
    let text = if let Some(body) = translated(rule) {
        format!("{body}\n\n`{name}` · `{level}` · {category}\n")
    } else {
        let body = rule.body();
        format!("{body}\n\n`{name}` is `{level}` by default and belongs to {category}.\n")
    };
    terminal.result(&text)?;
    Ok(Outcome::Clean)
}

/// The page of a rule in the user's language, without front matter and anchors; `None` for English and where there is none.
fn translated(rule: &Rule) -> Option<String> {
    let wanted = language()?;
    if wanted.language() == "en" {
        return None;
    }
    let editions: Vec<(LocaleId, &Dir<'_>)> = MANUAL
        .dirs()
        .filter_map(|folder| Some((LocaleId::parse(folder.path().to_str()?)?, folder)))
        .collect();
    let same = editions.iter().find(|(locale, _)| *locale == wanted);
    let near = || {
        editions
            .iter()
            .find(|(locale, _)| locale.language() == wanted.language())
    };
    let (_, edition) = same.or_else(near)?;
    let file = edition
        .path()
        .join(format!("reference/rules/{}.md", rule.name));
    let page = MANUAL.get_file(file)?.contents_utf8()?;
    let (_, body) = page.strip_prefix("---\n")?.split_once("\n---\n")?;
    let mut text = String::with_capacity(body.len());
    let mut rest = body.trim();
    // `## <a name="example"></a>Exemple` keeps the id of the English heading.
    while let Some((before, after)) = rest.split_once("<a name=\"") {
        text.push_str(before);
        rest = after.split_once("</a>").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    Some(text)
}

/// The language of the user's messages, as POSIX has it: the first of these variables that holds anything.
fn language() -> Option<LocaleId> {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let value = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(set)?;
    let tag = value.split(['.', '@']).next()?.replace('_', "-");
    if matches!(&*tag, "C" | "POSIX") {
        return None;
    }
    LocaleId::parse(&tag)
}

/// The rule of that name, which may be written as findings show it: `error[name]`.
pub(super) fn named(written: &str) -> Result<&'static Rule, Failure> {
    let name = written
        .trim_start_matches("error")
        .trim_start_matches("warning")
        .trim_start_matches("info");
    let name = name.trim_matches(['[', ']', '`']);
    check::rule(name).ok_or_else(|| {
        let failure = Failure::usage(format!("there is no rule `{name}`"));
        match check::nearest(name, check::rules().map(|rule| rule.name)) {
            Some(near) => failure.hint(format!("did you mean `{near}`?")),
            None => failure.hint("list all rules with `polydoc rules`"),
        }
    })
}
