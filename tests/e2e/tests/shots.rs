//! A picture of every screen and state, for people to look at: `cargo xtask shots`.

use callpace_e2e::trouble::{BLOCKED, FULL};
use callpace_e2e::{
    App, Fallible, Language, Setup,
    article::NOW,
    host::Host,
    tour::{PARTS, SCREENS},
};

/// Cuts what is stored, and takes away the second copy.
const DAMAGE: &str = "\
    for (const key of Object.keys(localStorage).filter(it => it.startsWith('callpace/1/'))) \
        localStorage.setItem(key, localStorage.getItem(key).slice(0, -4)); \
    indexedDB.databases().then(all => { all.forEach(it => indexedDB.deleteDatabase(it.name)); done(); });";

/// One language, size and theme.
#[derive(Clone, Copy)]
struct Look {
    language: Language,
    size: (u32, u32),
    theme: &'static str,
}

impl Look {
    async fn open(self, before: &str, now: &str, route: &str) -> Fallible<App> {
        let setup = Setup { size: self.size, ..Setup::default() }.language(self.language);
        let app = App::open_at(setup, now, "#/log").await?;
        app.emulate(&[("prefers-color-scheme", self.theme), ("prefers-reduced-motion", "reduce")]).await?;
        app.before_each_page(before).await?;
        app.reload().await?;
        app.go(route).await?;
        Ok(app)
    }

    async fn shoot(self, app: &App, name: &str) -> Fallible {
        app.screenshot(&format!("{name}-{}-{}-{}", self.size.0, self.language.code(), self.theme)).await
    }

    /// Every address, at first with nothing recorded and then with the sample.
    async fn screens(self) -> Fallible {
        let app = self.open("", NOW, "#/log").await?;
        for how in ["empty", "sample"] {
            for (place, route) in SCREENS.iter().chain(PARTS).enumerate() {
                app.go(route).await?;
                let name: String = route.split('?').next().unwrap_or_default().replace(['#', '/'], "-");
                self.shoot(&app, &format!("{how}-{place:02}{name}")).await?;
            }
            if how == "empty" {
                app.open_sample().await?;
            }
        }
        app.quit().await
    }

    /// Little data, and the Plan in each of its states.
    async fn counts(self) -> Fallible {
        let app = self.open("", NOW, "#/log").await?;
        for button in ["btn-call", "btn-call", "btn-call", "btn-pres"] {
            app.click(button).await?;
        }
        self.shoot(&app, "few-log").await?;
        for route in ["funnel", "plan"] {
            app.go(&format!("#/{route}")).await?;
            self.shoot(&app, &format!("few-{route}")).await?;
        }
        app.import_article().await?;
        app.go("#/plan").await?;
        self.shoot(&app, "plan-no-quota").await?;
        app.set_june_quota().await?;
        app.go("#/plan").await?;
        self.shoot(&app, "plan-behind").await?;
        app.click("quota-edit").await?;
        app.fill("quota-sales", "4").await?;
        app.click("quota-save").await?;
        app.wait_gone("quota-save").await?;
        self.shoot(&app, "plan-met").await?;
        app.quit().await
    }

    /// A quota whose days are past.
    async fn over(self) -> Fallible {
        let app = self.open("", "2025-07-02T10:00", "#/log").await?;
        app.import_article().await?;
        app.set_june_quota().await?;
        app.go("#/plan").await?;
        self.shoot(&app, "plan-over").await?;
        app.quit().await
    }

    /// Storage that fails in each of its ways, and a version that waits.
    async fn trouble(self) -> Fallible {
        for (name, before) in [("storage-full", FULL), ("storage-blocked", BLOCKED)] {
            let app = self.open(before, NOW, "#/log").await?;
            app.click("btn-call").await?;
            app.find("banner").await?;
            self.shoot(&app, name).await?;
            app.quit().await?;
        }
        let app = self.open("", NOW, "#/log").await?;
        app.click("btn-call").await?;
        app.run_async::<()>(DAMAGE).await?;
        app.reload().await?;
        app.find("banner-damaged").await?;
        self.shoot(&app, "storage-damaged").await?;
        app.go("#/settings").await?;
        self.shoot(&app, "storage-damaged-settings").await?;
        app.quit().await?;

        let app = self.open("", NOW, "#/log").await?;
        // Opened anew for its theme while the worker was being installed, the page may go without it.
        app.run_async::<()>("navigator.serviceWorker.ready.then(() => done())").await?;
        app.reload().await?;
        app.wait_for_worker().await?;
        app.host.publish(&Host::next_version("two")?)?;
        app.run_async::<()>("navigator.serviceWorker.ready.then(it => it.update()).then(() => done())")
            .await?;
        app.go("#/plan").await?;
        app.find("banner-update").await?;
        app.go("#/log").await?;
        self.shoot(&app, "update-ready").await?;
        app.quit().await
    }
}

async fn all(size: (u32, u32)) -> Fallible {
    for language in Language::ALL {
        for theme in ["light", "dark"] {
            let look = Look { language, size, theme };
            look.screens().await?;
            look.counts().await?;
            look.over().await?;
            look.trouble().await?;
        }
    }
    Ok(())
}

#[tokio::test]
#[ignore = "pictures are looked at, not tested"]
async fn phone() -> Fallible {
    all(Setup::PHONE).await
}

#[tokio::test]
#[ignore = "pictures are looked at, not tested"]
async fn desktop() -> Fallible {
    all(Setup::DESKTOP).await
}
