# The interface in English. These messages say which there are: every other language has the same.
# A label stands before its value with a separator; a sentence has no slot where another language would mutate.

## Punctuation between a label and its value, and between items of a list

label-separator = {":"}{" "}
list-separator = {","}{" "}

## Around every page

skip-to-content = Skip to main content
nav-main = Main menu
nav-changes = Changes
nav-on-a-date = On a date
nav-languages = Languages
nav-breadcrumbs = You are here
nav-footer = Footer
nav-years = Years
nav-comparisons = Other versions and comparisons
nav-beside = Previous and next document
draft-banner = A draft is shown here. It is not published and not in force.
unpublished-banner = A version is shown here that is not published yet. It is not in force.
feedback = Tell us about this page
feedback-place = Place on the page

## Titles of pages

home = Home
changes-title = Changes
title-version = { $title } ({ $date })
title-history = { $title }: versions and changes
title-comparison = { $title }: what changed
title-both-languages = { $title }: languages side by side
title-comparison-languages = { $title }: the changes side by side

## Home, sections and lists of documents

recent-changes = Recent changes
all-changes = All changes
all-in-section = All documents
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}

## What a version is on the day of the build

state-in-force = In force
state-current = Current
state-may-be-replaced = May already have been replaced
state-may-hold = May already be in force
state-may-hold-current = May already be current
state-coming = Coming
state-superseded = Replaced
state-corrected = Corrected since
state-withdrawn = Withdrawn
state-unpublished = Not published yet
state-draft = Draft

## From when and until when; each is a label before a date

in-force-since = In force since
current-since = Current since
in-force-from = In force from
current-from = Current from
in-force-by = In force by
current-by = Current by
in-force-until = In force until
current-until = Current until
replaced = Replaced
to-be-replaced = To be replaced
perhaps-replaced = Replaced, or to be replaced
takes-effect = Takes effect
was-to-take-effect = Was to take effect
corrected-on = Corrected on
corrected-in = Corrected in
translated-on = Translated on
translated-into = Translated into
published-on = Published on
withdrawn-on = Withdrawn on
to-be-withdrawn-on = To be withdrawn on
removed-on = Removed on

## Dates that are not fully known

start-not-known = start not known
day-not-known = exact day not known
date-undecided = not decided
some-time-between = some time between { $after } and { $by }
by-date = by { $date }
corrected-on-date = corrected on { $date }
version-id = version { $id }

## The bar above a text

version-label = Version
version-before = Version before
what-changed = What changed
see-changes-from-before = Changes from the version before
see-changes-since-earlier = Changes since an earlier version
see-changes-since = What has changed since then
see-changes-to-coming = See what the new version changes
changes-since = What has changed since each earlier version
all-versions = All versions
both-languages = Languages side by side
comparison-languages = The changes in all languages, side by side
comparison-uneven = Changed in some of the languages only
read-in-force = Read the version in force
read-current = Read the current version
read-last-known = Read the last version known to have been in force
read-last-known-current = Read the last version known to have been current
read-document = Read the document

## Notices above a text

old-title = This is an old version. Another has replaced it.
corrected-title = This version has been corrected. Another has replaced it.
coming-title = This version is not in force yet.
coming-title-current = This version is not current yet.
may-hold-title = This version may already be in force. The exact day is not known.
may-hold-title-current = This version may already be current. The exact day is not known.
successor-title = A new version will replace this one.
may-be-replaced-title = A new version may already have replaced this one.
new-version = New version
replaced-by-version = Version that replaced it
draft-title = This is a draft. It is not in force.
unpublished-title = This version is not published yet. It is not in force.
withdrawn-title = This document has been withdrawn.
to-be-withdrawn-title = This document will be withdrawn.
replaced-by-document = In its place
replaces-document = Replaces
removed-title = The text of this version has been removed.
removed-text = The address, the dates and the fingerprint are kept; the text is not.
reason = Reason
stand-in-title = This text is not available in English.
stand-in-language = Language shown
stand-in-newest = Newest version in English
# In a list, before the language of a title that stands in.
title-language = Language
no-text-in-language = This version is not available in English.
waiver-language = The text may be missing for now
waiver-until = Until

