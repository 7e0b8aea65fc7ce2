//! A draft's Markdown as safe HTML: cut into title and sections, its footnotes numbered and laid beside the section that uses them.
//! What stands in the text cannot run, cannot load anything and cannot leave the site unasked. It knows neither agendas nor reviews.

mod clean;
mod events;
mod inline;
mod sections;
mod write;

#[cfg(test)]
mod tests;

use serde::Serialize;

use super::scene::Scene;

pub(crate) use clean::front_value;

/// A document in parts. Names that end in `_html` hold HTML that is safe; everything else is text.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Text {
    /// The words of the first heading of level 1, as text.
    pub(crate) title: String,
    /// What stands before the first section.
    pub(crate) lead_html: String,
    /// What the lead's sentences rest on.
    pub(crate) lead_receipts: Vec<Receipt>,
    /// The sections.
    pub(crate) sections: Vec<Section>,
}

/// A heading of level 2 and what stands below it.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Section {
    /// Its anchor.
    pub(crate) id: String,
    /// The heading.
    pub(crate) heading_html: String,
    /// What stands below it.
    pub(crate) body_html: String,
    /// The footnotes that are used here first.
    pub(crate) receipts: Vec<Receipt>,
}

/// A footnote.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Receipt {
    /// Its number, through the whole document.
    pub(crate) number: usize,
    /// The anchors of the places that refer to it.
    pub(crate) back: Vec<String>,
    /// Its words.
    pub(crate) body_html: String,
}

/// Reads a document as it stands in the vault, front matter and merge state included.
pub(crate) fn render(text: &str, scene: &Scene<'_>) -> Text {
    let text = clean::visible(text);
    let parsed = events::read(&text);
    write::write(&parsed, scene)
}
