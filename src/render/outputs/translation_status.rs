//! `translation_status`: a page that shows how the translations stand, in the site's first language. Off by default: it is for
//! those who make the site, not for those who read it.

use crate::failure::Failure;
use crate::model::Artifact;
use crate::render::frame::Frame;
use crate::render::status;

use super::{Emit, Output, TRANSLATION_STATUS};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: TRANSLATION_STATUS,
    on_by_default: false,
    emit: &[Emit::Site(emit)],
};

fn emit(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    status::of_site(frame)
}
