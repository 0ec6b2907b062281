//! Links and images of a text that is shown in a file which may be anywhere.

use super::Images;
use crate::hash::Hash;
use crate::markdown::html::{Href, LinkResolver, PlainLinks};
use crate::markdown::links;
use crate::model::{SitePlace, Target, decoded, join};
use crate::page::links::TextLinks;

/// The links of one text.
pub(super) struct Travelling<'a> {
    /// The same on a page of the site, for a text that is in one.
    pub within: Option<TextLinks<'a>>,
    /// Its images.
    pub image: &'a Images<'a>,
}

impl LinkResolver for Travelling<'_> {
    fn resolve(&self, target: &str) -> Href {
        let href = match &self.within {
            Some(links) => links.resolve(target),
            None => PlainLinks.resolve(target),
        };
        match href {
            Href::To(address) if address.starts_with('#') => Href::To(address),
            Href::To(address) if links::scheme(&address).is_some() => Href::To(address),
            Href::To(address) => self.absolute(&address).map_or(Href::Text, Href::To),
            Href::Text => Href::Text,
        }
    }

    fn resolve_image(&self, target: &str) -> Href {
        let path = match &self.within {
            Some(links) => path_in_site(links, target),
            None => path_beside(target),
        };
        let image = path.and_then(|path| (self.image)(&path));
        image.map_or(Href::Text, Href::To)
    }

    fn image_hash(&self, target: &str) -> Option<Hash> {
        self.within.as_ref()?.image_hash(target)
    }
}

impl Travelling<'_> {
    fn absolute(&self, address: &str) -> Option<String> {
        let site = self.within.as_ref()?.view.site;
        site.absolute_of_written(address.trim_start_matches("./"))
    }
}

/// The path, from the site's folder, of the file that an address in a text leads to.
fn path_in_site(links: &TextLinks<'_>, target: &str) -> Option<String> {
    let site = links.view.site;
    let address = match site.resolve(links.file, target).ok()?.target {
        Target::File(address) => address,
        Target::FromRoot(written) => {
            let found = site.place_from_root(&written)?;
            if let SitePlace::StaticFile(at) = found.place {
                return Some(site.static_files[at].path.clone());
            }
            found.address
        }
        _ => return None,
    };
    Some(site.file_at(&address)?.path.clone())
}

/// The path of a file from the folder of a text that is in no site, where the file is in that folder or below it.
fn path_beside(target: &str) -> Option<String> {
    if links::scheme(target).is_some() || target.starts_with('/') {
        return None;
    }
    let path = target.split(['?', '#']).next()?;
    join("", &decoded(path))
}
