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
nav-on-a-date = Ar ddyddiad
nav-languages = Ieithoedd
nav-breadcrumbs = Rydych yma
nav-footer = Troedyn
nav-years = Blynyddoedd
nav-comparisons = Fersiynau a chymariaethau eraill
nav-beside = Y ddogfen flaenorol a’r ddogfen nesaf
draft-banner = Drafft a ddangosir yma. Nid yw wedi’i gyhoeddi ac nid yw mewn grym.
unpublished-banner = Fersiwn nad yw wedi’i chyhoeddi eto a ddangosir yma. Nid yw mewn grym.
feedback = Rhowch wybod inni am y dudalen hon
feedback-place = Lle ar y dudalen

## Titles of pages

home = Hafan
changes-title = Newidiadau
title-version = { $title } ({ $date })
title-history = { $title }: fersiynau a newidiadau
title-comparison = { $title }: beth a newidiodd
title-both-languages = { $title }: yr ieithoedd ochr yn ochr
title-comparison-languages = { $title }: y newidiadau ochr yn ochr

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
   *[other] { $count } dogfen
}

## What a version is on the day of the build

state-in-force = Mewn grym
state-current = Cyfredol
state-may-be-replaced = Efallai ei bod eisoes wedi’i disodli
state-may-hold = Efallai ei bod eisoes mewn grym
state-may-hold-current = Efallai ei bod eisoes yn gyfredol
state-coming = I ddod
state-superseded = Wedi’i disodli
state-corrected = Wedi’i chywiro ers hynny
state-withdrawn = Wedi’i thynnu’n ôl
state-unpublished = Heb ei chyhoeddi eto
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
to-be-replaced = I’w disodli
perhaps-replaced = Disodlwyd, neu i’w disodli
takes-effect = Daw i rym
was-to-take-effect = Bwriadwyd iddi ddod i rym
corrected-on = Dyddiad cywiro
corrected-in = Iaith y cywiriad
translated-on = Dyddiad cyfieithu
translated-into = Iaith y cyfieithiad
published-on = Dyddiad cyhoeddi
withdrawn-on = Dyddiad tynnu’n ôl
to-be-withdrawn-on = I’w thynnu’n ôl ar
removed-on = Dyddiad tynnu ymaith

## Dates that are not fully known

start-not-known = nid yw’r dyddiad cychwyn yn hysbys
day-not-known = nid yw’r union ddyddiad yn hysbys
date-undecided = heb ei benderfynu
some-time-between = rywbryd o { $after } hyd at { $by }
by-date = erbyn { $date }
corrected-on-date = cywirwyd ar { $date }
version-id = fersiwn { $id }

## The bar above a text

version-label = Fersiwn
version-before = Y fersiwn flaenorol
what-changed = Beth a newidiodd
see-changes-from-before = Newidiadau ers y fersiwn flaenorol
see-changes-since-earlier = Newidiadau ers fersiwn gynharach
see-changes-since = Beth a newidiodd ers hynny
see-changes-to-coming = Beth y mae’r fersiwn newydd yn ei newid
changes-since = Beth a newidiodd ers pob fersiwn gynharach
all-versions = Pob fersiwn
both-languages = Yr ieithoedd ochr yn ochr
comparison-languages = Y newidiadau ym mhob iaith, ochr yn ochr
comparison-uneven = Newidiwyd mewn rhai o’r ieithoedd yn unig
read-in-force = Darllen y fersiwn sydd mewn grym
read-current = Darllen y fersiwn gyfredol
read-last-known = Darllen y fersiwn ddiweddaraf y gwyddys iddi fod mewn grym
read-last-known-current = Darllen y fersiwn ddiweddaraf y gwyddys iddi fod yn gyfredol
read-document = Darllen y ddogfen

## Notices above a text

