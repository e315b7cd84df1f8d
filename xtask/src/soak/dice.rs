//! Randomness that can be had again: the seed is printed, and `$CALLPACE_SEED` brings it back.

use std::time::{SystemTime, UNIX_EPOCH};

/// A small generator, Knuth's `MMIX`.
#[derive(Clone, Debug)]
pub struct Dice {
    seed: u64,
    state: u64,
}

impl Dice {
    /// With this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { seed, state: seed }
    }

    /// With the seed in `$CALLPACE_SEED`, else with another one each time; prints it.
    #[must_use]
    pub fn seeded() -> Self {
        let named = std::env::var("CALLPACE_SEED").ok().and_then(|it| it.parse().ok());
        let drawn = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(1, |it| it.as_secs());
        let it = Self::new(named.unwrap_or_else(drawn));
        println!("seed {}", it.seed);
        it
    }

    /// The seed.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// 1 to `most`, all as likely.
    pub const fn up_to(&mut self, most: u32) -> u32 {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Of 32 bits, so it fits.
        (((self.state >> 32) * most as u64) >> 32) as u32 + 1
    }

    /// True so many times of a hundred.
    pub const fn hits(&mut self, percent: u32) -> bool {
        self.up_to(100) <= percent
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn all_sides_come_and_nothing_else() {
        let mut dice = Dice::new(7);
        let mut seen = [0; 7];
        for _ in 0..6000 {
            seen[dice.up_to(6) as usize] += 1;
        }
        assert_eq!(seen[0], 0);
        assert!(seen[1..].iter().all(|it| (800..1200).contains(it)), "{seen:?}");
    }
}
