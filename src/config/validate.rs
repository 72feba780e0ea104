//! Compares the tree of `polydoc.yml` with the table of keys and says everything that does not fit.
//!
//! In: the tree, the table, the names of the rules. Out: problems with places; none means that the file can be read.
//! Relations between keys are judged in `file`.

use crate::model::Value;

use super::problem::Problem;
use super::schema::{KEYS, Key, Kind, NAVIGATION_ENTRY, Names, REDIRECTS_MAP};
use super::values::{self, nearest};
use super::yaml::{Entry, Node, NodeKind};

/// Judges the whole file. `rules` are the names that `rules:` may hold.
pub(super) fn validate(root: &Node, rules: &[&str], problems: &mut Vec<Problem>) {
    if !matches!(root.kind, NodeKind::Map(_)) {
        let mut problem = Problem::new(
            root.range,
            format!("the file must be a map of keys, not {}", root.describe()),
        );
        problem.help("write lines such as `title: My documentation`");
        problems.push(problem);
        return;
    }
    Judge { rules, problems }.fields("", root, KEYS);
}

/// Judges a file of redirects.
pub(super) fn redirects(root: &Node, problems: &mut Vec<Problem>) {
    let mut judge = Judge {
        rules: &[],
        problems,
    };
    judge.value("redirects", root, &REDIRECTS_MAP);
}

struct Judge<'a> {
    rules: &'a [&'a str],
    problems: &'a mut Vec<Problem>,
}

