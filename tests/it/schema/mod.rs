//! Schemas of metadata as a documentation team meets them: what is wrong with a schema, where findings stand, the templates, and
//! the schema for editors.

use polydoc::schema::{EditorPart, Schema, Surroundings, front_matter};
use serde_json::{Value, json};

use crate::cli::{Run, polydoc};
use crate::support::Project;
use crate::support::shared::shared;

mod editors;

/// Checks a project whose settings are given.
fn checked(settings: &str, files: &str) -> (Project, Run) {
    let project = Project::new(files);
    let settings = format!("base_url: https://docs.example.org\n{settings}");
    project.write("polydoc.yml", settings.as_bytes());
    let run = polydoc(
        project.root(),
        &[
            "check",
            "--format",
            "short",
            "--all",
            "--today",
            "2026-11-25",
        ],
    );
    (project, run)
}

/// The findings of rules about schemas, without helps, notes and the closing line.
fn findings(run: &Run) -> Vec<&str> {
    let lines = run.out.lines();
    lines.filter(|line| line.contains("-metadata]: ")).collect()
}

const ARTICLE: &str = "-- content/en-US/a.md --\n---\ntitle: A\n---\n# A\n";

#[test]
fn mistakes_in_a_schema_are_told_with_their_places_and_end_the_run() {
    let mistakes = [
        (
            "properties:\n    a: {type: strng}",
            "4:15: `type` cannot be `strng`",
            "did you mean `string`?",
        ),
        (
            "propertes: {}",
            "3:3: nobody reads the keyword `propertes`",
            "did you mean `properties`?",
        ),
        (
            "required: title",
            "3:13: `required` is text (`title`), and should be a list",
            "write it as an item: `- title`",
        ),
        (
            "properties:\n    a: {minLength: '3'}",
            "4:20: `minLength` is text (`3`)",
            "remove the quotes: `3`",
        ),
        (
            "requiredOneOf: [a, b]",
            "3:19: `requiredOneOf` must be a list of lists of keys",
            "",
        ),
        (
            "properties: {a: {dateFormat: MM/DD/YY}}",
            "3:32: `dateFormat` must be made of `YYYY`",
            "",
        ),
        (
            "properties: {a: {dateFormat: dd.mm.yyyy}}",
            "3:32: `dateFormat` must be `DD.MM.YYYY`, not `dd.mm.yyyy`",
            "",
        ),
        (
            "properties: {a: {uniqueIn: lokale}}",
            "3:30: `uniqueIn` must be `locale`, `site`, not `lokale`",
            "did you mean `locale`?",
        ),
        (
            "properties: {a: {level: loud}}",
            "3:27: `level` must be `error`, `warning`, `info`, `off`, not `loud`",
            "",
        ),
        (
            "properties: {a: {notOlderThan: -1}}",
            "3:34: `notOlderThan` must be a whole number from 0, not `-1`",
            "",
        ),
        (
            "properties: {a: {pattern: '('}}",
            "3:29: the pattern `(` cannot be read",
            "regular expression",
        ),
        (
            "$ref: '#/$defs/x'",
            "3:9: there is nothing at `#/$defs/x`",
            "name a place",
        ),
        (
            "$ref: https://example.org/s.json",
            "3:9: schemas are never fetched from the network",
            "save it as a file",
        ),
        (
            "$ref: other.yml",
            "3:9: there is no schema `other.yml`",
            "write the path of a file",
        ),
        (
            "$schema: http://json-schema.org/draft-08/schema#",
            "3:12: `http://json-schema.org/draft-08/schema#` is no version",
            "did you mean",
        ),
        (
            "properties: {a: {valuesFrom: none.txt}}",
            "3:32: no values can be read from `none.txt`: there is no such file",
            "",
        ),
        (
            "properties: {a: {dependentEnum: {b: [c]}}}",
            "3:39: `dependentEnum` must be a map from the key that decides",
            "",
        ),
    ];
    for (schema, place, help) in mistakes {
        let (_, run) = checked(&format!("schema:\n  {schema}\n"), ARTICLE);
        assert_eq!(run.code, 2, "{schema}\n{}", run.out);
        let expected = format!("error: polydoc.yml:{place}");
        assert!(
            run.errors.starts_with(&expected),
            "{schema}\n{}",
            run.errors
        );
        assert!(run.errors.contains(help), "{schema}\n{}", run.errors);
    }
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once_also_in_json() {
    let files = format!(
        "{ARTICLE}-- schemas/a.json --\n{{\n\t\"title\": \"\\ud83d\\ude00\",\n\t\"properties\": {{\"é\": {{\"typ\": \"string\"}}, \"b\": {{\"maxLength\": -1}}}}\n}}\n"
    );
    let (project, run) = checked("schema: schemas/a.json\n", &files);
    assert_eq!(run.code, 2);
    for expected in [
        "error: 2 problems in schemas/a.json\n",
        "schemas/a.json:3:23: nobody reads the keyword `typ`",
        "schemas/a.json:3:60: `maxLength` is -1, and should be at least 0",
    ] {
        assert!(run.errors.contains(expected), "{}", run.errors);
    }
    project.write("schemas/a.json", b"{\"type\": \"object\",}");
    let run = polydoc(project.root(), &["check"]);
    assert!(
        run.errors
            .starts_with("error: schemas/a.json:1:19: this is no JSON: trailing comma"),
        "{}",
        run.errors
    );
    std::fs::remove_file(project.root().join("schemas/a.json")).unwrap();
    let run = polydoc(project.root(), &["check"]);
    assert!(
        run.errors
            .starts_with("error: polydoc.yml:2:9: there is no file `schemas/a.json`"),
        "{}",
        run.errors
    );
}

#[test]
fn findings_stand_at_the_key_or_value_in_lists_maps_quotes_and_folded_text() {
    let schema = "schema:\n  type: object\n  additionalProperties: false\n  properties:\n    title: {type: string, maxCharacters: 3}\n    list: {items: {type: string, forbiddenWords: bad}}\n    map: {required: [x], properties: {in: {items: {required: [y], properties: {y: {type: integer}}}}}}\n    folded: {maxCharacters: 3}\n    empty: {type: string}\n";
    let article = "-- content/ja-JP/a.md --\n---\ntitle: \"日本語です\"\nlist:\n- ok\n- 7\n- 'très bad'\nmap: {in: [{y: 1}, {y: '2'}, {z: 3}]}\nfolded: >-\n  多い\n  文字\nempty:\nnonsense: 1\n---\n# A\n";
    let (_, run) = checked(schema, article);
    assert_eq!(
        findings(&run),
        [
            "content/ja-JP/a.md:2:8: error[invalid-metadata]: `title` has 5 characters, and at most 3 are allowed",
            "content/ja-JP/a.md:5:3: error[invalid-metadata]: item 2 of `list` is a number (`7`), and should be text",
            "content/ja-JP/a.md:6:3: error[invalid-metadata]: item 3 of `list` holds the word `bad`, which is forbidden there",
            "content/ja-JP/a.md:7:1: error[missing-metadata]: the key `x` is missing in `map`",
            "content/ja-JP/a.md:7:24: error[invalid-metadata]: `y` in item 2 of `map.in` is text (`2`), and should be a whole number",
            "content/ja-JP/a.md:7:30: error[missing-metadata]: the key `y` is missing in item 3 of `map.in`",
            "content/ja-JP/a.md:9:3: error[invalid-metadata]: `folded` has 5 characters, and at most 3 are allowed",
            "content/ja-JP/a.md:11:1: error[invalid-metadata]: `empty` has no value, and should be text",
            "content/ja-JP/a.md:12:1: error[unknown-metadata]: the schema does not know the key `nonsense`",
        ],
        "{}",
        run.errors
    );
}

#[test]
fn levels_and_messages_hold_for_one_key_and_give_way_to_flags() {
    let schema = "rules: {invalid-metadata: info}\nschema:\n  required: [b]\n  properties:\n    a: {type: string, level: warning, message: a is text}\n    b: {level: info}\n    c: {level: off, type: string}\n    d: {type: string}\n";
    let article = "-- content/en-US/a.md --\n---\na: 1\nc: 1\nd: 1\n---\n# A\n";
    let (project, run) = checked(schema, article);
    assert_eq!(
        findings(&run),
        [
            "content/en-US/a.md:1:1: info[missing-metadata]: the key `b` is missing",
            "content/en-US/a.md:2:4: warning[invalid-metadata]: a is text",
            "content/en-US/a.md:4:4: info[invalid-metadata]: `d` is a number (`1`), and should be text",
        ]
    );
    assert_eq!(run.code, 0);
    let with = |flags: &[&str]| {
        let flags: Vec<&str> = ["check", "--format", "short"]
            .iter()
            .chain(flags)
            .copied()
            .collect();
        polydoc(project.root(), &flags)
    };
    let run = with(&["--level", "invalid-metadata=error"]);
    assert!(
        run.out.contains("2:4: error[invalid-metadata]: a is text"),
        "{}",
        run.out
    );
    assert_eq!(with(&["--deny", "warnings"]).code, 1);
    let run = with(&["--level", "invalid-metadata=off"]);
    assert_eq!(findings(&run).len(), 1, "{}", run.out);
}

#[test]
fn schemas_hold_by_glob_language_and_type_of_page_and_see_defaults() {
    let schema = "defaults: {author: us}\nschema:\n  - schema: {required: [author]}\n  - {match: '*/guide/**', locale: fr, schema: {required: [f]}}\n  - {page_type: [How-To, tutorial], schema: {required: [h], properties: {author: {const: me}}}}\n";
    let (_, run) = checked(
        schema,
        "-- content/en-US/guide/a.md --\n---\nms.topic: how-to\n---\n# A\n-- content/fr-CA/guide/a.md --\n# A\n-- content/fr-CA/b.md --\n---\npage_type: article\nms.topic: how-to\n---\n# B\n-- content/fr-CA/c.md --\n---\ntitle: x: y\n---\n# C\n",
    );
    assert_eq!(
        findings(&run),
        [
            "content/en-US/guide/a.md:1:1: error[invalid-metadata]: `author` cannot be `us`",
            "content/en-US/guide/a.md:1:1: error[missing-metadata]: the key `h` is missing",
            "content/fr-CA/guide/a.md:1:1: error[missing-metadata]: the key `f` is missing",
        ],
        "front matter that cannot be read is left to its own rule"
    );
    assert!(
        run.out.contains("  note: the value comes from `defaults`"),
        "{}",
        run.out
    );
}

#[test]
fn files_that_a_schema_names_count_from_the_file_that_names_them() {
    let files = "-- schemas/all.yml --\n$schema: https://json-schema.org/draft-07/schema\nproperties:\n  who: {$ref: 'parts/who.json#/definitions/who'}\n  self: {$ref: 'parts/../all.yml#/properties/who'}\n-- schemas/parts/who.json --\n{\"definitions\": {\"who\": {\"valuesFrom\": \"../../lists/who.yml\", \"level\": \"warning\"}}}\n-- lists/who.yml --\n- kim\n- lee\n-- content/en-US/a.md --\n---\nwho: kin\nself: [kim, lea]\n---\n# A\n";
    let (_, run) = checked("schema: schemas/all.yml\n", files);
    assert_eq!(
        findings(&run),
        [
            "content/en-US/a.md:2:6: warning[invalid-metadata]: `who` cannot be `kin`: it is not in `lists/who.yml`",
            "content/en-US/a.md:3:13: warning[invalid-metadata]: item 2 of `self` cannot be `lea`: it is not in `lists/who.yml`",
        ],
        "{}",
        run.errors
    );
}

#[test]
fn a_value_is_unique_in_its_language_or_in_the_site() {
    let schema = "schema:\n  properties:\n    uid: {uniqueIn: locale}\n    ids: {items: {uniqueIn: site}, level: info}\n";
    let article =
        |place: &str, keys: &str| format!("-- content/{place}.md --\n---\n{keys}---\n# A\n");
    let files = [
        article("de-DE/a", "uid: x\nids: [1, 2]\n"),
        article("de-DE/b", "uid: ' x '\nids: [3]\n"),
        article("fr-FR/a", "uid: x\nids: [2]\n"),
        article("fr-FR/b", "uid:\nids: []\n"),
        article("fr-FR/c", "uid:\n"),
    ];
    let (_, run) = checked(schema, &files.concat());
    assert_eq!(
        findings(&run),
        [
            "content/de-DE/a.md:2:6: error[repeated-metadata]: `uid` must be unique in de-DE, and 2 articles say `x`",
            "content/de-DE/a.md:3:10: info[repeated-metadata]: `ids` must be unique in the site, and 2 articles say `2`",
        ]
    );
    assert!(
        run.out
            .contains("note: the same value: content/de-DE/b.md:2:6"),
        "{}",
        run.out
    );
}

#[test]
fn a_finding_of_a_schema_can_be_allowed_like_every_other() {
    let (_, run) = checked(
        "schema: {required: [b]}\n",
        "-- content/en-US/a.md --\n---\npolydoc-allow: {missing-metadata: nobody knows b}\n---\n# A\n",
    );
    assert_eq!((run.code, findings(&run)), (0, Vec::new()), "{}", run.out);
}

#[test]
fn dates_are_judged_against_the_day_that_is_told_and_never_the_clock() {
    let schema = "schema:\n  properties:\n    d: {dateFormat: DD.MM.YYYY, notInFuture: true, notOlderThan: 30}\n";
    let article = |day: &str| format!("-- content/de-DE/a.md --\n---\nd: {day}\n---\n# A\n");
    let told = |day: &str| {
        let (project, run) = checked(schema, &article(day));
        let silent = polydoc(project.root(), &["check", "--format", "short"]);
        assert_eq!(
            findings(&silent).len(),
            usize::from(day == "30.02.2026"),
            "{}",
            silent.out
        );
        findings(&run).join("\n")
    };
    assert_eq!(told("25.11.2026"), "");
    assert_eq!(told("26.10.2026"), "");
    assert!(told("25.10.2026").contains("`d` is 31 days ago, and at most 30 are allowed"));
    assert!(told("26.11.2026").contains("`d` is a day to come: `26.11.2026`"));
    assert!(told("30.02.2026").contains("no day written as `DD.MM.YYYY`"));
}

#[test]
fn the_templates_are_right_and_the_starter_follows_them() {
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    for template in ["minimal", "learn"] {
        let run = polydoc(folder.path(), &["new", template, "--schema", template]);
        assert_eq!(run.code, 0, "{}", run.errors);
        let site = folder.path().join(template);
        let run = polydoc(&site, &["check", "--all", "--today", "2026-11-25"]);
        assert_eq!((run.code, run.errors.as_str()), (0, ""), "{}", run.out);
        assert_eq!(run.out.lines().count(), 1, "{}", run.out);
        let article = site.join("content/en-US/index.md");
        let text = std::fs::read_to_string(&article).expect("it is there");
        std::fs::write(&article, text.replace("title: ", "titel: ")).expect("it can be written");
        let run = polydoc(&site, &["check", "--format", "short"]);
        assert!(
            run.out
                .contains("index.md:1:1: error[missing-metadata]: the key `title` is missing"),
            "{}",
            run.out
        );
        assert_eq!(polydoc(&site, &["schema", "front-matter"]).code, 0);
    }
    let alone = tempfile::tempdir().expect("there is a temporary folder");
    let run = polydoc(alone.path(), &["new", "--schema", "learn"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    assert!(alone.path().join("schemas/front-matter.yml").exists());
    let run = polydoc(alone.path(), &["new", "--schema", "minimal"]);
    assert_eq!(run.code, 2, "what is there is never replaced");
    assert!(
        run.errors
            .starts_with("error: there is a file `schemas/front-matter.yml` already"),
        "{}",
        run.errors
    );
}

#[test]
fn the_template_for_learn_finds_in_real_articles_only_what_is_wrong_with_them() {
    let Some(sample) = shared("corpus/sample") else {
        return;
    };
    let folder = tempfile::tempdir().expect("there is a temporary folder");
    assert_eq!(
        polydoc(folder.path(), &["new", "--schema", "learn"]).code,
        0
    );
    let settings = format!(
        "content: {}\npreset: learn\nschema: schemas/front-matter.yml\n",
        sample.display()
    );
    std::fs::write(folder.path().join("polydoc.yml"), settings).expect("it can be written");
    let run = polydoc(folder.path(), &["check", "--format", "jsonl", "--all"]);
    let mut found = std::collections::BTreeMap::new();
    for line in run.out.lines() {
        let finding: Value = serde_json::from_str(line).expect("a line is a finding");
        let rule = finding["rule"].as_str().unwrap_or_default().to_owned();
        if rule.ends_with("-metadata") {
            let message = finding["message"].as_str().unwrap_or_default();
            let key = message.split('`').nth(1).unwrap_or_default().to_owned();
            *found.entry((rule, key)).or_insert(0) += 1;
        }
    }
    let found: Vec<(&str, &str, i32)> = found
        .iter()
        .map(|((rule, key), count)| (rule.as_str(), key.as_str(), *count))
        .collect();
    // Each of the eight languages has them: misspelt keys, days without their zero, and numbers of lists under a wrong key.
    assert_eq!(
        found,
        [
            ("deprecated-metadata", "ms-custom", 8),
            ("deprecated-metadata", "ms.common", 8),
            ("invalid-metadata", "ms.assetid", 8),
            ("invalid-metadata", "ms.date", 16),
        ]
    );
}
