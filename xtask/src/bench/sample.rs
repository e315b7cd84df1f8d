//! Repeated measurements of one thing.

/// Milliseconds, or whatever else was measured, in order of size.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sample(Vec<f64>);

impl Sample {
    /// Of these; what is no number is left out.
    pub(super) fn new(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().filter(|it| it.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        Self(values)
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }

    /// The smallest one that so many percent do not exceed; not a number for an empty sample.
    pub(super) fn percentile(&self, percent: usize) -> f64 {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    }

    /// The middle one.
    pub(super) fn median(&self) -> f64 {
        self.percentile(50)
    }

    /// All but the slowest twentieth are within this.
    pub(super) fn p95(&self) -> f64 {
        self.percentile(95)
    }
}

/// To three places: more would be noise.
pub(super) fn round(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

#[cfg(test)]
mod tests {
    use super::Sample;

    #[test]
    fn a_percentile_is_one_of_the_measured() {
        let it = Sample::new((1..=20).rev().map(f64::from));
        assert_eq!((it.median().to_bits(), it.p95().to_bits()), (10_f64.to_bits(), 19_f64.to_bits()));
        assert!(Sample::default().median().is_nan());
    }
}
