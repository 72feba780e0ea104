//! `robots`: `robots.txt`, which names the sitemap. Pages that must not be listed say so themselves: a crawler that is
//! kept out would never read it.

use std::fmt::Write as _;

use crate::failure::Failure;
use crate::model::Artifact;
use crate::render::frame::Frame;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "robots",
    on_by_default: true,
    emit: &[Emit::Site(emit)],
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn emit(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let mut text = "User-agent: *\nAllow: /\n".to_owned();
    let base = frame.site_view.base_url.as_ref();
    if let Some(base) =
        base.filter(|_| !frame.settings.noindex && frame.settings.has_output("sitemap", true))
    {
        let _ = writeln!(text, "Sitemap: {base}/sitemap.xml");
    }
    Ok(vec![Artifact::of_text("robots.txt", text)])
}