old-title = Hen fersiwn yw hon. Mae fersiwn arall wedi cymryd ei lle.
corrected-title = Mae’r fersiwn hon wedi’i chywiro. Mae fersiwn arall wedi cymryd ei lle.
coming-title = Nid yw’r fersiwn hon mewn grym eto.
coming-title-current = Nid yw’r fersiwn hon yn gyfredol eto.
may-hold-title = Efallai fod y fersiwn hon eisoes mewn grym. Nid yw’r union ddyddiad yn hysbys.
may-hold-title-current = Efallai fod y fersiwn hon eisoes yn gyfredol. Nid yw’r union ddyddiad yn hysbys.
successor-title = Bydd fersiwn newydd yn disodli’r fersiwn hon.
may-be-replaced-title = Efallai fod fersiwn newydd eisoes wedi disodli’r fersiwn hon.
new-version = Y fersiwn newydd
replaced-by-version = Y fersiwn a’i disodlodd
draft-title = Drafft yw hwn. Nid yw mewn grym.
unpublished-title = Nid yw’r fersiwn hon wedi’i chyhoeddi eto. Nid yw mewn grym.
withdrawn-title = Mae’r ddogfen hon wedi’i thynnu’n ôl.
to-be-withdrawn-title = Bydd y ddogfen hon yn cael ei thynnu’n ôl.
replaced-by-document = Yn ei lle
replaces-document = Yn disodli
removed-title = Mae testun y fersiwn hon wedi’i dynnu ymaith.
removed-text = Cedwir y cyfeiriad, y dyddiadau a’r ôl bys, ond ni chedwir y testun.
reason = Rheswm
stand-in-title = Nid yw’r testun hwn ar gael yn Gymraeg.
stand-in-language = Iaith a ddangosir
stand-in-newest = Y fersiwn ddiweddaraf yn Gymraeg
# In a list, before the language of a title that stands in.
title-language = Iaith
no-text-in-language = Nid yw’r fersiwn hon ar gael yn Gymraeg.
waiver-language = Caniateir i’r testun fod ar goll am y tro
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
review-was-due = Roedd i’w hadolygu erbyn
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
timeline = Llinell amser y fersiynau
timeline-how = Mae pob bar yn dangos pryd yr oedd fersiwn mewn grym; mae un sy’n cyrraedd yr ymyl yn parhau mewn grym. Po fwyaf yw’r marc ar ei ddechrau, mwyaf oll a newidiodd. Mae diemwnt yn dynodi cywiriad, a chroes yn dynodi tynnu’n ôl. Mae llinell doredig yn dynodi’r dyddiau na wyddys pa fersiwn a oedd mewn grym arnynt; mae bar dotiog eto i ddod. Nodir yr un peth mewn geiriau isod.
pairs = Cymharu dwy fersiwn
pairs-compare = Cymharu
pairs-same = Dewiswch ddwy fersiwn wahanol.
pairs-nearest = Nid oes gan y ddwy fersiwn hyn eu tudalen eu hunain. Dyma’r cymariaethau agosaf:
count-changes = Newidiadau: { $count }
count-added = Ychwanegwyd: { $count }
count-removed = Dilëwyd: { $count }
count-changed = Newidiwyd: { $count }
count-moved = Symudwyd: { $count }
count-split = Rhannwyd: { $count }
count-joined = Cyfunwyd: { $count }
count-retyped = Newidiwyd y ffurf: { $count }
count-relevelled = Newidiwyd lefel pennawd: { $count }
count-relinked = Newidiwyd dolen: { $count }
count-restyled = Newidiwyd y fformatio: { $count }
count-renumbered = Ailrifwyd: { $count }
count-words-added = Geiriau a ychwanegwyd: { $count }
count-words-removed = Geiriau a ddilëwyd: { $count }

## Comparisons: around the text

before = Cyn
after = Ar ôl
no-changes = Yr un yw’r testun yn y ddwy fersiwn.
files-changed = Ffeiliau a ychwanegwyd, a ddilëwyd neu a newidiwyd
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
summary-images = Newidiwyd delwedd
summary-relinked = Newidiwyd dolen
summary-relevelled = Newidiwyd lefel pennawd
summary-retyped = Newidiwyd y ffurf
summary-renumbered = Ailrifwyd
summary-within = Yn yr adran hon: { $count }
summary-rest = Y gweddill: { $count }

