# An comhéadan i nGaeilge.

## Punctuation between a label and its value, and between items of a list

label-separator = {":"}{" "}
list-separator = {","}{" "}

## Around every page

skip-to-content = Léim go dtí an príomhábhar
nav-main = Príomhroghchlár
nav-changes = Athruithe
nav-on-a-date = Ar dháta
nav-languages = Teangacha
nav-breadcrumbs = Tá tú anseo
nav-footer = Buntásc
nav-years = Blianta
nav-comparisons = Leaganacha agus comparáidí eile
nav-beside = An doiciméad roimhe seo agus an chéad doiciméad eile
draft-banner = Dréacht atá le feiceáil anseo. Níl sé foilsithe agus níl sé i bhfeidhm.
unpublished-banner = Leagan nár foilsíodh fós atá le feiceáil anseo. Níl sé i bhfeidhm.
feedback = Inis dúinn faoin leathanach seo
feedback-place = Áit ar an leathanach

## Titles of pages

home = Baile
changes-title = Athruithe
title-version = { $title } ({ $date })
title-history = { $title }: leaganacha agus athruithe
title-comparison = { $title }: cad a d’athraigh
title-both-languages = { $title }: na teangacha taobh le taobh
title-comparison-languages = { $title }: na hathruithe taobh le taobh

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
state-may-be-replaced = B’fhéidir gur tháinig leagan eile ina áit cheana
state-may-hold = B’fhéidir go bhfuil sé i bhfeidhm cheana
state-may-hold-current = B’fhéidir go bhfuil sé reatha cheana
state-coming = Le teacht
state-superseded = Curtha as ionad
state-corrected = Ceartaithe ó shin
state-withdrawn = Tarraingthe siar
state-unpublished = Gan foilsiú fós
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
to-be-replaced = Le cur as ionad
perhaps-replaced = Curtha as ionad, nó le cur as ionad
takes-effect = Teacht i bhfeidhm
was-to-take-effect = Bhí le teacht i bhfeidhm
corrected-on = Dáta ceartaithe
corrected-in = Teanga an cheartúcháin
translated-on = Dáta aistrithe
translated-into = Teanga an aistriúcháin
published-on = Dáta foilsithe
withdrawn-on = Dáta tarraingthe siar
to-be-withdrawn-on = Le tarraingt siar ar
removed-on = Dáta scriosta

## Dates that are not fully known

start-not-known = ní fios cathain a thosaigh
day-not-known = ní fios an lá cruinn
date-undecided = gan socrú
some-time-between = am éigin idir { $after } agus { $by }
by-date = faoi { $date }
corrected-on-date = ceartaithe { $date }
version-id = leagan { $id }

## The bar above a text

version-label = Leagan
version-before = An leagan roimhe
what-changed = Cad a d’athraigh
see-changes-from-before = Athruithe ón leagan roimhe
see-changes-since-earlier = Athruithe ó leagan níos luaithe
see-changes-since = Cad a d’athraigh ó shin
see-changes-to-coming = Cad a athraíonn an leagan nua
changes-since = Cad a athraíodh ó gach leagan roimhe seo
all-versions = Gach leagan
both-languages = Na teangacha taobh le taobh
comparison-languages = Na hathruithe i ngach teanga, taobh le taobh
comparison-uneven = Athraithe i gcuid de na teangacha amháin
read-in-force = Léigh an leagan atá i bhfeidhm
read-current = Léigh an leagan reatha
read-last-known = Léigh an leagan deireanach a bhfuil a fhios go raibh sé i bhfeidhm
read-last-known-current = Léigh an leagan deireanach a bhfuil a fhios go raibh sé reatha
read-document = Léigh an doiciméad

## Notices above a text

