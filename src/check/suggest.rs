//! Did you mean: the nearest of several words, and how authors' words are quoted in messages.

/// Longest quotation of an address, in characters; embedded images are longer than any terminal.
const LONGEST_QUOTE: usize = 80;

/// The candidate most like `written`, if one is like enough that it may have been meant: at most a third of its letters differ.
/// Among equals the first.
pub fn nearest<'c>(
    written: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    let lower = written.to_lowercase();
    let length = lower.chars().count();
    let near = |candidate: &&str| {
        let candidate = candidate.to_lowercase();
        let distance = strsim::osa_distance(&lower, &candidate);
        (distance * 3 <= length.max(candidate.chars().count())).then_some(distance)
    };
    let measured = candidates
        .into_iter()
        .filter_map(|it| near(&it).map(|distance| (distance, it)));
    measured
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The help that names a candidate.
pub(super) fn did_you_mean(candidate: &str) -> String {
    format!("did you mean `{}`?", quote(candidate))
}

/// An author's words for a message, cut when they are very long.
pub(super) fn quote(written: &str) -> String {
    match written.char_indices().nth(LONGEST_QUOTE) {
        Some((end, _)) => format!("{}…", &written[..end]),
        None => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_understood_and_another_word_is_not() {
        let words = ["guide.md", "guides.md", "start.md"];
        assert_eq!(nearest("giude.md", words), Some("guide.md"));
        assert_eq!(nearest("GUIDES.MD", words), Some("guides.md"));
        assert_eq!(nearest("reference.md", words), None);
        assert_eq!(nearest("", words), None);
    }

    #[test]
    fn a_quotation_is_cut_between_characters() {
        assert_eq!(quote(&"日".repeat(80)).chars().count(), 80);
        assert_eq!(quote(&"日".repeat(81)).chars().count(), 81);
        assert!(quote(&"日".repeat(900)).ends_with("日…"));
    }
}
