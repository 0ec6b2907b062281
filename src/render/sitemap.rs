//! `sitemap.xml`: what is in force, in each language, and `robots.txt`, which names it.

use std::fmt::Write;

use crate::model::Site;

/// A page for the sitemap: its address from the site's root.
pub type Listed = String;

/// The sitemap; nothing where the site does not know its own address, or is not for search engines.
pub fn sitemap(site: &Site, mut addresses: Vec<Listed>) -> Option<String> {
    site.config
        .base_url
        .as_ref()
        .filter(|_| !site.with_drafts)?;
    addresses.sort_unstable();
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for url in addresses
        .iter()
        .filter_map(|address| site.absolute(address))
    {
        let _ = writeln!(xml, "<url><loc>{}</loc></url>", escape(&url));
    }
    xml.push_str("</urlset>\n");
    Some(xml)
}

/// `robots.txt`: everything may be read, and pages that should not be listed say so themselves; nothing of a site
/// with drafts.
pub fn robots(site: &Site) -> String {
    if site.with_drafts {
        return "User-agent: *\nDisallow: /\n".to_owned();
    }
    let mut robots = "User-agent: *\nDisallow:\n".to_owned();
    if let Some(url) = site.absolute("sitemap.xml") {
        let _ = writeln!(robots, "Sitemap: {url}");
    }
    robots
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
