//! What each template is given: plain values, already worded, with finished addresses. One file for each page.
//! A name that ends in `_html` holds HTML that is safe; everything else is text, and the template engine escapes it.

pub(crate) mod about;
pub(crate) mod actions;
pub(crate) mod axis;
pub(crate) mod document;
pub(crate) mod found;
pub(crate) mod frame;
pub(crate) mod home;
pub(crate) mod item;
pub(crate) mod meeting;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod problems;
pub(crate) mod promises;
pub(crate) mod rows;
pub(crate) mod sort;
pub(crate) mod story;
pub(crate) mod strip;
pub(crate) mod tally;
pub(crate) mod throughline;
pub(crate) mod woven;

pub(crate) use frame::{FaultNote, Frame, Here, Link, frame};
