//! A line of a text as a terminal can show it: nothing in it that would steer the terminal, and no
//! wider than there is room.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const LEFT_OUT: &str = "…";

/// What a terminal is shown of a line.
pub(super) struct ShownLine<'a> {
    /// What comes before what is meant.
    pub before: Cow<'a, str>,
    /// What is meant.
    pub meant: Cow<'a, str>,
    after: Cow<'a, str>,
}

impl<'a> ShownLine<'a> {
    /// Of a line, given as what comes before what is meant, that, and what comes after: as much as
    /// fits into `room` columns, or all of it. Of what is meant the beginning is always shown.
    pub fn new(line: [&'a str; 3], room: Option<usize>) -> Self {
        let [before, meant, after] = line.map(readable);
        match room {
            Some(room) if before.width() + meant.width() + after.width() > room => {
                let least_before = room / 4;
                let before_room = room.saturating_sub(meant.width()).max(least_before);
                let before = end_of(before, before_room);
                let meant = start_of(meant, room.saturating_sub(before.width()));
                let after = start_of(after, room.saturating_sub(before.width() + meant.width()));
                ShownLine {
                    before,
                    meant,
                    after,
                }
            }
            _ => ShownLine {
                before,
                meant,
                after,
            },
        }
    }

    /// The parts of the line in their order.
    pub fn parts(&self) -> [&str; 3] {
        [&self.before, &self.meant, &self.after]
    }
}

/// Text without characters that a terminal obeys (control characters, tabs, marks that turn the
/// direction of writing): a sign stands for each.
pub(super) fn readable(text: &str) -> Cow<'_, str> {
    let obeyed = |character: char| {
        character.is_control()
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            // The block "Control Pictures" has them in their order.
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(character))),
            '\x7f' => shown.push('\u{2421}'),
            _ if obeyed(character) => shown.push(char::REPLACEMENT_CHARACTER),
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// The beginning of a text that fits into `room` columns, with a sign that it goes on.
fn start_of(text: Cow<'_, str>, room: usize) -> Cow<'_, str> {
    if text.width() <= room {
        return text;
    }
    let fitting = fitting(text.chars(), room);
    let mut shown: String = text.chars().take(fitting).collect();
    if room > 0 {
        shown.push_str(LEFT_OUT);
    }
    Cow::Owned(shown)
}

/// The end of a text that fits into `room` columns, with a sign that it begins before.
fn end_of(text: Cow<'_, str>, room: usize) -> Cow<'_, str> {
    if text.width() <= room {
        return text;
    }
    let left_out = text.chars().count() - fitting(text.chars().rev(), room);
    let sign = if room > 0 { LEFT_OUT } else { "" };
    let rest = text.chars().skip(left_out);
    Cow::Owned(sign.chars().chain(rest).collect())
}

/// How many of the characters fit, when a column is kept for the sign.
fn fitting(characters: impl Iterator<Item = char>, room: usize) -> usize {
    let room = room.saturating_sub(LEFT_OUT.width());
    let ends = characters.scan(0, |column, character| {
        *column += character.width().unwrap_or(0);
        Some(*column)
    });
    ends.take_while(|end| *end <= room).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: [&str; 3], room: usize) -> [String; 3] {
        ShownLine::new(line, Some(room)).parts().map(str::to_owned)
    }

    #[test]
    fn what_fits_is_shown_whole() {
        assert_eq!(shown(["o’r ", "tŷ", " hwn"], 10), ["o’r ", "tŷ", " hwn"]);
    }

    #[test]
    fn what_is_meant_is_seen_in_any_room() {
        let line = ["mae’r rheolau o’r ", "tŷ", " hwn yn newid"];
        assert_eq!(shown(line, 24), ["mae’r rheolau o’r ", "tŷ", " hw…"]);
        assert_eq!(shown(line, 12), ["…olau o’r ", "tŷ", ""]);
        let long = ["mae’r rheolau o’r ", "tŷ hwn yn newid", " bob blwyddyn"];
        assert_eq!(shown(long, 12), ["…r ", "tŷ hwn y…", ""]);
    }

    #[test]
    fn wide_characters_take_two_columns() {
        assert_eq!(shown(["", "規則規則", ""], 5), ["", "規則…", ""]);
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(readable("a\x1b[31m\tb\u{202e}\x7f"), "a␛[31m    b\u{fffd}␡");
    }
}
