//! Plural forms are CLDR's, for every number that CLDR itself gives as an example.

use std::collections::{BTreeMap, BTreeSet};

use polydoc::l10n::{Category, LocaleId, Plurals};

use crate::support::shared::shared;

/// The rows of the suite: kind, language, number, form. Compact exponents (`1c6`) are no numbers that polydoc writes.
fn rows(text: &str) -> Vec<[&str; 4]> {
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some([cells.next()?, cells.next()?, cells.next()?, cells.next()?])
        })
        .filter(|[_, _, number, _]| !number.contains(['c', 'e']))
        .collect()
}

#[test]
fn every_number_that_cldr_gives_as_an_example_takes_the_form_it_gives() {
    let Some(folder) = shared("suites/plurals") else {
        return;
    };
    let text = std::fs::read_to_string(folder.join("cldr-48-plurals.tsv")).expect("the suite");
    let rows = rows(&text);
    assert!(rows.len() > 7_000, "{} rows", rows.len());
    let mut rules: BTreeMap<&str, Plurals> = BTreeMap::new();
    let mut forms: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for [kind, tag, number, form] in rows {
        // The root's rules are those of a language that CLDR lacks.
        let Some(id) = LocaleId::parse(if tag == "und" { "xx" } else { tag }) else {
            wrong.push(format!("{tag}: no tag"));
            continue;
        };
        let plurals = rules.entry(tag).or_insert_with(|| Plurals::new(&id));
        let found = match kind {
            "cardinal" => plurals.cardinal(number),
            _ => plurals.ordinal(number),
        };
        forms.entry((kind, tag)).or_default().insert(form);
        if found.map(Category::word) != Some(form) {
            wrong.push(format!("{kind} {tag} {number}: {found:?}, not {form}"));
        }
    }
    for ((kind, tag), forms) in forms {
        let plurals = &rules[tag];
        let listed = match kind {
            "cardinal" => plurals.cardinals(),
            _ => plurals.ordinals(),
        };
        let listed: BTreeSet<&str> = listed.into_iter().map(Category::word).collect();
        if listed != forms {
            wrong.push(format!(
                "{kind} {tag}: the forms are {forms:?}, not {listed:?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_script_or_region_changes_no_plural_form() {
    let forms = |tag| Plurals::new(&LocaleId::parse(tag).expect("a tag")).cardinals();
    assert_eq!(forms("sr-Latn-RS"), forms("sr"));
    assert_eq!(forms("bs-Cyrl-BA"), forms("bs"));
    assert_eq!(forms("zh-Hant-HK"), forms("zh"));
    assert_eq!(forms("pa-Arab-PK"), forms("pa"));
    assert_eq!(forms("uz-Cyrl"), forms("uz"));
}
