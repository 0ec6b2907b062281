//! Parts of addresses, addresses of this site and of others, and paths of files.

use super::super::yaml::Value;
use super::super::{ByLanguage, Located};
use super::{Decoder, Item, Plain};
use crate::diagnostic::Code;
use crate::language::{LanguageCode, slug};

impl Decoder<'_> {
    /// A slug in each language, folded.
    pub(in super::super) fn slug(
        &mut self,
        item: &Item<'_>,
    ) -> Option<ByLanguage<Located<String>>> {
        self.by_language(item, Plain::Fault, |decoder, item| {
            let text = decoder.text(item)?;
            let folded = slug::fold(&text);
            if !folded.is_empty() && !text.contains('/') {
                return Some(folded);
            }
            let message = format!("`{text}` cannot be a part of an address");
            let help = "Write a few words in the letters a to z, without `/`.";
            decoder.fault(Code::InvalidValue, item, message, help);
            None
        })
    }

    /// The id of a document: its folder below `content`. Also written as a link, `doc:policy/leave`.
    pub(in super::super) fn document_id(&mut self, item: &Item<'_>) -> Option<String> {
        let text = self.text(item)?;
        let id = text.strip_prefix("doc:").unwrap_or(&text).trim_matches('/');
        if is_relative_path(id) {
            return Some(id.to_owned());
        }
        let message = format!("`{text}` is not the id of a document");
        let help = "Write the document's folder below `content`, for instance `policy/leave`.";
        self.fault(Code::InvalidValue, item, message, help);
        None
    }

    /// Addresses of this site that a document had: a list for every language, or one for each. An
    /// address that begins with a language (`/en/policy/leave/`) is that language's alone.
    pub(in super::super) fn former_addresses(
        &mut self,
        item: &Item<'_>,
    ) -> Option<ByLanguage<Vec<Located<String>>>> {
        let lists = self.by_language(item, Plain::EveryLanguage, |decoder, item| {
            match item.node.value {
                Value::List(_) => decoder.list(item, Self::former_address),
                _ => {
                    let address = decoder.former_address(item)?;
                    Some(vec![Located::new(address, decoder.place(item))])
                }
            }
        })?;
        let own = |language: &LanguageCode, list: &[Located<(Option<LanguageCode>, String)>]| {
            let is_own = |(stated, _): &(Option<LanguageCode>, String)| {
                stated.as_ref().is_none_or(|stated| stated == language)
            };
            list.iter()
                .filter(|address| is_own(&address.value))
                .map(|address| address.clone().map(|(_, address)| address))
                .flat_map(and_as_slugs)
                .collect()
        };
        let lists = lists
            .iter()
            .map(|(language, list)| (language.clone(), own(language, list)));
        Some(lists.collect())
    }

    fn former_address(&mut self, item: &Item<'_>) -> Option<(Option<LanguageCode>, String)> {
        let text = self.text(item)?;
        let address = text.trim_matches('/');
        if !is_relative_path(address) || address.contains(['?', '#', ':']) {
            let message = format!("`{text}` is not a former address on this site");
            let help = "Write it without the language, for instance `policy/social-media`. Addresses of other sites, and those with `?`, belong in the file that `redirects` names in site.yaml.";
            self.fault(Code::InvalidValue, item, message, help);
            return None;
        }
        if let Some((first, rest)) = address.split_once('/') {
            let language = self.languages().iter().find(|code| code.as_str() == first);
            if let Some(language) = language {
                return Some((Some(language.clone()), rest.to_owned()));
            }
        }
        Some((None, address.to_owned()))
    }

    /// The path of a file, from the site's folder.
    pub(in super::super) fn path(&mut self, item: &Item<'_>) -> Option<String> {
        let text = self.text(item)?;
        let path = text.strip_prefix("./").unwrap_or(&text);
        if is_relative_path(path) {
            return Some(path.to_owned());
        }
        let message = format!("`{text}` is not a path inside the site's folder");
        let help =
            "Write the path from the site's folder, with `/` between its parts and without `..`.";
        self.fault(Code::UnsafePath, item, message, help);
        None
    }

    /// The name of a folder.
    pub(in super::super) fn folder_name(&mut self, item: &Item<'_>) -> Option<String> {
        let text = self.text(item)?;
        if is_relative_path(&text) && !text.contains('/') && !text.starts_with('.') {
            return Some(text);
        }
        let message = format!("`{text}` is not the name of a folder");
        let help = "Write the name alone, without a path.";
        self.fault(Code::InvalidValue, item, message, help);
        None
    }

    /// An absolute address of the web, without a query or an anchor.
    pub(in super::super) fn web_address(&mut self, item: &Item<'_>) -> Option<String> {
        let text = self.text(item)?;
        if is_web_address(&text) {
            return Some(text);
        }
        let message = format!("`{text}` is not a whole address of the web");
        let help = "Write it from `https://` on, for instance `https://intranet.example/`, without `?` and `#`.";
        self.fault(Code::InvalidValue, item, message, help);
        None
    }

    /// An address of e-mail.
    pub(in super::super) fn email(&mut self, item: &Item<'_>) -> Option<String> {
        let text = self.text(item)?;
        if is_email(&text) {
            return Some(text);
        }
        let message = format!("`{text}` is not an address of e-mail");
        let help = "Write the address alone, for instance `policy@example.org`.";
        self.fault(Code::InvalidValue, item, message, help);
        None
    }
}

