//! What plain words state in two languages: a summary, a note in a YAML file.

use super::difference::{Aspect, Side, value_differs};
use super::facts::{self, FoundFact};
use crate::language::LanguageCode;

/// A value that two languages do not both state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlike {
    aspect: Aspect,
    /// What states it in either language, in quotation marks; at least one does.
    left: Option<String>,
    right: Option<String>,
}

/// What the words of two languages state otherwise: dates, sums, numbers.
pub fn stated_otherwise(left: (&LanguageCode, &str), right: (&LanguageCode, &str)) -> Vec<Unlike> {
    let ours = facts::find_facts(left.0, left.1);
    let theirs = facts::find_facts(right.0, right.1);
    let written = |words: &str, fact: Option<&FoundFact>, other: Option<&FoundFact>| {
        fact.map(|fact| format!("“{}”", &words[fact.range_beside(other)]))
    };
    let unlike = facts::mismatches(&ours, &theirs).into_iter();
    unlike
        .filter_map(|(one, other)| {
            Some(Unlike {
                aspect: facts::aspect(&one.or(other)?.fact),
                left: written(left.1, one, other),
                right: written(right.1, other, one),
            })
        })
        .collect()
}

impl Unlike {
    /// The words at which to say so: those on the right, unless they lack it.
    pub fn side(&self) -> Side {
        match self.right {
            Some(_) => Side::Right,
            None => Side::Left,
        }
    }

    /// The sentence, at the words of [`Unlike::side`]; `that` names the others: "the English note".
    pub fn message(&self, that: &str) -> String {
        match (&self.left, &self.right) {
            (left, Some(right)) => value_differs(self.aspect, right, left.as_deref(), that),
            (left, None) => {
                value_differs(self.aspect, left.as_deref().unwrap_or_default(), None, that)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_that_is_another_is_said_where_it_stands() {
        let [english, welsh] = ["en", "cy"].map(|code| LanguageCode::parse(code).unwrap());
        let told = |one: &str, other: &str| -> Vec<(Side, String)> {
            let unlike = stated_otherwise((&english, one), (&welsh, other));
            let told = unlike
                .iter()
                .map(|one| (one.side(), one.message("the other")));
            told.collect()
        };
        let other = "the number here is “7”; in the other it is “6”".to_owned();
        assert_eq!(
            told("From 5 to 6 days.", "O 5 i 7 diwrnod."),
            [(Side::Right, other)]
        );
        let lacking = "the sum “£5” is not in the other".to_owned();
        assert_eq!(told("Now £5.", "Nawr."), [(Side::Left, lacking)]);
        assert_eq!(told("Twenty-five days.", "Pum niwrnod ar hugain."), []);
    }
}
