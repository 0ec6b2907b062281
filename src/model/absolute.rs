//! Addresses as whole URLs, where the site knows its own: only canonical addresses, feeds and the sitemap have them.

use super::content::Content;
use super::href::encoded;

impl Content {
    /// An address as a whole URL, where the site knows its own.
    pub fn absolute(&self, address: &str) -> Option<String> {
        self.absolute_of_written(&encoded(address))
    }

    /// The same for what is written as a link already: a path from the site's root.
    pub fn absolute_of_written(&self, path: &str) -> Option<String> {
        let base = self.config.base_url.as_ref()?;
        Some(format!("{base}{path}"))
    }

    /// An address as a whole URL; from the host's root where the site does not know its own.
    pub fn as_whole_as_known(&self, address: &str) -> String {
        let absolute = self.absolute(address);
        absolute.unwrap_or_else(|| format!("/{}", encoded(address)))
    }
}
