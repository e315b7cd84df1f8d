//! What the charts show, as shapes at 1:1 CSS pixels: no browser, so a native test sees each drawing.
//!
//! One file a drawing; `ui::charts` puts them into the page and lets them be read.

pub mod bars;
pub mod chance;
pub mod hours;
pub mod intervals;
pub mod mark;
pub mod pace;
pub mod reading;
pub mod reasons;
pub mod scale;
pub mod shape;
pub mod trend;
