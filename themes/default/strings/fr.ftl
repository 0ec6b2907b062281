# L’interface en français.

## Punctuation between a label and its value, and between items of a list

label-separator = {"\u00A0:"}{" "}
list-separator = {","}{" "}

## Around every page

skip-to-content = Aller au contenu principal
nav-main = Menu principal
nav-changes = Changements
nav-on-a-date = À une date
nav-languages = Langues
nav-breadcrumbs = Vous êtes ici
nav-footer = Pied de page
nav-years = Années
nav-comparisons = Autres versions et comparaisons
nav-beside = Document précédent et document suivant
draft-banner = Cette page montre un projet. Il n’est ni publié ni en vigueur.
unpublished-banner = Cette page montre une version qui n’est pas encore publiée. Elle n’est pas en vigueur.
feedback = Donnez-nous votre avis sur cette page
feedback-place = Endroit de la page

## Titles of pages

home = Accueil
changes-title = Changements
title-version = { $title } ({ $date })
title-history = { $title } : versions et changements
title-comparison = { $title } : ce qui a changé
title-both-languages = { $title } : les langues côte à côte
title-comparison-languages = { $title } : les changements côte à côte

## Home, sections and lists of documents

recent-changes = Changements récents
all-changes = Tous les changements
all-in-section = Tous les documents
count-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}

## What a version is on the day of the build

state-in-force = En vigueur
state-current = Actuelle
state-may-be-replaced = Peut-être déjà remplacée
state-may-hold = Peut-être déjà en vigueur
state-may-hold-current = Peut-être déjà actuelle
state-coming = À venir
state-superseded = Remplacée
state-corrected = Corrigée depuis
state-withdrawn = Retirée
state-unpublished = Pas encore publiée
state-draft = Projet

## From when and until when; each is a label before a date

in-force-since = En vigueur depuis
current-since = Actuelle depuis
in-force-from = Entrée en vigueur
current-from = Actuelle à partir de
in-force-by = En vigueur au plus tard
current-by = Actuelle au plus tard
in-force-until = En vigueur jusqu’au
current-until = Actuelle jusqu’au
replaced = Remplacée
to-be-replaced = À remplacer
perhaps-replaced = Remplacée, ou à remplacer
takes-effect = Prise d’effet
was-to-take-effect = Devait prendre effet
corrected-on = Date de correction
corrected-in = Langue de la correction
translated-on = Date de traduction
translated-into = Langue de la traduction
published-on = Date de publication
withdrawn-on = Date de retrait
to-be-withdrawn-on = Date de retrait prévue
removed-on = Date de suppression

## Dates that are not fully known

start-not-known = début inconnu
day-not-known = jour exact inconnu
date-undecided = non décidée
some-time-between = entre le { $after } et le { $by }
by-date = au plus tard le { $date }
corrected-on-date = corrigée le { $date }
version-id = version { $id }

## The bar above a text

version-label = Version
version-before = Version précédente
what-changed = Ce qui a changé
see-changes-from-before = Changements depuis la version précédente
see-changes-since-earlier = Changements depuis une version antérieure
see-changes-since = Ce qui a changé depuis
see-changes-to-coming = Voir ce que change la nouvelle version
changes-since = Ce qui a changé depuis chaque version antérieure
all-versions = Toutes les versions
both-languages = Les langues côte à côte
comparison-languages = Les changements dans toutes les langues, côte à côte
comparison-uneven = Modifié dans certaines des langues seulement
read-in-force = Lire la version en vigueur
read-current = Lire la version actuelle
read-last-known = Lire la dernière version dont on sait qu’elle a été en vigueur
read-last-known-current = Lire la dernière version dont on sait qu’elle a été actuelle
read-document = Lire le document

## Notices above a text

