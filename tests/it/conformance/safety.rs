//! What attackers write, as the body of an article: the page holds nothing that could run.

use polydoc::markup::{Options, Profile, events};
use polydoc::render::html::{AsWritten, Labels, Surroundings, write};

use super::judge;
use crate::support::shared::shared;

/// An article as it is published.
pub(super) fn page(markdown: &str) -> String {
    let events = events(
        markdown,
        0,
        Options {
            profile: Profile::Polydoc,
            nesting: 100,
            html: polydoc::model::HtmlLevel::Standard,
        },
    );
    let mut html = String::new();
    let surroundings = Surroundings {
        more_ids: &[],
        headings: &[],
        links: &AsWritten,
        labels: &Labels::default(),
        players: &[],
    };
    write(&events, Profile::Polydoc, surroundings, &mut html);
    html
}

fn payloads(suite: &str) -> Option<Vec<String>> {
    let path = shared(&format!("suites/xss/{suite}"))?;
    let text = std::fs::read_to_string(path).expect("the suite is readable");
    let payload = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("the suite is JSON lines");
        line["payload"]
            .as_str()
            .expect("every line has a payload")
            .to_owned()
    };
    Some(
        text.lines()
            .filter(|line| !line.trim().is_empty())
            .map(payload)
            .collect(),
    )
}

#[test]
fn nothing_that_attackers_write_reaches_the_page() {
    for suite in ["dompurify.jsonl", "markdown-level.jsonl"] {
        let Some(payloads) = payloads(suite) else {
            return;
        };
        assert!(payloads.len() > 50, "{suite}");
        for payload in payloads {
            let quoted = format!("> {}", payload.replace('\n', "\n> "));
            let cell = format!(
                "| a |\n|---|\n| {} |\n",
                payload.replace('\n', " ").replace('|', "\\|")
            );
            for body in [
                payload.clone(),
                format!("text {payload} text"),
                format!("- {payload}\n- b"),
                quoted,
                cell,
                format!("# {payload}"),
                format!("[{payload}](x)"),
            ] {
                let html = page(&body);
                assert_eq!(judge::objection(&html), None, "{body}\n---\n{html}");
            }
        }
    }
}

#[test]
fn scripts_leave_with_their_contents_and_the_rest_stays() {
    for (body, kept, gone) in [
        ("a <script>alert(1)</script> b", " b", "alert"),
        ("<script>\nalert(1)\n</script>\n\nafter", "after", "alert"),
        ("a <svg><b>x</b></svg> b", " b", "x"),
        ("<div onclick=\"alert(1)\">shown</div>", "shown", "alert"),
        ("[shown](javascript:alert(1))", "shown", "alert"),
        (
            "<a href=\"java&#10;script:alert(1)\">shown</a>",
            "shown",
            "alert",
        ),
        ("<img src=x onerror=alert(1) alt=shown>", "shown", "alert"),
        ("<p style=\"position:fixed\">shown</p>", "shown", "fixed"),
        ("<iframe src=x>hidden</iframe> b", "b", "hidden"),
    ] {
        let html = page(body);
        assert!(
            html.contains(kept) && !html.contains(gone),
            "{body}\n---\n{html}"
        );
    }
}
