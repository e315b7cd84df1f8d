//! `cargo xtask serve`: the release app on this machine.

use crate::dist;
use crate::server::Server;
use crate::shell::Outcome;

const PORT: u16 = 8080;

pub(crate) fn run(_: &[String]) -> Outcome {
    let (folder, within_budget) = dist::build()?;
    if let Err(over) = within_budget {
        println!("\nit works, but would not pass the tests: {}", over.message);
    }
    let server = Server::start(&folder, "/", PORT).or_else(|error| {
        println!("port {PORT} cannot be had ({error}); taking another");
        Server::start(&folder, "/", 0)
    })?;
    println!("\nCallpace is at {}   (Ctrl+C ends it)", server.url());
    server.wait();
    Ok(())
}
