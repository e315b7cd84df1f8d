//! See ARCHITECTURE.md.

pub mod cases;
