//! Which meetings can be read independently: those that share nobody. A team meeting ties everybody in it together.

use std::collections::BTreeMap;

use crate::model::Slug;

/// Splits `things` into groups that share none of their `people`; things with nobody form groups of one. Order within a group is kept.
pub(super) fn of<T>(things: Vec<T>, people: impl Fn(&T) -> Vec<Slug>) -> Vec<Vec<T>> {
    let mut parent: Vec<usize> = (0..things.len()).collect();
    let mut first_with: BTreeMap<Slug, usize> = BTreeMap::new();
    for (at, thing) in things.iter().enumerate() {
        for slug in people(thing) {
            let other = *first_with.entry(slug).or_insert(at);
            let (one, other) = (root(&mut parent, at), root(&mut parent, other));
            parent[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<T>> = BTreeMap::new();
    for (at, thing) in things.into_iter().enumerate() {
        groups.entry(root(&mut parent, at)).or_default().push(thing);
    }
    groups.into_values().collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_meet_are_tied() {
        let meetings = vec!["ann", "bo", "ann cy", "dee", "", "bo ed"];
        let people = |meeting: &&str| meeting.split_whitespace().map(Slug::new).collect();
        assert_eq!(
            of(meetings, people),
            vec![
                vec!["ann", "ann cy"],
                vec!["bo", "bo ed"],
                vec!["dee"],
                vec![""]
            ]
        );
    }
}
