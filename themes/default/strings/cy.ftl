# Y rhyngwyneb yn Gymraeg.
# Cywair ffurfiol; y mae “fersiwn” a “dogfen” yn fenywaidd. Saif label o flaen ei werth: nid oes bwlch mewn brawddeg lle y byddai treiglad.
# “to be confirmed”: i’w gadarnhau gan gyfieithydd.

## Punctuation between a label and its value, and between items of a list

label-separator = {":"}{" "}
list-separator = {","}{" "}

## Around every page

skip-to-content = Neidio i’r prif gynnwys
nav-main = Prif ddewislen
nav-changes = Newidiadau
nav-languages = Ieithoedd
nav-breadcrumbs = Rydych yma
nav-footer = Troedyn
nav-years = Blynyddoedd
nav-comparisons = Fersiynau a chymariaethau eraill
draft-banner = Drafft a ddangosir yma. Nid yw wedi’i gyhoeddi ac nid yw mewn grym.
feedback = Rhowch wybod inni am y dudalen hon
feedback-place = Lle ar y dudalen

## Titles of pages

home = Hafan
changes-title = Newidiadau
title-version = { $title } ({ $date })
title-history = { $title }: fersiynau a newidiadau
title-comparison = { $title }: beth a newidiodd
title-both-languages = { $title }: yr ieithoedd ochr yn ochr

## Home, sections and lists of documents

recent-changes = Newidiadau diweddar
all-changes = Pob newid
all-in-section = Pob dogfen
count-documents = { $count ->
    [zero] dim dogfennau
    [one] { $count } ddogfen
    [two] { $count } ddogfen
    [few] { $count } dogfen
    [many] { $count } dogfen
   *[other] { $count } o ddogfennau
}

## What a version is on the day of the build

state-in-force = Mewn grym
state-current = Cyfredol
state-coming = I ddod
state-superseded = Wedi’i disodli
state-corrected = Wedi’i chywiro ers hynny
state-withdrawn = Wedi’i thynnu’n ôl
state-draft = Drafft

## From when and until when; each is a label before a date

in-force-since = Mewn grym ers
current-since = Yn gyfredol ers
in-force-from = Mewn grym o
current-from = Yn gyfredol o
in-force-by = Mewn grym erbyn
current-by = Yn gyfredol erbyn
in-force-until = Mewn grym hyd at
current-until = Yn gyfredol hyd at
replaced = Disodlwyd
takes-effect = Daw i rym
corrected-on = Dyddiad cywiro
published-on = Dyddiad cyhoeddi
withdrawn-on = Dyddiad tynnu’n ôl
removed-on = Dyddiad tynnu ymaith

## Dates that are not fully known

start-not-known = nid yw’r dyddiad cychwyn yn hysbys
day-not-known = nid yw’r union ddyddiad yn hysbys
date-undecided = heb ei benderfynu
some-time-between = rywbryd o { $after } hyd at { $by }
by-date = erbyn { $date }
corrected-on-date = cywirwyd ar { $date }

## The bar above a text

version-label = Fersiwn
version-before = Y fersiwn flaenorol
what-changed = Beth a newidiodd
see-changes-from-before = Newidiadau ers y fersiwn flaenorol
see-changes-since = Beth a newidiodd ers hynny
all-versions = Pob fersiwn
both-languages = Yr ieithoedd ochr yn ochr
read-in-force = Darllenwch y fersiwn sydd mewn grym
read-current = Darllenwch y fersiwn gyfredol
read-document = Darllenwch y ddogfen

## Notices above a text

