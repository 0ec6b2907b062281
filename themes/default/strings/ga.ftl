# An comhéadan i nGaeilge.

## Punctuation between a label and its value, and between items of a list

label-separator = {":"}{" "}
list-separator = {","}{" "}

## Around every page

skip-to-content = Léim go dtí an príomhábhar
nav-main = Príomhroghchlár
nav-changes = Athruithe
nav-languages = Teangacha
nav-breadcrumbs = Tá tú anseo
nav-footer = Buntásc
nav-years = Blianta
nav-comparisons = Leaganacha agus comparáidí eile
draft-banner = Dréacht atá le feiceáil anseo. Níl sé foilsithe agus níl sé i bhfeidhm.
feedback = Inis dúinn faoin leathanach seo
feedback-place = Áit ar an leathanach

## Titles of pages

home = Baile
changes-title = Athruithe
title-version = { $title } ({ $date })
title-history = { $title }: leaganacha agus athruithe
title-comparison = { $title }: cad a d’athraigh
title-both-languages = { $title }: na teangacha taobh le taobh

## Home, sections and lists of documents

recent-changes = Athruithe le déanaí
all-changes = Gach athrú
all-in-section = Gach doiciméad
count-documents = { $count ->
    [one] { $count } doiciméad
    [two] { $count } dhoiciméad
    [few] { $count } dhoiciméad
    [many] { $count } ndoiciméad
   *[other] { $count } doiciméad
}

## What a version is on the day of the build

state-in-force = I bhfeidhm
state-current = Reatha
state-coming = Le teacht
state-superseded = Curtha as ionad
state-corrected = Ceartaithe ó shin
state-withdrawn = Tarraingthe siar
state-draft = Dréacht

## From when and until when; each is a label before a date

in-force-since = I bhfeidhm ó
current-since = Reatha ó
in-force-from = I bhfeidhm ó
current-from = Reatha ó
in-force-by = I bhfeidhm faoi
current-by = Reatha faoi
in-force-until = I bhfeidhm go dtí
current-until = Reatha go dtí
replaced = Curtha as ionad
takes-effect = Teacht i bhfeidhm
corrected-on = Dáta ceartaithe
published-on = Dáta foilsithe
withdrawn-on = Dáta tarraingthe siar
removed-on = Dáta scriosta

## Dates that are not fully known

start-not-known = ní fios cathain a thosaigh
day-not-known = ní fios an lá cruinn
date-undecided = gan socrú
some-time-between = am éigin idir { $after } agus { $by }
by-date = faoi { $date }
corrected-on-date = ceartaithe { $date }

## The bar above a text

version-label = Leagan
version-before = An leagan roimhe
what-changed = Cad a d’athraigh
see-changes-from-before = Athruithe ón leagan roimhe
see-changes-since = Cad a d’athraigh ó shin
all-versions = Gach leagan
both-languages = Na teangacha taobh le taobh
read-in-force = Léigh an leagan atá i bhfeidhm
read-current = Léigh an leagan reatha
read-document = Léigh an doiciméad

## Notices above a text

old-title = Seanleagan é seo. Tá leagan eile ina áit.
corrected-title = Ceartaíodh an leagan seo. Tá leagan eile ina áit.
coming-title = Níl an leagan seo i bhfeidhm fós.
coming-title-current = Níl an leagan seo reatha fós.
successor-title = Tiocfaidh leagan nua in áit an leagain seo.
new-version = An leagan nua
replaced-by-version = An leagan a tháinig ina áit
draft-title = Dréacht é seo. Níl sé i bhfeidhm.
withdrawn-title = Tarraingíodh an doiciméad seo siar.
replaced-by-document = Ina áit
removed-title = Scriosadh téacs an leagain seo.
removed-text = Coimeádtar an seoladh, na dátaí agus an mhéarlorg; ní choimeádtar an téacs.
reason = Cúis
stand-in-title = Níl an téacs seo ar fáil i nGaeilge.
stand-in-language = Teanga a thaispeántar
stand-in-newest = An leagan is déanaí i nGaeilge
no-text-in-language = Níl an leagan seo ar fáil i nGaeilge.
waiver-language = Is féidir a bheith ar iarraidh faoi láthair
waiver-until = Go dtí

## Below a text

contents = Ar an leathanach seo
attachments = Ceangaltáin
about-this-version = Faoin leagan seo
change-note = Nóta faoin athrú
kind-of-change = Cineál athraithe
editorial-change = Eagarthóireachta: an bhrí chéanna
approved-by = Cé a d’fhormheas
approved-on = Dáta formheasta
approval-reference = Tagairt an fhormheasa
reference = Tagairt
review-by = Le hathbhreithniú faoi
category = Cineál doiciméid
owner = Úinéir
contact = Teagmháil
permanent-address = Buanseoladh
# to be confirmed
fingerprint = Méarlorg
# to be confirmed
fingerprint-what = Cad a chruthaíonn an mhéarlorg
fingerprint-proves = Ríomhtar é ó théacsanna an leagain seo i ngach teanga, a cheangaltáin, a dhátaí, a fhormheas agus a nóta. Má athraíonn aon charachtar amháin iontu, ní mheaitseálann an mhéarlorg a thuilleadh.
fingerprint-does-not = Ní léiríonn sé cé a scríobh an téacs, ná an bhfuil a bhfuil ann ceart.

## History

