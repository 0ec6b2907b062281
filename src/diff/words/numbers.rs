//! Numbers and sums of money: how far one goes that a text opens with.

pub(super) fn is_currency(character: char) -> bool {
    matches!(character, '£' | '€' | '$' | '¥')
}

pub(super) fn currency_after(rest: &str) -> Option<usize> {
    let space = rest
        .chars()
        .next()
        .filter(|&next| SPACES_IN_SUMS.contains(&next) && rest[next.len_utf8()..].starts_with('€'));
    let skipped = space.map_or(0, char::len_utf8);
    rest[skipped..]
        .starts_with('€')
        .then(|| skipped + '€'.len_utf8())
}

/// A number: `1,500.50`, `10 500`, `5%`, `10am`, `1st`, `5.2(b)`.
pub(super) fn number(text: &str) -> Option<usize> {
    let mut end = grouped_digits(text);
    if end == 0 {
        return None;
    }
    while let Some(next) = text[end..].chars().next() {
        let after = &text[end + next.len_utf8()..];
        if matches!(next, '.' | ',' | ':' | '/') && digits(after) > 0 {
            end += next.len_utf8() + digits(after);
        } else if next.is_alphanumeric() {
            end += next.len_utf8();
        } else if next == '('
            && let Some(closing) = letter_in_brackets(after)
        {
            end += next.len_utf8() + closing;
        } else {
            break;
        }
    }
    let percent = text[end..].starts_with('%');
    Some(end + usize::from(percent))
}

/// The rest of a time after its hours, as French writes it: ` h 30` of "9 h 30", ` h` of "9 h" (Imprimerie nationale,
/// *Lexique des règles typographiques*).
pub(super) fn time_after(hours: &str, rest: &str) -> Option<usize> {
    let skip_space = |rest: &str| {
        let space = rest.chars().next();
        let space = space.filter(|next| SPACES_IN_SUMS.contains(next));
        space.map_or(0, char::len_utf8)
    };
    let are_hours = hours.len() <= 2 && digits(hours) == hours.len();
    let mut end = skip_space(rest);
    let after = rest[end..]
        .strip_prefix('h')
        .filter(|_| are_hours && end > 0)?;
    end += 1;
    let minutes = skip_space(after);
    let minutes_end = minutes + digits(&after[minutes..]);
    let ends_word = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric());
    if minutes_end - minutes == 2 && ends_word(&after[minutes_end..]) {
        end += minutes_end;
    }
    ends_word(&rest[end..]).then_some(end)
}

/// Spaces between the thousands of a number, or before the sign of a currency.
const SPACES_IN_SUMS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// Digits, and further groups of three that a space parts from them: `10 500`.
fn grouped_digits(text: &str) -> usize {
    let mut end = digits(text);
    if !(1..=3).contains(&end) {
        return end;
    }
    while let Some(space) = text[end..].chars().next()
        && SPACES_IN_SUMS.contains(&space)
        && digits(&text[end + space.len_utf8()..]) == 3
    {
        end += space.len_utf8() + 3;
    }
    end
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// `b)`, `ch)`, `iii)`: the length with the bracket.
fn letter_in_brackets(text: &str) -> Option<usize> {
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    ((1..=4).contains(&length) && text[length..].starts_with(')')).then_some(length + 1)
}