old-title = Seanleagan é seo. Tá leagan eile ina áit.
corrected-title = Ceartaíodh an leagan seo. Tá leagan eile ina áit.
coming-title = Níl an leagan seo i bhfeidhm fós.
coming-title-current = Níl an leagan seo reatha fós.
may-hold-title = B’fhéidir go bhfuil an leagan seo i bhfeidhm cheana. Ní fios an lá cruinn.
may-hold-title-current = B’fhéidir go bhfuil an leagan seo reatha cheana. Ní fios an lá cruinn.
successor-title = Tiocfaidh leagan nua in áit an leagain seo.
may-be-replaced-title = B’fhéidir gur tháinig leagan nua in áit an leagain seo cheana.
new-version = An leagan nua
replaced-by-version = An leagan a tháinig ina áit
draft-title = Dréacht é seo. Níl sé i bhfeidhm.
unpublished-title = Níor foilsíodh an leagan seo fós. Níl sé i bhfeidhm.
withdrawn-title = Tarraingíodh an doiciméad seo siar.
to-be-withdrawn-title = Tarraingeofar an doiciméad seo siar.
replaced-by-document = Ina áit
replaces-document = In ionad
removed-title = Scriosadh téacs an leagain seo.
removed-text = Coimeádtar an seoladh, na dátaí agus an méarlorg; ní choimeádtar an téacs.
reason = Cúis
stand-in-title = Níl an téacs seo ar fáil i nGaeilge.
stand-in-language = Teanga a thaispeántar
stand-in-newest = An leagan is déanaí i nGaeilge
# In a list, before the language of a title that stands in.
title-language = Teanga
no-text-in-language = Níl an leagan seo ar fáil i nGaeilge.
waiver-language = Is féidir leis an téacs a bheith ar iarraidh faoi láthair
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
review-was-due = Bhí le hathbhreithniú faoi
category = Cineál doiciméid
owner = Úinéir
contact = Teagmháil
permanent-address = Buanseoladh
# to be confirmed
fingerprint = Méarlorg
# to be confirmed
fingerprint-what = Cad a chruthaíonn an méarlorg
fingerprint-proves = Ríomhtar é ó théacsanna an leagain seo i ngach teanga, a cheangaltáin, a dhátaí, a fhormheas agus a nóta. Má athraíonn aon charachtar amháin iontu, ní mheaitseálann an méarlorg a thuilleadh.
fingerprint-does-not = Ní léiríonn sé cé a scríobh an téacs, ná an bhfuil a bhfuil ann ceart.

## History

history = Leaganacha agus athruithe
timeline = Amlíne na leaganacha
timeline-how = Léiríonn gach barra cathain a bhí leagan i bhfeidhm; tá ceann a shroicheann an t-imeall i bhfeidhm fós. Dá mhéad an marc ag a thús is ea is mó a athraíodh. Is ceartúchán atá i gceist le muileata, agus aistarraingt le cros. Seasann líne bhriste do laethanta nach eol cén leagan a bhí i bhfeidhm orthu; tá barra poncaithe fós le teacht. Deirtear an rud céanna i bhfocail thíos.
pairs = Cuir dhá leagan i gcomparáid
pairs-compare = Cuir i gcomparáid
pairs-same = Roghnaigh dhá leagan éagsúla.
pairs-nearest = Níl leathanach dá gcuid féin ag an dá leagan seo. Is iad seo na comparáidí is gaire:
count-changes = Athruithe: { $count }
count-added = Curtha leis: { $count }
count-removed = Bainte amach: { $count }
count-changed = Athraithe: { $count }
count-moved = Bogtha: { $count }
count-split = Roinnte: { $count }
count-joined = Ceangailte le chéile: { $count }
count-retyped = Foirm athraithe: { $count }
count-relevelled = Leibhéal ceannteidil athraithe: { $count }
count-relinked = Nasc athraithe: { $count }
count-restyled = Formáidiú athraithe: { $count }
count-renumbered = Athuimhrithe: { $count }
count-words-added = Focail curtha leis: { $count }
count-words-removed = Focail bainte amach: { $count }

## Comparisons: around the text

before = Roimhe
after = Ina dhiaidh
no-changes = Is ionann an téacs sa dá leagan.
files-changed = Comhaid a cuireadh leis, a baineadh amach nó a athraíodh
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
summary-images = Íomhá athraithe
summary-relinked = Nasc athraithe
summary-relevelled = Leibhéal ceannteidil athraithe
summary-retyped = Foirm athraithe
summary-renumbered = Athuimhrithe
summary-within = Sa chuid seo: { $count }
summary-rest = An chuid eile: { $count }

## Comparisons: labels beside what changed

