//! Charts, drawn as inline SVG at 1:1 CSS pixels. One file a chart; [`frame`] is around each.

pub mod bars;
pub mod chance;
pub mod frame;
pub mod hours;
pub mod intervals;
pub mod mark;
pub mod pace;
pub mod reading;
pub mod reasons;
pub mod scale;
pub mod tools;
pub mod trend;
