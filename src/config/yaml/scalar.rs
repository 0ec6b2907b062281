//! What a scalar is: YAML 1.2.2, section 10.3.2 (the core schema).

use super::Value;

/// The value of a scalar. Only a plain one, without quotation marks or a tag, can be anything but
/// a text.
pub(super) fn value(text: String, is_plain: bool) -> Value {
    if !is_plain {
        return Value::Text(text);
    }
    match text.as_str() {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => Value::Bool(true),
        "false" | "False" | "FALSE" => Value::Bool(false),
        _ if is_number(&text) => Value::Number(text),
        _ => Value::Text(text),
    }
}

/// A scalar as the text of a key, given how it is written; `None` for a list or mapping.
pub(super) fn as_text(value: &Value, written: &str) -> Option<String> {
    match value {
        Value::Text(text) | Value::Number(text) => Some(text.clone()),
        Value::Bool(_) | Value::Null => Some(written.to_owned()),
        Value::List(_) | Value::Mapping(_) => None,
    }
}

fn is_number(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return true;
    }
    if let Some(digits) = text.strip_prefix("0o") {
        return is_digits(digits, 8);
    }
    if let Some(digits) = text.strip_prefix("0x") {
        return is_digits(digits, 16);
    }
    is_decimal(unsigned)
}

fn is_decimal(unsigned: &str) -> bool {
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let is_exponent =
        |exponent: &str| is_digits(exponent.strip_prefix(['-', '+']).unwrap_or(exponent), 10);
    let is_mantissa = match mantissa.split_once('.') {
        None => is_digits(mantissa, 10),
        Some(("", fraction)) => is_digits(fraction, 10),
        Some((whole, "")) => is_digits(whole, 10),
        Some((whole, fraction)) => is_digits(whole, 10) && is_digits(fraction, 10),
    };
    is_mantissa && exponent.is_none_or(is_exponent)
}

fn is_digits(text: &str, radix: u32) -> bool {
    !text.is_empty() && text.chars().all(|digit| digit.is_digit(radix))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_are_told_apart_by_the_core_schema() {
        let plain = |text: &str| value(text.to_owned(), true);
        for text in [
            "0", "-7", "+1", "2020.10", ".5", "1.", "12e5", "1E-3", "0o17", "0x1F", "-.inf", ".nan",
        ] {
            assert_eq!(plain(text), Value::Number(text.to_owned()));
        }
        for text in [
            "2020-01-31",
            "no",
            "off",
            "yes",
            "-",
            ".",
            "1.2.3",
            "e5",
            "1e",
            "0x",
            "0o8",
            "v3",
            "1_000",
            "tŷ",
        ] {
            assert_eq!(plain(text), Value::Text(text.to_owned()));
        }
        assert_eq!(
            (plain("True"), plain("~")),
            (Value::Bool(true), Value::Null)
        );
        assert_eq!(
            value("true".to_owned(), false),
            Value::Text("true".to_owned())
        );
    }
}
