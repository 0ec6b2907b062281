//! A site's own colours, as the end of its stylesheet.

use std::fmt::Write;

use crate::config::{Colour, Look, Palette};
use crate::markdown::highlight;

/// What is put after the theme's stylesheet: colours for code, and those that the site states.
pub fn css(look: &Look) -> String {
    highlight::css() + &own_colours(look)
}

/// The colours that the site states, as values of the theme's properties; nothing where it states
/// none. Only on a screen: paper has its own.
fn own_colours(look: &Look) -> String {
    let light = properties(&look.light);
    let dark = properties(&Palette {
        // What stands on the band is chosen for it, so that it can be kept in the dark.
        band: look.dark.band.or(look.light.band),
        ..look.dark.clone()
    });
    let mut css = String::new();
    for (media, properties) in [
        ("screen", light),
        ("screen and (prefers-color-scheme: dark)", dark),
    ] {
        if !properties.is_empty() {
            let _ = write!(css, "@media {media} {{\n  :root {{\n{properties}  }}\n}}\n");
        }
    }
    css
}

fn properties(palette: &Palette) -> String {
    let mut set = Vec::new();
    if let Some(band) = palette.band {
        let ink = stands_out_on(band);
        set.push(("band", band));
        set.extend(["band-ink", "band-muted", "band-focus"].map(|name| (name, ink)));
    }
    set.extend(palette.handrail.map(|colour| ("brass", colour)));
    set.extend(palette.link.map(|colour| ("link", colour)));
    set.iter()
        .map(|(name, colour)| format!("    --{name}: {colour};\n"))
        .collect()
}

/// Black or white, whichever stands out more: at least 4.5:1 on every colour.
fn stands_out_on(ground: Colour) -> Colour {
    if Colour::BLACK.contrast(ground) > Colour::WHITE.contrast(ground) {
        Colour::BLACK
    } else {
        Colour::WHITE
    }
}
