//! Laws of the domain and the journal, as properties.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

mod backup;
mod calibration;
mod cases;
mod chances;
mod comparisons;
mod dates;
mod drawings;
mod own_chain;
mod paces;
mod quotas;
mod rates;
mod sellers;
mod special_functions;
mod workdays;