old-title = Hen fersiwn yw hon. Mae un arall wedi’i disodli.
corrected-title = Mae’r fersiwn hon wedi’i chywiro. Mae un arall wedi’i disodli.
coming-title = Nid yw’r fersiwn hon mewn grym eto.
coming-title-current = Nid yw’r fersiwn hon yn gyfredol eto.
successor-title = Bydd fersiwn newydd yn disodli’r fersiwn hon.
new-version = Y fersiwn newydd
replaced-by-version = Y fersiwn a’i disodlodd
draft-title = Drafft yw hwn. Nid yw mewn grym.
withdrawn-title = Mae’r ddogfen hon wedi’i thynnu’n ôl.
replaced-by-document = Yn ei lle
removed-title = Mae testun y fersiwn hon wedi’i dynnu ymaith.
removed-text = Cedwir y cyfeiriad, y dyddiadau a’r ôl bys, ond ni chedwir y testun.
reason = Rheswm
stand-in-title = Nid yw’r testun hwn ar gael yn Gymraeg.
stand-in-language = Iaith a ddangosir
stand-in-newest = Y fersiwn ddiweddaraf yn Gymraeg
no-text-in-language = Nid yw’r fersiwn hon ar gael yn Gymraeg.
waiver-language = Caniateir bod heb destun am y tro
waiver-until = Hyd at

## Below a text

contents = Ar y dudalen hon
attachments = Atodiadau
about-this-version = Ynghylch y fersiwn hon
change-note = Nodyn ar y newid
kind-of-change = Math o newid
editorial-change = Golygyddol: yr un yw’r ystyr
approved-by = Pwy a’i cymeradwyodd
approved-on = Dyddiad cymeradwyo
approval-reference = Cyfeirnod y gymeradwyaeth
reference = Cyfeirnod
review-by = I’w hadolygu erbyn
category = Math o ddogfen
owner = Perchennog
contact = Cyswllt
permanent-address = Cyfeiriad parhaol
# to be confirmed
fingerprint = Ôl bys
# to be confirmed
fingerprint-what = Beth y mae’r ôl bys yn ei brofi
fingerprint-proves = Fe’i cyfrifir o destunau’r fersiwn hon ym mhob iaith, ei hatodiadau, ei dyddiadau, ei chymeradwyaeth a’i nodyn. Os bydd un nod yn unrhyw un ohonynt yn newid, ni fydd yr ôl bys yn cyfateb mwyach.
fingerprint-does-not = Nid yw’n dangos pwy a ysgrifennodd y testun, nac a yw’r hyn a ddywed yn gywir.

## History

history = Fersiynau a newidiadau
count-changes = Newidiadau: { $count }
count-added = Ychwanegwyd: { $count }
count-removed = Dilëwyd: { $count }
count-changed = Newidiwyd: { $count }
count-moved = Symudwyd: { $count }
count-words-added = Geiriau a ychwanegwyd: { $count }
count-words-removed = Geiriau a ddilëwyd: { $count }

## Comparisons: around the text

before = Cyn
after = Ar ôl
no-changes = Nid oes dim wedi newid rhwng y fersiynau hyn.
summary = Crynodeb o’r newidiadau
legend = Allwedd
earlier-changes = Newidiadau cynharach
later-changes = Newidiadau diweddarach
now-reads = bellach
comparison-whole-blocks = Dangosir y newidiadau yma fesul darn cyfan, cyn ac ar ôl, ac nid fesul gair.
flag-duty = dyletswydd
flag-number = rhif
flag-date = dyddiad
flag-money = swm o arian

## Comparisons: lines of the summary; each is a label before a count

summary-added = Ychwanegwyd
summary-removed = Dilëwyd
summary-heading = Newidiwyd pennawd
summary-reworded = Newidiwyd y geiriad
summary-moved = Symudwyd
summary-split = Rhannwyd
summary-joined = Cyfunwyd
summary-restyled = Newidiwyd y fformatio
summary-relinked = Newidiwyd dolen
summary-relevelled = Newidiwyd lefel pennawd
summary-retyped = Newidiwyd y ffurf
summary-renumbered = Ailrifwyd
summary-rest = Y gweddill: { $count }

## Comparisons: labels beside what changed

