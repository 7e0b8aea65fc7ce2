//! What is worked out, and how: the measures of this site with their thresholds, as they are set in this vault.

use serde::Serialize;

use super::super::scene::Scene;
use super::{Frame, Here, frame};
use crate::model::Audience;

/// The page.
#[derive(Debug, Serialize)]
pub(crate) struct AboutPage {
    /// From how many promises on a share is told.
    pub(crate) rate_minimum: u16,
    /// After how many per cent of the cadence a meeting is late.
    pub(crate) late_after: u16,
    /// The vault's cadence.
    pub(crate) cadence: String,
    /// The day the site was made for.
    pub(crate) today: String,
    /// The vault's folders.
    pub(crate) meetings: String,
}

/// The page about the site.
pub(crate) fn page(scene: &Scene<'_>) -> (Frame, AboutPage) {
    let config = &scene.record.config;
    let mut head = frame(
        scene,
        Here::About,
        &Audience::Manager,
        "How this is worked out",
    );
    "About".clone_into(&mut head.kicker);
    "Everything here is counted from your own files. Every claim carries the words it rests on."
        .clone_into(&mut head.lede);
    "Nothing on this site loads anything from another host.".clone_into(&mut head.foot);
    let page = AboutPage {
        rate_minimum: config.measures.rate_minimum,
        late_after: config.measures.late_after_percent,
        cadence: config.cadence.to_string(),
        today: crate::model::calendar::long(scene.today),
        meetings: config.folders.meetings.clone(),
    };
    (head, page)
}
