//! The browser is killed in the midst of tapping, and every tap that was seen is back: `cargo xtask
//! soak kills`.
#![expect(clippy::print_stdout, reason = "each kill is told as it comes: all of them take minutes")]

use callpace_e2e::{App, Fallible, Setup};
use std::fmt::Write as _;
use std::time::Duration;
use tokio::time::Instant;
use xtask::soak::dice::Dice;
use xtask::soak::figures;

const KILLS: u32 = 20;

/// The longest time from the start of the page to the kill, in milliseconds.
const LONGEST: u32 = 8000;

/// How long a number has to be there for a person to see it: one cycle of perception, 100 ms.
///
/// Source: Card, Moran and Newell, *The Psychology of Human-Computer Interaction* (1983), chapter 2.
const PERCEIVED: Duration = Duration::from_millis(100);

/// Taps by itself: hectic for some taps, then with pauses like a person's.
const TAP_ON: &str = "
    const button = document.querySelector('[data-testid=btn-call]');
    const tap = () => {
        button.click();
        setTimeout(tap, Math.random() < 0.7 ? Math.random() * 20 : Math.random() * 400);
    };
    tap();";

/// A browser without IndexedDB, as far as the page can tell.
const NO_MIRROR: &str = "Object.defineProperty(window, 'indexedDB', { get: () => undefined })";

/// Notes how long it takes from a tap to the end of the transaction that keeps it.
const WATCH: &str = "
    const begin = IDBDatabase.prototype.transaction;
    window.safeAfter = [];
    IDBDatabase.prototype.transaction = function (...all) {
        const [it, tapped] = [begin.apply(this, all), performance.now()];
        const safe = () => window.safeAfter.push(performance.now() - tapped);
        if (all[1] === 'readwrite') it.addEventListener('complete', safe);
        return it;
    };";

/// The number on the screen.
const SHOWN: &str =
    "return Number(document.querySelector('[data-testid=count-call]').textContent.replaceAll(',', ''))";

/// What became of one kill.
struct Kill {
    /// When it came, after the start of the page.
    after: Duration,
    /// Shown at the start of the page, when all was read that could be.
    older: u32,
    /// The last number that a person could have seen: it was there for [`PERCEIVED`].
    seen: u32,
    /// The last number in the page at all.
    last: u32,
    /// Shown when the app had started again.
    back: u32,
}

impl Kill {
    const fn seen_lost(&self) -> u32 {
        self.seen.saturating_sub(self.back)
    }

    const fn last_lost(&self) -> u32 {
        self.last.saturating_sub(self.back)
    }

    const fn older_lost(&self) -> u32 {
        self.older.saturating_sub(self.back)
    }
}

async fn open(app: &App, mirror: bool) -> Fallible {
    if !mirror {
        app.before_each_page(NO_MIRROR).await?;
    }
    app.goto("#/log").await?;
    // The mirror is asked after the first paint; whatever is asked after it is answered after it.
    if mirror {
        app.run_async::<()>(
            "const asked = indexedDB.open('callpace'); asked.onsuccess = () => {
                const all = asked.result.transaction('records').objectStore('records').getAll();
                all.onsuccess = () => { asked.result.close(); setTimeout(done, 0, null); };
            }",
        )
        .await?;
    }
    Ok(())
}

async fn kills(mirror: bool, dice: &mut Dice) -> Fallible<(Vec<Kill>, String)> {
    let mut app = App::start(Setup::default()).await?;
    open(&app, mirror).await?;
    let (mut all, mut older) = (Vec::new(), app.run(SHOWN).await?);
    for _ in 0..KILLS {
        let patience = Duration::from_millis(u64::from(dice.up_to(LONGEST)));
        let began = Instant::now();
        app.run::<()>(TAP_ON).await?;
        let mut looks: Vec<(Instant, u32)> = Vec::new();
        while looks.is_empty() || began.elapsed() < patience {
            let shown = app.run(SHOWN).await?;
            looks.push((Instant::now(), shown));
        }
        let (after, struck) = (began.elapsed(), Instant::now());
        let perceived = looks.iter().rev().find(|it| struck.duration_since(it.0) >= PERCEIVED);
        let (seen, last) = (perceived.map_or(older, |it| it.1), looks.last().map_or(older, |it| it.1));
        app.session.kill_and_restart().await?;
        open(&app, mirror).await?;
        let back = app.run(SHOWN).await?;
        println!("{after:.1?}: {older} before, {seen} seen, {last} in the page, {back} back");
        all.push(Kill { after, older, seen, last, back });
        older = back;
    }
    let browser = app.session.name()?;
    app.quit().await?;
    Ok((all, browser))
}