diff-added = Ychwanegwyd
diff-removed = Dilëwyd
diff-changed = Newidiwyd
diff-moved = Symudwyd
diff-moved-from = Symudwyd yma
diff-moved-to = Symudwyd oddi yma
diff-split = Rhannwyd
diff-joined = Cyfunwyd
diff-restyled = Newidiwyd y fformatio
diff-relinked = Newidiwyd y ddolen: { $old } → { $new }
diff-relevelled = Newidiwyd lefel y pennawd: { $old } → { $new }
diff-retyped = Newidiwyd y ffurf
diff-renumbered = Ailrifwyd
diff-none = dim
diff-image = Newidiwyd y ddelwedd
diff-title = Newidiwyd y testun cymorth
diff-line-break = Newidiwyd y toriad llinell
diff-code-language = Newidiwyd iaith y cod
diff-alignment = Newidiwyd yr aliniad
diff-html = Newidiwyd y marcio
diff-start-added = dechrau testun a ychwanegwyd
diff-end-added = diwedd testun a ychwanegwyd
diff-start-removed = dechrau testun a ddilëwyd
diff-end-removed = diwedd testun a ddilëwyd

## Comparisons: going through the changes

reading-tools = Ffyrdd o ddarllen y newidiadau
change-first = Mynd at y newid cyntaf
change-previous = Y newid blaenorol
change-next = Y newid nesaf
change-position = Newid { $number } o { $count }
only-changes = Y newidiadau yn unig
side-by-side = Cyn ac ar ôl, ochr yn ochr
change-keys = Bysellau: n (y newid nesaf), p (y newid blaenorol)
comparison-notes = Sylwer
note-count-mismatch = Rhif yn y pennawd: { $stated }. Eitemau yn ei restr: { $found }
note-typography = Dyfynodau neu gollnodau y newidiwyd eu siâp yn unig: { $count }
note-stale-reference = Ailrifwyd ers ysgrifennu’r croesgyfeiriad hwn: { $reference } → { $now }
note-coarse = Mae’r testun hwn yn hir iawn, felly cymherir rhan ohono’n llai manwl.

## History of each paragraph

ages = Ers pryd y mae geiriad pob paragraff fel y mae
ages-how = Wrth ymyl pob paragraff ceir dyddiad y fersiwn a roddodd iddo ei eiriad presennol. Mae’r dyddiad yn arwain at yr hyn a newidiodd bryd hynny.

## In texts

footnotes = Troednodiadau
footnote-back = Yn ôl at gyfeiriad { $number }

## Sizes of files

size-bytes = { $size } beit
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## What changed on the site, and its feed

no-changes-yet = Nid oes dim wedi newid eto.
change-new = Newydd
change-changed = Newidiwyd
change-corrected = Cywirwyd
change-withdrawn = Tynnwyd yn ôl
change-reinstated = Mewn grym eto
change-removed = Tynnwyd y testun ymaith
feed-title = { $site }: newidiadau
feed-link = Dilynwch newidiadau (ffrwd Atom)

## Search and the list of all documents

nav-a-z = A–Y
search-title = Chwilio
search-label = Chwilio’r wefan hon
search-button = Chwilio
search-history = Chwilio fersiynau cynharach hefyd
search-results = Canlyniadau
search-none = Ni chafwyd hyd i ddim. Rhowch gynnig ar eiriau eraill, neu edrychwch ar y rhestr o’r holl ddogfennau.
search-failed = Nid oedd modd llwytho’r chwiliad. Mae pob dogfen yn y rhestr A–Y.
search-more = Rhagor o ganlyniadau
search-no-script = Ni ellir chwilio heb sgriptiau, ac maent wedi’u diffodd yma. Mae pob dogfen yn y rhestr A–Y.
a-z-title = Pob dogfen, A–Y
a-z-letters = Llythrennau

## Pages that lead elsewhere

moved-title = Mae’r dudalen hon wedi symud
moved-link = Ewch i’w chyfeiriad newydd
not-found-title = Ni chafwyd hyd i’r dudalen
not-found-text = Nid oes dim yn y cyfeiriad hwn. Efallai iddo gael ei deipio’n anghywir.
not-found-home = Ewch i’r hafan

## Findings, where a page shows them

severity-error = Gwall
severity-warning = Rhybudd