## Comparisons: labels beside what changed

diff-added = Ychwanegwyd
diff-removed = Dilëwyd
diff-changed = Newidiwyd
diff-moved = Symudwyd
diff-moved-here = Symudwyd yma
diff-moved-here-from = Symudwyd yma o’r adran
diff-moved-away = Symudwyd oddi yma
diff-moved-away-to = Symudwyd oddi yma i’r adran
diff-split = Rhannwyd
diff-joined = Cyfunwyd
diff-restyled = Newidiwyd y fformatio
diff-bold-added = Mewn teip trwm bellach
diff-bold-removed = Nid yw mewn teip trwm mwyach
diff-italics-added = Mewn teip italig bellach
diff-italics-removed = Nid yw mewn teip italig mwyach
diff-strikethrough-added = Ychwanegwyd llinell drwy’r geiriau
diff-strikethrough-removed = Tynnwyd y llinell drwy’r geiriau
diff-code-added = Dangosir fel cod bellach
diff-code-removed = Ni ddangosir fel cod mwyach
diff-relinked = Newidiwyd y ddolen: { $old } → { $new }
diff-link-added = Ychwanegwyd dolen
diff-link-removed = Tynnwyd dolen
diff-relevelled = Newidiwyd lefel y pennawd: { $old } → { $new }
diff-retyped = Newidiwyd y ffurf
diff-retyped-quote = Bellach yn ddyfyniad
diff-retyped-list = Bellach yn rhestr
diff-retyped-item = Bellach yn eitem mewn rhestr
diff-other-level = Bellach ar lefel arall yn y rhestr
diff-retyped-text = Bellach yn destun cyffredin
diff-retyped-heading = Bellach yn bennawd
diff-bullets = pwyntiau bwled
diff-numbers = rhifau
diff-renumbered = Ailrifwyd
diff-none = dim
diff-no-description = dim disgrifiad
diff-image = Newidiwyd y ddelwedd
diff-title = Newidiwyd y testun cymorth
diff-line-break-added = Ychwanegwyd toriad llinell
diff-line-break-removed = Tynnwyd toriad llinell
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
unchanged-part = Rhan nas newidiwyd ac nas dangosir
side-by-side = Cyn ac ar ôl, ochr yn ochr
change-keys = Bysellau: n (y newid nesaf), p (y newid blaenorol)
comparison-notes = Sylwer
note-count-mismatch = Rhif yn y pennawd: { $stated }. Eitemau yn ei restr: { $found }
note-typography = Dyfynodau neu gollnodau y newidiwyd eu siâp yn unig: { $count }
note-composition = Llythrennau acennog sydd wedi’u storio mewn ffordd arall ac yn edrych yr un fath: { $count }
note-stale-reference = Ailrifwyd ers ysgrifennu’r croesgyfeiriad hwn: { $reference } → { $now }
note-removed-target = Dilëwyd ers ysgrifennu’r croesgyfeiriad hwn: { $reference }
note-displaced = Yr oedd yr un geiriau mewn paragraff arall o’r blaen: “{ $words }”
note-other-footnote = Mae’n cyfeirio at droednodyn arall erbyn hyn, â’r un rhif: “{ $old }” → “{ $new }”
note-coarse = Mae’r testun hwn yn hir iawn, felly cymherir rhan ohono’n llai manwl.

## The section on one page

book = Y cyfan ar un dudalen
book-link = Darllen neu argraffu’r cyfan ar un dudalen
title-book = { $title }: y cyfan ar un dudalen
book-contents = Cynnwys
chapter-previous = Y bennod flaenorol
chapter-next = Y bennod nesaf
chapter-contents = Yn ôl i’r cynnwys
document-previous = Y ddogfen flaenorol
document-next = Y ddogfen nesaf
document = Dogfen

## History of each paragraph

ages = Pryd y newidiwyd pob paragraff ddiwethaf
ages-how = Wrth ymyl pob paragraff ceir dyddiad y fersiwn a’i cyflwynodd, neu a newidiodd ddiwethaf ei eiriau, ei ffurf neu ei ddolenni. Mae’r dyddiad yn arwain at yr hyn a newidiodd bryd hynny.

