//! The keys below `external:`.

use super::super::values;
use super::{FILE, Form, GLOBS_KIND, Key, Kind, Names, WORDS, key};

static TIME: Form = Form {
    noun: "a time such as `500 ms`, `20 s` or `5 min`",
    pattern: r"^[0-9]+ ?(?:ms|s|min|h)$",
    check: |text| values::time(text).map(drop),
};
static ADDRESS_GLOB: Form = Form {
    noun: "a pattern of web addresses",
    pattern: r"\S",
    check: |text| values::address_glob(text).map(drop),
};
static ADDRESS_START: Form = Form {
    noun: "the beginning of web addresses",
    pattern: r"^[hH][tT][tT][pP][sS]?://",
    check: |text| values::address_start(text).map(drop),
};
static HOST: Form = Form {
    noun: "a host",
    pattern: r"^[^\s/@?#]+$",
    check: |text| values::host(text).map(drop),
};
static HEADER: Form = Form {
    noun: "the name of a header",
    pattern: r"^[A-Za-z0-9!#$%&'*+.^_`|~-]+$",
    check: |text| values::header(text),
};
static VARIABLE: Form = Form {
    noun: "the name of an environment variable",
    pattern: r"^[A-Za-z_][A-Za-z0-9_]*$",
    check: |text| values::variable(text),
};
static NETWORK: Form = Form {
    noun: "a network such as `10.0.0.0/8`",
    pattern: r"^[0-9A-Fa-f.:]+(?:/[0-9]{1,3})?$",
    check: |text| values::network(text).map(drop),
};
static DAY: Form = Form {
    noun: "a day such as `2027-01-31`",
    pattern: r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    check: |text| values::day(text).map(drop),
};

const ADDRESSES: Kind = Kind::Either(&[
    Kind::Text(&ADDRESS_GLOB),
    Kind::List(&Kind::Text(&ADDRESS_GLOB)),
]);
const STATUS: Kind = Kind::Count {
    least: 100,
    most: 999,
};
const DAYS: Kind = Kind::Count {
    least: 0,
    most: 3650,
};

const fn needed(name: &'static str, kind: Kind, about: &'static str) -> Key {
    Key {
        needed: true,
        ..key(name, kind, "", about)
    }
}

