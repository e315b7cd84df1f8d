//! The mark of each series: colour and shape always go together.

use crate::domain::step::Step;

/// A series, the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// Calls: blue ●.
    Calls,
    /// Presentations: orange ■.
    Presentations,
    /// Sales: green ◆.
    Sales,
    /// Inbound: plum ▽, dashed.
    Inbound,
    /// A step of the seller's own: grey ▲.
    Own,
}

impl Series {
    /// The series of a rate: that of the step it starts from; the overall rate wears that of sales.
    #[must_use]
    pub const fn of(from: Step) -> Self {
        match from {
            Step::Call => Self::Calls,
            Step::Presentation => Self::Presentations,
            Step::Own(_) => Self::Own,
            Step::Sale => Self::Sales,
        }
    }

    /// Sets the colour of what is within.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Calls => "series series--calls",
            Self::Presentations => "series series--pres",
            Self::Sales => "series series--sales",
            Self::Inbound => "series series--inb",
            Self::Own => "series series--own",
        }
    }

    /// The outline of the mark around a point, `r` pixels to each side.
    #[must_use]
    pub fn outline(self, x: f64, y: f64, r: f64) -> String {
        match self {
            Self::Calls => format!("M{} {y}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", x - r, d = 2.0 * r),
            Self::Presentations => {
                let r = r * 0.9;
                format!("M{} {}h{d}v{d}h-{d}z", x - r, y - r, d = 2.0 * r)
            }
            Self::Sales => {
                let r = r * 1.2;
                format!("M{x} {}L{} {y}L{x} {}L{} {y}z", y - r, x + r, y + r, x - r)
            }
            Self::Inbound => {
                let r = r * 1.1;
                format!("M{} {}h{}L{x} {}z", x - r, y - r * 0.7, 2.0 * r, y + r)
            }
            Self::Own => {
                let r = r * 1.1;
                format!("M{} {}h{}L{x} {}z", x - r, y + r * 0.7, 2.0 * r, y - r)
            }
        }
    }
}
