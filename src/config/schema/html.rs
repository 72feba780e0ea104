//! The keys below `policy:`.

use super::super::values::network;
use super::{Form, Key, Kind, key};

static ORIGIN: Form = Form {
    noun: "an origin",
    pattern: r"^https://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?$",
    check: |text| network::origin(text).map(drop),
};

static SOURCE: Form = Form {
    noun: "an origin, or `inline`",
    pattern: r"^(?:inline|https://(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?)$",
    check: |text| network::source(text).map(drop),
};

/// In the order in which the manual shows them.
pub(super) static KEYS: &[Key] = &[
    key(
        "scripts",
        Kind::List(&Kind::Text(&SOURCE)),
        "",
        "Where scripts may come from, such as `https://cdn.example.com`; `inline` means those in the article itself.",
    ),
    key(
        "styles",
        Kind::List(&Kind::Text(&SOURCE)),
        "",
        "Where style sheets may come from; `inline` means `<style>` and `style=\"…\"` in the article itself.",
    ),
    key(
        "frames",
        Kind::List(&Kind::Text(&ORIGIN)),
        "",
        "What frames may show.",
    ),
    key(
        "connections",
        Kind::List(&Kind::Text(&ORIGIN)),
        "",
        "What scripts may ask for data.",
    ),
    key(
        "forms",
        Kind::List(&Kind::Text(&ORIGIN)),
        "",
        "Where forms may be sent.",
    ),
];