history = Leaganacha agus athruithe
count-changes = Athruithe: { $count }
count-added = Curtha leis: { $count }
count-removed = Bainte amach: { $count }
count-changed = Athraithe: { $count }
count-moved = Bogtha: { $count }
count-words-added = Focail curtha leis: { $count }
count-words-removed = Focail bainte amach: { $count }

## Comparisons: around the text

before = Roimhe
after = Ina dhiaidh
no-changes = Níor athraigh aon rud idir na leaganacha seo.
summary = Achoimre ar na hathruithe
legend = Eochair
earlier-changes = Athruithe níos luaithe
later-changes = Athruithe níos déanaí
now-reads = anois
comparison-whole-blocks = Taispeántar na hathruithe anseo ina míreanna iomlána, roimhe agus ina dhiaidh, seachas focal ar fhocal.
flag-duty = dualgas
flag-number = uimhir
flag-date = dáta
flag-money = suim airgid

## Comparisons: lines of the summary; each is a label before a count

summary-added = Curtha leis
summary-removed = Bainte amach
summary-heading = Ceannteideal athraithe
summary-reworded = Athfhoclaithe
summary-moved = Bogtha
summary-split = Roinnte
summary-joined = Ceangailte le chéile
summary-restyled = Formáidiú athraithe
summary-relinked = Nasc athraithe
summary-relevelled = Leibhéal ceannteidil athraithe
summary-retyped = Foirm athraithe
summary-renumbered = Athuimhrithe
summary-rest = An chuid eile: { $count }

## Comparisons: labels beside what changed

diff-added = Curtha leis
diff-removed = Bainte amach
diff-changed = Athraithe
diff-moved = Bogtha
diff-moved-from = Bogtha anseo
diff-moved-to = Bogtha as seo
diff-split = Roinnte
diff-joined = Ceangailte le chéile
diff-restyled = Formáidiú athraithe
diff-relinked = Nasc athraithe: { $old } → { $new }
diff-relevelled = Leibhéal an cheannteidil athraithe: { $old } → { $new }
diff-retyped = Foirm athraithe
diff-renumbered = Athuimhrithe
diff-none = faic
diff-image = Athraíodh an íomhá
diff-title = Athraíodh an leid uirlise
diff-line-break = Athraíodh an briseadh líne
diff-code-language = Athraíodh teanga an chóid
diff-alignment = Athraíodh an t-ailíniú
diff-html = Athraíodh an marcáil
diff-start-added = tús téacs curtha leis
diff-end-added = deireadh téacs curtha leis
diff-start-removed = tús téacs bainte amach
diff-end-removed = deireadh téacs bainte amach

## Comparisons: going through the changes

reading-tools = Bealaí leis na hathruithe a léamh
change-first = Téigh chuig an gcéad athrú
change-previous = An t-athrú roimhe seo
change-next = An chéad athrú eile
change-position = Athrú { $number } as { $count }
only-changes = Na hathruithe amháin
side-by-side = Roimhe agus ina dhiaidh, taobh le taobh
change-keys = Eochracha: n (an chéad athrú eile), p (an t-athrú roimhe seo)
comparison-notes = Tabhair faoi deara
note-count-mismatch = Uimhir sa cheannteideal: { $stated }. Míreanna ina liosta: { $found }
note-typography = Comharthaí athfhriotail nó uaschamóga nár athraigh ach a gcruth: { $count }
note-stale-reference = Athuimhrithe ó scríobhadh an tagairt seo: { $reference } → { $now }
note-coarse = Tá an téacs seo an-fhada, agus mar sin cuirtear cuid de i gcomparáid ar bhealach nach bhfuil chomh mion.

## History of each paragraph

ages = Cá huair ónar léitear gach alt mar atá
ages-how = In aice le gach alt tá dáta an leagain a thug a fhoclaíocht reatha dó. Tugann an dáta chuig a raibh athraithe an uair sin.

## In texts

footnotes = Fonótaí
footnote-back = Ar ais go dtí tagairt { $number }

## Sizes of files

size-bytes = { $size } beart
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## What changed on the site, and its feed

no-changes-yet = Níor athraigh aon rud fós.
change-new = Nua
change-changed = Athraithe
change-corrected = Ceartaithe
change-withdrawn = Tarraingthe siar
change-reinstated = I bhfeidhm arís
change-removed = Téacs scriosta
feed-title = { $site }: athruithe
feed-link = Lean na hathruithe (fotha Atom)

## Search and the list of all documents

nav-a-z = A–Z
search-title = Cuardach
search-label = Cuardaigh an suíomh seo
search-button = Cuardaigh
search-history = Cuardaigh leaganacha níos luaithe freisin
search-results = Torthaí
search-none = Níor aimsíodh aon rud. Bain triail as focail eile, nó féach ar liosta na ndoiciméad go léir.
search-failed = Níorbh fhéidir an cuardach a lódáil. Tá gach doiciméad sa liosta A–Z.
search-more = Tuilleadh torthaí
search-no-script = Tá scripteanna de dhíth don chuardach, agus tá siad múchta anseo. Tá gach doiciméad sa liosta A–Z.
a-z-title = Gach doiciméad, A–Z
a-z-letters = Litreacha

## Pages that lead elsewhere

moved-title = Tá an leathanach seo bogtha
moved-link = Téigh go dtí a sheoladh nua
not-found-title = Níor aimsíodh an leathanach
not-found-text = Níl aon rud ag an seoladh seo. B’fhéidir gur clóscríobhadh go mícheart é.
not-found-home = Téigh go dtí an leathanach baile

## Findings, where a page shows them

severity-error = Earráid
severity-warning = Rabhadh
