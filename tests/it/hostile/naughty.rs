//! Strings that break programs, in every place an author can put one: they are shown as they are, and change nothing else.

use html5gum::{Token, Tokenizer};

use crate::support::Project;
use crate::support::shared::shared;

/// A string that breaks nothing, to compare with.
const PLAIN: &str = "Plain";

/// A page as a browser reads it: its tags with the names of their attributes, and everything that is text or a value.
fn read(html: &str) -> (Vec<String>, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (mut tags, mut words) = (Vec::new(), String::new());
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let names: Vec<String> = tag.attributes.keys().map(|name| text(name)).collect();
                tags.push(format!("<{} {}>", text(&tag.name), names.join(" ")));
                for value in tag.attributes.values() {
                    words += &text(value);
                    words.push('\n');
                }
            }
            Token::EndTag(tag) => tags.push(format!("</{}>", text(&tag.name))),
            Token::String(string) => words += &text(&string),
            Token::Comment(_) => tags.push("comment".into()),
            Token::Doctype(_) => tags.push("doctype".into()),
            // Control characters and the like are shown as their author wrote them.
            Token::Error(error) if is_of_characters(error.value) => {}
            Token::Error(error) => panic!("{error:?} in {html}"),
        }
    }
    (tags, words)
}

fn is_of_characters(error: html5gum::Error) -> bool {
    use html5gum::Error::{
        ControlCharacterInInputStream, NoncharacterCharacterReference, NoncharacterInInputStream,
    };
    matches!(
        error,
        ControlCharacterInInputStream | NoncharacterInInputStream | NoncharacterCharacterReference
    )
}

/// The strings of the suite, those beside them that belong to templates, and none that is nothing but blanks.
fn strings() -> Option<Vec<String>> {
    let suite = std::fs::read_to_string(shared("suites/naughty-strings/blns.json")?)
        .expect("the suite can be read");
    let mut strings: Vec<String> =
        serde_json::from_str(&suite).expect("the suite is a list of strings");
    strings.extend(
        [
            "{{ 7*7 }}",
            "{% raw %}",
            "{# x #}",
            "{{ get_env(name=\"HOME\") }}",
            "{ $x }",
            "a\u{202E}b\u{2066}c",
            "]]>",
            "--></title><b>",
        ]
        .map(str::to_owned),
    );
    strings.retain(|string| !string.trim().is_empty());
    Some(strings)
}

/// A string as YAML.
fn quoted(string: &str) -> String {
    let mut out = String::from('"');
    for c in string.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control()
                || matches!(
                    c,
                    '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'
                ) =>
            {
                out.push_str(&format!("\\U{:08X}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What of a string must be found again: HTML knows no NUL and one kind of line end, and blanks at the ends count for nothing.
fn shown(string: &str) -> String {
    string.trim().to_owned()
}

#[test]
fn as_metadata_they_are_shown_whole_and_change_no_tag() {
    let Some(mut strings) = strings() else { return };
    strings.insert(0, PLAIN.to_owned());
    let project = Project::new("");
    let mut toc = String::new();
    for (at, string) in strings.iter().enumerate() {
        let value = quoted(string);
        let page = format!(
            "---\ntitle: {value}\ndescription: {value}\nms.custom: {value}\n---\n# Heading\n"
        );
        project.write(&format!("content/fr-FR/f{at}/p.md"), page.as_bytes());
        toc += &format!("- name: {value}\n  href: p.md\n");
        project.write(
            &format!("content/fr-FR/f{at}/TOC.yml"),
            format!("- name: {value}\n  href: p.md\n").as_bytes(),
        );
    }
    let report = project.build();
    assert_eq!(report.articles, strings.len());
    let (plain, _) = read(&project.output("fr-fr/f0/p/index.html"));
    for (at, string) in strings.iter().enumerate().skip(1) {
        let (tags, words) = read(&project.output(&format!("fr-fr/f{at}/p/index.html")));
        assert_eq!(tags, plain, "{string:?}");
        let wanted = shown(string);
        let count = words.matches(&wanted).count();
        assert!(count >= 4, "{wanted:?} stands {count} times in {words}");
    }
}

#[test]
fn as_text_address_and_alternative_text_they_leave_the_page_whole() {
    let Some(strings) = strings() else { return };
    let project = Project::new("-- content/fr-FR/x.png --\nx");
    for (at, string) in strings.iter().enumerate() {
        let line = string.replace(['\n', '\r'], " ");
        let page = format!(
            "---\ntitle: T\n---\n# {line}\n\n{string}\n\n[{line}](<{line}> \"{line}\")\n\n![{line}](x.png)\n\n[a]({line})\n\n<a href=\"{line}\">x</a>\n\n`{line}`\n"
        );
        project.write(&format!("content/fr-FR/p{at}.md"), page.as_bytes());
    }
    project.build();
    for (at, string) in strings.iter().enumerate() {
        let html = project.output(&format!("fr-fr/p{at}/index.html"));
        let body = html
            .split_once("<article")
            .and_then(|(_, rest)| rest.split_once('>'))
            .map_or("", |(_, rest)| rest);
        let body = body.rsplit_once("</article>").map_or("", |(body, _)| body);
        assert!(!body.is_empty(), "{string:?}: {html}");
        let objection = crate::conformance::objection(body);
        assert_eq!(objection, None, "{string:?}: {body}");
        assert!(
            !html.contains("49</") || string.contains("49"),
            "{string:?}"
        );
    }
}

#[test]
fn as_names_of_files_they_are_published_or_reported() {
    let Some(strings) = strings() else { return };
    let project = Project::new("");
    let mut wanted = 0;
    for string in std::collections::BTreeSet::from_iter(strings) {
        let name = format!("{string}.md");
        if name.contains(['/', '\0']) || name.len() > 255 || name.starts_with('.') {
            continue;
        }
        wanted += 1;
        project.write(
            &format!("content/fr-FR/{name}"),
            b"---\ntitle: T\n---\n# H\n",
        );
    }
    let report = project.build();
    let reported = report
        .diagnostics
        .iter()
        .filter(|diagnostic| matches!(diagnostic.rule.name, "unplaceable-name" | "address-clash"));
    let reported = reported.count();
    let published =
        crate::support::files_below(&project.root().join("public/fr-fr"), "index.html").len();
    // The home page and the page of search results are the two more.
    assert_eq!(published - 2 + reported, wanted);
    let again = project.build();
    assert_eq!(again.published.expect("it was published").written, 0);
}
