//! A sentence with figures in it that can be found again.

use core::fmt;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Words(String),
    /// A figure: its test id, and how it is read.
    Figure(&'static str, String),
    /// A figure that is two at once.
    Both([&'static str; 2], String),
}

/// Words and figures in the order they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence(Vec<Piece>);

impl Sentence {
    /// Begins with words.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self(vec![Piece::Words(words.into())])
    }

    /// Goes on with words.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        self.0.push(Piece::Words(words.into()));
        self
    }

    /// Goes on with a figure.
    #[must_use]
    pub fn figure(mut self, id: &'static str, text: impl Into<String>) -> Self {
        self.0.push(Piece::Figure(id, text.into()));
        self
    }

    /// Goes on with a figure that is two at once.
    #[must_use]
    pub fn both(mut self, ids: [&'static str; 2], text: impl Into<String>) -> Self {
        self.0.push(Piece::Both(ids, text.into()));
        self
    }

    /// Its parts.
    #[must_use]
    pub fn pieces(self) -> Vec<Piece> {
        self.0
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for it in &self.0 {
            match it {
                Piece::Words(text) | Piece::Figure(_, text) | Piece::Both(_, text) => f.write_str(text)?,
            }
        }
        Ok(())
    }
}