impl Judge<'_> {
    /// The keys of a map are known, and their values fit.
    fn fields(&mut self, path: &str, node: &Node, keys: &[Key]) {
        for entry in node.entries() {
            let inner = join(path, &entry.key);
            match keys.iter().find(|key| key.name == entry.key) {
                Some(key) => self.entry(&inner, entry, &key.kind),
                None => self.unknown(path, entry, keys.iter().map(|key| key.name)),
            }
        }
        let needed: Vec<&Key> = keys.iter().filter(|key| key.needed).collect();
        if !needed.is_empty() && needed.iter().all(|key| node.entry(key.name).is_none()) {
            let names: Vec<String> = needed.iter().map(|key| format!("`{}`", key.name)).collect();
            let problem = self.problem(node, format!("{} is missing here", names.join(" or ")));
            for key in needed {
                problem.help(format!("add `{}:` with {}", key.name, key.kind.describe()));
            }
        }
    }

    fn unknown<'k>(&mut self, path: &str, entry: &Entry, keys: impl Iterator<Item = &'k str>) {
        let keys: Vec<&str> = keys.collect();
        let place = if path.is_empty() {
            String::new()
        } else {
            format!(" in `{path}`")
        };
        let mut problem = Problem::new(
            entry.key_range,
            format!("unknown key `{}`{place}", entry.key),
        );
        match nearest(&entry.key, keys.iter().copied()) {
            Some(key) => problem.help(format!("did you mean `{key}`?")),
            None if entry.key == "<<" => {
                problem.help("merge keys are no part of YAML 1.2: repeat the keys")
            }
            None => problem.help(format!("known here: {}", quoted(&keys))),
        };
        self.problems.push(problem);
    }

    /// A value that may be missing although its key is there.
    fn entry(&mut self, path: &str, entry: &Entry, kind: &Kind) {
        let nothing = matches!(entry.value.value(), Value::Null);
        if nothing {
            let mut problem = Problem::new(entry.key_range, format!("`{path}` has no value"));
            problem.help(format!("add {}, or remove the key", kind.describe()));
            self.problems.push(problem);
            return;
        }
        self.value(path, &entry.value, kind);
    }

    fn value(&mut self, path: &str, node: &Node, kind: &Kind) {
        match (kind, &node.kind) {
            (Kind::Either(kinds), _) => match kinds.iter().find(|kind| kind.has_shape_of(node)) {
                Some(kind) => {
                    let before = self.problems.len();
                    self.value(path, node, kind);
                    self.suggest_list(kinds, node, before);
                }
                None => self.mismatch(path, node, kind),
            },
            (Kind::Version, _) if node.value() == Value::Number("1".into()) => {}
            (Kind::Text(form), _) => match node.text() {
                Some(text) => self.judged(node, (form.check)(text)),
                None => self.mismatch(path, node, kind),
            },
            (Kind::Truth, _) if matches!(node.value(), Value::Bool(_)) => {}
            (Kind::Choice(words), NodeKind::Scalar { text, .. }) => {
                if !words.contains(&text.as_str()) {
                    let problem = self.problem(node, format!("`{path}` cannot be `{text}`"));
                    if let Some(word) = nearest(text, words.iter().copied()) {
                        problem.help(format!("did you mean `{word}`?"));
                    }
                    problem.help(format!("allowed: {}", quoted(words)));
                }
            }
            (Kind::Count { least, most }, _) => match node.value() {
                Value::Number(number)
                    if number
                        .parse()
                        .is_ok_and(|number| (*least..=*most).contains(&number)) => {}
                _ => self.mismatch(path, node, kind),
            },
            (Kind::Size { least, most }, NodeKind::Scalar { text, .. }) => match values::size(text)
            {
                Ok(bytes) if (*least..=*most).contains(&bytes) => {}
                Ok(_) => {
                    self.problem(node, format!("`{path}` cannot be `{text}`"))
                        .help(format!("write a size from {least} B to {} MiB", most >> 20));
                }
                Err(wrong) => self.judged::<u64>(node, Err(wrong)),
            },
            (Kind::List(item), NodeKind::List(nodes)) => {
                for (at, node) in nodes.iter().enumerate() {
                    self.value(&format!("{path}[{at}]"), node, item);
                }
            }
            (Kind::Map(names, value), NodeKind::Map(entries)) => {
                for entry in entries {
                    if self.name(entry, names) {
                        self.entry(&join(path, &entry.key), entry, value);
                    }
                }
            }
            (Kind::Fields(keys), NodeKind::Map(_)) => self.fields(path, node, keys),
            (Kind::Metadata | Kind::Schema, NodeKind::Map(_)) => {}
            (Kind::Navigation, NodeKind::List(items)) => {
                for item in items {
                    self.nav_entry(&format!("{path}[]"), item);
                }
            }
            _ => self.mismatch(path, node, kind),
        }
    }

    /// An entry of the navigation: it says something, and what is shown of it.
    fn nav_entry(&mut self, path: &str, node: &Node) {
        // `- Guide: guide.md` is how others write it.
        if let [entry] = node.entries()
            && !matches!(&*entry.key, "name" | "href" | "items")
        {
            let (name, range) = (&entry.key, entry.key_range);
            let mut problem = Problem::new(range, format!("unknown key `{name}` in `{path}`"));
            problem.help(match entry.value.text() {
                Some(href) => format!("write `- name: {name}`, and `href: {href}` below it"),
                None => format!("write `- name: {name}`, and `items:` with what is below it"),
            });
            self.problems.push(problem);
            return;
        }
        let before = self.problems.len();
        self.value(path, node, &NAVIGATION_ENTRY);
        if self.problems.len() > before || node.text().is_some() {
            return;
        }
        let (name, href) = (node.get("name"), node.get("href"));
        let has_items = node.get("items").is_some();
        if href.is_none() && !has_items {
            self.problem(
                node,
                "this entry leads nowhere and has no entries below it".to_owned(),
            )
            .help("add `href:` with a file, or `items:` with a list of entries");
        } else if name.is_none() && href.is_none() {
            self.problem(
                node,
                "these entries have no words to show above them".to_owned(),
            )
            .help("add `name:` with the words, or `href:` with a file whose title is shown");
        } else if let (None, Some(href)) = (name, href.and_then(Node::text))
            && href.contains("://")
        {
            self.problem(node, format!("`{href}` has no words to show"))
                .help("add `name:` with the words");
        }
    }

    /// The key of a map whose keys the author chooses; whether its value is worth a look.
    fn name(&mut self, entry: &Entry, names: &Names) -> bool {
        let (known, what, otherwise) = match names {
            Names::Form(form) => {
                if let Err(wrong) = (form.check)(&entry.key) {
                    let mut problem = Problem::new(entry.key_range, wrong.why);
                    problem.help(wrong.help);
                    self.problems.push(problem);
                }
                return true;
            }
            Names::OneOf(words) => (
                *words,
                "output",
                format!("the outputs are {}", quoted(words)),
            ),
            Names::Rules => (
                self.rules,
                "rule",
                "see `polydoc rules` for the names of all rules".to_owned(),
            ),
        };
        let found = known.contains(&entry.key.as_str());
        if !found {
            let mut problem = Problem::new(
                entry.key_range,
                format!("there is no {what} `{}`", entry.key),
            );
            problem.help(match nearest(&entry.key, known.iter().copied()) {
                Some(name) => format!("did you mean `{name}`?"),
                None => otherwise,
            });
            self.problems.push(problem);
        }
        found
    }

    /// Where a single word was refused that fits into a list, that is said too.
    fn suggest_list(&mut self, kinds: &[Kind], node: &Node, before: usize) {
        let Some(text) = node.text() else { return };
        let fits = |kind: &Kind| match kind {
            Kind::List(Kind::Text(form)) => (form.check)(text).is_ok(),
            _ => false,
        };
        if let Some(problem) = self.problems.get_mut(before)
            && kinds.iter().any(fits)
        {
            problem.help(format!("write `[{text}]` for a list"));
        }
    }

    fn judged<T>(&mut self, node: &Node, result: Result<T, values::Wrong>) {
        if let Err(wrong) = result {
            self.problem(node, wrong.why).help(wrong.help);
        }
    }

    fn mismatch(&mut self, path: &str, node: &Node, kind: &Kind) {
        let wanted = kind.describe();
        let found = match node.value() {
            Value::Null => "nothing".to_owned(),
            value => value.as_text().map_or(node.describe().to_owned(), |text| {
                format!("{} (`{text}`)", node.describe())
            }),
        };
        let scalar = matches!(node.kind, NodeKind::Scalar { .. });
        let text = node.value().as_text().map(str::to_lowercase);
        let problem = self.problem(node, format!("`{path}` must be {wanted}, not {found}"));
        match (kind, text.as_deref()) {
            (Kind::Truth, Some("yes" | "on" | "true")) => {
                problem.help("write `true`, without quotes")
            }
            (Kind::Truth, Some("no" | "off" | "false")) => {
                problem.help("write `false`, without quotes")
            }
            (_, Some(text)) if kind.takes_text() => {
                problem.help(format!("put it in quotes if it is meant: `\"{text}\"`"))
            }
            (Kind::List(_) | Kind::Navigation, _) if scalar => {
                problem.help("write each item on a line of its own, after `- `")
            }
            _ => problem.help(format!("write {wanted}")),
        };
    }

    fn problem(&mut self, node: &Node, message: String) -> &mut Problem {
        self.problems.push(Problem::new(node.range, message));
        self.problems
            .last_mut()
            .expect("it was pushed one line above")
    }
}

