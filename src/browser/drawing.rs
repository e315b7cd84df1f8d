//! A drawing in the page, and as a file of its own.

use crate::drawing::shape::Shape;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Window, XmlSerializer};

/// What style sheets say about a shape, which a file of its own has to say itself.
const STYLED: [&str; 16] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "opacity",
    "paint-order",
    "font-family",
    "font-size",
    "font-weight",
    "text-anchor",
    "font-variant-numeric",
    "visibility",
];

const SVG: &str = "http://www.w3.org/2000/svg";

/// Shows these shapes, and nothing else, in an element of SVG.
pub fn put(element: &Element, shapes: &[Shape]) {
    element.set_text_content(None);
    if let Some(document) = element.owner_document() {
        // A name that SVG does not have would be an element that shows nothing.
        append(&document, element, shapes).unwrap_or_default();
    }
}

fn append(document: &Document, around: &Element, shapes: &[Shape]) -> Result<(), JsValue> {
    for shape in shapes {
        let it = document.create_element_ns(Some(SVG), shape.name)?;
        for (name, value) in &shape.attributes {
            it.set_attribute(name, value)?;
        }
        if !shape.text.is_empty() {
            it.set_text_content(Some(&shape.text));
        }
        append(document, &it, &shape.inner)?;
        around.append_child(&it)?;
    }
    Ok(())
}

/// The drawing (an `svg` element) that this CSS selector finds first, as it is seen, with a title and a description.
///
/// Colours and type are resolved, and what lies behind it is drawn as its ground. `None` where there is none.
#[must_use]
pub fn standalone(css: &str, title: &str, description: &str) -> Option<String> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let seen = document.query_selector(css).ok()??;
    let copy: Element = seen.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    resolve(&window, &seen, &copy);
    for name in ["class", "role", "aria-label", "aria-describedby"] {
        copy.remove_attribute(name).ok()?;
    }
    copy.set_attribute("xmlns", SVG).ok()?;
    let ground = document.create_element_ns(Some(SVG), "rect").ok()?;
    for (name, value) in [("width", "100%"), ("height", "100%"), ("fill", &behind(&window, &seen))] {
        ground.set_attribute(name, value).ok()?;
    }
    let text = |name: &str, text: &str| {
        let it = document.create_element_ns(Some(SVG), name).ok()?;
        it.set_text_content(Some(text));
        Some(it)
    };
    for it in [&ground, &text("desc", description)?, &text("title", title)?] {
        copy.insert_before(it, copy.first_child().as_ref()).ok()?;
    }
    let text = XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()?;
    Some(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n"))
}

/// Writes the styles of `seen` and of all within into `copy`; what marks a reading is left out.
fn resolve(window: &Window, seen: &Element, copy: &Element) {
    if let Ok(Some(style)) = window.get_computed_style(seen) {
        for name in STYLED {
            let value = style.get_property_value(name).unwrap_or_default();
            if !value.is_empty() && value != "normal" && value != "visible" {
                copy.set_attribute(name, &value).unwrap_or_default();
            }
        }
    }
    copy.remove_attribute("class").unwrap_or_default();
    let (from, to) = (seen.children(), copy.children());
    let pairs = (0..from.length()).filter_map(|at| from.item(at).zip(to.item(at)));
    for (seen, copy) in pairs.collect::<Vec<_>>() {
        if seen.class_list().contains("chart__cursor") {
            copy.remove();
        } else {
            resolve(window, &seen, &copy);
        }
    }
}

/// The colour behind an element: that of the first one around it that has any.
fn behind(window: &Window, element: &Element) -> String {
    let mut around = core::iter::successors(element.parent_element(), |it| it.parent_element());
    let colour = |it: Element| {
        let colour = window.get_computed_style(&it).ok()??.get_property_value("background-color").ok()?;
        (colour != "rgba(0, 0, 0, 0)" && colour != "transparent").then_some(colour)
    };
    around.find_map(colour).unwrap_or_else(|| "#fff".to_owned())
}
