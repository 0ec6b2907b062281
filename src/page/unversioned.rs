//! Pages without versions.

use super::article::article_html;
use super::context::{Context, Viewpoint};
use super::frame::About;
use super::links::{OwnPlaces, TextLinks};
use super::made::{Page, View};
use super::view::{PageView, StandIn};
use crate::diagnostic::Diagnostic;
use crate::language::LanguageCode;
use crate::model;

/// A page without versions, in a language.
///
/// # Errors
/// When the text can no longer be read.
pub(super) fn unversioned_page(
    context: Context<'_>,
    page: &model::Page,
    language: &LanguageCode,
) -> Result<Option<Page>, Box<Diagnostic>> {
    let site = context.site;
    let Some((text, text_lang)) = site.text_for(&page.texts, language) else {
        return Ok(None);
    };
    let address =
        |language: &LanguageCode| page.addresses.get(language).cloned().unwrap_or_default();
    let own = address(language);
    let view = Viewpoint {
        site,
        language,
        address: &own,
    };
    let has_language = |language: &LanguageCode| page.texts.get(language).is_some();
    let tree = context.trees.tree(text)?;
    let links = TextLinks {
        view,
        file: &text.path,
        as_of: None,
        own_places: OwnPlaces::Here,
    };
    let stand_in = (text_lang != *language).then(|| StandIn {
        lang: text_lang.to_string(),
        name: view.name_of(&text_lang),
        newest: None,
    });
    let frame = view.frame(About {
        title_lang: stand_in.as_ref().map(|stand_in| stand_in.lang.clone()),
        description: text.summary.clone(),
        section: page.section,
        is_section: false,
        has_language: &has_language,
        noindex: stand_in.is_some(),
        page: Some(page),
        ..About::whole_site(text.title.clone(), &address)
    });
    Ok(Some(Page {
        in_sitemap: stand_in.is_none(),
        view: View::Page(PageView {
            frame,
            text_lang: text_lang.to_string(),
            article: article_html(context.wording, &text_lang, &tree, &links),
            stand_in,
        }),
        address: own.clone(),
        language: language.clone(),
    }))
}