old-title = Ceci est une ancienne version. Une autre l’a remplacée.
corrected-title = Cette version a été corrigée. Une autre l’a remplacée.
coming-title = Cette version n’est pas encore en vigueur.
coming-title-current = Cette version n’est pas encore actuelle.
may-hold-title = Cette version est peut-être déjà en vigueur. Le jour exact n’est pas connu.
may-hold-title-current = Cette version est peut-être déjà actuelle. Le jour exact n’est pas connu.
successor-title = Une nouvelle version remplacera celle-ci.
may-be-replaced-title = Une nouvelle version a peut-être déjà remplacé celle-ci.
new-version = Nouvelle version
replaced-by-version = Version qui l’a remplacée
draft-title = Ceci est un projet. Il n’est pas en vigueur.
unpublished-title = Cette version n’est pas encore publiée. Elle n’est pas en vigueur.
withdrawn-title = Ce document a été retiré.
to-be-withdrawn-title = Ce document sera retiré.
replaced-by-document = À la place
replaces-document = Remplace
removed-title = Le texte de cette version a été supprimé.
removed-text = L’adresse, les dates et l’empreinte sont conservées ; le texte ne l’est pas.
reason = Motif
stand-in-title = Ce texte n’est pas disponible en français.
stand-in-language = Langue affichée
stand-in-newest = Version la plus récente en français
# In a list, before the language of a title that stands in.
title-language = Langue
no-text-in-language = Cette version n’est pas disponible en français.
waiver-language = Le texte peut manquer pour l’instant
waiver-until = Échéance

## Below a text

contents = Sur cette page
attachments = Pièces jointes
about-this-version = À propos de cette version
change-note = Note sur le changement
kind-of-change = Type de changement
editorial-change = Rédactionnel : le sens reste le même
approved-by = Approuvée par
approved-on = Date d’approbation
approval-reference = Référence de l’approbation
reference = Référence
review-by = Réexamen au plus tard
review-was-due = Réexamen prévu au plus tard
category = Type de document
owner = Responsable
contact = Contact
permanent-address = Adresse permanente
fingerprint = Empreinte
fingerprint-what = Ce que prouve l’empreinte
fingerprint-proves = Elle est calculée à partir des textes de cette version dans toutes les langues, de ses pièces jointes, de ses dates, de son approbation et de sa note. Si un seul caractère en change, l’empreinte ne correspond plus.
fingerprint-does-not = Elle ne dit pas qui a écrit le texte, ni si ce qu’il dit est juste.

## History

history = Versions et changements
timeline = Chronologie des versions
timeline-how = Chaque barre montre quand une version a été en vigueur ; celle qui atteint le bord l’est encore. Plus la marque à son début est grande, plus il y a de changements. Un losange signale une correction, une croix un retrait. Un trait discontinu indique des jours pour lesquels on ne sait pas quelle version était en vigueur ; une barre en pointillé est à venir. La même chose est dite en mots ci-dessous.
pairs = Comparer deux versions
pairs-compare = Comparer
pairs-same = Choisissez deux versions différentes.
pairs-nearest = Ces deux versions n’ont pas de page à elles. Les comparaisons les plus proches sont :
count-changes = Changements : { $count }
count-added = Ajouts : { $count }
count-removed = Suppressions : { $count }
count-changed = Modifications : { $count }
count-moved = Déplacements : { $count }
count-split = Scissions : { $count }
count-joined = Réunions : { $count }
count-retyped = Formes modifiées : { $count }
count-relevelled = Niveaux de titre modifiés : { $count }
count-relinked = Liens modifiés : { $count }
count-restyled = Mises en forme modifiées : { $count }
count-renumbered = Renumérotations : { $count }
count-words-added = Mots ajoutés : { $count }
count-words-removed = Mots supprimés : { $count }

## Comparisons: around the text

before = Avant
after = Après
no-changes = Le texte est le même dans les deux versions.
files-changed = Fichiers ajoutés, supprimés ou modifiés
summary = Résumé des changements
legend = Légende
earlier-changes = Changements antérieurs
later-changes = Changements ultérieurs
now-reads = devient
comparison-whole-blocks = Les changements sont montrés ici par passages entiers, avant et après, et non mot à mot.
flag-duty = obligation
flag-number = nombre
flag-date = date
flag-money = somme d’argent

## Comparisons: lines of the summary; each is a label before a count

