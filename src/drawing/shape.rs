//! The elements a drawing is made of.

/// An element of SVG. What it says is text, never markup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// The name of the element.
    pub name: &'static str,
    /// Names and values of its attributes.
    pub attributes: Vec<(&'static str, String)>,
    /// What it says, before what is within.
    pub text: String,
    /// What is within.
    pub inner: Vec<Self>,
}

/// Which side of a text is at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Shape {
    fn new(name: &'static str, class: &'static str, numbers: &[(&'static str, f64)]) -> Self {
        let class = (!class.is_empty()).then(|| ("class", class.to_owned()));
        let numbers = numbers.iter().map(|(name, number)| (*name, number.to_string()));
        Self {
            name,
            attributes: class.into_iter().chain(numbers).collect(),
            text: String::new(),
            inner: Vec::new(),
        }
    }

    /// A line from a point to another one.
    #[must_use]
    pub fn line(class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Self {
        Self::new("line", class, &[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
    }

    /// An outline.
    #[must_use]
    pub fn path(class: &'static str, d: String) -> Self {
        Self::new("path", class, &[]).with("d", d)
    }

    /// A circle.
    #[must_use]
    pub fn circle(class: &'static str, (cx, cy): (f64, f64), r: f64) -> Self {
        Self::new("circle", class, &[("cx", cx), ("cy", cy), ("r", r)])
    }

    /// A rectangle from its upper left corner.
    #[must_use]
    pub fn rect(class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64)) -> Self {
        Self::new("rect", class, &[("x", x), ("y", y), ("width", width), ("height", height)])
    }

    /// A line of text.
    #[must_use]
    pub fn text(class: &'static str, (x, y): (f64, f64), anchor: Anchor, text: impl Into<String>) -> Self {
        let it = Self { text: text.into(), ..Self::new("text", class, &[("x", x), ("y", y)]) };
        match anchor {
            Anchor::Start => it,
            Anchor::Middle => it.with("text-anchor", "middle"),
            Anchor::End => it.with("text-anchor", "end"),
        }
    }

    /// Shapes that share a class.
    #[must_use]
    pub fn group(class: &'static str, inner: Vec<Self>) -> Self {
        Self::new("g", class, &[]).within(inner)
    }

    /// An element by its name, for what is used once.
    #[must_use]
    pub fn element(name: &'static str, class: &'static str) -> Self {
        Self::new(name, class, &[])
    }

    /// The same with one attribute more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same around these.
    #[must_use]
    pub fn within(mut self, inner: Vec<Self>) -> Self {
        self.inner = inner;
        self
    }
}