/// Whether a path has names alone between its slashes, so that it cannot lead out of a folder.
fn is_relative_path(path: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && part != "." && part != "..";
    let is_clean = !path.contains(|c: char| c == '\\' || c.is_control());
    let has_drive = path.as_bytes().get(1) == Some(&b':');
    is_clean && !has_drive && path.split('/').all(is_name)
}

fn is_web_address(text: &str) -> bool {
    let rest = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"));
    let Some(rest) = rest else {
        return false;
    };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    // Browsers take steps up away, and readers need no name to sign in with.
    let is_plain =
        !host.contains('@') && (path.is_empty() || is_relative_path(path.trim_end_matches('/')));
    let is_clean = |c: char| !c.is_whitespace() && !c.is_control() && !"?#\"<>\\".contains(c);
    let begins = host.starts_with(|c: char| c.is_alphanumeric() || c == '[');
    begins && is_plain && rest.chars().all(is_clean)
}

fn is_email(text: &str) -> bool {
    let is_clean = |c: char| !c.is_whitespace() && !c.is_control() && !"<>,;:\"?#%\\".contains(c);
    let Some((mailbox, host)) = text.split_once('@') else {
        return false;
    };
    let has_dot = host.split('.').all(|label| !label.is_empty()) && host.contains('.');
    !mailbox.is_empty() && has_dot && !host.contains('@') && text.chars().all(is_clean)
}

/// A former address, before it the one that slugs of its words make: `polisiau/gwyliau` for `polisïau/gwyliau`.
fn and_as_slugs(address: Located<String>) -> Vec<Located<String>> {
    if address.is_ascii() {
        return vec![address];
    }
    let parts: Vec<String> = address.split('/').map(slug::fold).collect();
    let folded = address.clone().map(|_| parts.join("/"));
    vec![folded, address]
}

#[cfg(test)]
mod tests {
    use super::{is_email, is_web_address};

    #[test]
    fn addresses_that_every_browser_reads_alike() {
        for good in [
            "https://a.example",
            "http://a.example:80/b/c/",
            "https://[::1]/",
        ] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in [
            "https://u:p@a.example/",
            "https://a.example//b/",
            "https://a.example/../b",
            "https://a.example/./b/",
        ] {
            assert!(!is_web_address(bad), "{bad}");
        }
        assert!(is_email("a@b.org") && !is_email("a@b.org\\n"));
    }
}