summary-added = Ajouté
summary-removed = Supprimé
summary-heading = Titre modifié
summary-reworded = Reformulé
summary-moved = Déplacé
summary-split = Scindé
summary-joined = Réuni
summary-restyled = Mise en forme modifiée
summary-images = Image modifiée
summary-relinked = Lien modifié
summary-relevelled = Niveau de titre modifié
summary-retyped = Forme modifiée
summary-renumbered = Renuméroté
summary-within = Dans cette section : { $count }
summary-rest = Le reste : { $count }

## Comparisons: labels beside what changed

diff-added = Ajouté
diff-removed = Supprimé
diff-changed = Modifié
diff-moved = Déplacé
diff-moved-here = Déplacé ici
diff-moved-here-from = Déplacé ici depuis
diff-moved-away = Déplacé d’ici
diff-moved-away-to = Déplacé d’ici vers
diff-split = Scindé
diff-joined = Réuni
diff-restyled = Mise en forme modifiée
diff-bold-added = Gras ajouté
diff-bold-removed = Gras supprimé
diff-italics-added = Italique ajouté
diff-italics-removed = Italique supprimé
diff-strikethrough-added = Mots désormais barrés
diff-strikethrough-removed = Mots désormais non barrés
diff-code-added = Désormais présenté comme du code
diff-code-removed = N’est plus présenté comme du code
diff-relinked = Lien modifié : { $old } → { $new }
diff-link-added = Lien ajouté
diff-link-removed = Lien supprimé
diff-relevelled = Niveau de titre modifié : { $old } → { $new }
diff-retyped = Forme modifiée
diff-retyped-quote = Désormais une citation
diff-retyped-list = Désormais une liste
diff-retyped-item = Désormais un élément de liste
diff-other-level = Désormais à un autre niveau de la liste
diff-retyped-text = Désormais du texte courant
diff-retyped-heading = Désormais un titre
diff-bullets = puces
diff-numbers = numéros
diff-renumbered = Renuméroté
diff-none = aucun
diff-no-description = sans description
diff-image = Image modifiée
diff-title = Infobulle modifiée
diff-line-break-added = Saut de ligne ajouté
diff-line-break-removed = Saut de ligne supprimé
diff-code-language = Langage du code modifié
diff-alignment = Alignement modifié
diff-html = Balisage modifié
diff-start-added = début du texte ajouté
diff-end-added = fin du texte ajouté
diff-start-removed = début du texte supprimé
diff-end-removed = fin du texte supprimé

## Comparisons: going through the changes

reading-tools = Façons de lire les changements
change-first = Aller au premier changement
change-previous = Changement précédent
change-next = Changement suivant
change-position = Changement { $number } sur { $count }
only-changes = Seulement ce qui a changé
unchanged-part = Partie inchangée, non affichée
side-by-side = Avant et après, côte à côte
change-keys = Touches : n (changement suivant), p (changement précédent)
comparison-notes = À noter
note-count-mismatch = Nombre dans le titre : { $stated }. Éléments de sa liste : { $found }
note-typography = Guillemets ou apostrophes dont seule la forme a changé : { $count }
note-composition = Lettres accentuées codées autrement, dont l’aspect reste le même : { $count }
note-stale-reference = Renuméroté depuis la rédaction de ce renvoi : { $reference } → { $now }
note-removed-target = Supprimé depuis la rédaction de ce renvoi : { $reference }
note-displaced = Les mêmes mots figuraient auparavant dans un autre paragraphe : « { $words } »
note-other-footnote = Renvoie désormais à une autre note, de même numéro : « { $old } » → « { $new } »
note-coarse = Ce texte est très long : une partie en est comparée moins en détail.

## The section on one page

book = Tout sur une seule page
book-link = Lire ou imprimer le tout sur une seule page
title-book = { $title } : tout sur une seule page
book-contents = Sommaire
chapter-previous = Chapitre précédent
chapter-next = Chapitre suivant
chapter-contents = Retour au sommaire
document-previous = Document précédent
document-next = Document suivant
document = Document

## History of each paragraph

ages = Dernier changement de chaque paragraphe
ages-how = À côté de chaque paragraphe figure la date de la version qui l’a apporté, ou qui en a changé en dernier les mots, la forme ou les liens. La date mène à ce qui a changé alors.

## Citing a version and the places in it

