//! Back from what stands in `href` to the file that a static host serves for it.

use percent_encoding::percent_decode_str;

use crate::config::Settings;
use crate::markup::urls::{Scheme, scheme_of, trimmed};
use crate::model::{Destination, OutputPath};

/// The file and the place on it that an address on a page leads to; `None` for what lies on another site, on this host beside the
/// site, or behind another scheme. `from` is the file of the page.
pub fn destination(href: &str, from: &OutputPath, settings: &Settings) -> Option<Destination> {
    let href = trimmed(href);
    let path = match scheme_of(href) {
        Scheme::None if href.starts_with("//") => return None,
        Scheme::None => href,
        Scheme::Listed(_) => {
            let rest = href.strip_prefix(settings.origin.as_deref()?)?;
            if !(rest.is_empty() || rest.starts_with(['/', '?', '#'])) {
                return None;
            }
            if rest.starts_with('/') { rest } else { "/" }
        }
        _ => return None,
    };
    let (path, fragment) = path
        .split_once('#')
        .map_or((path, None), |(path, id)| (path, Some(id)));
    let path = path.split('?').next().unwrap_or_default();
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let mut file = if decoded.is_empty() {
        from.as_str().to_owned()
    } else if let Some(rooted) = decoded.strip_prefix('/') {
        let rooted = format!("/{rooted}");
        let below =
            rooted.strip_prefix(&*percent_decode_str(&settings.base_path).decode_utf8().ok()?)?;
        joined(
            "",
            below.strip_prefix('/').or(below.is_empty().then_some(""))?,
        )
    } else {
        let folder = from
            .as_str()
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        joined(folder, &decoded)
    };
    if file.is_empty() || file.ends_with('/') {
        file.push_str("index.html");
    }
    let fragment = fragment.and_then(|id| percent_decode_str(id).decode_utf8().ok());
    let is_place =
        |id: &str| !id.is_empty() && !id.eq_ignore_ascii_case("top") && !id.starts_with(":~:");
    Some(Destination {
        file: file.into(),
        fragment: fragment.filter(|id| is_place(id)).map(Into::into),
    })
}

/// A path below a folder, as browsers join them.
fn joined(folder: &str, path: &str) -> String {
    let mut names: Vec<&str> = folder.split('/').filter(|name| !name.is_empty()).collect();
    let mut ends_in_folder = true;
    for name in path.split('/') {
        ends_in_folder = matches!(name, "" | "." | "..");
        match name {
            "" | "." => {}
            ".." => {
                names.pop();
            }
            name => names.push(name),
        }
    }
    let mut joined = names.join("/");
    if ends_in_folder && !joined.is_empty() {
        joined.push('/');
    }
    joined
}
