# L’interface en français.

## Punctuation between a label and its value, and between items of a list

label-separator = {"\u00A0:"}{" "}
list-separator = {","}{" "}

## Around every page

skip-to-content = Aller au contenu principal
nav-main = Menu principal
nav-changes = Changements
nav-languages = Langues
nav-breadcrumbs = Vous êtes ici
nav-footer = Pied de page
nav-years = Années
nav-comparisons = Autres versions et comparaisons
draft-banner = Cette page montre un projet. Il n’est ni publié ni en vigueur.
feedback = Donnez-nous votre avis sur cette page
feedback-place = Endroit de la page

## Titles of pages

home = Accueil
changes-title = Changements
title-version = { $title } ({ $date })
title-history = { $title } : versions et changements
title-comparison = { $title } : ce qui a changé
title-both-languages = { $title } : les langues côte à côte

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
state-coming = À venir
state-superseded = Remplacée
state-corrected = Corrigée depuis
state-withdrawn = Retirée
state-draft = Projet

## From when and until when; each is a label before a date

in-force-since = En vigueur depuis
current-since = Actuelle depuis
in-force-from = Entrée en vigueur
current-from = Actuelle à partir de
in-force-by = En vigueur au plus tard
current-by = Actuelle au plus tard
in-force-until = En vigueur jusqu’à
current-until = Actuelle jusqu’à
replaced = Remplacée
takes-effect = Prise d’effet
corrected-on = Date de correction
published-on = Date de publication
withdrawn-on = Date de retrait
removed-on = Date de suppression

## Dates that are not fully known

start-not-known = début inconnu
day-not-known = jour exact inconnu
date-undecided = non décidée
some-time-between = entre le { $after } et le { $by }
by-date = au plus tard le { $date }
corrected-on-date = corrigée le { $date }

## The bar above a text

version-label = Version
version-before = Version précédente
what-changed = Ce qui a changé
see-changes-from-before = Changements depuis la version précédente
see-changes-since = Ce qui a changé depuis
all-versions = Toutes les versions
both-languages = Les langues côte à côte
read-in-force = Lire la version en vigueur
read-current = Lire la version actuelle
read-document = Lire le document

## Notices above a text

old-title = Ceci est une ancienne version. Une autre l’a remplacée.
corrected-title = Cette version a été corrigée. Une autre l’a remplacée.
coming-title = Cette version n’est pas encore en vigueur.
coming-title-current = Cette version n’est pas encore actuelle.
successor-title = Une nouvelle version remplacera celle-ci.
new-version = Nouvelle version
replaced-by-version = Version qui l’a remplacée
draft-title = Ceci est un projet. Il n’est pas en vigueur.
withdrawn-title = Ce document a été retiré.
replaced-by-document = À la place
removed-title = Le texte de cette version a été supprimé.
removed-text = L’adresse, les dates et l’empreinte sont conservées ; le texte ne l’est pas.
reason = Motif
stand-in-title = Ce texte n’existe pas en français.
stand-in-language = Langue affichée
stand-in-newest = Version la plus récente en français
no-text-in-language = Cette version n’existe pas en français.
waiver-language = Peut manquer pour l’instant
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
count-changes = Changements : { $count }
count-added = Ajouts : { $count }
count-removed = Suppressions : { $count }
count-changed = Modifications : { $count }
count-moved = Déplacements : { $count }
count-words-added = Mots ajoutés : { $count }
count-words-removed = Mots supprimés : { $count }

## Comparisons: around the text

before = Avant
after = Après
no-changes = Rien n’a changé entre ces versions.
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
summary-relinked = Lien modifié
summary-relevelled = Niveau de titre modifié
summary-retyped = Forme modifiée
summary-renumbered = Renuméroté
summary-rest = Le reste : { $count }

## Comparisons: labels beside what changed

diff-added = Ajouté
diff-removed = Supprimé
diff-changed = Modifié
diff-moved = Déplacé
diff-moved-from = Déplacé ici
diff-moved-to = Déplacé d’ici
diff-split = Scindé
diff-joined = Réuni
diff-restyled = Mise en forme modifiée
diff-relinked = Lien modifié : { $old } → { $new }
diff-relevelled = Niveau de titre modifié : { $old } → { $new }
diff-retyped = Forme modifiée
diff-renumbered = Renuméroté
diff-none = aucun
diff-image = Image modifiée
diff-title = Infobulle modifiée
diff-line-break = Saut de ligne modifié
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
side-by-side = Avant et après, côte à côte
change-keys = Touches : n (changement suivant), p (changement précédent)
comparison-notes = À noter
note-count-mismatch = Nombre dans le titre : { $stated }. Éléments de sa liste : { $found }
note-typography = Guillemets ou apostrophes dont seule la forme a changé : { $count }
note-stale-reference = Renuméroté depuis la rédaction de ce renvoi : { $reference } → { $now }
note-coarse = Ce texte est très long : une partie en est comparée moins en détail.

## History of each paragraph

ages = Depuis quand chaque paragraphe se lit ainsi
ages-how = À côté de chaque paragraphe figure la date de la version qui lui a donné sa forme actuelle. La date mène à ce qui a changé alors.

## In texts

footnotes = Notes
footnote-back = Retour à l’appel { $number }

## Sizes of files

size-bytes = { $size } octets
size-kilobytes = { $size } Ko
size-megabytes = { $size } Mo

## What changed on the site, and its feed

no-changes-yet = Rien n’a encore changé.
change-new = Nouveau
change-changed = Modifié
change-corrected = Corrigé
change-withdrawn = Retiré
change-reinstated = De nouveau en vigueur
change-removed = Texte supprimé
feed-title = { $site } : changements
feed-link = Suivre les changements (flux Atom)

## Search and the list of all documents

nav-a-z = A–Z
search-title = Recherche
search-label = Rechercher sur ce site
search-button = Rechercher
search-history = Rechercher aussi dans les versions antérieures
search-results = Résultats
search-none = Aucun résultat. Essayez d’autres mots ou consultez la liste de tous les documents.
search-failed = La recherche n’a pas pu être chargée. Tous les documents figurent dans la liste de A à Z.
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
