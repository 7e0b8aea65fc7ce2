//! A document as we would write it now: sections of blocks, each block with an id. What the owner made of it is the merge's business.

use crate::model::ItemId;

/// A document that we want to stand in the vault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The front matter with its `---` lines, then the title line and whatever stands before the first section.
    /// It is written once, when the document is created; after that it is the owner's.
    pub head: String,
    /// The sections in their order.
    pub sections: Vec<Section>,
    /// The first line of the merge state, hashes and names only: `transcript 9f2c… context 77ab… engine rules 1`.
    pub made_from: String,
}

/// A heading and what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The heading's line, `## Action items`, or a callout's first line, `> [!question]- Maybe`.
    pub heading: String,
    /// Whether the heading is written even when nothing stands below it (room for the owner).
    pub always: bool,
    /// What stands below it, in order.
    pub blocks: Vec<Block>,
}

/// A paragraph, a list item with its children, or a footnote: the unit that is kept, edited, moved or deleted as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its id. No two blocks of one document share one.
    pub id: ItemId,
    /// Its lines without a last line break. A paragraph or list item ends its first line with ` ^id`; a footnote begins with `[^id]: `.
    /// A list item begins with `- `, and its children are indented by one tab.
    pub text: String,
}

impl Draft {
    /// The blocks of all sections, in order, each with its section's heading.
    pub fn blocks(&self) -> impl Iterator<Item = (&str, &Block)> {
        self.sections.iter().flat_map(|section| {
            let heading = section.heading.as_str();
            section.blocks.iter().map(move |block| (heading, block))
        })
    }
}
