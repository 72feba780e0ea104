//! The badge: a small SVG without fonts, scripts or styles of its own, that says how much is translated and up to date.

use crate::translation::Tally;

/// Width of a letter at 11 pixels, by experience with common sans-serif fonts.
const LETTER: usize = 7;

/// The badge of one tally.
pub(super) fn svg(label: &str, tally: &Tally) -> String {
    let percent = super::status::percent(tally.current_share());
    let value = format!("{percent} %");
    let color = match percent.parse::<f64>().unwrap_or(0.0) {
        share if share >= 95.0 => "#2e7d32",
        share if share >= 75.0 => "#8a6d00",
        _ => "#b3261e",
    };
    let label = label.replace('&', "&amp;").replace('<', "&lt;");
    let left = label.chars().count() * LETTER + 12;
    let right = value.chars().count() * LETTER + 12;
    let whole = left + right;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"20\" role=\"img\" aria-label=\"{label}: {value}\">\n\
         <title>{label}: {value}</title>\n\
         <rect width=\"{whole}\" height=\"20\" rx=\"3\" fill=\"#424242\"/>\n\
         <path d=\"M{left} 0h{square}a3 3 0 0 1 3 3v14a3 3 0 0 1 -3 3h-{square}z\" fill=\"{color}\"/>\n\
         <g fill=\"#fff\" text-anchor=\"middle\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">\n\
         <text x=\"{at_left}\" y=\"14\">{label}</text>\n\
         <text x=\"{at_right}\" y=\"14\">{value}</text>\n\
         </g>\n</svg>\n",
        square = right - 3,
        at_left = left / 2,
        at_right = left + right / 2,
    )
}
