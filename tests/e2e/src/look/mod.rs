//! What a page looks like, measured: sizes, room, contrast. Each gives what is wrong, in words.

use crate::{App, Fallible};

const COMMON: &str = include_str!("common.js");
const COLOUR: &str = include_str!("colour.js");

impl App {
    /// Controls outside running text that are smaller than 44 × 44 CSS pixels.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn too_small(&self) -> Fallible<Vec<String>> {
        self.look(&[include_str!("small.js")]).await
    }

    /// What makes the page scroll sideways, and scrolling parts without a name or the focus.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn too_wide(&self) -> Fallible<Vec<String>> {
        self.look(&[include_str!("wide.js")]).await
    }

    /// Buttons whose text does not fit into them.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn cut_buttons(&self) -> Fallible<Vec<String>> {
        self.look(&[include_str!("cut.js")]).await
    }

    /// Controls that overlap or cannot be reached, and text that is cut off.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn crowded(&self) -> Fallible<Vec<String>> {
        self.look(&[include_str!("crowded.js")]).await
    }

    /// Text under 4.5 : 1, borders of controls and shapes of charts under 3 : 1.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn faint(&self) -> Fallible<Vec<String>> {
        self.look(&[COLOUR, include_str!("faint.js")]).await
    }

    /// Runs a script that knows `all`, `seen`, `controls`, `name`, `ratio` and `backdrop`.
    ///
    /// # Errors
    ///
    /// If it throws, or answers something else.
    pub async fn measure(&self, script: &str) -> Fallible<Vec<String>> {
        self.look(&[COLOUR, script]).await
    }

    async fn look(&self, parts: &[&str]) -> Fallible<Vec<String>> {
        self.run(&format!("{COMMON}\n{}", parts.concat())).await
    }
}

/// Fails with every finding at once.
///
/// # Panics
///
/// If there is any.
pub fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{} findings:\n{}", found.len(), found.join("\n"));
}
