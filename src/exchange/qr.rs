//! A link as a QR code, for the camera of another device.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// White modules around the code: readers look for them (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A code as it is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules from edge to edge, the white ones around it included.
    pub side: u16,
    /// The black modules as one SVG path, a module a unit.
    pub path: String,
}

/// Encodes a text; `None` if it is longer than a code holds.
///
/// Error correction M: about 15 % of it may be unreadable.
#[must_use]
pub fn encode(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|it| code.get_module(*it, y)).count();
            let run = i32::try_from(run).unwrap_or(0);
            if run > 0 {
                // Writing to a String cannot fail.
                write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET).unwrap_or_default();
            }
            x += run.max(1);
        }
    }
    Some(Qr { side: u16::try_from(size + 2 * QUIET).ok()?, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINK: &str = "https://example.org/tools/callpace/#/shared?v=1&from=2025-06-02&to=2025-06-11&c=100&p=25&s=5&ip=3&is=0";

    /// Reads the path as it is drawn, with a reader by others.
    fn read(qr: &Qr) -> String {
        const ZOOM: usize = 4;
        let side = usize::from(qr.side);
        let mut black = vec![false; side * side];
        for run in qr.path.split('z').filter(|it| !it.is_empty()) {
            let (place, rest) = run.trim_start_matches('M').split_once('h').unwrap();
            let (x, y) = place.split_once(' ').unwrap();
            let long: usize = rest.split_once('v').unwrap().0.parse().unwrap();
            let start = y.parse::<usize>().unwrap() * side + x.parse::<usize>().unwrap();
            black[start..start + long].fill(true);
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side * ZOOM, side * ZOOM, |x, y| {
            if black[y / ZOOM * side + x / ZOOM] { 0 } else { 255 }
        });
        let grids = image.detect_grids();
        grids.first().unwrap().decode().unwrap().1
    }

    #[test]
    fn a_camera_reads_the_very_link() {
        let qr = encode(LINK).unwrap();
        assert_eq!(read(&qr), LINK);
        let long = format!("{LINK}&x={}", "9".repeat(300));
        assert_eq!(read(&encode(&long).unwrap()), long);
    }

    #[test]
    fn it_stays_clear_of_its_edge_and_of_texts_without_end() {
        let qr = encode(LINK).unwrap();
        assert!(qr.path.starts_with("M4 4h7v1h-7z"), "{}", &qr.path[..40]);
        assert_eq!(encode(&"x".repeat(5000)), None);
    }
}
