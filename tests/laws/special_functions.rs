//! Special functions against another library, and their own laws.

use crate::support::{parameter, posterior};
use callpace::domain::stats::beta::{Beta, Tail, logistic};
use callpace::domain::stats::beta_binomial::{probability, tail};
use callpace::domain::stats::complex::{Complex, ln_gamma_shift};
use callpace::domain::stats::gamma::{digamma, gamma_quantile, gamma_tails, ln_gamma, trigamma};
use callpace::domain::stats::normal::upper_deviate;
use callpace::domain::stats::{MAX_QUOTA, MAX_TRIES, OutOfDomain, real, whole};
use proptest::prelude::*;
use special::{Beta as _, Error as _, Gamma as _};

fn probability_value() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), Just(0.5), Just(1e-12), Just(1.0 - 1e-12), 0.0..=1.0_f64]
}

proptest! {
    /// `special` is good to 3e-12 for a + b up to 10⁴.
    #[test]
    fn beta_tails_are_those_of_another_library(rate in posterior(3.6), x in probability_value()) {
        let (a, b) = (rate.a(), rate.b());
        let other = x.inc_beta(a, b, a.ln_beta(b));
        let tails = rate.tails(x);
        prop_assert!((tails.lower - other).abs() < 1e-10, "{} against {other}", tails.lower);
        prop_assert!((tails.lower + tails.upper - 1.0).abs() < 1e-15);
    }

    #[test]
    fn beta_tails_rise_and_mirror(rate in posterior(7.0), x in probability_value(), step in 0.0..=1.0_f64) {
        let here = rate.tails(x);
        prop_assert!(rate.tails(x + (1.0 - x) * step).lower >= here.lower - 1e-13);
        let mirrored = rate.mirrored().tails_pair(1.0 - x, x);
        let exact = rate.tails_pair(x, 1.0 - x);
        prop_assert!((mirrored.upper - exact.lower).abs() < 1e-13);
        prop_assert_eq!(rate.tails(0.0).lower.to_bits(), 0.0_f64.to_bits());
        prop_assert_eq!(rate.tails(1.0).lower.to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn quantiles_are_where_the_tail_is(rate in posterior(7.0), p in probability_value()) {
        let (x, y) = rate.quantile_pair(Tail::Lower(p));
        prop_assert!((0.0..=1.0).contains(&x) && (x + y - 1.0).abs() < 1e-15);
        // Where x or 1 - x is no longer a number the distribution function jumps over p.
        if x > 1e-290 && y > 1e-290 {
            let lower = rate.tails_pair(x, y).lower;
            let upper = rate.tails_pair(x, y).upper;
            let off = if p <= 0.5 { (lower - p).abs() / p.max(1e-300) } else { (upper - (1.0 - p)).abs() / (1.0 - p).max(1e-300) };
            prop_assert!(off < 1e-7, "{x} has {lower}, {off:e} off");
        }
        prop_assert!((rate.quantile(Tail::Upper(1.0 - p)) - x).abs() < 1e-9 || !(1e-9..=1.0 - 1e-9).contains(&p));
    }

    #[test]
    fn beta_binomial_probabilities_add_up(rate in posterior(7.0), n in prop_oneof![Just(0), Just(1), 0..400_u64]) {
        let all: Vec<f64> = (0..=n).map(|x| probability(x, n, rate)).collect();
        prop_assert!((all.iter().sum::<f64>() - 1.0).abs() < 1e-11);
        let mean: f64 = (0..).zip(&all).map(|(x, p)| real(x) * p).sum();
        prop_assert!((mean - real(n) * rate.mean()).abs() < 1e-9 * (1.0 + real(n)));
        for q in [0, 1, n / 2, n, n + 1] {
            let sum: f64 = all.iter().skip(usize::try_from(q).unwrap()).sum();
            prop_assert!((tail(n, rate, q).unwrap() - sum).abs() < 1e-11);
        }
    }

    #[test]
    fn the_domain_is_kept(a in any::<f64>(), b in parameter(7.0), n in any::<u64>(), q in any::<u64>()) {
        let within = (0.05..=1e7).contains(&a);
        prop_assert_eq!(Beta::new(a, b).is_ok(), within);
        prop_assert_eq!(Beta::new(b, a).is_ok(), within);
        let rate = Beta::new(1.0, b).unwrap();
        match tail(n, rate, q) {
            Ok(p) => prop_assert!((0.0..=1.0).contains(&p) && n <= MAX_TRIES && q <= MAX_QUOTA),
            Err(error) => prop_assert!(matches!(error, OutOfDomain::Tries | OutOfDomain::Quota)),
        }
    }

    #[test]
    fn digamma_and_trigamma_are_the_slopes(x in parameter(6.0)) {
        prop_assert!((digamma(x) - x.digamma()).abs() <= 1e-12 * digamma(x).abs().max(1.0));
        prop_assert!((digamma(x + 1.0) - digamma(x) - 1.0 / x).abs() < 1e-13 * (1.0 + 1.0 / x));
        prop_assert!((trigamma(x) - trigamma(x + 1.0) - 1.0 / (x * x)).abs() < 1e-13 * (1.0 + 1.0 / (x * x)));
    }

    #[test]
    fn ratios_of_gamma_functions(a in parameter(7.0), part in 0.0..1.0_f64, im in 0.0..1e4_f64) {
        let re = part * 50.0 - 0.9 * a.min(25.0);
        let real = ln_gamma_shift(a, Complex::new(re, 0.0));
        let direct = ln_gamma(a + re) - ln_gamma(a);
        prop_assert!((real.re - direct).abs() < 1e-14 * (ln_gamma(a).abs() + 1e3), "{} {direct}", real.re);
        // Γ(z + 1) = z Γ(z)
        let (here, next) = (ln_gamma_shift(a, Complex::new(re, im)), ln_gamma_shift(a, Complex::new(re + 1.0, im)));
        let quotient = (next - here).exp();
        let z = Complex::new(a + re, im);
        prop_assert!((quotient - z).size() < 1e-10 * (1.0 + z.size()), "{quotient:?} {z:?}");
    }

    #[test]
    fn gamma_quantiles_are_where_the_tail_is(shape in 0.02..1e6_f64, scale in 0.001..1e3_f64, p in 0.01..0.99_f64) {
        let x = gamma_quantile(p, shape * scale, shape * scale * scale);
        let (lower, upper) = gamma_tails(shape, x / scale);
        prop_assert!((lower - p).abs() < 1e-9, "{lower} {p}");
        prop_assert!((lower + upper - 1.0).abs() < 1e-12);
        let other = (x / scale).inc_gamma(shape);
        prop_assert!((lower - other).abs() < 1e-6 || shape > 1e4);
    }

    #[test]
    fn normal_deviates_are_where_the_tail_is(p in prop_oneof![Just(5e-17), Just(0.025), Just(0.1), 1e-9..0.5_f64]) {
        let z = upper_deviate(p);
        let upper = 0.5 * (z / core::f64::consts::SQRT_2).compl_error();
        prop_assert!((upper / p - 1.0).abs() < 1e-9, "{z} {upper} {p}");
    }

    #[test]
    fn logistic_pairs_keep_their_digits(u in -700.0..700.0_f64) {
        let (x, y) = logistic(u);
        prop_assert!(x > 0.0 && y > 0.0 && (x + y - 1.0).abs() < 1e-15);
        prop_assert!(((x / y).ln() - u).abs() < 1e-12 * u.abs().max(1.0));
    }

    #[test]
    fn rounding_never_panics(value in any::<f64>()) {
        let rounded = whole(value);
        prop_assert!(rounded == 0 || value > 0.0);
    }
}