diff-added = Curtha leis
diff-removed = Bainte amach
diff-changed = Athraithe
diff-moved = Bogtha
diff-moved-here = Bogtha anseo
diff-moved-here-from = Bogtha anseo ón gcuid
diff-moved-away = Bogtha as seo
diff-moved-away-to = Bogtha as seo go dtí an chuid
diff-split = Roinnte
diff-joined = Ceangailte le chéile
diff-restyled = Formáidiú athraithe
diff-bold-added = Cuireadh cló trom leis
diff-bold-removed = Baineadh an cló trom
diff-italics-added = Cuireadh cló iodálach leis
diff-italics-removed = Baineadh an cló iodálach
diff-strikethrough-added = Cuireadh líne trí na focail
diff-strikethrough-removed = Baineadh an líne trí na focail
diff-code-added = Taispeántar mar chód anois
diff-code-removed = Ní thaispeántar mar chód a thuilleadh
diff-relinked = Nasc athraithe: { $old } → { $new }
diff-link-added = Cuireadh nasc leis
diff-link-removed = Baineadh an nasc
diff-relevelled = Leibhéal an cheannteidil athraithe: { $old } → { $new }
diff-retyped = Foirm athraithe
diff-retyped-quote = Ina athfhriotal anois
diff-retyped-list = Ina liosta anois
diff-retyped-item = Ina mír i liosta anois
diff-other-level = Ar leibhéal eile den liosta anois
diff-retyped-text = Ina ghnáth-théacs anois
diff-retyped-heading = Ina cheannteideal anois
diff-bullets = urchair
diff-numbers = uimhreacha
diff-renumbered = Athuimhrithe
diff-none = faic
diff-no-description = gan tuairisc
diff-image = Athraíodh an íomhá
diff-title = Athraíodh an leid uirlise
diff-line-break-added = Cuireadh briseadh líne leis
diff-line-break-removed = Baineadh an briseadh líne
diff-code-language = Athraíodh teanga an chóid
diff-alignment = Athraíodh an t-ailíniú
diff-html = Athraíodh an mharcáil
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
unchanged-part = Cuid gan athrú, nach dtaispeántar
side-by-side = Roimhe agus ina dhiaidh, taobh le taobh
change-keys = Eochracha: n (an chéad athrú eile), p (an t-athrú roimhe seo)
comparison-notes = Tabhair faoi deara
note-count-mismatch = Uimhir sa cheannteideal: { $stated }. Míreanna ina liosta: { $found }
note-typography = Comharthaí athfhriotail nó uaschamóga nár athraigh ach a gcruth: { $count }
note-composition = Litreacha aiceanta atá stóráilte ar bhealach eile agus a bhfuil an chuma chéanna orthu: { $count }
note-stale-reference = Athuimhrithe ó scríobhadh an tagairt seo: { $reference } → { $now }
note-removed-target = Baineadh amach é ó scríobhadh an tagairt seo: { $reference }
note-displaced = Bhí na focail chéanna in alt eile roimhe seo: “{ $words }”
note-other-footnote = Tagraíonn sé d’fhonóta eile anois, leis an uimhir chéanna: “{ $old }” → “{ $new }”
note-coarse = Tá an téacs seo an-fhada, agus mar sin cuirtear cuid de i gcomparáid ar bhealach nach bhfuil chomh mion.

## The section on one page

book = An t-iomlán ar aon leathanach amháin
book-link = Léigh nó priontáil an t-iomlán ar aon leathanach amháin
title-book = { $title }: an t-iomlán ar aon leathanach amháin
book-contents = Clár
chapter-previous = An chaibidil roimhe seo
chapter-next = An chéad chaibidil eile
chapter-contents = Ar ais chuig an gclár
document-previous = An doiciméad roimhe seo
document-next = An chéad doiciméad eile
document = Doiciméad

## History of each paragraph

ages = Cathain a athraíodh gach alt go deireanach
ages-how = In aice le gach alt tá dáta an leagain a thug isteach é, nó a d’athraigh a fhocail, a fhoirm nó a naisc go deireanach. Tugann an dáta thú chuig a raibh athraithe an uair sin.

## Citing a version and the places in it

cite = Luaigh an leagan seo, nó áit ann
cite-word = Luaigh
cite-whole = { $title }, mar a bhí an { $date }
cite-whole-corrected = { $title }, mar a bhí an { $date }, ceartaithe { $corrected }
cite-place = { $title }, { $place }, mar a bhí an { $date }
cite-place-corrected = { $title }, { $place }, mar a bhí an { $date }, ceartaithe { $corrected }
cite-whole-version = { $title } (leagan: { $date })
cite-place-version = { $title }, { $place } (leagan: { $date })
cite-heading = “{ $heading }”
cite-paragraph = alt { $number }
cite-how = In aice le gach clásal agus gach ceannteideal tá nasc anois chuig a áit sa leagan seo, ag seoladh a fhanann go deo. I lua, ainmnítear an áit i ndiaidh an teidil.
cite-example = Mar shampla
cite-copy = Cóipeáil
cite-close = Dún
cite-since = Léitear mar seo ó
cite-other-language = I dteanga eile

