//! Many tabs tap at once and all of them see every tap: `cargo xtask soak tabs`.

use callpace_e2e::{App, Fallible, Setup};
use std::fmt::Write as _;
use tokio::time::Instant;
use xtask::soak::dice::Dice;
use xtask::soak::figures;

const TABS: usize = 8;
const TAPS: u32 = 500;
/// The most taps of a tab at one go.
const BURST: u32 = 40;

/// Taps when a message says how often, in the task of the message: timers sleep in hidden tabs.
const TAP_WHEN_TOLD: &str = "
    window.orders = new BroadcastChannel('soak');
    window.orders.onmessage = ({ data }) => {
        const button = document.querySelector('[data-testid=btn-call]');
        for (let left = data[window.place]; left > 0; left--) button.click();
        window.obeyed++;
    };
    window.obeyed = 0;";

/// How many of `TAPS` each tab taps in each burst, none after the last.
fn bursts(dice: &mut Dice) -> Vec<[u32; TABS]> {
    let (mut left, mut all) = ([TAPS; TABS], Vec::new());
    while left.iter().any(|it| *it > 0) {
        let mut burst = [0; TABS];
        for (n, left) in burst.iter_mut().zip(&mut left) {
            *n = dice.up_to(BURST).min(*left);
            *left -= *n;
        }
        all.push(burst);
    }
    all
}

fn shows(n: u32) -> String {
    let n = if n < 1000 { n.to_string() } else { format!("{},{:03}", n / 1000, n % 1000) };
    format!("document.querySelector('[data-testid=count-call]')?.textContent === '{n}'")
}

#[tokio::test]
#[ignore = "part of `cargo xtask soak`"]
async fn soak_tabs() -> Fallible {
    let mut dice = Dice::seeded();
    let bursts = bursts(&mut dice);
    let mut app = App::open(Setup::default(), "#/log").await?;
    let mut tabs = vec![app.current_tab().await?];
    for _ in 1..TABS {
        tabs.push(app.new_tab("#/log").await?);
    }
    for (place, tab) in tabs.iter().enumerate() {
        app.switch(tab).await?;
        app.run::<()>(&format!("{TAP_WHEN_TOLD} window.place = {place}")).await?;
    }
    // Orders come from a page of their own, so that all tabs obey at the same moment.
    let teller = app.new_tab("#/plan").await?;
    app.run::<()>("window.orders = new BroadcastChannel('soak')").await?;
    let began = Instant::now();
    let mut counted = 0;
    for (number, burst) in (1_u32..).zip(&bursts) {
        app.switch(&teller).await?;
        app.run::<()>(&format!("window.orders.postMessage({burst:?})")).await?;
        counted += burst.iter().sum::<u32>();
        // Every fourth time all tabs have to agree; else the next burst comes in the midst of this one.
        let agree = number % 4 == 0;
        for tab in &tabs {
            app.switch(tab).await?;
            app.wait_until(&format!("window.obeyed === {number}")).await?;
            if agree {
                app.wait_until(&shows(counted)).await?;
            }
        }
    }
    let all = TAPS * u32::try_from(TABS)?;
    assert_eq!(counted, all);
    for tab in &tabs {
        app.switch(tab).await?;
        app.wait_until(&shows(all)).await?;
    }
    let took = began.elapsed();
    let keys = "return Object.keys(localStorage).filter(it => it.startsWith('callpace/1/')).length";
    let shards: u32 = app.run(keys).await?;
    app.restart("#/log").await?;
    app.wait_until(&shows(all)).await?;
    let browser = app.session.name()?;
    let mut text = String::new();
    writeln!(text, "| tabs | taps each | bursts | taps a second | shown in every tab | after a restart |")?;
    writeln!(text, "|---|---|---|---|---|---|")?;
    let rate = f64::from(all) / took.as_secs_f64();
    writeln!(text, "| {TABS} | {TAPS} | {} | {rate:.0} | {all} | {all} |\n", bursts.len())?;
    writeln!(text, "{browser}; seed {}; {shards} shards.", dice.seed())?;
    figures::keep("tabs", &text)?;
    app.quit().await
}
