//! Places of terms in prose.

use super::prose::prose;
use crate::markup;
use crate::parse::ParseOptions;

#[test]
fn places_are_exact_across_markup_entities_and_invisible_characters() {
    let text = "# A\n\nOne **Exch**ange&nbsp;On\u{200E}line `code` [Link *text*](https://x.org) ![alt](b.png) https://x.org/mailbox\n\n- item\n";
    let options = ParseOptions {
        front_matter_bytes: 1000,
        nesting: 10,
        html: crate::model::HtmlLevel::Standard,
    };
    let events = markup::events(text, 0, options.markup());
    let prose = prose(&events);
    let texts: Vec<&str> = prose.blocks.iter().map(|block| block.text.trim()).collect();
    assert_eq!(texts[0], "A");
    assert!(
        texts[1].starts_with("One Exchange Online   Link text"),
        "{}",
        texts[1]
    );
    assert!(
        !texts[1].contains("alt") && !texts[1].contains("mailbox"),
        "{}",
        texts[1]
    );
    assert_eq!(texts[2], "item");
    let block = &prose.blocks[1];
    for (word, written) in [
        ("Exchange", "Exch**ange"),
        ("Online", "On\u{200E}line"),
        ("text", "text"),
    ] {
        let at = block.text.find(word).expect(word);
        let place = block.place(&(at..at + word.len()));
        assert_eq!(&text[place.start as usize..place.end as usize], written);
    }
    let link = block.text.find("Link").expect("the link");
    assert!(block.is_in_link(&(link..link + 4)) && !block.is_in_link(&(0..3)));
    assert_eq!(block.code, "code\n");
}
