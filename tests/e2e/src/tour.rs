//! Every address and every sheet, each as a person meets it: what is judged page by page.

use crate::{App, Fallible};
use serde_json::json;

/// What a link holds that somebody shares.
pub const SHARED: &str = "#/shared?v=1&from=2025-06-02&to=2025-06-11&c=100&p=25&s=5&ip=3&is=0";

/// The five screens.
pub const SCREENS: [&str; 5] = ["#/log", "#/funnel", "#/plan", "#/days", "#/settings"];

/// What else has an address: the parts of Settings, what a link opens, what is wrong with an address.
pub const PARTS: &[&str] = &[
    "#/settings/backup",
    "#/settings/import",
    "#/settings/lists",
    "#/settings/reasons",
    "#/settings/steps",
    "#/settings/counters",
    "#/settings/workdays",
    "#/settings/keys",
    "#/settings/about",
    "#/view",
    SHARED,
    "#/shared?v=1",
    "#/days/2025-06-03",
    "#/days/2025-02-31",
    "#/no-such-page",
];

/// A sheet: its name, where it opens, and the button, or the select by its last choice, that opens it.
pub const SHEETS: &[(&str, &str, &str)] = &[
    ("several", "#/log", "[data-testid=btn-several]"),
    ("pick-day", "#/log", "[data-testid=date-chip]"),
    ("add-list", "#/log", "[data-testid=list-chip]"),
    ("erase-sheet", "#/settings", "[data-testid=erase]"),
    ("reason-sheet", "#/settings/reasons", ".own--reason .own__tools button"),
];

/// Those of something that has been recorded.
pub const SHEETS_OF_DATA: &[(&str, &str, &str)] = &[
    ("entry-sheet", "#/log", "[data-testid=entry-edit-1]"),
    ("list-sheet", "#/settings/lists", "[data-testid=list-edit-1]"),
];

impl App {
    /// Goes through every page, everything on it unfolded, and every sheet, at first with an empty
    /// log and then with the sample; gathers what `find` finds there, given what is seen.
    ///
    /// # Errors
    ///
    /// If a page or a sheet does not open, and those of `find`.
    pub async fn tour<T>(&self, find: impl AsyncFn(&Self, &str) -> Fallible<Vec<T>>) -> Fallible<Vec<T>> {
        let setup = self.session.setup();
        let at = format!("{}, {} px", setup.language.code(), setup.size.0);
        let mut found = Vec::new();
        self.visit_all(&format!("empty, {at}"), SHEETS, &find, &mut found).await?;
        self.open_sample().await?;
        // It ends yesterday: today has an entry, too.
        self.click("btn-call").await?;
        self.find("entry-edit-1").await?;
        let all = [SHEETS, SHEETS_OF_DATA].concat();
        self.visit_all(&format!("sample, {at}"), &all, &find, &mut found).await?;
        Ok(found)
    }

    async fn visit_all<T>(
        &self,
        how: &str,
        sheets: &[(&str, &str, &str)],
        find: &impl AsyncFn(&Self, &str) -> Fallible<Vec<T>>,
        found: &mut Vec<T>,
    ) -> Fallible {
        for route in SCREENS.iter().chain(PARTS) {
            self.go(route).await?;
            self.unfold().await?;
            found.extend(find(self, &format!("{route}, {how}")).await?);
        }
        for sheet in sheets {
            self.open_sheet(*sheet).await?;
            found.extend(find(self, &format!("{}, {how}", sheet.0)).await?);
            self.close_sheet().await?;
        }
        Ok(())
    }

    /// Opens every table, arithmetic and detail of the screen.
    ///
    /// # Errors
    ///
    /// If the browser does not answer.
    pub async fn unfold(&self) -> Fallible {
        self.run::<()>(
            "for (const it of document.querySelectorAll('main [aria-expanded=false]')) it.click();
            for (const it of document.querySelectorAll('main details')) it.open = true;",
        )
        .await
    }

    /// Opens the sample and waits for it.
    ///
    /// # Errors
    ///
    /// If it is not offered.
    pub async fn open_sample(&self) -> Fallible {
        self.go("#/log").await?;
        self.find("sample-open").await?.scroll_into_view().await?;
        self.click("sample-open").await?;
        self.find("banner-sample").await.map(drop)
    }

    /// Opens one of the [`SHEETS`].
    ///
    /// # Errors
    ///
    /// If it does not open.
    pub async fn open_sheet(&self, (name, route, by): (&str, &str, &str)) -> Fallible {
        self.go(route).await?;
        self.wait_until(&format!("document.querySelector({})", json!(by))).await?;
        self.run::<()>(&format!(
            "const it = document.querySelector({});
            if (it.localName === 'button') return it.click();
            it.selectedIndex = it.length - 1;
            it.dispatchEvent(new Event('change', {{ bubbles: true }}))",
            json!(by)
        ))
        .await?;
        self.wait_until(&format!("document.querySelector('[data-testid={name}][open] h2')")).await
    }

    /// Closes the open sheet, as Esc does.
    ///
    /// # Errors
    ///
    /// If it stays.
    pub async fn close_sheet(&self) -> Fallible {
        self.press(&crate::Key::named("Escape")).await?;
        self.wait_until("!document.querySelector('dialog[open]')").await
    }
}
