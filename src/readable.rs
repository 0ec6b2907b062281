//! A text as a terminal can show it: nothing in it that would steer the terminal, and how wide that is.
//!
//! Whatever is printed for reading and holds words of others (a text, a title, a name of a file) goes through
//! here: a text must not be able to colour, overwrite or retitle the screen of whoever reads about it.

use std::borrow::Cow;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

const LEFT_OUT: &str = "…";

/// What a terminal is shown of a line.
pub struct ShownLine<'a> {
    /// What comes before what is meant.
    pub before: Cow<'a, str>,
    /// What is meant.
    pub meant: Cow<'a, str>,
    /// What comes after it.
    after: Cow<'a, str>,
}

impl<'a> ShownLine<'a> {
    /// Of a line, given as what comes before what is meant, that, and what comes after: as much as
    /// fits into `room` columns, or all of it. Of what is meant the beginning is always shown.
    pub fn new(line: [&'a str; 3], room: Option<usize>) -> Self {
        let [before, meant, after] = line.map(readable);
        match room {
            Some(room) if width(&before) + width(&meant) + width(&after) > room => {
                let least_before = room / 4;
                let before_room = room.saturating_sub(width(&meant)).max(least_before);
                let before = end_of(before, before_room);
                let meant = start_of(meant, room.saturating_sub(width(&before)));
                let after = start_of(after, room.saturating_sub(width(&before) + width(&meant)));
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

/// How many columns a text takes that is readable.
pub fn width(text: &str) -> usize {
    text.width()
}

/// Text on one line without characters that a terminal obeys (control characters, tabs, marks that turn the
/// direction of writing): a sign stands for each.
pub fn readable(text: &str) -> Cow<'_, str> {
    let is_plain = !text.contains(is_obeyed);
    if is_plain {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\t' => shown.push_str("    "),
            // The block "Control Pictures" has them in their order.
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + u32::from(character))),
            '\x7f' => shown.push('\u{2421}'),
            _ if is_obeyed(character) => shown.push(char::REPLACEMENT_CHARACTER),
            _ => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// The same, line by line.
pub fn readable_lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|character| character != '\n' && is_obeyed(character)) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(readable).collect();
    Cow::Owned(lines.join("\n"))
}

fn is_obeyed(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The beginning of a text that fits into `room` columns, with a sign that it goes on.
fn start_of(text: Cow<'_, str>, room: usize) -> Cow<'_, str> {
    if width(&text) <= room {
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
    if width(&text) <= room {
        return text;
    }
    let left_out = text.chars().count() - fitting(text.chars().rev(), room);
    let sign = if room > 0 { LEFT_OUT } else { "" };
    let rest = text.chars().skip(left_out);
    Cow::Owned(sign.chars().chain(rest).collect())
}

/// How many of the characters fit, when a column is kept for the sign.
fn fitting(characters: impl Iterator<Item = char>, room: usize) -> usize {
    let room = room.saturating_sub(width(LEFT_OUT));
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
        assert_eq!(readable_lines("a\x1b\nb\n"), "a␛\nb\n");
    }
}