/// The keys below `external:`.
pub(in crate::config) static KEYS: &[Key] = &[
    key(
        "cache",
        Kind::Text(&FILE),
        "`external-links.txt`",
        "The file that remembers answers, relative to this file. It is fit to be committed.",
    ),
    key(
        "timeout",
        Kind::Text(&TIME),
        "`20 s`",
        "The longest wait for one answer.",
    ),
    key(
        "address_time",
        Kind::Text(&TIME),
        "`2 min`",
        "The longest time for one address, repetitions and pauses included.",
    ),
    key(
        "total_time",
        Kind::Text(&TIME),
        "`1 h`",
        "The longest time for all addresses; what was not asked by then is not asked.",
    ),
    key(
        "connections",
        Kind::Count {
            least: 1,
            most: 512,
        },
        "`32`",
        "How many requests are under way at once.",
    ),
    key(
        "per_host",
        Kind::Count { least: 1, most: 64 },
        "`2`",
        "How many of them may go to one host.",
    ),
    key(
        "pace",
        Kind::Text(&TIME),
        "`200 ms`",
        "The shortest time between two requests to one host.",
    ),
    key(
        "retries",
        Kind::Count { least: 0, most: 20 },
        "`2`",
        "How often an address is asked again after a timeout, a server error or `429`.",
    ),
    key(
        "hops",
        Kind::Count { least: 0, most: 50 },
        "`10`",
        "The longest chain of redirects.",
    ),
    key(
        "page_bytes",
        Kind::Size {
            least: 1024,
            most: 1 << 30,
        },
        "`4 MiB`",
        "How much of a page is read, unpacked, to find a fragment.",
    ),
    key(
        "max_flaky",
        Kind::Count {
            least: 0,
            most: 1_000_000,
        },
        "any number",
        "How many addresses may fail in passing before that is an error.",
    ),
    key(
        "user_agent",
        Kind::Text(&WORDS),
        "`polydoc/VERSION (link check)`",
        "Who asks, as hosts see it. Name an address where their owners find you.",
    ),
    key(
        "ports",
        Kind::List(&Kind::Count {
            least: 1,
            most: 65535,
        }),
        "80, 443, 8080 and 8443",
        "The ports that may be asked.",
    ),
    key(
        "allow",
        Kind::List(&Kind::Text(&NETWORK)),
        "",
        "Networks that may be asked although they are private, such as that of your staging server.",
    ),
    key(
        "authorities",
        Kind::Text(&FILE),
        "",
        "A file of certificates (PEM) of authorities to trust beside the public ones.",
    ),
    key(
        "ignore",
        Kind::List(&Kind::Fields(IGNORE)),
        "",
        "Addresses to leave alone.",
    ),
    key(
        "accept",
        Kind::List(&Kind::Fields(ACCEPT)),
        "",
        "Status codes that are as good as 200.",
    ),
    key(
        "headers",
        Kind::List(&Kind::Fields(HEADERS)),
        "",
        "Headers for single hosts, their values from the environment. They are sent over `https` only, to that host only, and never shown.",
    ),
    key(
        "remap",
        Kind::Map(Names::Form(&ADDRESS_START), &Kind::Text(&ADDRESS_START)),
        "",
        "Addresses that are asked elsewhere, for example on a staging server: how they begin, and what to put in its place.",
    ),
    key(
        "soft_404",
        Kind::List(&Kind::Fields(SOFT)),
        "",
        "How to know pages that say \"not found\" with the status 200.",
    ),
    key(
        "scripted",
        GLOBS_KIND,
        "",
        "Hosts whose pages are made by scripts: their fragments cannot be verified.",
    ),
    key(
        "ages",
        Kind::Fields(AGES),
        "",
        "How many days an answer of the cache is believed.",
    ),
];

static IGNORE: &[Key] = &[
    needed(
        "match",
        ADDRESSES,
        "Which addresses; `*` stands for anything.",
    ),
    key("reason", Kind::Text(&WORDS), "", "Why."),
    key(
        "until",
        Kind::Text(&DAY),
        "for ever",
        "The last day on which it holds; afterwards `expired-ignore` reminds you.",
    ),
];

static ACCEPT: &[Key] = &[
    needed(
        "match",
        ADDRESSES,
        "Which addresses; `*` stands for anything.",
    ),
    key(
        "status",
        Kind::Either(&[STATUS, Kind::List(&STATUS)]),
        "`403`",
        "The codes.",
    ),
];

static HEADERS: &[Key] = &[
    needed(
        "host",
        Kind::Text(&HOST),
        "The host, with its port when it is not the usual one.",
    ),
    key(
        "name",
        Kind::Text(&HEADER),
        "`Authorization`",
        "The name of the header.",
    ),
    key(
        "env",
        Kind::Text(&VARIABLE),
        "",
        "The environment variable that holds its value. Without it, or when it is not set, the header is not sent.",
    ),
];

static SOFT: &[Key] = &[
    needed(
        "match",
        ADDRESSES,
        "Which addresses; `*` stands for anything.",
    ),
    key(
        "lands_on",
        Kind::Text(&ADDRESS_GLOB),
        "",
        "Where redirects end that mean \"not found\".",
    ),
    key("text", Kind::Text(&WORDS), "", "What such a page says."),
];

static AGES: &[Key] = &[
    key("ok", DAYS, "`30`", "An address that was there."),
    key(
        "moved",
        DAYS,
        "`7`",
        "One that was there at another address.",
    ),
    key(
        "broken",
        DAYS,
        "`1`",
        "One that was broken, or lacked a fragment.",
    ),
    key("refused", DAYS, "`7`", "One that refuses programs."),
];
