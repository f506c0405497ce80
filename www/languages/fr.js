// Generated from src/core/i18n/languages/fr.rs by: cargo run --no-default-features --features generate --example generate
export default {
  tag: 'fr',
  locale: 'fr-CA',
  singular: 'zero-or-one',
  groupFrom: '4',
  group: '\u00a0',
  decimal: ',',
  byte: 'octet',
  bytes: 'octets',
  kilobyte: 'ko',
  megabyte: 'Mo',
  texts: [
    'Cette partie de la page n’a pas pu être chargée. Veuillez vérifier votre connexion.', // load-failed
    'Lier votre compte bancaire', // connect-frame
    'Téléverser vos documents', // upload-frame
    'Ouverture…', // opening
    'Rien n’a été perdu.', // cannot-open
    'Si cette fenêtre reste vide, veuillez réessayer.', // if-empty
    'Réessayer', // try-again
    'La fenêtre sécurisée n’a pas pu s’ouvrir. Veuillez réessayer.', // token-failed
    'Vous avez choisi plus de {limit} fichiers à la fois; seuls les {limit} premiers ont été ajoutés.', // too-many-picked
    'Certains fichiers n’ont pas pu être ajoutés. Veuillez vérifier la liste et ajouter ceux qui manquent.', // files-left-out
    'Cette partie de la page n’est pas disponible pour le moment. Veuillez réessayer plus tard.', // not-set-up
    'Vous pouvez plutôt envoyer des relevés', // offer-title
    'Votre compte n’a pas pu être lié', // offer-error-title
    'Du mal à vous connecter?', // offer-inactivity-title
    'Si vous préférez ne pas vous connecter, envoyez des relevés PDF de {institution}.', // offer-primary
    'Envoyez des relevés PDF de {institution}. Cela prend quelques minutes.', // offer-forced
    'Votre banque n’est pas dans la liste? Envoyez plutôt ses relevés en PDF.', // offer-not-listed
    'Vous pouvez plutôt envoyer des relevés PDF de {institution}.', // offer-inactivity
    '{reason} Vous pouvez plutôt envoyer des relevés PDF de {institution}.', // offer-error
    '{reason} Essayez de vous connecter à nouveau, ou envoyez plutôt des relevés PDF de {institution}.', // offer-error-retry
    '{reason} Vous pouvez plutôt envoyer des relevés PDF de {institution}, ou réessayer plus tard.', // offer-error-later
    '{institution}', // institution-known
    'votre institution', // institution-unknown
    'Votre banque n’a pas reconnu ce nom d’utilisateur.', // invalid-username
    'Votre banque n’a pas accepté ce mot de passe.', // invalid-password
    'Votre banque a désactivé l’accès en ligne à ce compte.', // disabled-login
    'Votre banque est injoignable pour le moment.', // retry-later
    'Votre session a expiré, par mesure de sécurité.', // session-expired
    'Votre banque n’a pas accepté la réponse à la question de sécurité.', // invalid-security-response
    'Un problème est survenu pendant la lecture de vos comptes.', // aggregation-error
    'Votre banque n’a pas accepté ces renseignements de connexion.', // login-refused
    'Téléverser plutôt des relevés', // use-upload
    'Pas maintenant', // dismiss
    'Code d’erreur\u00a0: {code}', // support-code
    'Ma banque n’est pas dans la liste', // not-listed
    'Choisissez vos relevés', // collect-title
    'Institution\u00a0: {institution}', // collect-from
    'Préparer les documents d’un client pour leur examen dans le tableau de bord Flinks', // collect-for-staff
    'Envoyez en une seule fois les relevés d’une seule personne, d’une seule institution.', // one-upload
    'Vos fichiers sont vérifiés sur cet appareil avant tout envoi.', // private
    'Glissez ici des fichiers PDF ou un dossier, ou', // drop-pdf
    'Glissez ici des fichiers PDF, des images ou un dossier, ou', // drop-images
    'Choisir des fichiers', // browse
    'Ajouter des fichiers', // browse-more
    'Choisir un dossier', // browse-folder
    'Jusqu’à {files} {files|fichier|fichiers} PDF, {size} au total', // limits
    'Jusqu’à {files} {files|fichier PDF ou image|fichiers PDF ou images}, {size} au total', // limits-images
    'Fichiers choisis', // file-list
    'Retirer {name}', // remove
    '{name} a été retiré.', // removed
    'Annuler', // undo
    'Vérification…', // status-checking
    'Prêt', // status-ready
    'Prêt, avec une remarque', // status-warning
    'Non accepté', // status-rejected
    'Laissé de côté', // status-left-out
    'Ignoré', // status-skipped
    'Verrouillé', // status-locked
    '{pages}\u00a0{pages|page|pages}', // pages
    'Vérification de {files} {files|fichier|fichiers}…', // checking
    '{ready} {ready|fichier|fichiers} sur {files} {ready|prêt|prêts}', // summary
    '{ready} {ready|fichier|fichiers} sur {files} {ready|prêt|prêts}, {attention} non {attention|accepté|acceptés}', // summary-attention
    '{summary}, {locked} {locked|verrouillé|verrouillés}', // summary-locked
    '{files} {files|fichier prêt|fichiers prêts}', // ready-files
    'S’applique à {files} {files|fichier|fichiers}\u00a0:', // shared-by
    'et {files} {files|autre fichier|autres fichiers}', // more-files
    'Mot de passe de ce fichier', // password
    'C’est le mot de passe du PDF, en général différent de celui de vos services bancaires en ligne. Il reste sur cet appareil et sera aussi essayé avec vos autres fichiers verrouillés.', // password-hint
    'Ce mot de passe n’ouvre pas ce fichier. Veuillez le vérifier et réessayer.', // password-refused
    'Ce fichier n’a pas pu être déverrouillé ici. Réessayez, ou ajoutez une version sans mot de passe si votre banque en offre une.', // cannot-unlock
    'Déverrouiller', // unlock
    'Déverrouillage…', // unlocking
    'Enregistrer la copie déverrouillée', // save-unlocked
    'déverrouillé', // unlocked-suffix
    'Retour à la connexion bancaire', // back-to-login
    'Continuer', // continue
    'Continuer avec {files} {files|fichier|fichiers}', // continue-files
    'Continuer sans vérification', // continue-unchecked
    'Ouvrir le tableau de bord', // open-dashboard
    'Ouvrir le tableau de bord avec {files} {files|fichier prêt|fichiers prêts}', // open-dashboard-files
    'Un instant…', // going
    'Ajoutez au moins un fichier valide pour continuer.', // choose-first
    'Déverrouillez un fichier ou ajoutez‑en un autre pour continuer.', // unlock-first
    'Ensuite, vous choisirez de nouveau les mêmes fichiers dans une fenêtre sécurisée. Votre navigateur ne permet pas à cette page de les transmettre.', // choose-again
    'Pour les fichiers déverrouillés, choisissez les copies que vous avez enregistrées.', // choose-unlocked
    'Ajoutez les relevés des jours manquants pour continuer.', // cover-first
    'Relevés des {days} derniers jours\u00a0: {period}', // required-period
    'janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.', // month-names
    '1er', // first-day
    '{date} à {hour}\u00a0h\u00a0{minute}', // date-time
    'Mois couverts\u00a0: {account}', // months-covered
    'couvert', // month-covered
    'partiellement couvert', // month-partly
    'manquant', // month-missing
    'indéterminé', // month-unknown
    'Votre compte', // account-unknown
    'Dernière étape\u00a0: choisissez de nouveau les mêmes fichiers', // checklist-title
    'Téléversez vos relevés', // upload-title
    'Dans la fenêtre ci-dessous, choisissez {files|le même fichier|les mêmes fichiers, tous en même temps}.\nPuis envoyez‑{files|le|les}.', // checklist
    '{files} {files|fichier|fichiers} à choisir', // files-to-choose
    'Changer les fichiers', // change-files
    'Télécharger la liste de ces fichiers', // receipt
    'Vos fichiers ont été vérifiés', // handed-over-title
    'Poursuivez le téléversement sur cette page.', // handed-over
    'Ouverture de la page de téléversement sécurisée…', // on-its-way
    'Le tableau de bord s’est ouvert dans une nouvelle fenêtre. Ajoutez‑y les fichiers, tous en même temps.', // in-dashboard
    'Vos documents ont été reçus', // received-title
    'Reçus le', // received-date
    'Fichiers vérifiés ici', // received-files
    'Numéro de référence', // reference
    'Imprimer cette page', // print
    'Vos documents sont en cours de lecture', // processing-title
    'Vos documents ont été lus', // ready-title
    'Vos documents sont en cours d’examen', // needs-attention-title
    'Vos documents n’ont pas pu être lus', // failed-title
    'Merci. La lecture peut prendre un certain temps. Vous pouvez fermer cette page.', // received
    'Vous le verrez ici quand ce sera terminé. Inutile d’attendre.', // processing
    'Merci. Vous n’avez plus rien à faire ici.', // ready
    'Cela peut être un peu plus long. Vous n’avez rien à faire pour l’instant.', // needs-attention
    'Veuillez choisir d’autres fichiers. Les PDF originaux de votre banque donnent les meilleurs résultats.', // failed
    'Choisir d’autres fichiers', // choose-other
    'La lecture se poursuit et peut prendre un certain temps. Inutile d’attendre\u00a0: vous pouvez fermer cette page.', // slow
    'Votre compte bancaire est lié', // linked-title
    'Merci. Vous n’avez aucun document à envoyer.', // linked
    'Ce fichier est vide.\nIl n’y a rien à y lire.\nTéléchargez‑le de nouveau et ajoutez la nouvelle copie.', // empty
    'Ce fichier est {kind}, pas un PDF.\nSeuls les relevés en PDF peuvent être lus.\n{remedy}', // not-a-pdf
    'Ce fichier est {kind}.\nSeuls les fichiers PDF sont acceptés ici.\n{remedy}', // unsupported-type
    'Ce PDF est endommagé.\nAucune de ses pages ne peut être ouverte.\nTéléchargez‑le de nouveau sur le site de votre banque et ajoutez la nouvelle copie.', // damaged
    'Ce PDF est protégé par un mot de passe.\nIl ne peut pas être lu tant qu’il est verrouillé.\nSi votre banque offre une version sans mot de passe, téléchargez‑la et ajoutez‑la.', // password-required
    'Ce PDF est protégé par un mot de passe.\nIl ne peut pas être lu tant qu’il est verrouillé.\nDéverrouillez‑le ici avec son mot de passe, ou ajoutez une version sans mot de passe.', // unlock-here
    'Une copie déverrouillée est prête.\nLe fichier sur votre appareil est toujours verrouillé.\nEnregistrez la copie et choisissez‑la à l’étape suivante au lieu de l’original.', // unlocked
    'Ce PDF est verrouillé d’une façon qui ne permet pas de l’ouvrir ici.\nIl ne pourra peut-être pas être lu.\nTéléchargez une version non verrouillée sur le site de votre banque.', // unsupported-encryption
    'Ce fichier ne peut pas être ouvert.\nIl a peut-être été déplacé ou modifié, ou se trouve encore dans le nuage.\nRetirez‑le et choisissez‑le de nouveau.', // unreadable
    'Ce fichier est trop volumineux.\nLa limite est de {limit} par fichier.\nTéléchargez une période plus courte sur le site de votre banque, par exemple un mois par fichier.', // over-file-size
    'Ce fichier est volumineux.\nLes fichiers de plus de {limit} sont parfois refusés.\nVous pouvez l’envoyer. En cas de refus, téléchargez une période plus courte sur le site de votre banque.', // near-file-size
    'Vous pouvez envoyer jusqu’à {files} {files|fichier|fichiers} à la fois.\nLes autres sont laissés de côté.\nPour faire de la place, retirez un fichier.', // too-many-files
    'Ensemble, les fichiers ne peuvent pas dépasser {limit}.\nCe qui n’entre pas est laissé de côté.\nPour faire de la place, retirez un fichier.', // over-total-size
    'Vos fichiers totalisent {size}, un peu plus que la limite de {limit}.\nIls pourraient quand même être acceptés.\nVous pouvez essayer. En cas de refus, retirez le plus volumineux.', // near-total-size
    'Ce fichier est identique à {other}.', // duplicate
    'Il manque peut-être une partie de ce PDF.\nCertaines pages, souvent les dernières, pourraient en être absentes.\nOuvrez‑le pour vérifier ou téléchargez‑le de nouveau sur le site de votre banque.', // incomplete
    'Ce PDF a un petit défaut.\nSes pages ont quand même pu être trouvées.\nVous pouvez l’envoyer. Si possible, téléchargez‑le de nouveau sur le site de votre banque.', // rebuilt
    'Ce fichier semble être une numérisation.\nLa lecture est plus longue et moins précise.\nVous pouvez l’envoyer. Si vous l’avez, le PDF original de votre banque est préférable.', // scanned
    'Ce PDF contient d’autres fichiers.\nIls pourraient ne pas être lus.\nOuvrez‑le, enregistrez chaque relevé séparément, puis ajoutez‑les.', // portfolio
    'Ce fichier semble être une copie enregistrée ou imprimée.\nL’examen d’une copie peut être plus long.\nVous pouvez l’envoyer. Si vous l’avez, le PDF original de votre banque est préférable.', // printed-copy
    'Ce fichier n’a pas pu être entièrement vérifié.\nIl est peut-être valide.\nVous pouvez l’envoyer.', // unchecked
    'Ce fichier semble avoir été enregistré avec une autre application.\nL’examen d’une telle copie peut être plus long.\nVous pouvez l’envoyer. Si vous l’avez, le PDF original de votre banque est préférable.', // edited
    'Ce relevé indique {pages} {pages|page|pages}; pages manquantes dans ce fichier\u00a0: {missing}.\nUn relevé est lu dans son ensemble.\nTéléchargez le relevé complet sur le site de votre banque et ajoutez‑le.', // missing-pages
    'Ce document semble être un talon de paie.\nSeuls les relevés de compte bancaire ou de carte de crédit peuvent être lus.\nAjoutez plutôt votre relevé bancaire.', // pay-stub
    'Ce document semble être un feuillet fiscal.\nSeuls les relevés de compte bancaire ou de carte de crédit peuvent être lus.\nAjoutez plutôt votre relevé bancaire.', // tax-form
    'Ce document semble être une liste d’opérations imprimée.\nElle ne peut pas remplacer un relevé.\nTéléchargez le relevé en PDF sur le site de votre banque et ajoutez‑le.', // transaction-list
    'Ce document ne semble pas être un relevé bancaire.\nSeuls les relevés de compte bancaire ou de carte de crédit peuvent être lus.\nSi vous vouliez ajouter un autre fichier, choisissez plutôt celui-là.', // other-document
    'Ce relevé semble provenir d’une autre institution ({found}) que la vôtre ({institution}).\nUn envoi porte sur une seule institution.\nS’il n’a pas sa place ici, retirez‑le.', // other-institution
    '{account}\u00a0: aucun relevé ne couvre la période {period}.\nCes jours manqueraient à votre envoi.\nAjoutez le relevé qui les couvre.', // missing-period
    '{account}\u00a0: le relevé le plus récent se termine le {date}.\nIl en faut un plus récent.\nAjoutez votre dernier relevé.', // outdated
    'Ces relevés proviennent de plusieurs institutions\u00a0: {institutions}.\nUn envoi porte sur une seule institution.\nEnvoyez les autres séparément.', // several-institutions
    'Vos relevés portent sur {accounts} {accounts|compte|comptes}.\nC’est correct si on vous les a tous demandés.\nVous n’avez rien à faire.', // several-accounts
    'une image {format}', // kind-image
    'un fichier ZIP, Word ou Excel', // kind-zip
    'une page Web', // kind-html
    'un ancien fichier Word ou Excel', // kind-ole
    'une photo {format}', // kind-photo
    'une image AVIF', // kind-avif
    'un courriel', // kind-email
    'une feuille de calcul (CSV)', // kind-csv
    'un document texte', // kind-rtf
    'un fichier pour imprimante', // kind-postscript
    'un autre type de fichier', // kind-other
    'Téléchargez le relevé en PDF sur le site de votre banque et ajoutez‑le.', // remedy-download
    'Téléchargez le relevé en PDF sur le site de votre banque et ajoutez‑le au lieu d’une image.', // remedy-photo
    'Si le relevé est joint au courriel, enregistrez le PDF joint et ajoutez‑le. Sinon, téléchargez‑le sur le site de votre banque.', // remedy-email
    'Téléchargez de nouveau le relevé sur le site de votre banque, choisissez PDF au lieu de CSV et ajoutez‑le.', // remedy-csv
    'Téléchargez le relevé en PDF sur le site de votre banque, sans l’imprimer, et ajoutez‑le.', // remedy-postscript
    'Lecture des fichiers\u00a0: {done} sur {files}', // receipt-reading
    'La liste est prête. Elle a été créée sur cet appareil et n’est envoyée nulle part.', // receipt-made
    'La liste est prête. {files} {files|fichier ne peut plus être lu et y figure|fichiers ne peuvent plus être lus et y figurent} sans SHA-256. Elle a été créée sur cet appareil et n’est envoyée nulle part.', // receipt-made-without
    'La liste n’a pas pu être créée cette fois-ci. Les fichiers sont toujours là; veuillez réessayer.', // receipt-failed
    'Enregistrer pour un tableur (CSV)', // receipt-csv
    'Enregistrer pour un programme (JSON)', // receipt-json
  ],
};
