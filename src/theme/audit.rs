//! How the words stand, for `polydoc l10n strings`: message files and templates are read as for a build, but a mistake is a
//! finding and no reason to stop.

use super::{ProjectTheme, USED_BY_CODE, embedded, message_files, templates, uses};
use crate::failure::Failure;
use crate::l10n::messages::{self, Audit, Problem, Use, Uses, Wanted};

/// Looks at the words of some languages.
///
/// # Errors
/// When a file is no UTF-8, a message file lies in no locale's folder, or a template shows a message whose name it computes.
pub fn audit(project: ProjectTheme, wanted: &[Wanted]) -> Result<Audit, Failure> {
    let files = message_files(project.locales)?;
    let embedded = embedded::templates(project.templates);
    let mut shown = Uses::new();
    for used in USED_BY_CODE {
        let variables = used.variables.iter().map(|name| (*name).to_owned());
        shown.entry(used.id.to_owned()).or_default().push(Use {
            variables: variables.collect(),
            problem: None,
        });
    }
    let mut problems = Vec::new();
    for (name, text) in templates(&embedded)? {
        let path = format!("templates/{name}");
        match uses::uses(&path, text) {
            Ok(found) => {
                for used in found {
                    let problem = Problem::new(&path, text, used.place, String::new());
                    shown.entry(used.id).or_default().push(Use {
                        variables: used.arguments.into_iter().collect(),
                        problem: Some(problem),
                    });
                }
            }
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        Ok(messages::audit(&files, &shown, wanted))
    } else {
        let what = "a template shows a message that cannot be made";
        Err(super::report::problems(what, &problems))
    }
}