## Citing a version and the places in it

cite = Dyfynnu’r fersiwn hon, neu fan ynddi
cite-word = Dyfynnu
cite-whole = { $title }, fel yr oedd ar { $date }
cite-whole-corrected = { $title }, fel yr oedd ar { $date }, fel y’i cywirwyd ar { $corrected }
cite-place = { $title }, { $place }, fel yr oedd ar { $date }
cite-place-corrected = { $title }, { $place }, fel yr oedd ar { $date }, fel y’i cywirwyd ar { $corrected }
cite-whole-version = { $title } (fersiwn: { $date })
cite-place-version = { $title }, { $place } (fersiwn: { $date })
cite-heading = “{ $heading }”
cite-paragraph = paragraff { $number }
cite-how = Wrth ymyl pob cymal a phennawd ceir bellach ddolen i’w fan yn y fersiwn hon, mewn cyfeiriad sy’n aros am byth. Mewn dyfyniad, enwir y fan ar ôl y teitl.
cite-example = Er enghraifft
cite-copy = Copïo
cite-close = Cau
cite-since = Y geiriad hwn ers
cite-other-language = Mewn iaith arall

## In texts

footnotes = Troednodiadau
footnote-back = Yn ôl at gyfeiriad { $number }

## Sizes of files

size-bytes = { $size ->
    [zero] { $size } beit
    [one] { $size } beit
    [two] { $size } feit
    [few] { $size } beit
    [many] { $size } beit
   *[other] { $size } beit
}
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## What changed on the site, and its feed

no-changes-yet = Nid oes dim wedi newid eto.
change-new = Newydd
change-changed = Newidiwyd
change-corrected = Cywirwyd
change-translated = Cyfieithwyd
change-withdrawn = Tynnwyd yn ôl
change-reinstated = Mewn grym eto
change-removed = Tynnwyd y testun ymaith
feed-title = { $site }: newidiadau
feed-link = Dilyn newidiadau (ffrwd Atom)

## What was in force on a date

on-a-date-title = Beth a oedd mewn grym ar ddyddiad penodol
on-a-date-see = Gweld beth a oedd mewn grym ar ddyddiad penodol
on-a-date-see-then = Gweld popeth a oedd mewn grym ar { $date }
on-a-date-lead = Dewiswch ddiwrnod i weld beth a oedd mewn grym bryd hynny, fel y gellid ei ddarllen ar y diwrnod hwnnw.
on-a-date-label = Dyddiad
on-a-date-button = Dangos
on-a-date-now = Mewn grym yn awr
on-a-date-day = Ar { $date }
on-a-date-to-come = Mae’r diwrnod hwn eto i ddod. Dengys y rhestr yr hyn sy’n hysbys hyd yma.
on-a-date-none = Ni wyddys am unrhyw ddogfen a oedd mewn grym ar y diwrnod hwn.
on-a-date-withdrawn = Dogfennau wedi’u tynnu’n ôl
on-a-date-by = Mewn grym erbyn { $date }; nid yw’r dyddiad cychwyn yn hysbys
on-a-date-current-by = Yn gyfredol erbyn { $date }; nid yw’r dyddiad cychwyn yn hysbys
on-a-date-unpublished = Heb ei chyhoeddi eto ar y diwrnod hwn
on-a-date-corrected = Y testun fel y’i cywirwyd ar { $date }
on-a-date-later = Y fersiwn a gyhoeddwyd ar { $date }, sy’n gymwys o ddiwrnod cynharach
on-a-date-perhaps = Efallai ei bod eisoes wedi’i disodli gan y fersiwn
on-a-date-changes = Dyddiau’r newidiadau diweddaraf
on-a-date-earlier-changes = Rhai o ddyddiau newidiadau cynharach
on-a-date-year-ends = Diwedd pob blwyddyn
on-a-date-invalid = Nid yw hwnnw’n ddyddiad. Dewiswch ddiwrnod uchod, neu un o’r rhai isod.
on-a-date-failed = Ni ellid llwytho’r rhestr ar gyfer y diwrnod hwn. Mae gan y dyddiau isod eu tudalennau eu hunain.
on-a-date-no-script = Mae angen sgriptiau i ddewis unrhyw ddiwrnod, ac maent wedi’u diffodd yma. Isod ceir yr hyn sydd mewn grym yn awr; gellir darllen y dyddiau ar ddiwedd y dudalen hon heb sgriptiau.

