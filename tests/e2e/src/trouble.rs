//! Storage that fails, as scripts to run before the app.

/// Takes nothing more.
pub const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') };";

/// May not be touched.
pub const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', { get() { \
    throw new DOMException('blocked', 'SecurityError') } });";
