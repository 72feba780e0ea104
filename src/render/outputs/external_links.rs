//! `external_links`: a page that shows what is known of the other sites that articles link to, in the site's first language. Off
//! by default: it is for those who make the site, not for those who read it.

use crate::failure::Failure;
use crate::model::Artifact;
use crate::render::elsewhere;
use crate::render::frame::Frame;

use super::{EXTERNAL_LINKS, Emit, Output};

/// This output.
pub(super) static OUTPUT: Output = Output {
    name: EXTERNAL_LINKS,
    on_by_default: false,
    emit: &[Emit::Site(emit)],
};

fn emit(frame: &Frame<'_>) -> Result<Vec<Artifact>, Failure> {
    elsewhere::of_site(frame)
}
