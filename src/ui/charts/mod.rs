//! Charts, drawn as inline SVG at 1:1 CSS pixels. One file a chart; [`frame`] is around each.

pub mod chance;
pub mod frame;
pub mod pace;
pub mod scale;
