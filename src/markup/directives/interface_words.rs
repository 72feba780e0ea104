//! `[!UICONTROL Save]` and `[!DNL Product]`: words of an interface, and words that are not translated.

use super::{Bracketed, Brackets, Directive, Found, Meaning, bracketed, close, open};
use crate::markup::{CowStr, Event, Located, Tag, TagEnd};
use crate::source::TextRange;

pub(super) static DIRECTIVE: Directive = Directive {
    name: "interface-words",
    page: include_str!("../../../content/en-US/reference/directives/interface-words.md"),
    colons: None,
    brackets: Some(Brackets {
        words: &["uicontrol", "dnl", "badge"],
        read,
    }),
};

fn read(written: &Bracketed<'_>) -> Result<Found, String> {
    let (words, end) = bracketed::words(written)?;
    let word = &written.text[written.start + 2..written.word_end];
    let meaning = if word.trim().eq_ignore_ascii_case("dnl") {
        untranslated(&words.value, words.range)
    } else {
        let text = Event::Text(CowStr::from(words.value));
        among_words(
            [Event::Start(Tag::Strong), text, Event::End(TagEnd::Strong)],
            words.range,
        )
    };
    Ok(Found { end, meaning })
}

/// Words that browsers leave as they are when they translate a page.
pub(super) fn untranslated(words: &str, range: TextRange) -> Meaning {
    let text = Event::Text(CowStr::from(words.to_owned()));
    let span = open("span", &[("translate", "no")], range).event;
    among_words([span, text, close("span")], range)
}

fn among_words(events: [Event<'static>; 3], range: TextRange) -> Meaning {
    let located = |event| Located { event, range };
    Meaning::Is {
        events: events.into_iter().map(located).collect(),
        is_block: false,
    }
}