## Below a text

contents = On this page
attachments = Attachments
about-this-version = About this version
change-note = Note on the change
kind-of-change = Kind of change
editorial-change = Editorial: the meaning is the same
approved-by = Approved by
approved-on = Approved on
approval-reference = Reference of the approval
reference = Reference
review-by = To be reviewed by
review-was-due = Was to be reviewed by
category = Kind of document
owner = Owner
contact = Contact
permanent-address = Permanent address
fingerprint = Fingerprint
fingerprint-what = What the fingerprint proves
fingerprint-proves = It is calculated from the texts of this version in every language, its attachments, its dates, its approval and its note. If one character of any of them changes, the fingerprint no longer matches.
fingerprint-does-not = It does not show who wrote the text, or whether what it says is right.

## History

history = Versions and changes
timeline = Timeline of the versions
timeline-how = Each bar shows when a version held; one that reaches the edge still holds. The larger the mark at its start, the more changed. A diamond marks a correction, and a cross a withdrawal. A dashed line stands for days on which it is not known which version held; a dotted bar is still to come. The same is told in words below.
pairs = Compare two versions
pairs-compare = Compare
pairs-same = Choose two different versions.
pairs-nearest = These two have no page of their own. The nearest comparisons are:
count-changes = Changes: { $count }
count-added = Added: { $count }
count-removed = Removed: { $count }
count-changed = Changed: { $count }
count-moved = Moved: { $count }
count-split = Split: { $count }
count-joined = Joined: { $count }
count-retyped = Form changed: { $count }
count-relevelled = Heading level changed: { $count }
count-relinked = Link changed: { $count }
count-restyled = Formatting changed: { $count }
count-renumbered = Renumbered: { $count }
count-words-added = Words added: { $count }
count-words-removed = Words removed: { $count }

## Comparisons: around the text

before = Before
after = After
no-changes = The text is the same in both versions.
files-changed = Files added, removed or changed
summary = Summary of the changes
legend = Key
earlier-changes = Earlier changes
later-changes = Later changes
now-reads = now
comparison-whole-blocks = Changes are shown here as whole passages, before and after, and not word by word.
flag-duty = duty
flag-number = number
flag-date = date
flag-money = sum of money

## Comparisons: lines of the summary; each is a label before a count

summary-added = Added
summary-removed = Removed
summary-heading = Heading changed
summary-reworded = Reworded
summary-moved = Moved
summary-split = Split
summary-joined = Joined
summary-restyled = Formatting changed
summary-images = Image changed
summary-relinked = Link changed
summary-relevelled = Heading level changed
summary-retyped = Form changed
summary-renumbered = Renumbered
summary-within = In this section: { $count }
summary-rest = The rest: { $count }

## Comparisons: labels beside what changed

diff-added = Added
diff-removed = Removed
diff-changed = Changed
diff-moved = Moved
diff-moved-here = Moved here
diff-moved-here-from = Moved here from
diff-moved-away = Moved from here
diff-moved-away-to = Moved from here to
diff-split = Split
diff-joined = Joined
diff-restyled = Formatting changed
diff-bold-added = Bold added
diff-bold-removed = Bold removed
diff-italics-added = Italics added
diff-italics-removed = Italics removed
diff-strikethrough-added = Line through the words added
diff-strikethrough-removed = Line through the words removed
diff-code-added = Now shown as code
diff-code-removed = No longer shown as code
diff-relinked = Link changed: { $old } → { $new }
diff-link-added = Link added
diff-link-removed = Link removed
diff-relevelled = Heading level changed: { $old } → { $new }
diff-retyped = Form changed
diff-retyped-quote = Now a quotation
diff-retyped-list = Now a list
diff-retyped-item = Now an item in a list
diff-other-level = Now at another level of the list
diff-retyped-text = Now ordinary text
diff-retyped-heading = Now a heading
diff-bullets = bullets
diff-numbers = numbers
diff-renumbered = Renumbered
diff-none = none
diff-no-description = no description
diff-image = Image changed
diff-title = Tooltip changed
diff-line-break-added = Line break added
diff-line-break-removed = Line break removed
diff-code-language = Language of the code changed
diff-alignment = Alignment changed
diff-html = Markup changed
diff-start-added = start of added text
diff-end-added = end of added text
diff-start-removed = start of removed text
diff-end-removed = end of removed text

