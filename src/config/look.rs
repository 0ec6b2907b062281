//! `look`: a site's own logo and colours, over those of the theme.

use super::Located;
use super::decode::{Decoder, Item};
use super::yaml::Value;
use crate::diagnostic::{Code, Diagnostic};

/// The contrast that words need with the ground they stand on (WCAG 2.2, 1.4.3, level AA).
const FOR_WORDS: f64 = 4.5;
/// The contrast that a line needs which says something (WCAG 2.2, 1.4.11, level AA).
const FOR_LINES: f64 = 3.0;
const HELP: &str =
    "Write `#` and three or six hexadecimal digits, in quotation marks: `\"#1d3557\"`.";

/// A site's own logo and colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The path of a picture, from the folder `static`.
    pub logo: Option<Located<String>>,
    /// Colours on a light screen.
    pub light: Palette,
    /// Colours on a dark screen.
    pub dark: Palette,
}

/// Colours that a site states; the theme's own where it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Palette {
    /// The head of every page.
    pub band: Option<Colour>,
    /// The line under the head, and down the left of what the site says of a version.
    pub handrail: Option<Colour>,
    /// Links, buttons, and what is in force.
    pub link: Option<Colour>,
}

/// A colour of the sRGB space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    /// Black.
    pub const BLACK: Colour = Colour::new(0, 0, 0);
    /// White.
    pub const WHITE: Colour = Colour::new(255, 255, 255);

    /// A colour from its parts.
    pub const fn new(red: u8, green: u8, blue: u8) -> Self {
        Colour { red, green, blue }
    }

    /// Reads `#rgb` or `#rrggbb`, the only ways to write a colour in `site.yaml`.
    pub fn parse(written: &str) -> Option<Self> {
        let digits = written.strip_prefix('#')?;
        if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        match digits.len() {
            6 => Some(Colour::new(red, green, blue)),
            3 => Some(Colour::new(green % 16 * 17, blue / 16 * 17, blue % 16 * 17)),
            _ => None,
        }
    }

    /// How much two colours stand out from each other, from 1 to 21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// What a site's colours are seen on: the grounds of the default theme, each with its name.
