//! What texts in `polydoc.yml` must look like.

use super::super::values::{self, looks};
use super::Form;

pub(super) static WORDS: Form = Form {
    noun: "text",
    pattern: r"\S",
    check: values::words,
};
pub(super) static FOLDER: Form = Form {
    noun: "a folder",
    pattern: r"\S",
    check: values::folder,
};
pub(super) static FILE: Form = Form {
    noun: "a file",
    pattern: r"\S",
    check: values::folder,
};
pub(super) static GLOB: Form = Form {
    noun: "a glob",
    pattern: r"^(?!/|\./)(?!(?:.*/)?\.\.(?:/|$))[\s\S]+$",
    check: |text| values::glob(text).map(drop),
};
pub(super) static WEB_ADDRESS: Form = Form {
    noun: "a web address",
    pattern: r"^[hH][tT][tT][pP][sS]?://[A-Za-z0-9._:\[\]-]+(?:/[^\s?#]*)?$",
    check: |text| values::web_address(text).map(drop),
};
pub(super) static URL_PATH: Form = Form {
    noun: "a path of addresses",
    pattern: r"^(?:/[^\s?#]*)?$",
    check: |text| values::url_path(text).map(drop),
};
pub(super) static COLOR: Form = Form {
    noun: "a colour",
    pattern: "^#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$",
    check: looks::color,
};
pub(super) static FONTS: Form = Form {
    noun: "a list of fonts",
    pattern: r#"^[\p{L}\p{N} ,"'_-]+$"#,
    check: looks::fonts,
};
pub(super) static HOST: Form = Form {
    noun: "a host",
    pattern: "^[A-Za-z0-9.-]+$",
    check: looks::host,
};
pub(super) static LINK: Form = Form {
    noun: "an address",
    pattern: r"^(?:[hH][tT][tT][pP][sS]?://|/|mailto:)\S*$",
    check: looks::link,
};
pub(super) static PATTERN: Form = Form {
    noun: "an address with parts to fill in",
    pattern: r"^(?:[hH][tT][tT][pP][sS]?://|mailto:)\S+$",
    check: looks::pattern,
};
pub(super) static TARGET: Form = Form {
    noun: "a file of this site or a web address",
    pattern: r"^(?:[hH][tT][tT][pP][sS]?://\S+|(?!//)(?![A-Za-z][A-Za-z0-9+.-]*:)\S(?:[\s\S]*\S)?)$",
    check: looks::target,
};
pub(super) static OLD_ADDRESS: Form = Form {
    noun: "an old address",
    pattern: r"^/(?!/)[^?#*\s]*$",
    check: looks::old_address,
};
pub(super) static TAG: Form = Form {
    noun: "a language tag",
    pattern: r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$",
    check: |text| values::locale(text).map(drop),
};
pub(super) static SCHEME: Form = Form {
    noun: "a scheme",
    pattern: r"^(?!(?:[jJ][aA][vV][aA]|[vV][bB])[sS][cC][rR][iI][pP][tT]$|[dD][aA][tT][aA]$)[A-Za-z][A-Za-z0-9+.-]*$",
    check: |text| values::scheme(text).map(drop),
};
pub(super) static SEGMENT: Form = Form {
    noun: "the first name of links (or `*`)",
    pattern: "^[^/]+$",
    check: |text| values::segment(text).map(drop),
};