## Comparisons: going through the changes

reading-tools = Ways to read the changes
change-first = Go to the first change
change-previous = Previous change
change-next = Next change
change-position = Change { $number } of { $count }
only-changes = Only what changed
unchanged-part = An unchanged part, not shown
side-by-side = Before and after, side by side
change-keys = Keys: n (next change), p (previous change)
comparison-notes = Please note
note-count-mismatch = Number in the heading: { $stated }. Items in its list: { $found }
note-typography = Quotation marks or apostrophes that changed in shape alone: { $count }
note-composition = Accented letters that are stored in another way and look the same: { $count }
note-stale-reference = Renumbered since this reference was written: { $reference } → { $now }
note-removed-target = Removed since this reference was written: { $reference }
note-displaced = The same words stood in another paragraph before: “{ $words }”
note-other-footnote = Refers to another footnote now, with the same number: “{ $old }” → “{ $new }”
note-coarse = This text is very long, so part of it is compared in less detail.

## The section on one page

book = All on one page
book-link = Read or print it all on one page
title-book = { $title }: all on one page
book-contents = Contents
chapter-previous = Previous chapter
chapter-next = Next chapter
chapter-contents = Back to the contents
document-previous = Previous document
document-next = Next document
document = Document

## History of each paragraph

ages = When each paragraph last changed
ages-how = Beside each paragraph stands the date of the version that brought it, or last changed its words, form or links. The date leads to what changed then.

## Citing a version and the places in it

cite = Cite this version, or a place in it
cite-word = Cite
cite-whole = { $title }, as on { $date }
cite-whole-corrected = { $title }, as on { $date }, corrected on { $corrected }
cite-place = { $title }, { $place }, as on { $date }
cite-place-corrected = { $title }, { $place }, as on { $date }, corrected on { $corrected }
cite-whole-version = { $title } (version: { $date })
cite-place-version = { $title }, { $place } (version: { $date })
cite-heading = “{ $heading }”
cite-paragraph = paragraph { $number }
cite-how = Beside each clause and heading there is now a link to its place in this version, at an address that stays for ever. A citation names the place after the title.
cite-example = For example
cite-copy = Copy
cite-close = Close
cite-since = This wording since
cite-other-language = In another language

## In texts

footnotes = Footnotes
footnote-back = Back to reference { $number }

## Sizes of files

size-bytes = { $size ->
    [one] { $size } byte
   *[other] { $size } bytes
}
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## What changed on the site, and its feed

no-changes-yet = Nothing has changed yet.
change-new = New
change-changed = Changed
change-corrected = Corrected
change-translated = Translated
change-withdrawn = Withdrawn
change-reinstated = In force again
change-removed = Text removed
feed-title = { $site }: changes
feed-link = Follow changes (Atom feed)

## What was in force on a date

