//! From values to pixels.

/// A linear scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Value at `start`.
    pub from: f64,
    /// Value at `end`.
    pub to: f64,
    /// Pixel of `from`.
    pub start: f64,
    /// Pixel of `to`.
    pub end: f64,
}

impl Scale {
    /// The pixel of a value, to a tenth.
    #[must_use]
    pub fn at(self, value: f64) -> f64 {
        let span = self.to - self.from;
        let part = if span == 0.0 { 0.0 } else { (value - self.from) / span };
        ((self.start + part * (self.end - self.start)) * 10.0).round() / 10.0
    }

    /// The value at a pixel, within the scale.
    #[must_use]
    pub fn value(self, pixel: f64) -> f64 {
        let span = self.end - self.start;
        let part = if span == 0.0 { 0.0 } else { ((pixel - self.start) / span).clamp(0.0, 1.0) };
        self.from + part * (self.to - self.from)
    }

    /// At most five round ticks, the first at or above `from`.
    #[must_use]
    pub fn ticks(self) -> Vec<f64> {
        let span = self.to - self.from;
        if span <= 0.0 {
            return vec![self.from];
        }
        let rough = span / 4.0;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 2.5, 5.0, 10.0]
            .into_iter()
            .map(|it| it * power)
            .find(|it| *it >= rough - power * 1e-9)
            .unwrap_or(rough);
        let first = (self.from / step).ceil();
        (0..=5_u8)
            .map(|it| (first + f64::from(it)) * step)
            .take_while(|it| *it <= self.to + step * 1e-9)
            .take(5)
            .collect()
    }
}

/// A label cut to about so many pixels at 13 px, with an ellipsis where it was cut.
#[must_use]
pub fn fit(text: &str, pixels: f64) -> String {
    /// A little more than the mean width of a letter in both alphabets.
    const LETTER: f64 = 7.6;
    let mut left = pixels;
    let mut out = String::new();
    for letter in text.chars() {
        left -= LETTER;
        if left < 0.0 {
            out.pop();
            return out.trim_end().to_owned() + "…";
        }
        out.push(letter);
    }
    out
}
