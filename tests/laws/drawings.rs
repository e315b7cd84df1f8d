//! Drawings, at any width and of any counts: every number is one, every label is text.

use crate::support::up_to;
use callpace::{
    app::{
        intent::Intent,
        moment::Moment,
        start::{Found, start},
        state::State,
        update::update,
        view::{
            funnel::{
                hours::{self, By},
                slice, trend,
            },
            plan::{self, Outlook, WhatIf, curve, endings},
        },
    },
    domain::conversion::Interval,
    drawing::{
        bars::{self, Bar},
        chance, hours as hour_map,
        intervals::{self, Row},
        mark::Series,
        pace,
        reading::Reading,
        reasons::{self, Row as Reason},
        shape::Shape,
        trend as trend_line,
    },
    journal::settings::RateKey,
    text::Words,
};
use proptest::{prelude::*, sample::select};

/// What drawings are made of.
const ELEMENTS: [&str; 10] =
    ["line", "path", "circle", "rect", "text", "tspan", "g", "defs", "pattern", "svg"];

/// The sample of eight weeks, in a language.
fn sample(languages: &str) -> State {
    let noon = Moment::new(1_792_584_000_000, 1_792_584_000_000, 0);
    let found = Found { languages: vec![languages.to_owned()], ..Found::default() };
    let mut state = start(found, |_| noon);
    update(&mut state, Intent::OpenSample, noon);
    state
}

/// Every element of a drawing, those within others too.
fn all(shapes: &[Shape]) -> Vec<&Shape> {
    shapes.iter().flat_map(|it| core::iter::once(it).chain(all(&it.inner))).collect()
}

/// What a drawing says.
fn words_in(shapes: &[Shape]) -> Vec<&str> {
    all(shapes).into_iter().map(|it| it.text.as_str()).filter(|it| !it.is_empty()).collect()
}

fn is_sound(shapes: &[Shape]) {
    for shape in all(shapes) {
        assert!(ELEMENTS.contains(&shape.name), "{shape:?}");
        let names: Vec<&str> = shape.attributes.iter().map(|it| it.0).collect();
        for (place, name) in names.iter().enumerate() {
            assert!(!names[..place].contains(name), "{name} twice: {shape:?}");
        }
        for (name, value) in &shape.attributes {
            assert!(!value.contains("NaN") && !value.contains("inf"), "{shape:?}");
            if matches!(*name, "width" | "height" | "r" | "rx") {
                assert!(value.parse::<f64>().is_ok_and(|it| it >= 0.0), "{shape:?}");
            }
        }
    }
}

fn are_sound(readings: &[Reading]) {
    for it in readings {
        assert!(it.x.is_finite() && it.y.is_finite() && !it.text.is_empty(), "{it:?}");
    }
}

/// More than anyone ever does.
fn any_n() -> impl Strategy<Value = u64> {
    up_to(1_000_000_000_000)
}

/// Widths of phones and screens, and what a hidden or tiny chart has.
fn any_width() -> impl Strategy<Value = f64> {
    prop_oneof![select(vec![1.0, 2.0, 60.0, 280.0, 328.0, 720.0, 2560.0]), 1.0..3000.0]
}

/// Labels a person may have given, markup among them.
fn any_label() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("<img onerror=x>".to_owned()),
        Just("\"'&".to_owned()),
        "\\PC{0,40}"
    ]
}

fn any_series() -> impl Strategy<Value = Series> {
    select(vec![Series::Calls, Series::Presentations, Series::Sales, Series::Inbound, Series::Own])
}

fn any_range() -> impl Strategy<Value = (f64, Interval, Interval)> {
    let part = || prop_oneof![Just(0.0), Just(1.0), 0.0..1.0];
    (part(), part(), part(), part(), part()).prop_map(|(rate, a, b, c, d)| {
        let between = |a: f64, b: f64| Interval { lo: a.min(b), hi: a.max(b) };
        (rate, between(a, b), between(c, d))
    })
}

