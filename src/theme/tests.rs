//! The theme loads, and says where it is wrong.

use super::*;

fn locales() -> Locales {
    Locales::build(["fr-FR", "pt-BR"], &BTreeMap::new())
}

fn load(templates: &[(&str, &str)], messages: &[(&str, &str)]) -> Result<Theme, Failure> {
    let files = |files: &[(&str, &str)]| {
        let file = |(path, text): &(&str, &str)| ThemeFile {
            path: (*path).to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        files.iter().map(file).collect()
    };
    let project = ProjectTheme {
        style: String::new(),
        templates: files(templates),
        locales: files(messages),
    };
    // The real function lives above this layer; here it only has to exist.
    Theme::load(project, &locales(), |tera, _| {
        tera.register_function("message", |_: tera::Kwargs, _: &tera::State<'_>| "words");
    })
}

fn failure(templates: &[(&str, &str)], messages: &[(&str, &str)]) -> String {
    load(templates, messages)
        .err()
        .map(|failure| failure.to_string())
        .expect("a failure")
}

#[test]
fn the_built_in_theme_is_in_order() {
    let theme = load(&[], &[]).unwrap_or_else(|failure| panic!("{failure}\n{:?}", failure.hints));
    assert!(
        theme
            .assets()
            .iter()
            .any(|asset| asset.name == "css/site.css"
                && asset.path.as_str().starts_with("assets/css/site."))
    );
    assert_eq!(theme.text(LocaleIndex(0), "alert-note"), "Remarque");
    assert_eq!(theme.text(LocaleIndex(1), "alert-note"), "Observação");
    assert_eq!(
        theme.asset_urls("/docs").keys().count(),
        theme.assets().len()
    );
}

#[test]
fn a_projects_file_takes_the_place_of_ours() {
    let theme = load(
        &[("page.html", "<b>{{ x }}</b>")],
        &[("fr-FR/own.ftl", "alert-note = Nota\n")],
    )
    .expect("loads");
    let mut context = tera::Context::new();
    context.insert("x", "<");
    let mut out = b"kept ".to_vec();
    theme
        .render("page.html", &context, 0, &mut out)
        .expect("renders");
    assert_eq!(String::from_utf8_lossy(&out), "kept <b>&lt;</b>");
    assert_eq!(theme.text(LocaleIndex(0), "alert-note"), "Nota");
    assert_eq!(
        theme.text(LocaleIndex(0), "alert-tip"),
        "Conseil",
        "words that the project leaves alone stay ours"
    );
    assert_ne!(theme.hash(), load(&[], &[]).expect("loads").hash());
}

#[test]
fn a_mistake_in_a_template_has_its_place() {
    let text = failure(&[("page.html", "<p>\n  {{ page.title\n")], &[]);
    assert!(text.contains("templates/page.html:"), "{text}");
    let text = failure(&[("page.html", "<p>\n  {{ x | nonsense }}\n")], &[]);
    assert!(
        text.contains("page.html:2:") && text.contains("nonsense"),
        "{text}"
    );
    let theme = load(&[("page.html", "<p>\n  {{ page.titel }}\n")], &[]).expect("loads");
    let mut context = tera::Context::new();
    context.insert("page", &BTreeMap::from([("title", "T")]));
    let error = theme
        .render("page.html", &context, 0, &mut Vec::new())
        .expect_err("no such key")
        .to_string();
    assert!(
        error.contains("templates/page.html:2:") && error.contains("{{ page.titel }}"),
        "{error}"
    );
}

#[test]
fn an_unknown_filter_is_named_with_its_file_line_and_column() {
    let text = failure(&[("page.html", "\n{{ page.title | shout }}")], &[]);
    assert!(
        text.contains("\ntemplates/page.html:2:17: unknown filter `shout`"),
        "{text}"
    );
}

#[test]
fn a_message_that_cannot_be_made_is_found_when_loading() {
    let text = failure(&[("page.html", "\n{{ message(id=\"nothing\") }}")], &[]);
    assert!(
        text.contains("templates/page.html:2:4: no message `nothing` for fr-FR"),
        "{text}"
    );
    let text = failure(
        &[("page.html", "{{ message(id=\"articles-count\") }}")],
        &[],
    );
    assert!(text.contains("shows `$count`"), "{text}");
    let text = failure(&[], &[("fr-FR/site.ftl", "alert-note = { $kind }\n")]);
    assert!(
        text.contains("locales/fr-FR/site.ftl:1:16: unknown variable `$kind`"),
        "{text}"
    );
    let text = failure(&[], &[("français/site.ftl", "a = b\n")]);
    assert!(text.contains("lies in no locale's folder"), "{text}");
}

#[test]
fn a_theme_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Theme>();
}
