//! The stable names of findings, in one table: name, weight, and what each means.

use super::Severity;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident $name:literal $severity:ident $adjust:ident $explanation:literal;)+) => {
        /// The kind of a finding. Its name ([`Code::as_str`]) is stable: sites name it under `checks`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)+ }

        impl Code {
            /// Every code there is, in the order of the table.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)+];

            /// The stable name, as reports and `checks` write it.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $name,)+ }
            }

            /// What it weighs unless the site's `checks` say otherwise.
            pub fn default_severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity,)+ }
            }

            /// Whether `checks` in `site.yaml` may give it another weight or turn it off.
            pub fn is_adjustable(self) -> bool {
                match self { $(Code::$variant => codes!(@$adjust),)+ }
            }

            /// What the code means and what to do, in a few sentences (`canllaw explain`).
            pub fn explanation(self) -> &'static str {
                match self { $(Code::$variant => $explanation,)+ }
            }
        }
    };
    (@adjustable) => { true };
    (@fixed) => { false };
}

codes! {
    /// A file or folder could not be read.
    Unreadable "unreadable" Error fixed
        "The file or folder could not be read. Check that it exists and that you may read it.";
    /// A file of YAML that nothing reads, by its name or its folder.
    UnreadYaml "unread-yaml" Error fixed
        "The file is not read, and nothing that it states holds: its name is not quite right (`version.yml`), or its folder is another's (`section.yaml` in a document). Rename it or move it.";
    /// A path leads out of the site, by a symlink or by `..`.
    UnsafePath "unsafe-path" Error fixed
        "A symlink, or a path with `..` in it, leads out of the site's folder. Canllaw reads nothing from outside: copy the file in instead.";
    /// A text is not UTF-8.
    InvalidUtf8 "invalid-utf8" Error fixed
        "The file is not UTF-8 text. Open it in your editor and save it with the encoding UTF-8.";
    /// A file is larger than is read, or nested more deeply.
    TooLarge "too-large" Error fixed
        "The file is larger, or nested more deeply, than Canllaw reads. Split it into smaller parts.";
    /// YAML that does not follow YAML's grammar.
    InvalidYaml "invalid-yaml" Error fixed
        "The YAML cannot be understood: often an indentation that does not match, a tab, or a colon in a text without quotes.";
    /// A key that is not known there.
    UnknownKey "unknown-key" Error fixed
        "The key has no meaning in this file. It may be misspelt, or belong in another file.";
    /// The same key twice in one mapping.
    DuplicateKey "duplicate-key" Error fixed
        "The key is given twice, so that one of the values would be lost. Keep one of them.";
    /// A key that must be there is not.
    MissingKey "missing-key" Error fixed
        "A key that this file needs is not there.";
    /// A value of the wrong kind: a list where a text belongs.
    WrongType "wrong-type" Error fixed
        "The value is of another kind than the key takes: for instance a list where a text belongs.";
    /// A value that is not among those that the key takes.
    InvalidValue "invalid-value" Error fixed
        "The value is not one that the key takes.";
    /// A date that is not in the calendar, or not written as one.
    InvalidDate "invalid-date" Error fixed
        "The date is not in the calendar, or is not written as year-month-day, for instance 2020-01-31; or a version says that it takes effect on another day, or in another month or year, than its folder's name.";
    /// A version whose day of effect cannot be told.
    MissingDate "missing-date" Error fixed
        "A version must say when it takes effect, and a correction or a version in force before it was published must say when it was published.";
    /// Days of a document that cannot all be right.
    ContradictoryDates "contradictory-dates" Error fixed
        "Days that are stated of a document cannot all be right: for instance a withdrawal and a reinstatement on the same day, or a correction that was published before what it corrects. Readers are told since when and until when each text held, so one of the days must be corrected. A day that is not known may be left open: `{by: …}`.";
    /// Two versions of a document with the same date and number.
    DuplicateVersion "duplicate-version" Error fixed
        "Two versions of a document have the same effective date and the same correction number, so it cannot be told which of them holds.";
    /// A language file in a language that the site does not have.
    UnknownLanguage "unknown-language" Error fixed
        "The language is not among the `languages` of site.yaml. Add it there, or rename the file. Where an entry of `languages` is at fault itself, that alone is said.";
    /// A language that the language module does not know and that does not state its words.
    UnknownWords "unknown-words" Error fixed
        "Canllaw has no words for addresses in this language, so site.yaml must state them under `words`.";
    /// A document's version without any text.
    EmptyVersion "empty-version" Error fixed
        "A version has no text in any language of the site.";
    /// A folder of the content that holds nothing.
    EmptyFolder "empty-folder" Warning adjustable
        "The folder has nothing in it that readers could see: no text, no document and no file. Put the text in it that belongs there, or remove the folder.";
    /// A text that lies in a document's folder and in none of its versions.
    MisplacedText "misplaced-text" Warning adjustable
        "The text lies in a document's folder and in none of its versions, so that nobody would see it: beside the versions, or in a folder that is not named as a version, often by a slip (`Draft`, `2023-4-1`); or in a draft, or another version, that lies in the folder of a version. The same holds of a folder in a section that is named as a draft or as a day (`1 April 2025`): as a page it would be there for everybody to read. Such a folder is an error, and nothing in it is published. Markdown that is no text, in the folder of a section or of a document, is a warning: notes for editors are published as they are. So is a copy of a text beside it (`en (copy).md`, `EN.md`). A folder of files for readers to fetch has no file that is named as a language (`en.md`).";
    /// A text without a title.
    MissingTitle "missing-title" Error fixed
        "A text needs a title: in its front matter, or as a level-one heading at its top.";
    /// Front matter that begins and does not end.
    InvalidFrontMatter "invalid-front-matter" Error fixed
        "The front matter begins with `---` and must end with a line that is `---` alone.";
    /// Two things at one address.
    AddressCollision "address-collision" Error fixed
        "Two parts of the site would have the same address. Give one of them another slug.";
    /// A template of the theme that does not work.
    ThemeTemplate "theme-template" Error fixed
        "A template of the theme cannot be read, or failed on a page.";
    /// A string that the theme uses and a language lacks.
    ThemeString "theme-string" Error fixed
        "The interface has no text for this string in one of the site's languages. Every string is needed in every language.";
    /// What a site's own theme brings and nothing uses.
    UnusedThemePart "unused-theme-part" Warning adjustable
        "A file or a string of the site's own theme is used by nothing: its name is not quite that of the built-in part (`templates/txt.html`), which then stays as it is. Correct the name, use it in one of the theme's templates, or take it away.";
    /// A colour of the site that stands out too little from what it is seen on.
    LowContrast "low-contrast" Warning adjustable
        "A colour that site.yaml states under `look` stands out too little from the ground that it is seen on, so that some readers cannot make it out.";
    /// The site has nothing to show.
    EmptySite "empty-site" Error fixed
        "The site has no document and no page, or none that readers may see on the day of the build.";
    /// A text that a version does not have in one of the site's languages.
    MissingText "missing-text" Warning fixed
        "The version lacks a text in one of the site's languages. Readers of that language are shown another language's text, with a notice. Where parity is required this is an error, but in a build of drafts for what readers may not see yet.";
    /// A link to something that is not there.
    BrokenLink "broken-link" Error adjustable
        "The link leads to nothing. Correct the path, or remove the link.";
    /// A link to a place that the target does not have.
    BrokenAnchor "broken-anchor" Error adjustable
        "The target is there, but has no such anchor: a heading's words, a clause's label or an `{#id}`. Or a text has no footnote for a reference; or a footnote has no reference, which is a warning.";
    /// A link to a place or a file of a text that was removed.
    LinkToRemoved "link-to-removed" Warning adjustable
        "The link names a place, or a file, of a version whose text was removed. A link to a place leads to the top of the version's page, which says that the text was removed; a link to a file is shown as plain text. Link to another version or to the document, or remove the link.";
    /// A link of a kind that is not allowed.
    RefusedAddress "refused-address" Warning adjustable
        "The address is of a kind that can do harm (such as `javascript:`). The link is shown as plain text.";
    /// A link without an address.
    EmptyLink "empty-link" Warning adjustable
        "A link has no address (`[words]()`), or one that leads nowhere (`#`), and is shown as plain text. Write the address, or take the link out.";
    /// A picture on another host.
    ForeignPicture "foreign-picture" Warning adjustable
        "The picture lies on another site. Readers' browsers would have to ask that site for it, which tells it who reads what, and where the site is served with a strict policy they show nothing. Put the file beside the text.";
    /// Raw HTML that is not allowed on the page.
    RefusedHtml "refused-html" Warning adjustable
        "Part of the raw HTML in the text is not allowed on the page and was left out.";
    /// Signs that are meant to do something, and are shown as they were typed.
    ShownAsTyped "shown-as-typed" Warning adjustable
        "Signs that were meant as Markdown's or YAML's own are not, and readers see them as they were typed: an address with a space in it, a table without the line below its head, the dots of a word processor's list, `##` without a space behind it, the curled quotation marks of an editor. Write them as Markdown or YAML does; where readers are to see them, put a backslash before the first, or a straight mark around the whole value.";
    /// A document without an address in one of the languages.
    MissingSlug "missing-slug" Warning adjustable
        "The document or section has no slug in one of the languages, so its folder's name stands in that language's addresses.";
    /// A section without a title.
    MissingSectionTitle "missing-section-title" Warning adjustable
        "The section has no title, so that its folder's name is shown.";
    /// A comment in raw HTML that has no end.
    UnclosedComment "unclosed-comment" Error adjustable
        "A comment, or what HTML treats as one, begins with `<!--`, `<!` or `<?` and has no end, so that nobody is shown what comes after it. Often its end is misspelt (`-- >`).";
    /// Cells of a table beyond its header's.
    LostCells "lost-cells" Warning adjustable
        "A row of a table has more cells than the table's header has columns, so that nobody is shown what stands in them, and no comparison sees it change. Often a line break between two rows is missing, or a stroke `|` is meant as text and has no backslash before it.";
    /// A site without `base_url`.
    MissingBaseUrl "missing-base-url" Warning adjustable
        "Without `base_url` the site has no canonical addresses, no sitemap and no feed.";
    /// A required approval that is not there.
    MissingApproval "missing-approval" Error adjustable
        "The section requires that each version names who approved it, when and under which reference.";
    /// A draft of a version that is not there.
    UnknownBase "unknown-base" Warning adjustable
        "The draft's `based_on` names a version that the document does not have, so that nobody is warned when what it was made from is replaced.";
    /// A draft of a version after which another came.
    OutdatedBase "outdated-base" Warning adjustable
        "The document has a version that came after the one that the draft was made from (`based_on`), so that the draft lacks what changed there and would undo it. Compare the two, carry the changes over into the draft, and set `based_on` to the newest. `canllaw publish` refuses such a draft.";
    /// A removal on a day that is still to come.
    RemovalToCome "removal-to-come" Warning adjustable
        "`removed` in version.yaml states a day that is still to come. The text is left out from the next build on all the same, so that what must not be read is never shown; readers are told that it was removed, and are not told the day before it comes.";
    /// The languages of a version do not say the same.
    Parity "parity" Warning fixed
        "The languages of a version differ: in their blocks, headings, lists, tables, links, numbers, dates, files, in what YAML files tell readers, or in what changed since the version before. Whether this stops a build is said by `parity` in site.yaml or section.yaml. A difference that is meant is declared above its block, or at the beginning of a list's item, with the reason: `<!-- parity: … -->`; a version that corrects one language says so with `corrects`; leave for a language to fall behind has a last day, in `waiver`.";
    /// A text in another language than its name says.
    WrongLanguage "wrong-language" Warning adjustable
        "The text, or a part of it, seems to be written in another language than it claims, or says word for word what another language says. Where parity is required this stops a build.";
    /// A note on a version that says nothing of a change to a duty, a number, a date or a sum of money.
    SilentNote "silent-note" Warning adjustable
        "The note on a version (`change` in version.yaml), or its being called editorial, passes over a change to a duty, a number, a date or a sum of money. Readers go by the note: say there what changed. A note speaks of a change when it has one of its words, its values or the words of the heading above it.";
    /// A published version that was edited.
    SealBroken "seal-broken" Error fixed
        "The version was sealed when it was published, and something in it has changed since. Undo the edit; or publish it as a correction, a version whose folder ends in `.1`; or, where it changes nothing that was published, seal the version again and say why (`canllaw seal`).";
}

impl Code {
    /// The code of a name, if there is one.
    pub fn from_name(name: &str) -> Option<Code> {
        Code::ALL.iter().copied().find(|code| code.as_str() == name)
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.as_str())
    }
}
