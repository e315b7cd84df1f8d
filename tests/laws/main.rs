//! Laws of the domain and the journal, as properties.

mod backup;