## Search and the list of all documents

nav-a-z = A–Y
search-title = Chwilio
search-label = Chwilio’r wefan hon
search-button = Chwilio
search-history = Chwilio drwy fersiynau cynharach a fersiynau i ddod hefyd
search-results = Canlyniadau
search-some = Nid oes yr un dudalen yn cynnwys pob un o’r geiriau hyn. Mae rhai ohonynt ar y tudalennau isod.
search-none = Ni chafwyd hyd i ddim. Rhowch gynnig ar eiriau eraill, neu edrychwch ar y rhestr o’r holl ddogfennau.
search-none-in-force = Ni chafwyd hyd i ddim sydd mewn grym.
search-in-others = Canlyniadau mewn fersiynau cynharach a fersiynau i ddod
search-failed = Nid oedd modd llwytho’r chwiliad. Mae pob dogfen yn y rhestr A–Y.
search-in-preview = Nid oes chwiliad yn y rhagolwg: caiff ei greu pan adeiledir y wefan drwy redeg canllaw build. Mae pob dogfen yn y rhestr A–Y.
search-more = Rhagor o ganlyniadau
search-no-script = Ni ellir chwilio heb sgriptiau, ac maent wedi’u diffodd yma. Mae pob dogfen yn y rhestr A–Y.
a-z-title = Pob dogfen, A–Y
a-z-letters = Llythrennau

## Pages that lead elsewhere

moved-title = Mae’r dudalen hon wedi symud
moved-link = Mynd i’w chyfeiriad newydd
not-found-title = Ni chafwyd hyd i’r dudalen
not-found-text = Nid oes dim yn y cyfeiriad hwn. Efallai iddo gael ei deipio’n anghywir.
not-found-home = Mynd i’r hafan

## Findings, where a page shows them

severity-error = Gwall
severity-warning = Rhybudd

## Drafts: what they change, and what they still lack

draft-mark = DRAFFT
unpublished-mark = HEB EI CHYHOEDDI ETO
draft-changes = Beth y mae hyn yn ei newid
draft-against = O’i gymharu â’r fersiwn sy’n dechrau
draft-no-base = Nid oes dim mewn grym i’w gymharu ag ef.
draft-no-changes = Yr un yw’r testun â’r testun sydd mewn grym.
draft-all-changes = Gweld pob newid yn ei le
draft-outdated = Cyhoeddwyd fersiwn arall ar ôl yr un y lluniwyd y drafft hwn ohoni. Gallai’r hyn a newidiwyd ynddi gael ei golli.
draft-made-from = Lluniwyd o
draft-base-unknown = Mae’r drafft hwn yn dweud iddo gael ei lunio o fersiwn nad yw ar gael. Nid yw’n hysbys a yw’n cynnwys popeth sydd mewn grym yn awr.
draft-lacks-note = Nodyn ar y newid ar goll o hyd
draft-lacks-text = Testun ar goll o hyd
draft-parity = Yr iaith y cymharwyd â hi
draft-parity-same = Ni chafwyd hyd i wahaniaeth.
draft-parity-here = Yma
draft-parity-there = Yno
draft-parity-absent = Nid yw yno
edited-title = { $part ->
    [files] Cyhoeddwyd y fersiwn hon, ac mae ei ffeiliau wedi’u newid ers hynny.
    [statement] Cyhoeddwyd y fersiwn hon, ac mae’r hyn a nodir amdani wedi’i newid ers hynny.
   *[text] Cyhoeddwyd y fersiwn hon, ac mae ei thestun wedi’i newid ers hynny.
}
edited-help = Mae’r hyn a ddangoswyd i ddarllenwyr wedi newid heb adael ôl. Dylid ei adfer fel yr oedd ac ysgrifennu cywiriad neu fersiwn newydd: canllaw revise.