on-a-date-title = What was in force on a date
on-a-date-see = See what was in force on a date
on-a-date-see-then = See everything in force on { $date }
on-a-date-lead = Choose a day to see what was in force then, as it could be read on that day.
on-a-date-label = Date
on-a-date-button = Show
on-a-date-now = In force now
on-a-date-day = On { $date }
on-a-date-to-come = This day is still to come. The list shows what is known so far.
on-a-date-none = No document is known to have been in force on this day.
on-a-date-withdrawn = Withdrawn documents
on-a-date-by = In force by { $date }; start not known
on-a-date-current-by = Current by { $date }; start not known
on-a-date-unpublished = Not yet published on this day
on-a-date-corrected = The text as corrected on { $date }
on-a-date-later = The version published on { $date }, which holds from an earlier day
on-a-date-perhaps = May already have been replaced by the version
on-a-date-changes = Days of the latest changes
on-a-date-earlier-changes = Some days of earlier changes
on-a-date-year-ends = Ends of years
on-a-date-invalid = That is not a date. Choose a day above, or one of those below.
on-a-date-failed = The list for this day could not be loaded. The days below have pages of their own.
on-a-date-no-script = Choosing any day needs scripts, which are turned off here. Below is what is in force now; the days at the end of this page can be read without scripts.

## Search and the list of all documents

nav-a-z = A–Z
search-title = Search
search-label = Search this site
search-button = Search
search-history = Search earlier and coming versions too
search-results = Results
search-some = No page has all of these words. The pages below have some of them.
search-none = Nothing was found. Try other words, or look in the list of all documents.
search-none-in-force = Nothing in force was found.
search-in-others = Results in earlier and coming versions
search-failed = The search could not be loaded. Every document is in the A–Z.
search-in-preview = The preview has no search: that is made when the site is built, with canllaw build. Every document is in the A–Z.
search-more = More results
search-no-script = Searching needs scripts, which are turned off here. Every document is in the A–Z.
a-z-title = All documents, A–Z
a-z-letters = Letters

## Pages that lead elsewhere

moved-title = This page has moved
moved-link = Go to its new address
not-found-title = Page not found
not-found-text = There is nothing at this address. It may have been mistyped.
not-found-home = Go to the home page

## Findings, where a page shows them

severity-error = Error
severity-warning = Warning

## Drafts: what they change, and what they still lack

draft-mark = DRAFT
unpublished-mark = NOT PUBLISHED YET
draft-changes = What this changes
draft-against = Compared with the version that begins
draft-no-base = Nothing is in force to compare it with.
draft-no-changes = The text is the same as in the version in force.
draft-all-changes = See every change in its place
draft-outdated = Another version was published after the one that this draft was made from. What it changed may be lost.
draft-made-from = Made from
draft-base-unknown = This draft says that it was made from a version that is not there. Whether it has all that is in force now is not known.
draft-lacks-note = Note on the change still missing
draft-lacks-text = Text still missing
draft-parity = Language compared with
draft-parity-same = No difference found.
draft-parity-here = Here
draft-parity-there = There
draft-parity-absent = Not there
edited-title = { $part ->
    [files] This version has been published, and its files have been changed since.
    [statement] This version has been published, and what is stated of it has been changed since.
   *[text] This version has been published, and its text has been changed since.
}
edited-help = What readers were shown has changed without a trace. Put it back as it was and write a correction or a new version: canllaw revise.

parity-block = Only in one of the languages
parity-section = Section in one of the languages only
parity-order = At another place
parity-kind = Another kind of passage
parity-heading-level = Level of the heading
parity-numbering = Numbering of the list
parity-columns = Number of columns
parity-rows = Number of rows
parity-items = Number of items
parity-cell = Empty cell
parity-empty = Empty passage
parity-label = Label of the clause
parity-reference = Reference to a clause
parity-link = Link
parity-link-language = Language of a link
parity-image = Image
parity-description = Description of the image
parity-footnote = Footnote
parity-date = Date
parity-time = Time
parity-money = Sum of money
parity-percentage = Percentage
parity-number = Number
parity-count = Number in the heading does not match its list
parity-identical = The same words in both languages
parity-wrong-language = Words in another language
parity-ampersand = The sign & in a Welsh text

## The preview

