//! Formats that programs read: places in their units, their escapes, their limits.

use super::*;

#[test]
fn json_counts_from_one_and_in_characters() {
    let find = |sink: &mut Sink<'_>| {
        let at = range(FRENCH, "guide.md");
        let first = crate::source::Span {
            file: FileId(0),
            range: TextRange::at(4),
        };
        let found = sink.at(&BROKEN, FileId(1), at, "no article at `guide.md`");
        found.help("do").note("know").related(first, "first");
    };
    let out = render(FRENCH, find, |out, all, files| {
        json(out, all, files, 2).unwrap();
    });
    let value: serde_json::Value = serde_json::from_str(&out).unwrap();
    let expected = serde_json::json!({
        "version": 1,
        "diagnostics": [{
            "rule": "broken-link", "category": "correctness", "severity": "error",
            "message": "no article at `guide.md`",
            "file": "content/fr-FR/b.md", "line": 6, "column": 11, "end_line": 6, "end_column": 19, "locale": "fr-FR",
            "help": ["do"], "notes": ["know"],
            "fingerprint": value["diagnostics"][0]["fingerprint"], "fix": null,
            "related": [{"file": "content/de-DE/a.md", "line": 2, "column": 1, "message": "first"}],
        }],
        "summary": {"files": 2, "articles": 2, "errors": 1, "warnings": 0, "infos": 0},
    });
    assert_eq!(value, expected);
}

#[test]
fn json_lines_are_the_findings_of_json_and_a_summary() {
    let find = |sink: &mut Sink<'_>| {
        sink.at(&BROKEN, FileId(1), TextRange::at(4), "a\nb");
        sink.site(&BROKEN, "all of it");
    };
    let (json, _) = report("json", FRENCH, find);
    let (lines, _) = report("jsonl", FRENCH, find);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let lines: Vec<serde_json::Value> = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[..2], *json["diagnostics"].as_array().unwrap());
    let last = serde_json::json!({ "version": 1, "summary": json["summary"] });
    assert_eq!(lines[2..], [last]);
}

#[test]
fn sarif_counts_columns_in_utf16_and_encodes_paths() {
    let text = "😀 [x](guide.md)\n";
    let find = |sink: &mut Sink<'_>| {
        sink.at(&BROKEN, FileId(1), range(text, "guide.md"), "odd");
        sink.path(&BROKEN, "fr-FR/a b:ç%.md", "odd");
        sink.site(&BROKEN, "all of it");
    };
    let (out, told) = report("sarif", text, find);
    assert_eq!(told, Told::All);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let place = |at: usize| &log["runs"][0]["results"][at]["locations"][0]["physicalLocation"];
    let region =
        serde_json::json!({ "startLine": 1, "startColumn": 8, "endLine": 1, "endColumn": 16 });
    assert_eq!(place(0)["region"], region);
    assert_eq!(
        place(1)["artifactLocation"],
        serde_json::json!({
            "uri": "content/fr-FR/a%20b%3A%C3%A7%25.md", "uriBaseId": "%SRCROOT%", "index": 1
        })
    );
    assert_eq!(place(2)["artifactLocation"]["uri"], "polydoc.yml");
}

#[test]
fn words_of_the_author_become_no_placeholder_and_no_link_in_sarif() {
    let find = |sink: &mut Sink<'_>| {
        sink.site(&BROKEN, "`{0}` and `a[0]`");
        sink.site(&BROKEN, r"see [this](http://a) \ that");
    };
    let (out, _) = report("sarif", FRENCH, find);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let text = |at: usize| log["runs"][0]["results"][at]["message"]["text"].clone();
    assert_eq!(text(0), "`{{0}}` and `a[0]`");
    assert_eq!(text(1), r"see \[this\](http://a) \\ that");
}

#[test]
fn sarif_keeps_the_most_severe_results_and_counts_the_others() {
    let find = |sink: &mut Sink<'_>| {
        for _ in 0..5_000 {
            sink.at(&MILD, FileId(0), TextRange::at(0), "mild");
        }
        for _ in 0..3 {
            sink.at(&BROKEN, FileId(1), TextRange::at(0), "odd");
        }
    };
    let (out, told) = report("sarif", FRENCH, find);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    assert_eq!(results.len(), 5_000);
    assert!(
        results[4_997..]
            .iter()
            .all(|result| result["level"] == "error")
    );
    let text = "the SARIF report is bounded to 5000 results; left out: 3 notes";
    assert_eq!(told, Told::Part(text.to_owned()));
    let notes = &run["invocations"][0]["toolExecutionNotifications"];
    assert_eq!(notes[0]["message"]["text"], text);
}

#[test]
fn an_annotation_escapes_what_ends_a_value_and_a_line() {
    let find = |sink: &mut Sink<'_>| {
        sink.path(&BROKEN, "fr-FR/a,b:c%.md", "100 % wrong,\r\n::error::x")
            .help("do");
    };
    let (out, _) = report("github", FRENCH, find);
    assert_eq!(
        out,
        "::error file=content/fr-FR/a%2Cb%3Ac%25.md,title=broken-link::100 %25 wrong,%0D%0A::error::x%0Ahelp: do\n"
    );
}

#[test]
fn annotations_that_github_would_not_show_stand_in_the_log_and_are_no_commands() {
    let find = |sink: &mut Sink<'_>| {
        for at in 0..12 {
            let message = "##[add-path]x\n::warning::y";
            sink.at(&BROKEN, FileId(1), TextRange::at(at), message);
        }
    };
    let (out, _) = report("github", FRENCH, find);
    let commands = |name: &str| out.lines().filter(|line| line.starts_with(name)).count();
    assert_eq!((commands("::error "), commands("::warning")), (10, 0));
    assert!(
        out.contains(
            "::notice title=polydoc::not shown here: 2 errors; see the log of this step\n"
        )
    );
    let rest = "::group::Not shown above: 2 errors\n- content/fr-FR/b.md:2:7: error[broken-link]: ## [add-path]x ::warning::y\n";
    assert!(out.contains(rest), "{out}");
    assert!(out.ends_with("::endgroup::\n"));
}