parity-block = Mewn un o’r ieithoedd yn unig
parity-section = Adran mewn un o’r ieithoedd yn unig
parity-order = Mewn lle arall
parity-kind = Math arall o ddarn
parity-heading-level = Lefel y pennawd
parity-numbering = Rhifau’r rhestr
parity-columns = Nifer y colofnau
parity-rows = Nifer y rhesi
parity-items = Nifer yr eitemau
parity-cell = Cell wag
parity-empty = Darn gwag
parity-label = Label y cymal
parity-reference = Cyfeiriad at gymal
parity-link = Dolen
parity-link-language = Iaith dolen
parity-image = Delwedd
parity-description = Disgrifiad o’r ddelwedd
parity-footnote = Troednodyn
parity-date = Dyddiad
parity-time = Amser
parity-money = Swm o arian
parity-percentage = Canran
parity-number = Rhif
parity-count = Nid yw’r rhif yn y pennawd yn cyfateb i’r rhestr
parity-identical = Yr un geiriau yn y ddwy iaith
parity-wrong-language = Geiriau mewn iaith arall
parity-ampersand = Yr arwydd & mewn testun Cymraeg

## The preview

preview = Rhagolwg
preview-on = Y wefan fel yr oedd, neu fel y bydd, ar
preview-show = Dangos
preview-today = Fel y mae heddiw
preview-follow = Mynd at yr hyn sy’n cael ei olygu
preview-lost = Mae’r rhagolwg wedi stopio. Mae’r dudalen hon fel yr oedd ddiwethaf; caiff ei diweddaru pan fydd y rhagolwg yn rhedeg eto.
status = Sefyllfa’r wefan
status-title = Sefyllfa’r wefan
status-documents = Dogfennau
status-document = Dogfen
status-languages = Ieithoedd
status-agree = yn cyfateb
status-differences = nifer y gwahaniaethau: { $count }
status-missing = ar goll
status-sealed = wedi’i selio
status-overdue = y dyddiad wedi mynd heibio
status-findings = Yr hyn y mae angen ei gywiro
status-none = Dim byd.
status-rest = Y gweddill: { $count }. Mae “canllaw check” yn eu rhestru i gyd.
faults-title = Mae rhywbeth i’w gywiro
faults-below = Isod mae’r dudalen fel yr oedd pan oedd yn gyfan ddiwethaf.
faults-below-now = Isod mae’r dudalen fel y mae ei ffeiliau yn awr, nid fel yr oedd pan oedd yn gyfan ddiwethaf.
faults-line = Llinell { $line }, colofn { $column }
faults-what-to-do = Beth i’w wneud
faults-in-english = Yn llawn, yn Saesneg
faults-close = Dangos y dudalen
failure-title = Ni ellir dangos y dudalen hon
failure-below = Nid oes cyflwr cynharach ohoni i’w ddangos. Caiff y dudalen ei llwytho eto cyn gynted ag y caiff rhywbeth ei gadw.

## Findings: what each kind means

