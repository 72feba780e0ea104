//! What `theme:` sets, what `polydoc theme` copies, and the files that outputs write for hosts and programs.

use crate::cli::polydoc;
use crate::support::Project;

const ARTICLE: &str = "-- content/en-US/guide/a-b.md --\n---\ntitle: A & B\ndescription: About <a>.\nms.date: 03/10/2021\nredirect_from: /old\n---\n# A\n\nSee [c](c.md#x) and ![p](p.png).\n\n> [!VIDEO https://www.youtube.com/watch?v=abc]\n\n> [!VIDEO https://other.example/v]\n\n```json\n{\"a\": 1}\n```\n-- content/en-US/guide/c.md --\n---\ntitle: C\n---\n# C\n\n## X\n-- content/fr-FR/guide/c.md --\n# C\n";

fn built(settings: &str, options: &[&str]) -> Project {
    let project = Project::new(&format!("-- polydoc.yml --\n{settings}{ARTICLE}"));
    let run = polydoc(project.root(), &[&["build", "--quiet"], options].concat());
    assert!(run.code < 2, "{}{}", run.out, run.errors);
    project
}

#[test]
fn colours_logo_and_links_come_from_the_settings() {
    let project = built(
        "title: Book\ntheme:\n  colors: {accent: \"#0b6b4f\"}\n  dark_colors: {accent: \"#7fd6b4\"}\n  fonts: {text: '\"My Font\", serif'}\n  logo: polydoc.svg\n  favicon: polydoc.svg\n  header:\n  - title: {en: Start, fr: Début}\n    url: /{locale}/guide/\n  - title: {fr: Seul}\n    url: https://example.org/\n  footer:\n  - title: Code\n    url: https://example.org/code\n  edit_url: https://example.org/edit/{path}\n  feedback_url: https://example.org/new?t={title}&u={url}\n-- polydoc.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        &[],
    );
    let html = project.output("en-us/guide/a-b/index.html");
    for piece in [
        "<a href=\"/en-us/guide/\"><bdi>Start</bdi></a>",
        "<a href=\"https://example.org/code\">Code</a>",
        "<img src=\"/assets/theme/logo.",
        "<link rel=\"icon\" href=\"/assets/theme/favicon.",
        "href=\"https://example.org/edit/en-US/guide/a-b.md\"",
        "href=\"https://example.org/new?t=A%20%26%20B&amp;u=%2Fen-us%2Fguide%2Fa-b%2F\"",
    ] {
        assert!(html.contains(piece), "{piece} in {html}");
    }
    assert!(
        !html.contains("Seul"),
        "a link without words for a language is not shown there"
    );
    let french = project.output("fr-fr/guide/c/index.html");
    assert!(
        french.contains("<bdi>Début</bdi>") && french.contains("<bdi>Seul</bdi>"),
        "{french}"
    );
    let sheet = html
        .split("/assets/css/")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let css = project.output(&format!("assets/css/{}", sheet.expect("a style sheet")));
    assert!(
        css.ends_with(
            ":root{--accent:light-dark(#0b6b4f,#7fd6b4);--own-sans:\"My Font\", serif;}\n"
        ),
        "{}",
        &css[css.len() - 200..]
    );
}

#[test]
fn looks_that_cannot_be_are_refused_with_their_line() {
    for (theme, message) in [
        (
            "  colors: {accent: red}\n  dark_colors: {accent: \"#fff\"}\n",
            "`red` is no colour",
        ),
        (
            "  colors: {accent: \"#fff\"}\n",
            "`accent` is set in `colors` alone",
        ),
        (
            "  fonts: {text: \"a; } body { display: none\"}\n",
            "is no list of fonts",
        ),
        ("  video_hosts: [\"https://a.example\"]\n", "is no host"),
        ("  edit_url: \"javascript:alert(1)\"\n", "is no web address"),
        ("  logo: nowhere.svg\n", "cannot read the image"),
    ] {
        let project = Project::new(&format!("-- polydoc.yml --\ntheme:\n{theme}{ARTICLE}"));
        let run = polydoc(project.root(), &["build", "--quiet"]);
        assert_eq!(run.code, 2, "{theme}{}", run.errors);
        assert!(run.errors.contains(message), "{theme}{}", run.errors);
    }
}

