//! Templates: the template engine behind the theme, and its faults as findings.

mod faults;
mod fixed;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Function, Kwargs, State, Tera, TeraResult, Value};

use self::fixed::Places;
use super::strings::{Argument, Strings};
use crate::diagnostic::Diagnostic;
use crate::language::{LanguageCode, names};
use crate::markdown::escape;
use crate::source::Source;

/// Templates by name.
pub(super) type Templates = BTreeMap<String, Source>;
/// The strings of each language of the site.
pub(super) type AllStrings = BTreeMap<LanguageCode, Strings>;

/// The templates, bound to the strings of one language.
pub(super) struct Engine {
    tera: Tera,
    templates: Arc<Templates>,
    /// By template, where what was compiled is not what is written.
    places: BTreeMap<String, Places>,
}

impl Engine {
    /// Makes the templates ready for pages in a language. They are to be without [`faults()`].
    pub fn new(
        templates: &Arc<Templates>,
        language: &LanguageCode,
        strings: &Arc<AllStrings>,
    ) -> Result<Engine, Vec<Diagnostic>> {
        let fixed = |key: &str| strings.get(language)?.fixed(key);
        let with_fixed = as_written(templates).map(|(name, text)| {
            let (text, places) = fixed::put_in(text, fixed);
            ((name, text), (name.to_owned(), places))
        });
        let (texts, places): (Vec<_>, BTreeMap<_, _>) = with_fixed.unzip();
        let engine = |tera, places| Engine {
            tera,
            templates: Arc::clone(templates),
            places,
        };
        compiled(texts, language, strings)
            .map(|tera| engine(tera, places))
            // Where a literal may not stand for a call, the calls stay.
            .or_else(|_| {
                let tera = compiled(as_written(templates), language, strings)?;
                Ok(engine(tera, BTreeMap::new()))
            })
            .map_err(|fault: tera::Error| faults::findings(&fault, templates))
    }

    /// Renders a template with the data of a page, to the end of what is in `out` already.
    pub fn render_to(
        &self,
        template: &str,
        view: &impl Serialize,
        out: &mut Vec<u8>,
    ) -> Result<(), Box<Diagnostic>> {
        Context::from_serialize(view)
            .and_then(|context| self.tera.render_to(template, &context, out))
            .map_err(|fault| Box::new(faults::while_rendering(&fault, template, self)))
    }
}

impl Engine {
    /// The finding for a template whose pages lack their text.
    pub fn without_article(&self, template: &str) -> Diagnostic {
        faults::without_article(template, &self.templates)
    }
}

fn as_written(templates: &Templates) -> impl Iterator<Item = (&str, &str)> {
    let texts = templates.iter();
    texts.map(|(name, source)| (name.as_str(), source.text()))
}

/// Templates with their names, ready for pages in a language.
fn compiled<'t, T: AsRef<str>>(
    texts: impl IntoIterator<Item = (&'t str, T)>,
    language: &LanguageCode,
    strings: &Arc<AllStrings>,
) -> TeraResult<Tera> {
    let mut tera = Tera::new();
    tera.set_escape_fn(escape);
    // The one that is built in copies what it is given: here a page's whole text.
    tera.register_filter("safe", |html: Value, _: Kwargs, _: &State| html.mark_safe());
    let translate = || Translate {
        language: language.clone(),
        strings: Arc::clone(strings),
    };
    tera.register_function("t", translate());
    tera.register_function("direction", Written(language.clone()));
    tera.register_function("written_in", WrittenIn(language.clone()));
    // The same for a key alone, in a fifth of the time: no arguments are gathered.
    let by_key = translate();
    tera.register_filter("t", move |key: &str, _: Kwargs, _: &State| {
        text(by_key.strings(None)?, key, &[])
    });
    tera.add_raw_templates(texts)?;
    Ok(tera)
}

