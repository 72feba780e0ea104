//! What search engines are told of an article: a `TechArticle` and its `BreadcrumbList` of schema.org, as JSON-LD.

use serde_json::{Value, json};

use super::frame::Frame;
use super::view::PageView;

/// The JSON for a `<script type="application/ld+json">`; `None` for pages that search engines must not list, and without
/// base URL, since all addresses in it are absolute.
pub(super) fn structured(
    frame: &Frame<'_>,
    site_name: Option<&str>,
    view: &PageView,
) -> Option<String> {
    if view
        .robots
        .as_deref()
        .is_some_and(|robots| robots.contains("noindex"))
    {
        return None;
    }
    let url = view.canonical.as_ref()?;
    let origin = frame.settings.origin.as_ref()?;
    let mut article = json!({
        "@type": "TechArticle",
        "headline": view.title,
        "inLanguage": view.lang,
        "url": url,
        "mainEntityOfPage": url,
    });
    if !view.description.is_empty() {
        article["description"] = Value::from(&*view.description);
    }
    if let Some(updated) = &view.updated {
        article["dateModified"] = Value::from(&*updated.iso);
    }
    if let Some(name) = site_name {
        article["isPartOf"] = json!({ "@type": "WebSite", "name": name });
    }
    let crumbs = view.breadcrumbs.iter().filter_map(|crumb| {
        let url = crumb.url.as_ref()?;
        Some((&crumb.title, format!("{origin}{url}")))
    });
    let items: Vec<Value> = crumbs
        .chain([(&view.title, url.clone())])
        .zip(1..)
        .map(|((name, item), position)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": item })
        })
        .collect();
    let all = json!({
        "@context": "https://schema.org",
        "@graph": [article, { "@type": "BreadcrumbList", "itemListElement": items }],
    });
    // Nothing in it can end the element, begin a comment or be taken for a character reference.
    let text = all.to_string().replace('<', "\\u003c");
    Some(text.replace('>', "\\u003e").replace('&', "\\u0026"))
}
