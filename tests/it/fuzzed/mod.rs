//! What holds whatever bytes come in, with pieces that make sense together; `tests/fuzz` feeds the same targets by coverage.
//!
//! `seeds` holds a folder for each target: beginnings for the fuzzer, and every input that broke something once.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::{files_below, root};

mod pieces;
mod targets;

#[test]
fn every_seed_holds_what_is_promised() {
    for (name, target) in targets::TARGETS {
        let seeds = files_below(&root().join("tests/it/fuzzed/seeds").join(name), "");
        assert!(!seeds.is_empty(), "{name} has seeds");
        for seed in seeds {
            let bytes = std::fs::read(&seed).unwrap();
            let ended = std::panic::catch_unwind(|| target(&bytes));
            assert!(ended.is_ok(), "{}", seed.display());
        }
    }
}

/// Pieces in a row, now and then with a letter of any kind between them.
fn text_of(pieces: &'static [&'static str], most: usize) -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        12 => select(pieces).prop_map(|piece| piece.as_bytes().to_vec()),
        1 => "\\PC{1,4}".prop_map(String::into_bytes),
        1 => vec(any::<u8>(), 1..3),
    ];
    vec(piece, 0..most).prop_map(|pieces| pieces.concat())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases: if std::env::var_os("POLYDOC_FULL").is_some() {
            cases * 10
        } else {
            cases
        },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(600))]

    #[test]
    fn any_front_matter_is_read_to_its_end(bytes in text_of(pieces::FRONT_MATTER, 30)) {
        targets::feed("front_matter", &bytes);
    }

    #[test]
    fn any_markdown_is_balanced_in_place_and_well_formed(bytes in text_of(pieces::MARKUP, 24)) {
        targets::feed("markup", &bytes);
    }

    #[test]
    fn any_directives_are_too_and_leave_the_text_beside_them(bytes in text_of(pieces::DIRECTIVES, 20)) {
        targets::feed("directives", &bytes);
    }

    #[test]
    fn any_settings_are_complete_or_refused(first in any::<u8>(), bytes in text_of(pieces::SETTINGS, 30)) {
        targets::feed("configuration", &[&[first], bytes.as_slice()].concat());
    }

    #[test]
    fn any_messages_are_refused_in_place_or_can_be_written(bytes in text_of(pieces::MESSAGES, 24)) {
        targets::feed("messages", &bytes);
    }

    #[test]
    fn any_harm_to_a_search_index_ends_in_an_answer_or_an_error(bytes in vec(any::<u8>(), 0..48)) {
        targets::feed("search_index", &bytes);
    }

    #[test]
    fn any_head_asks_for_a_file_of_this_host_or_is_refused(bytes in text_of(pieces::REQUESTS, 20)) {
        targets::feed("requests", &bytes);
    }
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn any_article_is_judged_in_place_and_mended_once(bytes in text_of(pieces::LINKS, 20)) {
        targets::feed("links", &bytes);
    }

    #[test]
    fn no_name_and_no_redirect_leaves_the_output_folder(bytes in text_of(pieces::REDIRECTS, 16)) {
        targets::feed("redirects", &bytes);
    }
}
