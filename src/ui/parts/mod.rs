//! What several screens use.

pub mod banner;
pub mod dialog;
pub mod live;
pub mod nav;
