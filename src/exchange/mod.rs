//! Bytes in and out. Pure: files, links and the clipboard belong to `browser`.
//!
//! - [`backup`]: the whole journal as one file, and back.
//! - [`cases`]: cases of the arithmetic in JSON, for the command line.
//! - [`decode`]: bytes of a file to text.
//! - [`sheet`]: text to records of cells, each with the line it begins on.
//! - [`import`]: records to a preview of what would be recorded, row by row.
//! - [`export`]: counts to a CSV that spreadsheets and data tools read.
//! - [`link`]: the counts of a period in the address of a page.
//! - [`qr`]: a link as a QR code.
//! - [`cells`]: a table of the screen for the clipboard.
//! - [`log`]: between the journal and tables.
//! - [`cases`]: reference cases of the arithmetic, as JSON.
//!
//! Every imported byte is taken for hostile: size, rows and columns are
//! bounded before anything is parsed. `docs/formats.md` describes the formats.

pub mod backup;
pub mod cases;
pub mod cells;
pub mod decode;
pub mod export;
pub mod import;
pub mod link;
pub mod log;
pub mod qr;
pub mod sheet;