preview = Preview
preview-on = The site as on
preview-show = Show
preview-today = As it is today
preview-follow = Go to what is being edited
preview-lost = The preview has stopped. This page is as it was last; it will be up to date when the preview runs again.
status = How the site stands
status-title = How the site stands
status-documents = Documents
status-document = Document
status-languages = Languages
status-agree = alike
status-differences = { $count ->
    [one] { $count } difference
   *[other] { $count } differences
}
status-missing = missing
status-sealed = sealed
status-overdue = overdue
status-findings = What needs to be put right
status-none = Nothing.
status-rest = The rest: { $count }. “canllaw check” lists them all.
faults-title = There is something to mend
faults-below = Below is the page as it was last whole.
faults-below-now = Below is the page as its files are now, not as it was last whole.
faults-line = Line { $line }, column { $column }
faults-what-to-do = What to do
faults-in-english = In full, in English
faults-close = Show the page
failure-title = This page cannot be shown
failure-below = There is no earlier state of it to show. The page looks again by itself as soon as something is saved.

## Findings: what each kind means

finding-unreadable = A file or folder cannot be read.
finding-unread-yaml = A file of YAML is not read, by its name or its folder.
finding-unsafe-path = A path leads out of the site’s folder.
finding-invalid-utf8 = The file is not UTF-8 text.
finding-too-large = The file is larger, or nested more deeply, than can be read.
finding-invalid-yaml = The YAML cannot be understood.
finding-unknown-key = The key has no meaning in this file.
finding-duplicate-key = The key is given twice.
finding-missing-key = A key that this file needs is not there.
finding-wrong-type = The value is of another kind than the key takes.
finding-invalid-value = The value is not one that the key takes.
finding-invalid-date = The date is not in the calendar, or is not written as year-month-day.
finding-missing-date = A version does not say when it takes effect, or when it was published.
finding-duplicate-version = Two versions take effect on the same day.
finding-unknown-language = The site does not have this language.
finding-unknown-words = There are no words for addresses in this language.
finding-empty-version = A version has no text.
finding-empty-folder = A folder has nothing in it that readers could see.
finding-misplaced-text = The text lies in none of the document’s versions.
finding-missing-title = A text has no title.
finding-invalid-front-matter = The front matter begins with --- and does not end.
finding-address-collision = Two parts of the site would have the same address.
finding-theme-template = A template of the theme does not work.
finding-theme-string = A string of the interface is missing.
finding-empty-site = The site has no document and no page.
finding-missing-text = A version lacks a text in one of the languages.
finding-broken-link = A link leads to nothing.
finding-broken-anchor = A link leads to a place that is not there.
finding-link-to-removed = A link leads to a place or a file of a text that was removed.
finding-refused-address = A link’s address can do harm.
finding-empty-link = A link has no address.
finding-foreign-picture = A picture lies on another site.
finding-refused-html = Part of the HTML is not allowed on the page.
finding-unclosed-comment = A comment begins and is never ended.
finding-lost-cells = A row of a table has cells that nobody is shown.
finding-missing-slug = There is no slug in one of the languages.
finding-missing-section-title = A section has no title.
finding-missing-base-url = The site does not state its own address.
finding-missing-approval = The approval that the section requires is not there.
finding-unknown-base = The version that a draft was made from is not there.
finding-outdated-base = A version came after the one that a draft was made from.
finding-unused-theme-part = Part of the site’s theme is used by nothing: its name may be misspelt.
finding-low-contrast = A colour of the site stands out too little from what it is seen on.
finding-parity = The languages do not say the same.
finding-wrong-language = A text seems to be in another language than its file name says.
finding-seal-broken = A sealed version has been changed.

## What a page is about, for search engines

description-home = Rules and guidance in force, their earlier versions, and what changed between them.
description-section = The documents of this section that are in force, their earlier versions, and what changed.
description-changes = What changed in each document, newest first.
description-a-z = Every document, in alphabetical order.