/// Every fault in the grammar of the templates; where there is none, what does not fit between them.
pub(super) fn faults(templates: &Templates, strings: &Arc<AllStrings>) -> Vec<Diagnostic> {
    let mut languages = strings.keys();
    let tera = languages
        .next()
        .map(|language| compiled(as_written(templates), language, strings));
    if let Some(Ok(_)) = tera {
        return Vec::new();
    }
    let findings: Vec<_> = templates
        .iter()
        .filter_map(|(name, source)| faults::in_grammar(name, source))
        .collect();
    match tera {
        Some(Err(fault)) if findings.is_empty() => faults::findings(&fault, templates),
        _ => findings,
    }
}

/// The function `t(key="…")` of templates: a string in the page's language, or in the one that
/// `lang` names. Every other argument is a variable of the string.
struct Translate {
    language: LanguageCode,
    strings: Arc<AllStrings>,
}

impl Translate {
    fn strings(&self, lang: Option<&str>) -> TeraResult<&Strings> {
        let strings = match lang {
            None => self.strings.get(&self.language),
            Some(code) => LanguageCode::parse(code).and_then(|code| self.strings.get(&code)),
        };
        strings.ok_or_else(|| {
            let code = lang.unwrap_or(self.language.as_str());
            tera::Error::message(format!("the site has no language `{code}`"))
        })
    }
}

impl Function<TeraResult<Value>> for Translate {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let key = kwargs.must_get::<&str>("key")?;
        let strings = self.strings(kwargs.get::<&str>("lang")?)?;
        let variables: Vec<(&str, &Value)> = kwargs
            .iter()
            .filter_map(|(name, value)| Some((name.as_str()?, value)))
            .filter(|(name, _)| !matches!(*name, "key" | "lang"))
            .collect();
        let texts: Vec<Cow<'_, str>> = variables
            .iter()
            .map(|(_, value)| match (value.as_str(), value.as_f64()) {
                (Some(text), _) => Cow::Borrowed(text),
                // It is given as a number.
                (None, Some(_)) => Cow::Borrowed(""),
                (None, None) => Cow::Owned(value.to_string()),
            })
            .collect();
        let arguments: Vec<(&str, Argument)> = variables
            .iter()
            .zip(&texts)
            .map(|((name, value), text)| match value.as_f64() {
                Some(number) => (*name, Argument::Number(number)),
                None => (*name, Argument::Text(text)),
            })
            .collect();
        text(strings, key, &arguments)
    }
}

/// The function `direction(lang="…")` of templates: which way a language is written, `ltr` or `rtl`;
/// the page's own without `lang`.
struct Written(LanguageCode);

impl Function<TeraResult<Value>> for Written {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let named = kwargs.get::<&str>("lang")?.and_then(LanguageCode::parse);
        let direction = names::direction(named.as_ref().unwrap_or(&self.0));
        Ok(Value::normal_string(direction.as_str()))
    }
}

/// The function `written_in(lang="…")` of templates: the attributes of what is in a language, `lang`, and `dir`
/// where that is written in another direction than the page's own.
struct WrittenIn(LanguageCode);

impl Function<TeraResult<Value>> for WrittenIn {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let code = kwargs.must_get::<&str>("lang")?;
        let language = LanguageCode::parse(code)
            .ok_or_else(|| tera::Error::message(format!("`{code}` is no code of a language")))?;
        let direction = names::direction(&language);
        let attributes = if direction == names::direction(&self.0) {
            format!("lang=\"{language}\"")
        } else {
            format!("lang=\"{language}\" dir=\"{}\"", direction.as_str())
        };
        Ok(Value::from(attributes).mark_safe())
    }
}

/// A string as a value.
fn text(strings: &Strings, key: &str, arguments: &[(&str, Argument)]) -> TeraResult<Value> {
    if let Some(text) = strings.fixed(key) {
        return Ok(Value::normal_string(text));
    }
    let text = strings.try_text(key, arguments);
    text.map(Value::from).map_err(|fault| {
        tera::Error::message(format!("{fault} (`{key}` in `{}`)", strings.language()))
    })
}

/// Escapes what has a meaning in HTML, for text and for attributes in quotes of either kind.
fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut written = Ok(());
    escape::anywhere(text, |part| {
        if written.is_ok() {
            written = out.write_all(part.as_bytes());
        }
    });
    written
}