finding-unreadable = Ni ellir darllen ffeil neu ffolder.
finding-unread-yaml = Ni ddarllenir ffeil YAML, oherwydd ei henw neu ei ffolder.
finding-unsafe-path = Mae llwybr yn arwain allan o ffolder y wefan.
finding-invalid-utf8 = Nid testun UTF-8 yw’r ffeil.
finding-too-large = Mae’r ffeil yn fwy, neu wedi’i nythu’n ddyfnach, nag y gellir ei darllen.
finding-invalid-yaml = Ni ellir deall yr YAML.
finding-unknown-key = Nid oes ystyr i’r allwedd hon yn y ffeil hon.
finding-duplicate-key = Rhoddwyd yr allwedd ddwywaith.
finding-missing-key = Mae allwedd y mae ei hangen ar y ffeil hon ar goll.
finding-wrong-type = Mae’r gwerth o fath gwahanol i’r hyn y mae’r allwedd yn ei dderbyn.
finding-invalid-value = Nid yw’r gwerth yn un y mae’r allwedd yn ei dderbyn.
finding-invalid-date = Nid yw’r dyddiad yn y calendr, neu nid yw wedi’i ysgrifennu fel blwyddyn-mis-diwrnod.
finding-missing-date = Nid yw fersiwn yn dweud pryd y daw i rym, neu pryd y’i cyhoeddwyd.
finding-duplicate-version = Daw dwy fersiwn i rym ar yr un diwrnod.
finding-unknown-language = Nid yw’r iaith hon ymhlith ieithoedd y wefan.
finding-unknown-words = Nid oes geiriau ar gyfer cyfeiriadau yn yr iaith hon.
finding-empty-version = Nid oes testun gan fersiwn.
finding-empty-folder = Nid oes dim mewn ffolder y gallai darllenwyr ei weld.
finding-misplaced-text = Nid yw’r testun yn yr un o fersiynau’r ddogfen.
finding-missing-title = Nid oes teitl gan destun.
finding-invalid-front-matter = Mae’r rhan ragarweiniol yn dechrau â --- ond nid yw’n gorffen.
finding-address-collision = Byddai gan ddwy ran o’r wefan yr un cyfeiriad.
finding-theme-template = Nid yw un o dempledi’r thema yn gweithio.
finding-theme-string = Mae un o linynnau’r rhyngwyneb ar goll.
finding-empty-site = Nid oes dogfen na thudalen ar y wefan.
finding-missing-text = Nid oes testun gan fersiwn yn un o’r ieithoedd.
finding-broken-link = Nid yw dolen yn arwain at ddim.
finding-broken-anchor = Mae dolen yn arwain at le nad yw yno.
finding-link-to-removed = Mae dolen yn arwain at le mewn testun a dynnwyd ymaith, neu at un o’i ffeiliau.
finding-refused-address = Gall cyfeiriad y ddolen wneud niwed.
finding-empty-link = Nid oes cyfeiriad gan ddolen.
finding-foreign-picture = Mae llun ar wefan arall.
finding-refused-html = Ni chaniateir rhan o’r HTML ar y dudalen.
finding-unclosed-comment = Mae sylw’n dechrau ac nid yw byth yn gorffen.
finding-lost-cells = Mae gan res mewn tabl gelloedd nad oes neb yn eu gweld.
finding-missing-slug = Nid oes enw ar gyfer cyfeiriadau yn un o’r ieithoedd.
finding-missing-section-title = Nid oes teitl gan adran.
finding-missing-base-url = Nid yw’r wefan yn nodi ei chyfeiriad ei hun.
finding-missing-approval = Nid yw’r gymeradwyaeth sy’n ofynnol yn yr adran wedi’i nodi.
finding-unknown-base = Nid yw’r fersiwn y lluniwyd drafft ohoni ar gael.
finding-outdated-base = Daeth fersiwn ar ôl yr un y lluniwyd drafft ohoni.
finding-unused-theme-part = Nid oes dim yn defnyddio rhan o thema’r wefan: efallai fod ei henw wedi’i gamsillafu.
finding-low-contrast = Nid yw lliw a ddewiswyd ar gyfer y wefan yn sefyll allan ddigon oddi wrth ei gefndir.
finding-parity = Nid yw’r ieithoedd yn dweud yr un peth.
finding-wrong-language = Ymddengys fod testun mewn iaith wahanol i’r hyn a ddywed enw’r ffeil.
finding-seal-broken = Mae fersiwn a seliwyd wedi’i newid.

## What a page is about, for search engines

description-home = Rheolau a chanllawiau sydd mewn grym, eu fersiynau cynharach, a’r hyn a newidiodd rhyngddynt.
description-section = Dogfennau’r adran hon sydd mewn grym, eu fersiynau cynharach, a’r hyn a newidiodd.
description-changes = Yr hyn a newidiodd ym mhob dogfen, y diweddaraf yn gyntaf.
description-a-z = Pob dogfen, yn nhrefn yr wyddor.