cite = Citer cette version ou un passage
cite-word = Citer
cite-whole = { $title }, dans sa version au { $date }
cite-whole-corrected = { $title }, dans sa version au { $date }, corrigée le { $corrected }
cite-place = { $title }, { $place }, dans sa version au { $date }
cite-place-corrected = { $title }, { $place }, dans sa version au { $date }, corrigée le { $corrected }
cite-whole-version = { $title } (version : { $date })
cite-place-version = { $title }, { $place } (version : { $date })
cite-heading = « { $heading } »
cite-paragraph = paragraphe { $number }
cite-how = À côté de chaque clause et de chaque titre figure désormais un lien vers sa place dans cette version, à une adresse qui ne change jamais. Dans une citation, le passage est nommé après le titre.
cite-example = Par exemple
cite-copy = Copier
cite-close = Fermer
cite-since = Se lit ainsi depuis
cite-other-language = Dans une autre langue

## In texts

footnotes = Notes
footnote-back = Retour à l’appel { $number }

## Sizes of files

size-bytes = { $size ->
    [one] { $size } octet
   *[other] { $size } octets
}
size-kilobytes = { $size } ko
size-megabytes = { $size } Mo

## What changed on the site, and its feed

no-changes-yet = Rien n’a encore changé.
change-new = Nouveau
change-changed = Modifié
change-corrected = Corrigé
change-translated = Traduit
change-withdrawn = Retiré
change-reinstated = De nouveau en vigueur
change-removed = Texte supprimé
feed-title = { $site } : changements
feed-link = Suivre les changements (flux Atom)

## What was in force on a date

on-a-date-title = Ce qui était en vigueur à une date donnée
on-a-date-see = Voir ce qui était en vigueur à une date
on-a-date-see-then = Voir tout ce qui était en vigueur au { $date }
on-a-date-lead = Choisissez un jour pour voir ce qui était alors en vigueur, tel qu’on pouvait le lire ce jour-là.
on-a-date-label = Date
on-a-date-button = Afficher
on-a-date-now = En vigueur maintenant
on-a-date-day = Au { $date }
on-a-date-to-come = Ce jour est encore à venir. La liste montre ce que l’on sait à présent.
on-a-date-none = On ne connaît aucun document en vigueur ce jour-là.
on-a-date-withdrawn = Documents retirés
on-a-date-by = En vigueur au plus tard le { $date } ; début inconnu
on-a-date-current-by = Actuelle au plus tard le { $date } ; début inconnu
on-a-date-unpublished = Pas encore publié ce jour-là
on-a-date-corrected = Le texte tel que corrigé le { $date }
on-a-date-later = La version publiée le { $date }, qui vaut depuis un jour antérieur
on-a-date-perhaps = Peut-être déjà remplacée par la version
on-a-date-changes = Jours des derniers changements
on-a-date-earlier-changes = Certains jours de changements antérieurs
on-a-date-year-ends = Fins d’année
on-a-date-invalid = Ce n’est pas une date. Choisissez un jour ci-dessus, ou l’un de ceux ci-dessous.
on-a-date-failed = La liste de ce jour n’a pas pu être chargée. Les jours ci-dessous ont leur propre page.
on-a-date-no-script = Choisir un jour quelconque demande des scripts, qui sont désactivés ici. Voici ce qui est en vigueur maintenant ; les jours indiqués à la fin de cette page se lisent sans script.

## Search and the list of all documents

nav-a-z = A–Z
search-title = Recherche
search-label = Rechercher sur ce site
search-button = Rechercher
search-history = Rechercher aussi dans les versions antérieures et à venir
search-results = Résultats
search-some = Aucune page ne contient tous ces mots. Les pages ci-dessous en contiennent certains.
search-none = Aucun résultat. Essayez d’autres mots ou consultez la liste de tous les documents.
search-none-in-force = Aucun résultat dans les textes en vigueur.
search-in-others = Résultats dans les versions antérieures et à venir
search-failed = La recherche n’a pas pu être chargée. Tous les documents figurent dans la liste de A à Z.
search-in-preview = L’aperçu n’a pas de recherche : elle est créée lorsque le site est construit, avec canllaw build. Tous les documents figurent dans la liste de A à Z.
search-more = Plus de résultats
search-no-script = La recherche nécessite des scripts, qui sont désactivés ici. Tous les documents figurent dans la liste de A à Z.
a-z-title = Tous les documents, de A à Z
a-z-letters = Lettres

