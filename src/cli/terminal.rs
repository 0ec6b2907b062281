//! The terminal that is written to.

use std::os::fd::AsFd;

/// How many columns it has, where there is one that knows: a terminal that does not says 0.
pub(super) fn terminal_width(stream: impl AsFd) -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(stream).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

#[cfg(test)]
mod tests {
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
