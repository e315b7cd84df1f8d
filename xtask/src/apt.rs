//! What Debian and Ubuntu bring.

use crate::shell::{ask, has, program, run};

/// Whether this is Ubuntu, whose packages have other names.
pub(crate) fn is_ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|it| it.lines().any(|it| it == "ID=ubuntu"))
}

/// Installs packages, as root or with a sudo that does not ask; elsewhere it does nothing.
pub(crate) fn install(packages: &[&str]) {
    if !has("apt-get") {
        return;
    }
    let root = ask(&mut program("id", ["-u"])).is_some_and(|it| it == "0");
    if !root && ask(&mut program("sudo", ["-n", "true"])).is_none() {
        return;
    }
    println!("installing {} through apt (1 to 3 minutes)", packages.join(", "));
    let apt = |args: &[&str]| {
        let mut command = if root {
            program("apt-get", args)
        } else {
            program("sudo", [&["-n", "apt-get"], args].concat())
        };
        run(command.env("DEBIAN_FRONTEND", "noninteractive"))
    };
    let fetched = apt(&["update", "-q"]);
    let install = ["install", "-y", "-q", "--no-install-recommends"];
    if let Err(failure) = fetched.and_then(|()| apt(&[&install, packages].concat())) {
        println!("{}", failure.message);
    }
}