## Pages that lead elsewhere

moved-title = Cette page a changé d’adresse
moved-link = Aller à sa nouvelle adresse
not-found-title = Page introuvable
not-found-text = Il n’y a rien à cette adresse. Elle a peut-être été mal saisie.
not-found-home = Aller à la page d’accueil

## Findings, where a page shows them

severity-error = Erreur
severity-warning = Avertissement

## Drafts: what they change, and what they still lack

draft-mark = PROJET
unpublished-mark = PAS ENCORE PUBLIÉE
draft-changes = Ce que ce projet change
draft-against = Comparé à la version qui commence
draft-no-base = Rien n’est en vigueur à quoi le comparer.
draft-no-changes = Le texte est le même que dans la version en vigueur.
draft-all-changes = Voir chaque changement à sa place
draft-outdated = Une autre version a été publiée après celle à partir de laquelle ce projet a été établi. Ce qu’elle a changé pourrait être perdu.
draft-made-from = Établi à partir de
draft-base-unknown = Ce projet se dit établi à partir d’une version qui n’existe pas. On ne sait pas s’il contient tout ce qui est en vigueur aujourd’hui.
draft-lacks-note = Note sur le changement encore manquante
draft-lacks-text = Texte encore manquant
draft-parity = Langue de comparaison
draft-parity-same = Aucune différence trouvée.
draft-parity-here = Ici
draft-parity-there = Là
draft-parity-absent = Absent
edited-title = { $part ->
    [files] Cette version a été publiée, et ses fichiers ont été modifiés depuis.
    [statement] Cette version a été publiée, et ce qui est indiqué à son sujet a été modifié depuis.
   *[text] Cette version a été publiée, et son texte a été modifié depuis.
}
edited-help = Ce qui a été montré aux lecteurs a changé sans laisser de trace. Rétablissez-le tel qu’il était et rédigez une correction ou une nouvelle version : canllaw revise.

parity-block = Dans une seule des langues
parity-section = Section dans une seule des langues
parity-order = À un autre endroit
parity-kind = Passage d’un autre genre
parity-heading-level = Niveau du titre
parity-numbering = Numérotation de la liste
parity-columns = Nombre de colonnes
parity-rows = Nombre de lignes
parity-items = Nombre d’éléments
parity-cell = Cellule vide
parity-empty = Passage vide
parity-label = Numéro de l’article
parity-reference = Renvoi à un article
parity-link = Lien
parity-link-language = Langue d’un lien
parity-image = Image
parity-description = Description de l’image
parity-footnote = Note de bas de page
parity-date = Date
parity-time = Heure
parity-money = Somme d’argent
parity-percentage = Pourcentage
parity-number = Nombre
parity-count = Le nombre dans le titre ne correspond pas à la liste
parity-identical = Mêmes mots dans les deux langues
parity-wrong-language = Mots dans une autre langue
parity-ampersand = Le signe & dans un texte gallois

## The preview

preview = Aperçu
preview-on = Le site à la date du
preview-show = Afficher
preview-today = Tel qu’il est aujourd’hui
preview-follow = Aller à ce qui est en cours de modification
preview-lost = L’aperçu s’est arrêté. Cette page est dans son dernier état ; elle sera à jour quand l’aperçu fonctionnera de nouveau.
status = État du site
status-title = État du site
status-documents = Documents
status-document = Document
status-languages = Langues
status-agree = concordantes
status-differences = nombre de différences : { $count }
status-missing = manquant
status-sealed = scellée
status-overdue = date dépassée
status-findings = Ce qui est à corriger
status-none = Rien.
status-rest = Le reste : { $count }. « canllaw check » en donne la liste complète.
faults-title = Il y a quelque chose à corriger
faults-below = Ci-dessous, la page dans son dernier état entier.
faults-below-now = Ci-dessous, la page telle que sont ses fichiers à présent, et non dans son dernier état entier.
faults-line = Ligne { $line }, colonne { $column }
faults-what-to-do = Que faire
faults-in-english = En entier, en anglais
faults-close = Afficher la page
failure-title = Cette page ne peut pas être affichée
failure-below = Il n’y a pas d’état antérieur à montrer. La page se recharge d’elle-même dès que quelque chose est enregistré.

