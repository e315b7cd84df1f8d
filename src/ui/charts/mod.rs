//! Charts in the page: [`frame`] is around each drawing of `drawing`, [`reading`] lets it be read.

pub mod chance;
pub mod frame;
pub mod pace;
pub mod reading;
pub mod tools;
