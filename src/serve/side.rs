//! Two languages of a page side by side. The page holds nothing but two frames; its script finds the headings that belong together.

use super::live::escaped;
use super::reply::{HTML, Keep, Reply};
use super::request::parameter;

/// The page for a query: `left=/en-us/guide/&right=/fr-fr/guide/`.
pub(super) fn page(query: &str) -> Reply {
    // Frames show addresses of this host and no others.
    let address = |key: &str| {
        let path = parameter(query, key).filter(|path| path.starts_with('/'));
        path.filter(|path| !path.starts_with("//") && !path.contains('\\'))
    };
    let (Some(left), Some(right)) = (address("left"), address("right")) else {
        return Reply::refusal((400, "Bad Request"));
    };
    let frame = |id: &str, path: &str| {
        format!(
            "<section>\n<label>Language <select id=\"{id}-language\"></select></label>\n\
             <iframe id=\"{id}\" title=\"{id}\" src=\"{}\"></iframe>\n</section>\n",
            escaped(path)
        )
    };
    let text = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Side by side</title>\n\
         <link rel=\"icon\" href=\"data:,\">\n\
         <link rel=\"stylesheet\" href=\"/.polydoc/side.css\">\n\
         <script type=\"module\" src=\"/.polydoc/side.js\"></script>\n</head>\n<body>\n\
         <h1>Side by side</h1>\n<div class=\"sides\">\n{}{}</div>\n</body>\n</html>\n",
        frame("left", &left),
        frame("right", &right)
    );
    Reply::file(HTML, Keep::Never, text.into_bytes())
}
