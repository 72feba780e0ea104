//! How `--format` and `--report` are read.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::diagnostics::format::{self, FORMATS, Format};

use super::ReportFile;

/// The formats with what they are for.
pub(super) fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let values = FORMATS
        .iter()
        .map(|format| PossibleValue::new(format.name).help(format.description));
    PossibleValuesParser::new(values)
        .map(|name| format::named(&name).expect("only names of formats are possible"))
}

pub(super) fn report_file(text: &str) -> Result<ReportFile, String> {
    let Some((name, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err(
            "write a format, `=` and a file, for example `sarif=findings.sarif`".to_owned(),
        );
    };
    let Some(format) = format::named(name) else {
        let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
        let names = names.join(", ");
        return Err(format!("there is no format `{name}`; there are {names}"));
    };
    Ok(ReportFile {
        format,
        file: file.into(),
    })
}
