//! Inputs that fuzzing found worth keeping, replayed as `cargo xtask soak fuzz` ran them.
#![cfg(not(target_arch = "wasm32"))]

mod laws;

use std::{fs, path::Path};

#[test]
fn the_corpora_are_replayed() {
    for (name, law) in laws::LAWS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(name);
        let mut replayed = 0;
        for file in fs::read_dir(&folder).unwrap_or_else(|_| panic!("no {}", folder.display())) {
            law(&fs::read(file.unwrap().path()).unwrap());
            replayed += 1;
        }
        assert!(replayed > 3, "{name}: {replayed} inputs");
    }
}
