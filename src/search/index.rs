//! One index of Pagefind: the one home of the search engine, and of the runtime that it needs.

use std::collections::BTreeMap;

use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;
use tokio::runtime::Builder;

use super::content::content_of;
use super::{ENGINE, Entry, SearchError};
use crate::language::LanguageCode;

/// The ends of the files that the search page reads; the engine's own interface is left out.
const KEPT: [&str; 5] = [
    ".pf_meta",
    ".pf_index",
    ".pf_fragment",
    ".pagefind",
    "pagefind-entry.json",
];

/// The program for languages that the engine has no stemmer for; with one it is never asked for.
const WITHOUT_STEMMER: &str = "wasm.unknown.pagefind";

/// The files of an index, with their paths within it. The entries come in their final order.
///
/// No filters are given: with them two runs give different bytes.
pub(super) fn files(
    language: &LanguageCode,
    entries: Vec<Entry>,
) -> Result<Vec<(String, Vec<u8>)>, SearchError> {
    let failed = |fault: &dyn std::fmt::Display| SearchError(fault.to_string());
    let runtime = Builder::new_current_thread()
        .build()
        .map_err(|fault| failed(&fault))?;
    let built = runtime.block_on(async {
        let config = PagefindServiceConfig::builder()
            .force_language(language.to_string())
            .build();
        let mut index = PagefindIndex::new(Some(config))?;
        for entry in entries {
            let content = content_of(&entry);
            let meta = BTreeMap::from([("title".to_owned(), entry.title)]);
            index
                .add_custom_record(
                    entry.address,
                    content,
                    language.to_string(),
                    Some(meta),
                    None,
                    None,
                )
                .await?;
        }
        index.get_files().await
    });
    let built = built.map_err(|fault| failed(&fault))?;
    let named = built.into_iter().map(|file| {
        let name = file.filename.to_string_lossy().replace('\\', "/");
        (name, file.contents)
    });
    let named: Vec<(String, Vec<u8>)> = named.collect();
    let own_program = format!("wasm.{language}.pagefind");
    let has_own = named.iter().any(|(name, _)| *name == own_program);
    let is_kept = |name: &str| {
        (name == ENGINE || KEPT.iter().any(|end| name.ends_with(end)))
            && !(has_own && name == WITHOUT_STEMMER)
    };
    Ok(named
        .into_iter()
        .filter(|(name, _)| is_kept(name))
        .collect())
}
