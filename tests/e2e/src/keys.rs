//! Keys as a keyboard sends them: with a code, which is the same in every layout.

use serde_json::{Value, json};

/// One key, perhaps with others held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    code: String,
    produces: String,
    text: Option<String>,
    virtual_code: u32,
    modifiers: u32,
}

impl Key {
    /// A letter key in the Latin layout: `Key::letter('c')`.
    #[must_use]
    pub fn letter(letter: char) -> Self {
        let upper = letter.to_ascii_uppercase();
        Self {
            code: format!("Key{upper}"),
            produces: letter.to_string(),
            text: Some(letter.to_string()),
            virtual_code: u32::from(upper),
            modifiers: 0,
        }
    }

    /// The same key in a layout where it types something else: `Key::letter('c').typing("с")`.
    #[must_use]
    pub fn typing(self, text: &str) -> Self {
        Self { produces: text.to_owned(), text: Some(text.to_owned()), ..self }
    }

    /// A digit of the top row.
    #[must_use]
    pub fn digit(digit: u8) -> Self {
        let text = digit.to_string();
        Self {
            code: format!("Digit{digit}"),
            produces: text.clone(),
            text: Some(text),
            virtual_code: u32::from(b'0' + digit),
            modifiers: 0,
        }
    }

    /// `?`, which is Shift and Slash.
    #[must_use]
    pub fn question() -> Self {
        Self {
            code: "Slash".to_owned(),
            produces: "?".to_owned(),
            text: Some("?".to_owned()),
            virtual_code: 191,
            modifiers: SHIFT,
        }
    }

    /// A key that types nothing: Tab, Escape, `ArrowLeft`, Home …, or Enter and Space.
    ///
    /// Unknown names give a key without a default action.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let (virtual_code, produces, text) = match name {
            "Backspace" => (8, name, None),
            "Tab" => (9, name, None),
            "Enter" => (13, name, Some("\r")),
            "Escape" => (27, name, None),
            "Space" => (32, " ", Some(" ")),
            "PageUp" => (33, name, None),
            "PageDown" => (34, name, None),
            "End" => (35, name, None),
            "Home" => (36, name, None),
            "ArrowLeft" => (37, name, None),
            "ArrowUp" => (38, name, None),
            "ArrowRight" => (39, name, None),
            "ArrowDown" => (40, name, None),
            "Delete" => (46, name, None),
            _ => (0, name, None),
        };
        let (code, produces) = (name.to_owned(), produces.to_owned());
        Self { code, produces, text: text.map(str::to_owned), virtual_code, modifiers: 0 }
    }

    /// With Shift held.
    #[must_use]
    pub fn shift(self) -> Self {
        let upper = self.produces.to_uppercase();
        let produces = if self.produces.chars().count() == 1 { upper } else { self.produces };
        let text = self.text.map(|it| it.to_uppercase());
        Self { produces, text, modifiers: self.modifiers | SHIFT, ..self }
    }

    /// With Ctrl held: it then types nothing.
    #[must_use]
    pub fn ctrl(self) -> Self {
        Self { text: None, modifiers: self.modifiers | CTRL, ..self }
    }

    /// The parameters of `Input.dispatchKeyEvent` for going down.
    pub(crate) fn down(&self, repeated: bool) -> Value {
        let mut event = self.event(if self.text.is_some() { "keyDown" } else { "rawKeyDown" });
        event["autoRepeat"] = json!(repeated);
        if let Some(text) = &self.text {
            event["text"] = json!(text);
        }
        event
    }

    /// The parameters of `Input.dispatchKeyEvent` for going up.
    pub(crate) fn up(&self) -> Value {
        self.event("keyUp")
    }

    fn event(&self, kind: &str) -> Value {
        json!({
            "type": kind,
            "code": self.code,
            "key": self.produces,
            "modifiers": self.modifiers,
            "windowsVirtualKeyCode": self.virtual_code,
            "nativeVirtualKeyCode": self.virtual_code,
        })
    }
}

const CTRL: u32 = 2;
const SHIFT: u32 = 8;