## In texts

footnotes = Fonótaí
footnote-back = Ar ais go dtí tagairt { $number }

## Sizes of files

size-bytes = { $size ->
    [one] { $size } bheart
    [two] { $size } bheart
    [few] { $size } bheart
    [many] { $size } mbeart
   *[other] { $size } beart
}
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## What changed on the site, and its feed

no-changes-yet = Níor athraigh aon rud fós.
change-new = Nua
change-changed = Athraithe
change-corrected = Ceartaithe
change-translated = Aistrithe
change-withdrawn = Tarraingthe siar
change-reinstated = I bhfeidhm arís
change-removed = Téacs scriosta
feed-title = { $site }: athruithe
feed-link = Lean na hathruithe (fotha Atom)

## What was in force on a date

on-a-date-title = Cad a bhí i bhfeidhm ar dháta áirithe
on-a-date-see = Féach cad a bhí i bhfeidhm ar dháta
on-a-date-see-then = Féach gach rud a bhí i bhfeidhm ar { $date }
on-a-date-lead = Roghnaigh lá chun a fheiceáil cad a bhí i bhfeidhm an uair sin, mar a d’fhéadfaí é a léamh an lá sin.
on-a-date-label = Dáta
on-a-date-button = Taispeáin
on-a-date-now = I bhfeidhm anois
on-a-date-day = Ar { $date }
on-a-date-to-come = Tá an lá seo fós le teacht. Léirítear sa liosta a bhfuil ar eolas go dtí seo.
on-a-date-none = Ní fios aon doiciméad a bheith i bhfeidhm an lá seo.
on-a-date-withdrawn = Doiciméid a tarraingíodh siar
on-a-date-by = I bhfeidhm faoi { $date }; ní fios cathain a thosaigh
on-a-date-current-by = Reatha faoi { $date }; ní fios cathain a thosaigh
on-a-date-unpublished = Gan foilsiú fós an lá seo
on-a-date-corrected = An téacs mar a ceartaíodh é ar { $date }
on-a-date-later = An leagan a foilsíodh ar { $date }, a bhfuil feidhm leis ó lá níos luaithe
on-a-date-perhaps = B’fhéidir gur tháinig leagan eile ina áit cheana
on-a-date-changes = Laethanta na n-athruithe is déanaí
on-a-date-earlier-changes = Cuid de laethanta na n-athruithe níos luaithe
on-a-date-year-ends = Deireadh gach bliana
on-a-date-invalid = Ní dáta é sin. Roghnaigh lá thuas, nó ceann díobh seo thíos.
on-a-date-failed = Níorbh fhéidir an liosta don lá seo a lódáil. Tá a leathanach féin ag gach lá thíos.
on-a-date-no-script = Tá scripteanna de dhíth chun lá ar bith a roghnú, agus tá siad múchta anseo. Thíos tá a bhfuil i bhfeidhm anois; is féidir na laethanta ag deireadh an leathanaigh seo a léamh gan scripteanna.

## Search and the list of all documents

nav-a-z = A–Z
search-title = Cuardach
search-label = Cuardaigh an suíomh seo
search-button = Cuardaigh
search-history = Cuardaigh leaganacha níos luaithe agus leaganacha le teacht freisin
search-results = Torthaí
search-some = Níl na focail seo go léir ar aon leathanach. Tá cuid acu ar na leathanaigh thíos.
search-none = Níor aimsíodh aon rud. Bain triail as focail eile, nó féach ar liosta na ndoiciméad go léir.
search-none-in-force = Níor aimsíodh aon rud atá i bhfeidhm.
search-in-others = Torthaí i leaganacha níos luaithe agus i leaganacha le teacht
search-failed = Níorbh fhéidir an cuardach a lódáil. Tá gach doiciméad sa liosta A–Z.
search-in-preview = Níl cuardach sa réamhamharc: cruthaítear é nuair a thógtar an suíomh, le canllaw build. Tá gach doiciméad sa liosta A–Z.
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

## Drafts: what they change, and what they still lack

