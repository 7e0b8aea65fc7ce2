//! JSON of any recorder, by its keys. It knows objects and lists, and no other shape.

use super::sheet::Sheet;
use super::{Recording, Refusal};

/// Reads the file; its sub-kind shows in the recording's format.
pub(super) fn read(sheet: &Sheet<'_>) -> Result<Recording, Refusal> {
    Err(Refusal {
        line: Some(sheet.number(0)),
        message: "JSON cannot be read by this version".into(),
        hint: "Export the transcript in another format.".into(),
    })
}
