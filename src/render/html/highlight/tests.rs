//! What is coloured, and that nothing else changes.

use super::write;

fn painted(language: &str, code: &str) -> String {
    let mut out = String::new();
    assert!(write(&mut out, language, code), "{language} is known");
    out
}

fn plain(html: &str) -> String {
    let mut text = String::new();
    for piece in html.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[test]
fn each_language_shows_what_readers_look_for() {
    for (language, code, pieces) in [
        (
            "powershell",
            "Get-Mailbox -Identity $user | foreach { \"a `\" b\" } # all",
            &[
                "<span class=\"hf\">Get-Mailbox</span>",
                "<span class=\"hv\">-Identity</span>",
                "<span class=\"hv\">$user</span>",
                "<span class=\"hk\">foreach</span>",
                "<span class=\"hs\">\"a `\" b\"</span>",
                "<span class=\"hc\"># all</span>",
            ][..],
        ),
        (
            "json",
            "{ \"a\": [1.5, true, \"b\"] }",
            &[
                "<span class=\"hf\">\"a\"</span>:",
                "<span class=\"hn\">1.5</span>",
                "<span class=\"hk\">true</span>",
                "<span class=\"hs\">\"b\"</span>",
            ],
        ),
        (
            "yaml",
            "title: it's https://a#b # why\nlist:\n- 'x'",
            &[
                "<span class=\"hf\">title</span>: it's https://a#b",
                "<span class=\"hc\"># why</span>",
                "<span class=\"hs\">'x'</span>",
            ],
        ),
        (
            "bash",
            "curl --silent \"$URL\" | grep -c a",
            &[
                "<span class=\"hf\">curl</span>",
                "<span class=\"hv\">--silent</span>",
                "<span class=\"hs\">\"$URL\"</span>",
            ],
        ),
        (
            "csharp",
            "public async Task<int> Run(string a) => await F(a); // why",
            &[
                "<span class=\"hk\">public</span>",
                "<span class=\"ht\">Task</span>&lt;",
                "<span class=\"hf\">Run</span>(",
                "<span class=\"hc\">// why</span>",
            ],
        ),
        (
            "xml",
            "<a b=\"c\">x &amp; y</a><!-- d -->",
            &[
                "<span class=\"ht\">&lt;a</span> <span class=\"hv\">b</span>=<span class=\"hs\">\"c\"</span>",
                "<span class=\"hn\">&amp;amp;</span>",
                "<span class=\"hc\">&lt;!-- d --&gt;</span>",
            ],
        ),
        (
            "sql",
            "select Name from Users where Id = @id -- one",
            &[
                "<span class=\"hk\">select</span>",
                "<span class=\"hv\">@id</span>",
                "<span class=\"hc\">-- one</span>",
            ],
        ),
        (
            "kusto",
            "StormEvents | where State == 'X' | summarize count() by State",
            &[
                "<span class=\"ht\">StormEvents</span>",
                "<span class=\"hk\">summarize</span>",
            ],
        ),
    ] {
        let html = painted(language, code);
        for piece in pieces {
            assert!(html.contains(piece), "{language}: {piece}\nin {html}");
        }
        assert_eq!(plain(&html), code, "{language}");
    }
}

#[test]
fn names_are_known_in_the_forms_that_authors_write() {
    let mut out = String::new();
    for name in [
        "PowerShell",
        "azurecli-interactive",
        "language-json",
        "cs",
        "kusto",
        "yml",
    ] {
        assert!(write(&mut out, name, "a"), "{name}");
    }
    assert!(!write(&mut out, "klingon", "a"));
    assert!(!write(&mut out, "", "a"));
}

proptest::proptest! {
    #[test]
    fn any_text_stays_as_it_is(code in "[ -~\n\u{e9}\u{3042}]{0,80}", at in 0_usize..8) {
        let language = ["powershell", "json", "yaml", "bash", "csharp", "html", "sql", "css"][at];
        proptest::prop_assert_eq!(plain(&painted(language, &code)), code);
    }
}
