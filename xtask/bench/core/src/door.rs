//! What the script can call.

use crate::{chances::Chances, figures};
use callpace::{
    app::{
        intent::Intent,
        moment::Moment,
        start::{DEVICE_KEY, Found, start},
        state::State,
        update::update,
    },
    browser::text::Encoder,
    journal::record::What,
};
use js_sys::{Array, Object, Reflect};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsValue, closure::Closure};

type Shared = Rc<RefCell<Option<State>>>;

/// Puts `core` into the page:
///
/// - `cold(entries, hash, now)`: from `[[key, text], …]` to all figures, which it gives as JSON;
/// - `tap(now)`: one more call, and all figures; gives the number of calls among them;
/// - `record(now)`: one more call, with what is to be stored; gives its characters;
/// - `chances(cases)`, `chance(case, times)`, `certainties(case, times)`: the arithmetic alone.
pub(crate) fn open() {
    let core = Object::new();
    let state = Shared::default();
    let chances = Rc::new(RefCell::new(Chances::default()));

    let held = Rc::clone(&state);
    define(&core, "cold", move |entries, hash, now| {
        let it = read(&Array::from(&entries), &hash, number(&now));
        let figures = figures::of(&it).to_json();
        *held.borrow_mut() = Some(it);
        JsValue::from_str(&figures)
    });
    let held = Rc::clone(&state);
    define(&core, "tap", move |now, _, _| {
        with(&held, |it| {
            figures::add_call(it, number(&now));
            JsValue::from_f64(figures::of(it).calls())
        })
    });
    let held = Rc::clone(&state);
    define(&core, "record", move |now, _, _| {
        with(&held, |it| {
            let moment = Moment { at: number(&now), ..it.now };
            let effects = update(it, Intent::Tap(What::CALL), moment);
            JsValue::from_f64(figures::characters(&effects))
        })
    });
    let held = Rc::clone(&chances);
    define(&core, "chances", move |cases, _, _| {
        let text = cases.as_string().unwrap_or_default();
        *held.borrow_mut() = Chances::parse(&text).unwrap_or_default();
        let it = held.borrow();
        Array::of2(&JsValue::from_f64(it.chances()), &JsValue::from_f64(it.certainties())).into()
    });
    let held = Rc::clone(&chances);
    define(&core, "chance", move |case, times, _| {
        JsValue::from_f64(held.borrow().chance(number(&case), number(&times)))
    });
    define(&core, "certainties", move |case, times, _| {
        JsValue::from_f64(chances.borrow().four(number(&case), number(&times)))
    });
    // In a page there is a global object, and a fresh name can be set on it.
    Reflect::set(&js_sys::global(), &"core".into(), &core).unwrap_or_default();
}

fn define(core: &Object, name: &str, run: impl FnMut(JsValue, JsValue, JsValue) -> JsValue + 'static) {
    let run = Closure::<dyn FnMut(JsValue, JsValue, JsValue) -> JsValue>::new(run);
    Reflect::set(core, &name.into(), &run.into_js_value()).unwrap_or_default();
}

fn with(state: &Shared, run: impl FnOnce(&mut State) -> JsValue) -> JsValue {
    state.borrow_mut().as_mut().map_or(JsValue::UNDEFINED, run)
}

fn read(entries: &Array, hash: &JsValue, now: u64) -> State {
    let mut found = Found { hash: hash.as_string().unwrap_or_default(), random: 7, ..Found::default() };
    let encoder = Encoder::new();
    for pair in entries.iter().map(|it| Array::from(&it)) {
        let text = |at: u32| encoder.text(&pair.get(at)).unwrap_or_default();
        if text(0) == DEVICE_KEY {
            found.device = Some(text(1));
        } else {
            found.shards.push((text(0), text(1)));
        }
    }
    start(found, |day_start| Moment::new(now, now.cast_signed(), day_start))
}

/// A whole number from a script; 0 for anything else.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` keeps it in range")]
fn number(value: &JsValue) -> u64 {
    value.as_f64().unwrap_or(0.0) as u64
}