impl Kind {
    /// What may stand there, for people.
    pub(super) fn describe(&self) -> String {
        match self {
            Self::Version => "`1`".to_owned(),
            Self::Text(form) => form.noun.to_owned(),
            Self::Truth => "`true` or `false`".to_owned(),
            Self::Choice(words) => words
                .iter()
                .map(|word| format!("`{word}`"))
                .collect::<Vec<_>>()
                .join(" or "),
            Self::Count { least, most } => format!("a whole number from {least} to {most}"),
            Self::Size { .. } => "a size such as `64 KiB`".to_owned(),
            Self::List(item) => format!("a list, each item {}", item.describe()),
            Self::Map(names, value) => {
                let name = match names {
                    Names::Form(form) => form.noun.to_owned(),
                    Names::OneOf(words) => format!("any of {}", quoted(words)),
                    Names::Rules => "the name of a rule".to_owned(),
                };
                format!("a map from {name} to {}", value.describe())
            }
            Self::Fields(_) => "a map".to_owned(),
            Self::Either(kinds) => kinds
                .iter()
                .map(Self::describe)
                .collect::<Vec<_>>()
                .join(", or "),
            Self::Metadata => "a map of metadata".to_owned(),
            Self::Schema => "a JSON Schema".to_owned(),
            Self::Navigation => "a list of entries of the navigation".to_owned(),
        }
    }

    /// Whether a value is single, a list or a map as this kind asks.
    fn has_shape_of(&self, node: &Node) -> bool {
        match (self, &node.kind) {
            (Self::List(_) | Self::Navigation, NodeKind::List(_))
            | (Self::Map(..) | Self::Fields(_) | Self::Metadata | Self::Schema, NodeKind::Map(_)) => {
                true
            }
            (
                Self::List(_)
                | Self::Navigation
                | Self::Map(..)
                | Self::Fields(_)
                | Self::Metadata
                | Self::Schema
                | Self::Either(_),
                _,
            ) => false,
            (_, shape) => matches!(shape, NodeKind::Scalar { .. }),
        }
    }

    fn takes_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() {
        key.to_owned()
    } else {
        format!("{path}.{key}")
    }
}

fn quoted(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
