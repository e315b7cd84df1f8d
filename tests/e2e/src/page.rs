//! What the tests of the screens share: content that may be folded away, dates, tabs.

use crate::{App, Fallible};
use thirtyfour::WindowHandle;

impl App {
    /// Waits until the text of an element contains `part`, also while the element is not seen.
    ///
    /// # Errors
    ///
    /// If it does not.
    pub async fn wait_content(&self, id: &str, part: &str) -> Fallible {
        let part = serde_json::to_string(part)?;
        let it = format!("document.querySelector('[data-testid=\"{id}\"]')");
        if self.wait_until(&format!("{it}?.textContent.includes({part})")).await.is_ok() {
            return Ok(());
        }
        let seen: Option<String> = self.run(&format!("return {it}?.textContent ?? null")).await?;
        Err(format!("{id} reads {seen:?}, not {part}").into())
    }

    /// Makes all of this screen, as printing does: what is folded away stays so.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn make_folded(&self) -> Fallible {
        let printed = "dispatchEvent(new Event('beforeprint')); \
            setTimeout(() => { dispatchEvent(new Event('afterprint')); done(null) })";
        self.run_async(printed).await
    }

    /// Puts a day into a date field, whatever order the browser's own language has.
    ///
    /// # Errors
    ///
    /// If there is no such field.
    pub async fn set_date(&self, id: &str, day: &str) -> Fallible {
        self.find(id).await?;
        self.run::<()>(&format!(
            "const it = document.querySelector('[data-testid=\"{id}\"]'); it.value = '{day}'; \
             for (const kind of ['input', 'change']) it.dispatchEvent(new Event(kind, {{ bubbles: true }}))"
        ))
        .await
    }

    /// Chooses an option of a select by its value.
    ///
    /// # Errors
    ///
    /// If there is no such select.
    pub async fn choose(&self, id: &str, value: &str) -> Fallible {
        self.find(id).await?;
        self.run::<()>(&format!(
            "const it = document.querySelector('[data-testid=\"{id}\"]'); it.value = '{value}'; \
             it.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        ))
        .await
    }

    /// So many days from today on the clock of the browser, as `2025-06-03`.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn day_from_today(&self, days: i32) -> Fallible<String> {
        self.run(&format!(
            "const d = new Date(); d.setDate(d.getDate() + ({days})); const p = n => String(n).padStart(2, '0'); \
             return `${{d.getFullYear()}}-${{p(d.getMonth() + 1)}}-${{p(d.getDate())}}`"
        ))
        .await
    }

    /// The tab that is in front.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn current_tab(&self) -> Fallible<WindowHandle> {
        Ok(self.session.web()?.window().await?)
    }
}