draft-mark = DRÉACHT
unpublished-mark = GAN FOILSIÚ FÓS
draft-changes = Cad a athraíonn sé seo
draft-against = I gcomparáid leis an leagan a thosaíonn
draft-no-base = Níl aon rud i bhfeidhm chun comparáid a dhéanamh leis.
draft-no-changes = Is ionann an téacs agus an téacs atá sa leagan i bhfeidhm.
draft-all-changes = Féach gach athrú ina áit féin
draft-outdated = Foilsíodh leagan eile i ndiaidh an leagain as a ndearnadh an dréacht seo. D’fhéadfaí an méid a athraíodh ann a chailleadh.
draft-made-from = Rinneadh as
draft-base-unknown = Deirtear sa dréacht seo go ndearnadh é as leagan nach bhfuil ann. Ní fios an bhfuil gach a bhfuil i bhfeidhm anois ann.
draft-lacks-note = Nóta faoin athrú fós in easnamh
draft-lacks-text = Téacs fós in easnamh
draft-parity = An teanga a ndearnadh comparáid léi
draft-parity-same = Ní bhfuarthas aon difríocht.
draft-parity-here = Anseo
draft-parity-there = Ansin
draft-parity-absent = Níl sé ann
edited-title = { $part ->
    [files] Foilsíodh an leagan seo, agus athraíodh a chuid comhad ó shin.
    [statement] Foilsíodh an leagan seo, agus athraíodh an méid a luaitear faoi ó shin.
   *[text] Foilsíodh an leagan seo, agus athraíodh a théacs ó shin.
}
edited-help = D’athraigh an méid a taispeánadh do léitheoirí gan rian. Cuir ar ais é mar a bhí agus scríobh ceartúchán nó leagan nua: canllaw revise.

parity-block = I gceann de na teangacha amháin
parity-section = Rannán i gceann de na teangacha amháin
parity-order = In áit eile
parity-kind = Sliocht de chineál eile
parity-heading-level = Leibhéal an cheannteidil
parity-numbering = Uimhriú an liosta
parity-columns = Líon na gcolún
parity-rows = Líon na rónna
parity-items = Líon na míreanna
parity-cell = Cill fholamh
parity-empty = Sliocht folamh
parity-label = Lipéad an chlásail
parity-reference = Tagairt do chlásal
parity-link = Nasc
parity-link-language = Teanga naisc
parity-image = Íomhá
parity-description = Cur síos ar an íomhá
parity-footnote = Fonóta
parity-date = Dáta
parity-time = Am
parity-money = Suim airgid
parity-percentage = Céatadán
parity-number = Uimhir
parity-count = Ní hionann an uimhir sa cheannteideal agus an liosta
parity-identical = Na focail chéanna sa dá theanga
parity-wrong-language = Focail i dteanga eile
parity-ampersand = An comhartha & i dtéacs Breatnaise

## The preview

preview = Réamhamharc
preview-on = An suíomh mar a bhí nó mar a bheidh ar
preview-show = Taispeáin
preview-today = Mar atá sé inniu
preview-follow = Téigh chuig an méid atá á chur in eagar
preview-lost = Stop an réamhamharc. Tá an leathanach seo mar a bhí sé go deireanach; beidh sé cothrom le dáta nuair a bheidh an réamhamharc ag rith arís.
status = Staid an tsuímh
status-title = Staid an tsuímh
status-documents = Doiciméid
status-document = Doiciméad
status-languages = Teangacha
status-agree = ag teacht le chéile
status-differences = líon na ndifríochtaí: { $count }
status-missing = ar iarraidh
status-sealed = séalaithe
status-overdue = tá an dáta caite
status-findings = An méid atá le ceartú
status-none = Dada.
status-rest = An chuid eile: { $count }. Liostaíonn “canllaw check” iad ar fad.
faults-title = Tá rud éigin le ceartú
faults-below = Thíos tá an leathanach mar a bhí sé nuair a bhí sé iomlán go deireanach.
faults-below-now = Thíos tá an leathanach mar atá a chuid comhad anois, seachas mar a bhí sé nuair a bhí sé iomlán go deireanach.
faults-line = Líne { $line }, colún { $column }
faults-what-to-do = Cad atá le déanamh
faults-in-english = Ina iomláine, i mBéarla
faults-close = Taispeáin an leathanach
failure-title = Ní féidir an leathanach seo a thaispeáint
failure-below = Níl aon staid níos luaithe de le taispeáint. Lódálfar an leathanach arís uaidh féin a luaithe a shábhálfar rud éigin.

## Findings: what each kind means

