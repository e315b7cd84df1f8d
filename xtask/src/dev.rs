//! `cargo xtask dev`: the app with live reload, unoptimised and without the policy.

use crate::shell::{Outcome, run as run_program};
use crate::tools;
use std::net::{Ipv4Addr, TcpListener};

const PORT: u16 = 8080;

pub(crate) fn run(_: &[String]) -> Outcome {
    let toolchain = tools::Toolchain::ensure()?;
    let port = free_port()?;
    println!("Callpace with live reload will be at http://127.0.0.1:{port}/   (Ctrl+C ends it)");
    run_program(toolchain.trunk("serve").arg("--port").arg(port.to_string()))
}

/// The usual port, or one that is free.
fn free_port() -> std::io::Result<u16> {
    let bound = TcpListener::bind((Ipv4Addr::LOCALHOST, PORT))
        .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, 0)));
    Ok(bound?.local_addr()?.port())
}
