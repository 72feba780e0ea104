//! Files of messages.

use std::collections::BTreeMap;

use polydoc::l10n::messages::{Maker, MessageFile, audit};
use polydoc::l10n::{Argument, LocaleId, Locales, Messages};
use polydoc::parse;
use polydoc::source::LocaleIndex;

const ENGLISH: &str = "a = A { $x }\nb = { $n ->\n    [one] one\n   *[other] { $n }\n }\n-t = term\nc = { -t } { b }\n";

/// A project's file of messages: it is refused with places in it, or every message can be written.
pub(super) fn messages(bytes: &[u8]) {
    let text = parse::decode(bytes).into_owned();
    // A carriage return alone ends a line too, as in Markdown.
    let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
    let file = |path: &str, locale: &str, text: String, maker| MessageFile {
        path: path.to_owned(),
        locale: LocaleId::parse(locale).expect("a tag"),
        text,
        maker,
    };
    let files = [
        file(
            "built-in/en-US/site.ftl",
            "en-US",
            ENGLISH.to_owned(),
            Maker::BuiltIn,
        ),
        file("locales/fr-FR/own.ftl", "fr-FR", text, Maker::Project),
    ];
    let locales = Locales::build(["en-US", "fr-FR"], &BTreeMap::new());
    let _ = audit;
    match Messages::load(&files, &locales) {
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a word");
            for problem in problems {
                let own = problem.path == "locales/fr-FR/own.ftl";
                assert!(own, "blames {}", problem.path);
                assert!(
                    problem.line >= 1 && problem.line as usize <= lines,
                    "{problem:?}"
                );
                assert!(
                    problem.column >= 1 && !problem.message.is_empty(),
                    "{problem:?}"
                );
            }
        }
        Ok(messages) => {
            for locale in [LocaleIndex(0), LocaleIndex(1)] {
                for id in ["a", "b", "c", "d", "e"] {
                    write_all(&messages, locale, id);
                }
            }
        }
    }
}

fn write_all(messages: &Messages, locale: LocaleIndex, id: &str) {
    let Some(variables) = messages.variables(locale, id) else {
        return;
    };
    let values = [
        Argument::Text("שלום <b>"),
        Argument::Number(i64::MIN),
        Argument::Number(1),
        Argument::Slot(5),
        Argument::Decimal("1.50"),
        Argument::Decimal("no number"),
    ];
    for value in values {
        let given: Vec<(&str, Argument<'_>)> = variables
            .iter()
            .map(|name| (name.as_str(), value))
            .collect();
        let one = messages.format(locale, id, &given);
        assert_eq!(one, messages.format(locale, id, &given), "written twice");
    }
    let _ = messages.format(locale, id, &[]);
}
