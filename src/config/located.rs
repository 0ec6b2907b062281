//! A value that knows where it was written.

use std::ops::Deref;

use crate::diagnostic::Place;

/// A value and the place that it was read from, for findings that are made later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value as meant.
    pub value: T,
    /// Where it was written.
    pub place: Place,
}

impl<T> Located<T> {
    /// A value with its place.
    pub fn new(value: T, place: Place) -> Self {
        Located { value, place }
    }

    /// Another value at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located::new(change(self.value), self.place)
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}
