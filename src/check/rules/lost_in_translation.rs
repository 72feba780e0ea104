//! `lost-in-translation`: something that the other translations of the same version have, and this one lacks.

use crate::check::context::TranslationsContext;
use crate::check::rules::{Check, Entry};
use crate::diagnostics::{Category, Level, Rule, Sink};
use crate::model::Article;
use crate::source::Span;
use crate::translation::parity::{self, Element, Side};

pub(super) static RULE: Entry = Entry {
    rule: Rule {
        name: "lost-in-translation",
        category: Category::Localization,
        level: Level::Warning,
        since: "0.1.0",
        page: include_str!("../../../content/en-US/reference/rules/lost-in-translation.md"),
    },
    check: Check::Translations(check),
};

fn check(context: &TranslationsContext<'_>, sink: &mut Sink<'_>) {
    let TranslationsContext {
        site,
        translations,
        work,
        ..
    } = *context;
    for (locale, comparison) in parity::compare_all(site, translations, work) {
        let edition = work.edition(locale).expect("it was compared");
        let article = site.article(edition.article);
        let file = article.file;
        for difference in &comparison.differences {
            let peers = comparison.peers.len();
            // Unless more than half of all agree, nobody knows what is right; of two, the one that has less has lost it.
            let is_sure = peers == 1 || difference.agree * 2 > peers + 1;
            // `missing-anchor` says which heading wants the id, and writes it.
            let is_told = matches!(&difference.element, Element::Anchor(id) if wants(article, id));
            if difference.side == Side::Added || !is_sure || is_told {
                continue;
            }
            let message = format!("{} is missing here", difference.element.noun());
            let found = sink.at(&RULE.rule, file, difference.here, message);
            if let Some((peer, range)) = difference.there
                && let Some(there) = work.edition(peer)
            {
                let file = site.article(there.article).file;
                let text = match (difference.agree, peers) {
                    (_, 1) => format!("it stands here in {}", context.tag(peer)),
                    (agree, all) if agree == all => {
                        format!(
                            "it stands here in {}, and in all other translations",
                            context.tag(peer)
                        )
                    }
                    (agree, all) => format!(
                        "it stands here in {}, and in {agree} of {all} translations of this version",
                        context.tag(peer)
                    ),
                };
                found.related(Span { file, range }, text);
            }
            found.help("put it back where it stands in the other languages");
        }
    }
}

/// Whether a heading of an article is known to be the one that has an id in other languages.
fn wants(article: &Article, id: &str) -> bool {
    let mut headings = article.outline.headings.iter();
    headings.any(|heading| {
        let aligned = heading.aligned.as_ref();
        aligned.is_some_and(|aligned| aligned.is_written && aligned.id.as_str() == id)
    })
}
