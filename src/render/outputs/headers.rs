//! `headers`: `_headers` for the hosts that read it (Netlify, Cloudflare Pages and others): the content security policy in full,
//! and how long files may be kept.

use crate::failure::Failure;
use crate::model::Artifact;
use crate::render::frame::Frame;
use crate::render::policy;

use super::{Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: "headers",
    on_by_default: true,
    emit: &[Emit::Site(emit)],
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "all outputs have one shape, and others can fail"
)]
fn emit(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    let base = &frame.settings.base_path;
    let policy = policy::header(frame.settings);
    // Names of assets hold hashes of what is in them; everything else is asked for anew.
    let text = format!(
        "{base}/*\n  Content-Security-Policy: {policy}\n  X-Content-Type-Options: nosniff\n  \
         Referrer-Policy: strict-origin-when-cross-origin\n\n\
         {base}/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"
    );
    Ok(vec![Artifact::of_text("_headers", text)])
}
