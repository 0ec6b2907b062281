//! `approved`: who agreed to a version or a waiver.

use jiff::civil::Date;

use super::Localised;
use super::decode::{Decoder, Item};
use super::yaml::Value;

/// `approved` as meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approved {
    /// `by`: a person, a group or an office.
    pub by: Option<Localised>,
    /// `on`.
    pub on: Option<Date>,
    /// `reference`: of the minute or decision.
    pub reference: Option<String>,
}

impl Approved {
    pub(super) fn read(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Self> {
        let fields = decoder.mapping(item, &["by", "on", "reference"])?;
        Some(Approved {
            by: decoder.optional(&fields, "by", Decoder::name),
            on: decoder.optional(&fields, "on", Decoder::date),
            reference: decoder.optional(&fields, "reference", Decoder::text),
        })
    }

    /// The same, or a name alone.
    pub(super) fn read_or_name(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Self> {
        if !matches!(item.node.value, Value::Text(_)) {
            return Self::read(decoder, item);
        }
        Some(Approved {
            by: Some(decoder.name(item)?),
            ..Approved::default()
        })
    }
}
