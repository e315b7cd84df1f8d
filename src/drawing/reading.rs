//! Single values of a drawing.

/// A value at its place in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// Pixels from the left.
    pub x: f64,
    /// Pixels from the top.
    pub y: f64,
    /// What it says.
    pub text: String,
}

/// Which way the readings follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Along {
    /// From left to right.
    Across,
    /// From top to bottom.
    Down,
    /// Spread over the drawing.
    Both,
}
