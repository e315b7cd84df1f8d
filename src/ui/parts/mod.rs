//! What several screens use.

pub mod banner;
pub mod dialog;
pub mod empty;
pub mod field;
pub mod figure;
pub mod folded;
pub mod hold;
pub mod later;
pub mod live;
pub mod mark;
pub mod nav;
pub mod problems;