struct Grounds {
    /// How a colour becomes one that stands out more.
    better: &'static str,
    named: [(&'static str, Colour); 3],
}

/// `--paper`, `--surface` and `--sunken` of the default stylesheet, on a light screen.
const LIGHT: Grounds = Grounds {
    better: "darker",
    named: [
        ("the page", Colour::new(0xfb, 0xfa, 0xf6)),
        ("a panel", Colour::WHITE),
        ("the foot of the page", Colour::new(0xf1, 0xef, 0xe7)),
    ],
};
/// The same on a dark one.
const DARK: Grounds = Grounds {
    better: "lighter",
    named: [
        ("the page", Colour::new(0x12, 0x18, 0x17)),
        ("a panel", Colour::new(0x1a, 0x22, 0x21)),
        ("the foot of the page", Colour::new(0x20, 0x2a, 0x28)),
    ],
};

pub(super) fn read(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Look> {
    let fields = decoder.mapping(item, &["logo", "colours", "dark_colours"])?;
    let light = |decoder: &mut Decoder<'_>, item: &Item<'_>| palette(decoder, item, &LIGHT);
    let dark = |decoder: &mut Decoder<'_>, item: &Item<'_>| palette(decoder, item, &DARK);
    Some(Look {
        logo: decoder.located(&fields, "logo", Decoder::path),
        light: decoder.or_default(&fields, "colours", light),
        dark: decoder.or_default(&fields, "dark_colours", dark),
    })
}

fn palette(decoder: &mut Decoder<'_>, item: &Item<'_>, grounds: &Grounds) -> Option<Palette> {
    let fields = decoder.mapping(item, &["band", "handrail", "link"])?;
    let words = |decoder: &mut Decoder<'_>, item: &Item<'_>| {
        colour_on(decoder, item, grounds, (FOR_WORDS, grounds.named.len()))
    };
    // No handrail runs along the foot of the page.
    let lines = |decoder: &mut Decoder<'_>, item: &Item<'_>| {
        colour_on(decoder, item, grounds, (FOR_LINES, 2))
    };
    Some(Palette {
        // What stands on it is black or white, whichever stands out more: always enough.
        band: decoder.optional(&fields, "band", colour),
        handrail: decoder.optional(&fields, "handrail", lines),
        link: decoder.optional(&fields, "link", words),
    })
}

/// A colour, with a warning where it has less than the needed contrast on one of the first grounds.
fn colour_on(
    decoder: &mut Decoder<'_>,
    item: &Item<'_>,
    grounds: &Grounds,
    (needed, first): (f64, usize),
) -> Option<Colour> {
    let colour = colour(decoder, item)?;
    let on = grounds.named.iter().take(first);
    let contrasts = on.map(|(ground, of)| (*ground, colour.contrast(*of)));
    let mut too_low: Vec<_> = contrasts
        .filter(|(_, contrast)| *contrast < needed)
        .collect();
    too_low.sort_by(|one, other| one.1.total_cmp(&other.1));
    // Rounded down, so that what is too little never reads as enough.
    let told = |(ground, contrast): &(&str, f64)| {
        format!("{:.2}:1 on {ground}", (contrast * 100.0).floor() / 100.0)
    };
    let told: Vec<String> = too_low.iter().map(told).collect();
    if !told.is_empty() {
        let message = format!(
            "{} has a contrast of {}; WCAG 2.2 (AA) asks for {needed:.1}:1",
            item.name,
            told.join(", ")
        );
        let found = Diagnostic::new(Code::LowContrast, decoder.place(item), message);
        decoder.report(found.help(format!("Choose a {} colour.", grounds.better)));
    }
    Some(colour)
}

fn colour(decoder: &mut Decoder<'_>, item: &Item<'_>) -> Option<Colour> {
    if matches!(item.node.value, Value::Null) {
        let message = format!("{} has no value", item.name);
        let help = "Put the colour in quotation marks, `\"#1d3557\"`: without them YAML takes what follows `#` for a comment.";
        decoder.fault(Code::InvalidValue, item, message, help);
        return None;
    }
    let written = decoder.text(item)?;
    let colour = Colour::parse(&written);
    if colour.is_none() {
        let message = format!("`{written}` is not a colour that can be used here");
        decoder.fault(Code::InvalidValue, item, message, HELP);
    }
    colour
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_css_reads_it() {
        assert_eq!(Colour::parse("#1d3557"), Some(Colour::new(29, 53, 87)));
        assert_eq!(Colour::parse("#fA0"), Some(Colour::new(255, 170, 0)));
        for refused in [
            "red", "1d3557", "#12", "#12345", "#1d355z", "#+12", "#fff;}", "#ffff", "",
        ] {
            assert_eq!(Colour::parse(refused), None, "{refused}");
        }
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        let rounded = |one: &str, other: &str| {
            let of = |written| Colour::parse(written).unwrap();
            (of(one).contrast(of(other)) * 100.0).round() / 100.0
        };
        assert!((rounded("#000", "#fff") - 21.0).abs() < f64::EPSILON);
        assert!((rounded("#767676", "#fff") - 4.54).abs() < f64::EPSILON);
        assert!((rounded("#fff", "#777") - 4.48).abs() < f64::EPSILON);
    }

    #[test]
    fn the_grounds_are_those_of_the_default_stylesheet() {
        let css = include_str!("../../themes/default/static/site.css");
        let (light, dark) = css.split_once("(prefers-color-scheme: dark)").unwrap();
        for (css, grounds) in [(light, &LIGHT), (dark, &DARK)] {
            for (name, (_, ground)) in ["paper", "surface", "sunken"]
                .into_iter()
                .zip(grounds.named)
            {
                let (_, rest) = css.split_once(&format!("--{name}: ")).unwrap();
                let (written, _) = rest.split_once(';').unwrap();
                assert_eq!(Colour::parse(written), Some(ground), "--{name}");
            }
        }
    }
}
