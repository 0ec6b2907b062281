//! Former addresses as web servers read them.

use std::fmt::Write;

use crate::model::Site;
use crate::page::AddressMap;

/// Where the map for nginx is.
pub const NGINX: &str = "redirects/nginx.map";
/// Where the map for Apache is.
pub const APACHE: &str = "redirects/apache.map";

/// The map at an address, where a site has one there.
pub fn at(site: &Site, address: &str) -> Option<String> {
    let write = match address {
        NGINX => nginx,
        APACHE => apache,
        _ => return None,
    };
    let map = AddressMap::of(site);
    (!map.lines.is_empty()).then(|| write(site, &map))
}

/// The map for nginx's `map` directive, from a path with its query to where it leads.
fn nginx(site: &Site, map: &AddressMap) -> String {
    let mut lines = String::new();
    for (from, to) in &map.lines {
        let _ = writeln!(
            lines,
            "\"{}\" \"{}\";",
            quote(&format!("/{from}")),
            // In a value nginx takes `$` for the beginning of a variable, and knows no way to write the sign itself.
            quote(&target(site, to).replace('$', "%24"))
        );
    }
    lines
}

/// The map for Apache's `RewriteMap` in its text form.
fn apache(site: &Site, map: &AddressMap) -> String {
    let mut lines = String::new();
    for (from, to) in &map.lines {
        let _ = writeln!(lines, "/{} {}", from, target(site, to).replace(' ', "%20"));
    }
    lines
}

fn target(site: &Site, to: &str) -> String {
    if to.contains("://") {
        return to.to_owned();
    }
    site.absolute_of_written(to)
        .unwrap_or_else(|| format!("/{to}"))
}

fn quote(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