proptest! {
    #[test]
    fn bars_of_any_counts_are_sound(
        bars in prop::collection::vec(
            (any_label(), any_n(), prop::option::of(any_series()), any_n(), prop::option::of((any_n(), any_label()))),
            0..9,
        ),
        width in any_width(),
    ) {
        let bars: Vec<Bar> = bars
            .into_iter()
            .map(|(label, n, series, more, beside)| Bar {
                text: format!("{label} {n}"),
                label,
                n,
                series,
                within: n.saturating_add(more),
                beside,
            })
            .collect();
        let drawn = bars::draw(&bars, width);
        is_sound(&drawn);
        are_sound(&bars::readings(&bars, width));
        let said = words_in(&drawn);
        for bar in bars.iter().filter(|it| !it.label.is_empty()) {
            prop_assert!(said.contains(&bar.label.as_str()));
        }
    }

    #[test]
    fn ranges_of_any_rates_are_sound(
        rows in prop::collection::vec((any_label(), any_label(), any_series(), prop::option::of(any_range())), 0..7),
        rule in prop::option::of((0.0..1.0, any_label())),
        width in any_width(),
    ) {
        let rows: Vec<Row> = rows
            .into_iter()
            .map(|(label, beside, series, drawn)| Row { text: format!("{label} {beside}."), label, beside, series, drawn })
            .collect();
        let ruled = rule.is_some();
        for words in ["en", "ru"].map(|it| Words::of(&sample(it))) {
            let drawn = intervals::draw(&rows, rule.clone(), words, width);
            is_sound(&drawn);
            // A rate that is too uncertain has its name, and no mark.
            let marks = all(&drawn).into_iter().filter(|it| it.attributes.contains(&("class", "mark".to_owned()))).count();
            prop_assert_eq!(marks, rows.iter().filter(|it| it.drawn.is_some()).count());
        }
        are_sound(&intervals::readings(&rows, ruled, width));
    }

    #[test]
    fn reasons_of_any_size_are_sound(
        rows in prop::collection::vec(
            (any_label(), any_label(), any_label(), prop_oneof![Just(0.0), 0.0..1e12], prop::option::of(any_series())),
            0..9,
        ),
        width in any_width(),
    ) {
        let rows: Vec<Reason> = rows
            .into_iter()
            .map(|(label, hint, value, size, series)| Reason { text: format!("{label}: {value}"), label, hint, value, size, series })
            .collect();
        let drawn = reasons::draw(&rows, width);
        is_sound(&drawn);
        // What has no reason is hatched, never left out.
        let hatched = all(&drawn).into_iter().filter(|it| it.attributes.contains(&("class", "bar bar--hatched".to_owned())));
        prop_assert_eq!(hatched.count(), rows.iter().filter(|it| it.series.is_none()).count());
        are_sound(&reasons::readings(&rows, width));
    }

    #[test]
    fn the_sample_is_drawn_soundly_at_any_width(width in any_width(), calls in any::<u64>()) {
        for state in ["en", "ru"].map(sample) {
            let words = Words::of(&state);
            let slice = slice::sum(&state);
            for key in RateKey::ALL {
                let weeks = trend::view(&slice, key);
                is_sound(&trend_line::draw(&weeks, Series::Calls, words, width));
                are_sound(&trend_line::readings(&weeks, words, width));
            }
            for by in [By::Presentations, By::Reached] {
                let map = hours::view(&state, &slice, by);
                is_sound(&hour_map::draw(&map, words, width));
                are_sound(&hour_map::readings(&map, words, width));
            }
            let basis = plan::basis(&state).unwrap();
            let outlook = Outlook::of(&basis, WhatIf::default()).unwrap();
            let curve = curve::curve(&outlook, Some(calls));
            let better = curve::better(&basis, curve.last());
            is_sound(&chance::draw(&curve, Some(&better), words, width));
            is_sound(&chance::crosshair(&curve, calls, words, width));
            let endings = endings::endings(&outlook);
            is_sound(&pace::draw(&basis, endings.as_ref(), words, width));
            is_sound(&pace::draw(&basis, None, words, width));
        }
    }
}