## Findings: what each kind means

finding-unreadable = Un fichier ou un dossier ne peut pas être lu.
finding-unread-yaml = Un fichier YAML n’est pas lu, à cause de son nom ou de son dossier.
finding-unsafe-path = Un chemin mène hors du dossier du site.
finding-invalid-utf8 = Le fichier n’est pas un texte UTF-8.
finding-too-large = Le fichier est trop grand, ou trop profondément imbriqué, pour être lu.
finding-invalid-yaml = Le YAML ne peut pas être compris.
finding-unknown-key = La clé n’a pas de sens dans ce fichier.
finding-duplicate-key = La clé est donnée deux fois.
finding-missing-key = Une clé dont ce fichier a besoin est absente.
finding-wrong-type = La valeur n’est pas du genre que prend la clé.
finding-invalid-value = La valeur n’est pas de celles que prend la clé.
finding-invalid-date = La date n’est pas au calendrier, ou n’est pas écrite année-mois-jour.
finding-missing-date = Une version ne dit pas quand elle prend effet, ou quand elle a été publiée.
finding-duplicate-version = Deux versions prennent effet le même jour.
finding-unknown-language = Le site n’a pas cette langue.
finding-unknown-words = Il n’y a pas de mots pour les adresses dans cette langue.
finding-empty-version = Une version n’a pas de texte.
finding-empty-folder = Un dossier ne contient rien que les lecteurs puissent voir.
finding-misplaced-text = Le texte n’est dans aucune des versions du document.
finding-missing-title = Un texte n’a pas de titre.
finding-invalid-front-matter = L’en-tête commence par --- et ne se termine pas.
finding-address-collision = Deux parties du site auraient la même adresse.
finding-theme-template = Un gabarit du thème ne fonctionne pas.
finding-theme-string = Une chaîne de l’interface est absente.
finding-empty-site = Le site n’a ni document ni page.
finding-missing-text = Une version n’a pas de texte dans une des langues.
finding-broken-link = Un lien ne mène à rien.
finding-broken-anchor = Un lien mène à un endroit qui n’existe pas.
finding-link-to-removed = Un lien mène à un endroit d’un texte qui a été supprimé, ou à un de ses fichiers.
finding-refused-address = L’adresse d’un lien peut nuire.
finding-empty-link = Un lien n’a pas d’adresse.
finding-foreign-picture = Une image se trouve sur un autre site.
finding-refused-html = Une partie du HTML n’est pas permise sur la page.
finding-unclosed-comment = Un commentaire commence et n’est jamais fermé.
finding-lost-cells = Une ligne d’un tableau a des cellules que personne ne voit.
finding-missing-slug = Il n’y a pas de nom pour les adresses dans une des langues.
finding-missing-section-title = Une section n’a pas de titre.
finding-missing-base-url = Le site n’indique pas sa propre adresse.
finding-missing-approval = L’approbation que la section exige est absente.
finding-unknown-base = La version à partir de laquelle un projet a été établi n’existe pas.
finding-outdated-base = Une version est venue après celle à partir de laquelle un projet a été établi.
finding-unused-theme-part = Rien n’utilise une partie du thème du site, dont le nom est peut-être mal écrit.
finding-low-contrast = Une couleur du site ne se détache pas assez de son fond.
finding-parity = Les langues ne disent pas la même chose.
finding-wrong-language = Un texte semble être dans une autre langue que ne le dit son nom de fichier.
finding-seal-broken = Une version scellée a été modifiée.

## What a page is about, for search engines

description-home = Les règles et consignes en vigueur, leurs versions antérieures et ce qui a changé de l’une à l’autre.
description-section = Les documents de cette section qui sont en vigueur, leurs versions antérieures et ce qui a changé.
description-changes = Ce qui a changé dans chaque document, le plus récent d’abord.
description-a-z = Tous les documents, par ordre alphabétique.
