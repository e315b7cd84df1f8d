//! What hands do besides clicking and typing: walk with Tab, press and hold, click the other button.

use crate::{App, Fallible, Key, Language};
use serde_json::json;
use thirtyfour::WebElement;

impl App {
    /// Waits until the text of an element is exactly this.
    ///
    /// # Errors
    ///
    /// If it is not.
    pub async fn expect(&self, id: &str, text: &str) -> Fallible {
        let it = format!("document.querySelector('[data-testid=\"{id}\"]')?.textContent");
        if self.wait_until(&format!("{it} === {}", json!(text))).await.is_ok() {
            return Ok(());
        }
        let seen: Option<String> = self.run(&format!("return {it} ?? null")).await?;
        Err(format!("{id} reads {seen:?}, not {text:?}").into())
    }

    /// Waits until the focus is on an element.
    ///
    /// # Errors
    ///
    /// If it is elsewhere.
    pub async fn expect_focus(&self, id: &str) -> Fallible {
        if self.wait_until(&format!("document.activeElement.dataset.testid === '{id}'")).await.is_ok() {
            return Ok(());
        }
        Err(format!("the focus is on {:?}, not on {id:?}", self.focused().await?).into())
    }

    /// Chooses a language in Settings.
    ///
    /// # Errors
    ///
    /// If it does not take effect.
    pub async fn speak(&self, language: Language) -> Fallible {
        let code = language.code();
        self.go("#/settings").await?;
        let button = self.find(&format!("lang-{code}")).await?;
        // Not where the bar of a phone lies above it.
        self.run_on(&button, "arguments[0].scrollIntoView({ block: 'center' })").await?;
        self.click(&format!("lang-{code}")).await?;
        self.wait_until(&format!("document.documentElement.lang === '{code}'")).await
    }

    /// Puts the focus on an element.
    ///
    /// # Errors
    ///
    /// If it does not come there.
    pub async fn focus(&self, id: &str) -> Fallible {
        self.find(id).await?.focus().await?;
        self.expect_focus(id).await
    }

    /// Presses Tab so many times and gives what a script says at each stop.
    ///
    /// # Errors
    ///
    /// If the script throws.
    pub async fn tab(&self, times: usize, script: &str) -> Fallible<Vec<String>> {
        let mut stops = Vec::new();
        for _ in 0..times {
            self.press(&Key::named("Tab")).await?;
            stops.push(self.run(script).await?);
        }
        Ok(stops)
    }

    /// Presses the mouse down in the middle of an element, and moves it so many pixels to the right.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn mouse_down(&self, id: &str, then_move: i32) -> Fallible {
        let (x, y) = self.middle(id).await?;
        self.mouse("mouseMoved", (x, y), "none").await?;
        self.mouse("mousePressed", (x, y), "left").await?;
        if then_move != 0 {
            self.mouse("mouseMoved", (x + f64::from(then_move), y), "left").await?;
        }
        Ok(())
    }

    /// Lets the mouse go in the middle of an element, or so many pixels to the right.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn mouse_up(&self, id: &str, moved: i32) -> Fallible {
        let (x, y) = self.middle(id).await?;
        self.mouse("mouseReleased", (x + f64::from(moved), y), "left").await
    }

    /// Clicks an element with the right button.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn right_click(&self, id: &str) -> Fallible {
        let at = self.middle(id).await?;
        self.mouse("mousePressed", at, "right").await?;
        self.mouse("mouseReleased", at, "right").await
    }

    /// Clicks where the middle of an element is, whatever lies above it.
    ///
    /// # Errors
    ///
    /// If there is no such element.
    pub async fn click_at(&self, id: &str) -> Fallible {
        let at = self.middle(id).await?;
        self.mouse("mousePressed", at, "left").await?;
        self.mouse("mouseReleased", at, "left").await
    }

    /// Waits for a timer of the page: what the page was to do in less time is done.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn outwait(&self, milliseconds: u32) -> Fallible {
        self.run_async(&format!("setTimeout(() => done(null), {milliseconds})")).await
    }

    async fn run_on(&self, element: &WebElement, script: &str) -> Fallible {
        self.session.web()?.execute(script, vec![element.to_json()?]).await?;
        Ok(())
    }

    async fn middle(&self, id: &str) -> Fallible<(f64, f64)> {
        self.find(id).await?;
        self.run(&format!(
            "const it = document.querySelector('[data-testid=\"{id}\"]').getBoundingClientRect(); \
             return [it.x + it.width / 2, it.y + it.height / 2]"
        ))
        .await
    }

    async fn mouse(&self, kind: &str, (x, y): (f64, f64), button: &str) -> Fallible {
        let event = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": 1 });
        self.session.cdp("Input.dispatchMouseEvent", event).await?;
        Ok(())
    }
}
