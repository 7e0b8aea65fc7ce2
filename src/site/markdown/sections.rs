//! How a document is cut: its title, its sections, and the footnotes laid beside the section that uses them first.
//! It knows headings and footnotes; all else is written by `write`.

use pulldown_cmark::{Event, HeadingLevel};

use super::write::Writer;
use super::{Receipt, Section};
use crate::model::text::slug;

impl Writer<'_> {
    pub(super) fn heading(&mut self, level: HeadingLevel, id: &str) {
        self.plain = Some(String::new());
        let cuts = self.depth == 0;
        if cuts && level == HeadingLevel::H1 && !self.titled {
            self.out.push(String::new());
        } else if cuts && level <= HeadingLevel::H2 {
            self.close_section();
            self.text.sections.push(Section::default());
            self.used.push(Vec::new());
            self.out.push(String::new());
        } else {
            let level = level.max(HeadingLevel::H3);
            self.push(&format!("<{level}{id}>"));
        }
    }

    pub(super) fn end_heading(&mut self, level: HeadingLevel) {
        let plain = self.plain.take().unwrap_or_default();
        let cuts = self.depth == 0;
        if cuts && level == HeadingLevel::H1 && !self.titled {
            self.titled = true;
            self.out.pop();
            plain.trim().clone_into(&mut self.text.title);
        } else if cuts && level <= HeadingLevel::H2 {
            let heading_html = self.out.pop().unwrap_or_default();
            let id = self.free_id(&format!("s-{}", slug(&plain)));
            if let Some(section) = self.text.sections.last_mut() {
                *section = Section {
                    id,
                    heading_html,
                    ..Section::default()
                };
            }
        } else {
            let level = level.max(HeadingLevel::H3);
            self.push(&format!("</{level}>\n"));
        }
    }

    /// Hands what was written to the section that is open, or to the lead.
    pub(super) fn close_section(&mut self) {
        let html = std::mem::replace(&mut self.out, vec![String::new()]).concat();
        match self.text.sections.last_mut() {
            Some(section) => section.body_html = html,
            None => self.text.lead_html = html,
        }
    }

    pub(super) fn reference(&mut self, label: &str) {
        if !self.notes.contains_key(label) {
            self.words(&format!("[^{label}]"));
            return;
        }
        let next = self.numbers.len() + 1;
        let (number, places) = self
            .numbers
            .entry(label.to_owned())
            .or_insert_with(|| (next, Vec::new()));
        let number = *number;
        let place = match places.len() {
            0 => format!("u{number}"),
            again => format!("u{number}-{}", again + 1),
        };
        places.push(place.clone());
        let first = places.len() == 1;
        if first && let Some(used) = self.used.last_mut() {
            used.push(label.to_owned());
        }
        self.push(&format!(
            "<sup class=\"fn\" id=\"{place}\"><a href=\"#r{number}\" aria-label=\"receipt {number}\">{number}</a></sup>"
        ));
    }

    /// Writes the footnotes, each beside the section that uses it first; those that nothing uses stand at the end.
    pub(super) fn receipts(&mut self, order: &[String]) {
        for label in order {
            if !self.numbers.contains_key(label) {
                let number = self.numbers.len() + 1;
                self.numbers.insert(label.clone(), (number, Vec::new()));
                if let Some(used) = self.used.last_mut() {
                    used.push(label.clone());
                }
            }
        }
        let mut bodies = Vec::new();
        for labels in std::mem::take(&mut self.used) {
            let bodies_here: Vec<(String, String)> = labels
                .into_iter()
                .map(|label| {
                    let body = self.receipt(&label);
                    (label, body)
                })
                .collect();
            bodies.push(bodies_here);
        }
        let numbers = &self.numbers;
        let mut lists = bodies.into_iter().map(|bodies| {
            bodies
                .into_iter()
                .filter_map(|(label, body_html)| {
                    let (number, back) = numbers.get(&label)?.clone();
                    Some(Receipt {
                        number,
                        back,
                        body_html,
                    })
                })
                .collect()
        });
        self.text.lead_receipts = lists.next().unwrap_or_default();
        for (section, list) in self.text.sections.iter_mut().zip(lists) {
            section.receipts = list;
        }
    }

    fn receipt(&mut self, label: &str) -> String {
        let events = self.notes.get(label).map(Vec::as_slice).unwrap_or_default();
        self.out = vec![String::new()];
        for (index, event) in events.iter().enumerate() {
            let known = match event {
                Event::FootnoteReference(label) => self.numbers.contains_key(&**label),
                _ => true,
            };
            if known {
                self.event(event, None, &events[index + 1..]);
            }
        }
        let html = std::mem::replace(&mut self.out, vec![String::new()]).concat();
        let html = html.trim();
        let one = html
            .strip_prefix("<p>")
            .and_then(|html| html.strip_suffix("</p>"));
        match one {
            Some(inner) if !inner.contains("<p>") => inner.to_owned(),
            _ => html.to_owned(),
        }
    }

    fn free_id(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{wanted}-{number}");
            number += 1;
        }
        id
    }
}