/// How long it takes until a tap cannot be lost any more, in milliseconds: the median, and the
/// longest of 100.
async fn safe_after() -> Fallible<(f64, f64)> {
    let app = App::start(Setup::default()).await?;
    app.before_each_page(WATCH).await?;
    app.goto("#/log").await?;
    app.run::<()>(TAP_ON).await?;
    let began = Instant::now();
    while app.run::<u32>("return window.safeAfter.length").await? < 100 {
        if began.elapsed() > Duration::from_mins(3) {
            return Err("taps are not kept".into());
        }
    }
    let mut all: Vec<f64> = app.run("return window.safeAfter.slice(0, 100)").await?;
    all.sort_by(f64::total_cmp);
    app.quit().await?;
    Ok((all[all.len() / 2], all[all.len() - 1]))
}

fn table(all: &[Kill]) -> Result<String, std::fmt::Error> {
    let mut text = String::from(
        "| kill | after | before | seen | in the page | back | seen lost | in the page lost | older lost |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for (number, it) in (1..).zip(all) {
        let Kill { older, seen, last, back, .. } = it;
        let after = it.after.as_secs_f64();
        let [seen_lost, last_lost, older_lost] = [it.seen_lost(), it.last_lost(), it.older_lost()];
        writeln!(
            text,
            "| {number} | {after:.1} s | {older} | {seen} | {last} | {back} | {seen_lost} | {last_lost} | {older_lost} |"
        )?;
    }
    let sum = |of: fn(&Kill) -> u32| all.iter().map(of).sum::<u32>();
    let seen = sum(|it| it.seen.saturating_sub(it.older));
    let shown = sum(|it| it.last.saturating_sub(it.older));
    let [seen_lost, last_lost, older_lost] = [Kill::seen_lost, Kill::last_lost, Kill::older_lost].map(sum);
    writeln!(
        text,
        "| **all** | | | {seen} | {shown} | | **{seen_lost}** | {last_lost} | **{older_lost}** |"
    )?;
    Ok(text)
}

#[tokio::test]
#[ignore = "part of `cargo xtask soak`"]
async fn soak_kills() -> Fallible {
    let mut dice = Dice::seeded();
    let (with, browser) = kills(true, &mut dice).await?;
    println!("without the mirror");
    let (without, _) = kills(false, &mut dice).await?;
    let seed = dice.seed();
    let (median, longest) = safe_after().await?;
    let text = format!(
        "{browser}; seed {seed}. The app started after each of the {} kills. A tap was safe in the mirror after \
         {median:.1} ms (median of 100; the longest took {longest:.0} ms). Seen is what was there for {} ms, as long \
         as a person needs; a number that the page showed later than that is counted by itself.\n\n\
         As it is:\n\n{}\n\
         With the mirror switched off (a browser without IndexedDB):\n\n{}",
        with.len() + without.len(),
        PERCEIVED.as_millis(),
        table(&with)?,
        table(&without)?
    );
    figures::keep("kills", &text)?;
    assert!(with.iter().any(|it| it.seen > it.older), "no tap was seen");
    assert_eq!(with.iter().map(Kill::seen_lost).sum::<u32>(), 0, "seen taps lost");
    let older = with.iter().chain(&without).map(Kill::older_lost).sum::<u32>();
    assert_eq!(older, 0, "older taps lost");
    Ok(())
}
