//! Who is meant by a name in a note. It knows the vault's people and who was in the room; it never invents anybody.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::person::link_name;
use crate::model::{People, Slug, Who};

static GENERIC: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:speaker|spk|guest|unknown speaker|unknown|call-in user|them|system)[ _]?[0-9a-z]{0,3}$")
        .expect("the pattern is a constant")
});

/// The names that a note may use.
#[derive(Debug, Clone, Copy)]
pub struct Names<'a> {
    /// Everybody.
    pub people: &'a People,
    /// Who was there, the manager first.
    pub room: &'a [Slug],
    /// The manager of the meeting.
    pub manager: Option<&'a Slug>,
    /// The labels of the transcript, whether or not they are somebody known.
    pub labels: &'a [String],
}

impl Names<'_> {
    /// The one who is meant by a link, a name, an alias, or a label of the transcript; none for any other words.
    pub fn resolve(&self, text: &str) -> Option<Who> {
        let text = text.trim();
        if let Some(person) = self.people.resolve_among(text, self.room) {
            return Some(Who {
                name: person.name.clone(),
                person: Some(person.slug.clone()),
            });
        }
        let linked = link_name(text);
        let is_link = linked.len() != text.len();
        let is_label = GENERIC.is_match(text) || self.labels.iter().any(|label| label == text);
        (is_link || is_label).then(|| Who {
            name: linked.to_owned(),
            person: None,
        })
    }

    /// Whether this is the meeting's manager.
    pub fn is_manager(&self, who: &Who) -> bool {
        self.manager.is_some() && who.person.as_ref() == self.manager
    }
}