#[test]
fn programs_and_hosts_get_files_of_their_own() {
    let project = built(
        "title: Book & Co\noutputs: {markdown: true}\n",
        &["--base-url", "https://docs.example.org/x"],
    );
    let feed = project.output("en-us/feed.xml");
    for piece in [
        "<title>Book &amp; Co: Recent changes</title>",
        "<updated>2021-03-10T00:00:00Z</updated>",
        "<id>https://docs.example.org/x/en-us/guide/a-b/</id>\n<title>A &amp; B</title>",
        "<summary>About &lt;a&gt;.</summary>",
    ] {
        assert!(feed.contains(piece), "{piece} in {feed}");
    }
    let llms = project.output("en-us/llms.txt");
    assert!(
        llms.contains(
            "- [A & B](https://docs.example.org/x/en-us/guide/a-b/index.md): About <a>.\n"
        ),
        "{llms}"
    );
    let markdown = project.output("en-us/guide/a-b/index.md");
    assert!(
        markdown.starts_with("# A\n\nSee [c](https://docs.example.org/x/en-us/guide/c/#x) and"),
        "{markdown}"
    );
    assert_eq!(
        project.output("_redirects"),
        "/x/en-us/old/ /x/en-us/guide/a-b/ 301\n"
    );
    let list: serde_json::Value =
        serde_json::from_str(&project.output("redirects.json")).expect("JSON");
    assert_eq!(list["/x/en-us/old/"], "/x/en-us/guide/a-b/");
    let manifest: serde_json::Value =
        serde_json::from_str(&project.output("en-us/site.webmanifest")).expect("JSON");
    assert_eq!(
        (&manifest["name"], &manifest["dir"]),
        (&"Book & Co".into(), &"ltr".into())
    );
    let headers = project.output("_headers");
    assert!(
        !headers.contains("unsafe") && headers.contains("frame-ancestors 'none'"),
        "{headers}"
    );
    let html = project.output("en-us/guide/a-b/index.html");
    let json = html.split("<script type=\"application/ld+json\">").nth(1);
    let json = json
        .and_then(|rest| rest.split("</script>").next())
        .expect("structured data");
    let data: serde_json::Value = serde_json::from_str(json).expect("JSON");
    assert_eq!(data["@graph"][0]["@type"], "TechArticle");
    assert_eq!(data["@graph"][0]["dateModified"], "2021-03-10");
    assert_eq!(data["@graph"][1]["itemListElement"][2]["name"], "A & B");
    assert!(
        html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
    );
    assert!(html.contains("type=\"application/atom+xml\""));
}

#[test]
fn videos_of_known_hosts_play_on_the_page_and_others_are_links() {
    let html = built("title: Book\n", &[]).output("en-us/guide/a-b/index.html");
    assert!(
        html.contains(" data-embed=\"https://www.youtube-nocookie.com/embed/abc\""),
        "{html}"
    );
    assert_eq!(html.matches("data-embed").count(), 1);
    assert!(!html.contains("<iframe"));
    assert!(
        html.contains("<span class=\"hf\">\"a\"</span>: <span class=\"hn\">1</span>"),
        "{html}"
    );
}

#[test]
fn a_part_of_the_theme_is_copied_once_and_never_over_another() {
    let project = built("title: Book\n", &[]);
    let run = polydoc(project.root(), &["theme", "eject", "parts/footer.html"]);
    assert_eq!(run.code, 0, "{}", run.errors);
    let copy = project.root().join("templates/parts/footer.html");
    std::fs::write(&copy, "<footer>mine</footer>\n").expect("written");
    let run = polydoc(project.root(), &["theme", "eject", "parts/footer.html"]);
    assert_eq!(run.code, 2, "{}", run.errors);
    let run = polydoc(project.root(), &["build", "--quiet"]);
    assert!(run.code < 2, "{}", run.errors);
    assert!(
        project
            .output("en-us/guide/c/index.html")
            .contains("<footer>mine</footer>")
    );
    let run = polydoc(project.root(), &["theme", "eject", "footer"]);
    assert!(
        run.errors.contains("did you mean `parts/footer.html`?"),
        "{}",
        run.errors
    );
    let run = polydoc(project.root(), &["theme", "list"]);
    assert!(
        run.out.lines().any(|line| line == "assets/css/site.css"),
        "{}",
        run.out
    );
}
