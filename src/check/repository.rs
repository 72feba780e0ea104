//! What the rules about settings of repositories have in common: they say one kind of defect each.

use crate::diagnostics::{Rule, Sink};
use crate::model::RepositoryDefectKind;

use super::context::SiteContext;

impl SiteContext<'_> {
    /// Reports every defect of a kind in the settings of repositories.
    pub(super) fn repository_defects(
        &self,
        rule: &'static Rule,
        kind: RepositoryDefectKind,
        sink: &mut Sink<'_>,
    ) {
        let of_kind = self.site.repository_defects.iter();
        for (file, defect) in of_kind.filter(|(_, defect)| defect.kind == kind) {
            let found = sink.at(rule, *file, defect.range, &*defect.message);
            if !defect.help.is_empty() {
                found.help(&*defect.help);
            }
        }
    }
}
