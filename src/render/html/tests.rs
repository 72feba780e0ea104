//! What the writer makes of links that mean something, and of what would be there twice.

use super::{Around, AsWritten, Labels, Links, Resolved, Surroundings, write};
use crate::markup::{Options, Profile, events};
use crate::model::Slug;
use crate::source::TextRange;

/// Every reference means the same.
struct All(Resolved<'static>);

impl Links for All {
    fn resolve(&self, _range: TextRange) -> Resolved<'_> {
        self.0.clone()
    }
}

fn written(text: &str, links: &dyn Links) -> String {
    let options = Options {
        profile: Profile::Polydoc,
        nesting: 100,
        html: crate::model::HtmlLevel::Standard,
    };
    let headings = [Slug("one".into()), Slug("é 2".into())];
    let labels = Labels {
        permalink: Around::new("Link to “\u{fffc}”"),
        ..Labels::default()
    };
    let mut html = String::new();
    let surroundings = Surroundings {
        more_ids: &[],
        headings: &headings,
        links,
        labels: &labels,
        players: &[],
    };
    write(
        &events(text, 0, options),
        Profile::Polydoc,
        surroundings,
        &mut html,
    );
    html
}

#[test]
fn a_link_leads_to_what_it_means() {
    let links = All(Resolved::Href("/fr/é/?a&b#c%20d".into()));
    let href = "<a href=\"/fr/%C3%A9/?a&amp;b#c%20d\"";
    assert_eq!(
        written("[a](b.md \"t\")", &links),
        format!("<p>{href} title=\"t\">a</a></p>\n")
    );
    assert_eq!(
        written("<a href=b.md id=x>a</a>", &links),
        format!("<p>{href} id=\"x\">a</a></p>\n")
    );
}

#[test]
fn what_means_nothing_is_text() {
    let links = All(Resolved::Unresolved);
    assert_eq!(
        written("[a *b*](c)", &links),
        "<p><span class=\"unresolved\">a <em>b</em></span></p>\n"
    );
    assert_eq!(
        written("![a](c) ![](d)", &links),
        "<p><span class=\"unresolved\">a</span> <span class=\"unresolved\">d</span></p>\n"
    );
    assert_eq!(
        written("x <a href=c class=lead>a</a> <img src=c alt=b>", &links),
        "<p>x <span class=\"unresolved\">a</span> <span class=\"unresolved\">b</span></p>\n"
    );
}

#[test]
fn an_image_has_its_size_unless_the_author_gave_one() {
    let links = All(Resolved::Image {
        src: "/i.png".into(),
        size: Some((3, 4)),
    });
    let rest = "loading=\"lazy\" decoding=\"async\">";
    assert_eq!(
        written("![a](b)", &links),
        format!("<p><img src=\"/i.png\" alt=\"a\" width=\"3\" height=\"4\" {rest}</p>\n")
    );
    assert_eq!(
        written("x <img src=b width=9>", &links),
        format!("<p>x <img src=\"/i.png\" width=\"9\" alt=\"\" {rest}</p>\n")
    );
}

#[test]
fn a_script_is_never_written_whoever_allowed_it() {
    let links = All(Resolved::Href("javascript:x".into()));
    for text in [
        "[a](b)",
        "![a](b)",
        "<a href=b>a</a>",
        "x <img src=b alt=a>",
        "x <video src=b></video>",
        "> [!VIDEO https://b]",
    ] {
        assert!(!written(text, &links).contains("javascript"), "{text}");
    }
}

#[test]
fn an_id_stands_on_a_page_once() {
    let html = written(
        "# A\n\n<a name=one></a>b <a id=x></a>c <a id=x></a>\n\n## <a name=y></a><a name=x></a><a name=z></a>D",
        &AsWritten,
    );
    assert_eq!(html.matches("id=\"one\"").count(), 1, "{html}");
    assert_eq!(html.matches("id=\"x\"").count(), 1, "{html}");
    assert!(
        html.contains("<h2 id=\"é 2\"><span id=\"z\"></span>D</h2>"),
        "{html}"
    );
    assert!(
        html.contains("href=\"#%C3%A9%202\" aria-label=\"Link to “D”\""),
        "{html}"
    );
}

#[test]
fn nul_is_replaced_and_nothing_else_is_changed() {
    assert_eq!(
        written("a\u{a0}«\u{202f}l’été\u{202f}»", &AsWritten),
        "<p>a\u{a0}«\u{202f}l’été\u{202f}»</p>\n"
    );
    assert_eq!(written("a\0b", &AsWritten), "<p>a\u{fffd}b</p>\n");
    assert_eq!(
        written("x <b title='\0'>a</b>", &AsWritten),
        "<p>x <b title=\"\u{fffd}\">a</b></p>\n"
    );
}

#[test]
fn the_brackets_around_the_number_of_a_host_stay_as_they_are_written() {
    for (text, href) in [
        ("[a](http://[::1]/)", "http://[::1]/"),
        (
            "[a](https://user@[2001:db8::7]:8080/x?a[0]=b)",
            "https://user@[2001:db8::7]:8080/x?a%5B0%5D=b",
        ),
        ("[a](//[::1]/[b])", "//[::1]/%5Bb%5D"),
        ("[a](/x//[b])", "/x//%5Bb%5D"),
        ("[a](https://x\\[\"y\\]/)", "https://x%5B%22y%5D/"),
    ] {
        let html = written(text, &AsWritten);
        assert!(
            html.contains(&format!("<a href=\"{href}\">")),
            "{text}: {html}"
        );
    }
}
