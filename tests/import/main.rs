//! Files in, files out: golden previews, laws, and hostile bytes.

// Clippy takes helpers of tests for tests where it sees `cfg(test)`.
#[cfg(test)]
mod common;
#[cfg(test)]
mod exports;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod here;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod links;
#[cfg(test)]
mod logs;
