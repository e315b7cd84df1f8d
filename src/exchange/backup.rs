//! The whole journal as one file, and back.
