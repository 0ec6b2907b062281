//! The terminal that is written to.

use std::os::fd::AsFd;

use canllaw::readable::width;

/// As wide as a page of a letter, in columns: for what is read and no terminal says how wide it is.
pub(super) const PLAIN_WIDTH: usize = 80;

/// How many columns it has, where there is one that knows: a terminal that does not says 0.
pub(super) fn terminal_width(stream: impl AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(stream).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

/// A text in lines of at most so many columns, broken between words; each after the first begins at an indent.
/// Where it has lines of its own, they stay.
pub(super) fn wrapped(text: &str, columns: usize, indent: usize) -> String {
    let lines = text.split('\n').map(|line| {
        let mut out = String::new();
        let mut column = 0;
        for word in line.split_inclusive(' ') {
            if column > indent && column + width(word.trim_end()) > columns {
                out.truncate(out.trim_end().len());
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', indent));
                column = indent;
            }
            out.push_str(word);
            column += width(word);
        }
        out
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_are_broken_between_words_and_begin_below_each_other() {
        use super::wrapped;
        let text = "  draft  one two three";
        assert_eq!(
            wrapped(text, 14, 9),
            "  draft  one\n         two\n         three"
        );
        assert_eq!(wrapped("a\n\nlong", 2, 0), "a\n\nlong");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_terminal_that_says_0_does_not_know_how_wide_it_is() {
        use super::terminal_width;
        let mut open = std::fs::File::options();
        let terminal = open.read(true).write(true).open("/dev/ptmx").unwrap();
        let mut size = rustix::termios::tcgetwinsize(&terminal).unwrap();
        assert_eq!(size.ws_col, 0);
        assert_eq!(terminal_width(&terminal), None);
        size.ws_col = 30;
        rustix::termios::tcsetwinsize(&terminal, size).unwrap();
        assert_eq!(terminal_width(&terminal), Some(30));
        assert_eq!(
            terminal_width(std::fs::File::open("/dev/null").unwrap()),
            None
        );
    }
}