finding-unreadable = Ní féidir comhad nó fillteán a léamh.
finding-unread-yaml = Ní léitear comhad YAML, mar gheall ar a ainm nó a fhillteán.
finding-unsafe-path = Téann cosán amach as fillteán an tsuímh.
finding-invalid-utf8 = Ní téacs UTF-8 an comhad.
finding-too-large = Tá an comhad níos mó, nó neadaithe níos doimhne, ná mar is féidir a léamh.
finding-invalid-yaml = Ní féidir an YAML a thuiscint.
finding-unknown-key = Níl aon bhrí leis an eochair sa chomhad seo.
finding-duplicate-key = Tugadh an eochair faoi dhó.
finding-missing-key = Tá eochair atá de dhíth ar an gcomhad seo in easnamh.
finding-wrong-type = Tá an luach de chineál eile seachas an cineál a ghlacann an eochair.
finding-invalid-value = Ní luach é a ghlacann an eochair.
finding-invalid-date = Níl an dáta san fhéilire, nó níl sé scríofa mar bhliain-mí-lá.
finding-missing-date = Ní deir leagan cathain a thagann sé i bhfeidhm, nó cathain a foilsíodh é.
finding-duplicate-version = Tagann dhá leagan i bhfeidhm ar an lá céanna.
finding-unknown-language = Níl an teanga seo ar an suíomh.
finding-unknown-words = Níl aon fhocail le haghaidh seoltaí sa teanga seo.
finding-empty-version = Níl aon téacs ag leagan.
finding-empty-folder = Níl aon rud i bhfillteán a d’fhéadfadh léitheoirí a fheiceáil.
finding-misplaced-text = Níl an téacs in aon cheann de leaganacha an doiciméid.
finding-missing-title = Níl aon teideal ag téacs.
finding-invalid-front-matter = Tosaíonn an réamhábhar le --- agus ní chríochnaíonn sé.
finding-address-collision = Bheadh an seoladh céanna ag dhá chuid den suíomh.
finding-theme-template = Ní oibríonn teimpléad den téama.
finding-theme-string = Tá teaghrán den chomhéadan in easnamh.
finding-empty-site = Níl aon doiciméad ná leathanach ar an suíomh.
finding-missing-text = Tá téacs i gceann de na teangacha in easnamh ar leagan.
finding-broken-link = Ní théann nasc go dtí aon rud.
finding-broken-anchor = Téann nasc go dtí áit nach bhfuil ann.
finding-link-to-removed = Tá nasc ag dul chuig áit i dtéacs a scriosadh, nó chuig comhad leis.
finding-refused-address = D’fhéadfadh seoladh an naisc dochar a dhéanamh.
finding-empty-link = Tá nasc gan seoladh.
finding-foreign-picture = Tá pictiúr ar shuíomh eile.
finding-refused-html = Ní cheadaítear cuid den HTML ar an leathanach.
finding-unclosed-comment = Tosaíonn nóta tráchta agus ní chríochnaíonn sé riamh.
finding-lost-cells = Tá cealla i ró tábla nach bhfeiceann aon duine.
finding-missing-slug = Níl ainm le haghaidh seoltaí i gceann de na teangacha.
finding-missing-section-title = Níl teideal ag rannán.
finding-missing-base-url = Ní luann an suíomh a sheoladh féin.
finding-missing-approval = Níl an formheas a éilíonn an rannán ann.
finding-unknown-base = Níl an leagan as a ndearnadh dréacht ann.
finding-outdated-base = Tháinig leagan i ndiaidh an leagain as a ndearnadh dréacht.
finding-unused-theme-part = Níl aon rud ag úsáid cuid de théama an tsuímh: b’fhéidir gur litríodh a hainm go mícheart.
finding-low-contrast = Ní sheasann dath de chuid an tsuímh amach go leor óna chúlra.
finding-parity = Ní deir na teangacha an rud céanna.
finding-wrong-language = Is cosúil go bhfuil téacs i dteanga eile seachas an ceann a deir ainm an chomhaid.
finding-seal-broken = Athraíodh leagan séalaithe.

## What a page is about, for search engines

description-home = Na rialacha agus an treoir atá i bhfeidhm, na leaganacha roimhe sin, agus an méid a athraíodh eatarthu.
description-section = Na doiciméid sa rannán seo atá i bhfeidhm, na leaganacha roimhe sin, agus an méid a athraíodh.
description-changes = An méid a athraíodh i ngach doiciméad, an ceann is déanaí ar dtús.
description-a-z = Gach doiciméad, in ord na haibítre.
