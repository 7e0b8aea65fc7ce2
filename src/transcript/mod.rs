//! Text to turns, and names to people. It knows the ways in which dialogue is written down, and nothing of what is found in it.

pub mod inert;
