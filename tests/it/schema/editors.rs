//! The schema for editors says what the check says.

use super::*;

#[test]
fn the_schema_for_editors_takes_and_refuses_what_the_check_does() {
    let schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "required": ["title"],
        "requiredOneOf": [["a", "b"]],
        "mutuallyExclusive": [["b", "c"]],
        "dependentEnum": {"c": {"a": {"1": ["x"], "*": ["y"]}}},
        "properties": {
            "title": {"$ref": "#/definitions/title"},
            "d": {"dateFormat": ["MM/DD/YYYY", "YYYY-M-D"]},
            "w": {"forbiddenWords": ["Here", "ここ"], "minCharacters": 2},
            "old": {"replacedBy": "a", "message": "use a"},
            "who": {"valuesFrom": "who.txt"},
            "pair": {"items": [{"type": "string"}], "additionalItems": false},
        },
        "definitions": {"title": {"type": "string"}},
        "dependencies": {"w": ["d"]},
    });
    let mut around = Surroundings::default();
    let who: Vec<Box<str>> = vec!["kim".into(), "7".into()];
    around.lists.insert("who.txt".to_owned(), who.into());
    let compiled = Schema::compile(&schema, &around).expect("it is right");
    let part = EditorPart {
        schema: &compiled,
        page_types: &[],
    };
    let plain = front_matter(&[part], &["ms.topic"]);
    let editor = jsonschema::draft202012::new(&plain).expect("it is a schema");
    let instances = [
        json!({"title": "t", "a": 1}),
        json!({"title": 1, "a": 1}),
        json!({"a": 1}),
        json!({"title": "t"}),
        json!({"title": "t", "b": 1, "c": 1}),
        json!({"title": "t", "a": 1, "c": "x"}),
        json!({"title": "t", "a": "1", "c": ["x", "y"]}),
        json!({"title": "t", "a": 2, "c": "x"}),
        json!({"title": "t", "a": 2, "c": "y"}),
        json!({"title": "t", "a": 2, "d": "02/17/2021"}),
        json!({"title": "t", "a": 2, "d": "2021-2-7"}),
        json!({"title": "t", "a": 2, "d": "17/02/2021"}),
        json!({"title": "t", "a": 2, "d": "02/17/2021", "w": "adhere"}),
        json!({"title": "t", "a": 2, "d": "02/17/2021", "w": "over HERE"}),
        json!({"title": "t", "a": 2, "d": "02/17/2021", "w": "今ここだ"}),
        json!({"title": "t", "a": 2, "d": "02/17/2021", "w": "x"}),
        json!({"title": "t", "a": 2, "w": "there"}),
        json!({"title": "t", "a": 2, "who": "kim"}),
        json!({"title": "t", "a": 2, "who": [7, "kim"]}),
        json!({"title": "t", "a": 2, "who": "lee"}),
        json!({"title": "t", "a": 2, "old": 1}),
        json!({"title": "t", "a": 2, "pair": ["x"]}),
        json!({"title": "t", "a": 2, "pair": ["x", "y"]}),
    ];
    let (mut good, mut bad) = (0, 0);
    for instance in &instances {
        let fits = compiled.is_valid(instance);
        assert_eq!(editor.is_valid(instance), fits, "{instance}");
        *(if fits { &mut good } else { &mut bad }) += 1;
    }
    assert!(good >= 9 && bad >= 9, "{good} good, {bad} bad");
    let old = &plain["$defs"]["schema-1"]["properties"]["old"];
    assert_eq!(old["deprecated"], true);
    assert_eq!(old["deprecationMessage"], "Use a instead.");
    assert!(plain["properties"]["redirect_from"].is_object());
    assert!(
        plain["properties"]["title"].is_null(),
        "the project describes it"
    );
}

#[test]
fn the_schema_for_editors_is_that_of_all_articles_or_of_one() {
    let project = Project::new(
        "-- polydoc.yml --\nschema:\n  - file: s.yml\n  - {match: '*/guide/**', schema: {required: [g]}}\n  - {page_type: how-to, schema: {required: [h]}}\n-- s.yml --\nproperties: {a: {$ref: 't.yml#/x'}}\nadditionalProperties: false\n-- t.yml --\nx: {type: integer}\n-- content/en-US/guide/a.md --\n# A\n",
    );
    let written = |arguments: &[&str]| -> Value {
        let run = polydoc(project.root(), arguments);
        assert_eq!(run.code, 0, "{}", run.errors);
        serde_json::from_str(&run.out).expect("it is JSON")
    };
    let all = written(&["schema", "front-matter"]);
    let one = written(&[
        "schema",
        "front-matter",
        "--for",
        "content/en-US/guide/a.md",
    ]);
    let is_valid = |schema: &Value, instance: Value| {
        jsonschema::draft202012::new(schema)
            .expect("it is a schema")
            .is_valid(&instance)
    };
    assert!(is_valid(&all, json!({"a": 1})) && !is_valid(&all, json!({"a": "1"})));
    assert!(
        !is_valid(&all, json!({"title": "T"})),
        "the project knows no title"
    );
    assert!(!is_valid(&one, json!({"a": 1})), "`g` is missing");
    let elsewhere = tempfile::tempdir().expect("there is a temporary folder");
    let run = polydoc(elsewhere.path(), &["schema", "front-matter"]);
    let built_in: Value = serde_json::from_str(&run.out).expect("it is JSON");
    assert!(built_in["properties"]["title"].is_object());
    assert_eq!(
        polydoc(project.root(), &["schema", "config", "--for", "x"]).code,
        2
    );
}
