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
<<<<<<< HEAD
  messages: {
    'load-failed': 'Cette partie de la page n’a pas pu être chargée. Veuillez vérifier votre connexion.',
    'connect-frame': 'Lier votre compte bancaire',
    'upload-frame': 'Téléverser vos documents',
    'opening': 'Ouverture…',
    'cannot-open': 'Rien n’est perdu.',
    'if-empty': 'Si cette fenêtre reste vide, veuillez réessayer.',
    'try-again': 'Réessayer',
    'token-failed': 'La fenêtre sécurisée n’a pas pu s’ouvrir pour l’instant. Veuillez réessayer.',
    'too-many-picked': 'C’était plus de {limit} fichiers à la fois; seuls les {limit} premiers ont été ajoutés. Vous pouvez ajouter les autres maintenant.',
    'not-set-up': 'Cette partie de la page n’est pas encore bien configurée. Veuillez revenir plus tard.',
    'offer-title': 'Vous pouvez plutôt envoyer des relevés',
    'offer-error-title': 'La liaison n’a pas fonctionné cette fois-ci',
    'offer-inactivity-title': 'Besoin d’une autre façon de faire?',
    'offer-primary': 'Si vous préférez ne pas vous connecter, envoyez des relevés PDF de {institution}.',
    'offer-forced': 'Envoyez des relevés PDF de {institution}. Cela prend quelques minutes.',
    'offer-not-listed': 'Envoyez des relevés PDF de votre institution, quelle qu’elle soit.',
    'offer-inactivity': 'Si la connexion prend du temps, vous pouvez envoyer des relevés PDF de {institution}.',
    'offer-error': '{reason} Vous pouvez plutôt envoyer des relevés PDF de {institution}.',
    'institution-known': '«\u00a0{institution}\u00a0»',
    'institution-unknown': 'votre institution',
    'invalid-username': 'Le nom d’utilisateur n’a pas été reconnu.',
    'invalid-password': 'Le mot de passe n’a pas été accepté.',
    'disabled-login': 'L’accès en ligne à ce compte est désactivé à la banque.',
    'retry-later': 'La banque est injoignable pour le moment.',
    'session-expired': 'La connexion a duré trop longtemps et a été fermée pour votre sécurité.',
    'invalid-security-response': 'La réponse de sécurité n’a pas été acceptée.',
    'aggregation-error': 'Un problème est survenu pendant la lecture des comptes.',
    'login-refused': 'La banque n’a pas accepté la connexion.',
    'use-upload': 'Téléverser plutôt des relevés',
    'still-log-in': 'Vous pouvez aussi poursuivre la connexion; elle reste ouverte.',
    'support-code': 'Pour le soutien\u00a0: {code}',
    'not-listed': 'Mon institution n’est pas dans la liste',
    'collect-title': 'Choisissez vos relevés',
    'collect-from': 'De {institution}',
    'collect-for-staff': 'Rassembler les documents d’un client pour le tableau de bord Flinks, où les signaux de fraude sont examinés',
    'one-upload': 'Tous les fichiers forment un seul téléversement, pour une personne et une institution.',
    'private': 'Les fichiers sont vérifiés sur cet appareil seulement. Rien n’est encore envoyé.',
    'drop-pdf': 'Déposez ici des fichiers PDF ou un dossier, collez-les, ou',
    'drop-images': 'Déposez ici des fichiers PDF, des images ou un dossier, collez-les, ou',
    'browse': 'Choisir des fichiers',
    'browse-folder': 'Choisir un dossier',
    'limits': 'Jusqu’à {files} {files|fichier|fichiers}, {size} en tout',
    'file-list': 'Fichiers choisis',
    'remove': 'Retirer {name}',
    'status-checking': 'Vérification…',
    'status-ready': 'Prêt',
    'status-warning': 'Prêt, à noter',
    'status-rejected': 'Ne peut pas servir',
    'pages': '{pages}\u00a0{pages|page|pages}',
    'checking': 'Vérification de {files} {files|fichier|fichiers}…',
    'summary': '{ready} {ready|fichier|fichiers} sur {files} {ready|prêt|prêts}',
    'summary-attention': '{ready} {ready|fichier|fichiers} sur {files} {ready|prêt|prêts}, {attention} {attention|demande|demandent} votre attention',
    'back-to-login': 'Retour à la connexion bancaire',
    'continue': 'Continuer',
    'continue-files': 'Continuer avec {files} {files|fichier|fichiers}',
    'continue-unchecked': 'Continuer sans vérification',
    'open-dashboard': 'Ouvrir le tableau de bord',
    'open-dashboard-files': 'Ouvrir le tableau de bord avec {files} {files|fichier prêt|fichiers prêts}',
    'going': 'Un instant…',
    'choose-first': 'Choisissez au moins un fichier qui peut servir.',
    'checklist-title': 'Choisissez ces fichiers une fois de plus',
    'checklist': 'Pour votre sécurité, cette page ne peut pas déposer de fichiers à votre place dans la fenêtre sécurisée. Ajoutez-y {files|ce fichier|ces fichiers, tous ensemble}\u00a0: c’est un seul téléversement.',
    'change-files': 'Changer les fichiers',
    'receipt': 'Faire un reçu de ces fichiers',
    'handed-over-title': 'Vos fichiers sont vérifiés',
    'handed-over': 'Poursuivez le téléversement sur cette page.',
    'on-its-way': 'Nous vous amenons à la page de téléversement sécurisée…',
    'in-dashboard': 'Le tableau de bord s’est ouvert dans une nouvelle fenêtre. Ajoutez-y les fichiers, tous ensemble.',
    'received-title': 'Vos documents ont été reçus',
    'processing-title': 'Vos documents sont en cours de lecture',
    'ready-title': 'Vos documents ont été lus',
    'needs-attention-title': 'Vos documents demandent un second regard',
    'failed-title': 'Vos documents n’ont pas pu être lus',
    'received': 'Merci. Leur lecture est en cours et peut prendre un certain temps. Vous pouvez quitter cette page.',
    'processing': 'Cette page vous dira quand ce sera fait. Vous n’avez pas à attendre.',
    'ready': 'Merci. Il n’y a plus rien à faire ici.',
    'needs-attention': 'Quelqu’un les examine. Il n’y a rien à faire ici pour le moment.',
    'failed': 'Vous pouvez choisir d’autres fichiers. Les PDF originaux de votre banque se lisent le mieux.',
    'slow': 'La lecture se poursuit. Elle peut prendre un certain temps et vous n’avez pas à attendre\u00a0: vous pouvez fermer cette page.',
    'linked-title': 'Votre compte bancaire est lié',
    'linked': 'Merci. Vous n’avez aucun document à envoyer.',
    'empty': 'Ce fichier est vide.\nRien ne peut y être lu.\nTéléchargez-le à nouveau, puis ajoutez la nouvelle copie.',
    'not-a-pdf': 'C’est {kind}, pas un PDF.\nSeuls les relevés qui sont de vrais fichiers PDF peuvent être lus.\n{remedy}',
    'unsupported-type': 'C’est {kind}.\nSeuls les fichiers PDF sont acceptés ici.\n{remedy}',
    'damaged': 'Ce PDF est endommagé.\nAucune de ses pages ne peut être ouverte.\nTéléchargez-le à nouveau sur le site de votre banque, puis ajoutez la nouvelle copie.',
    'password-required': 'Ce PDF demande un mot de passe.\nSans lui, personne ne peut le lire.\nOuvrez-le avec votre mot de passe, enregistrez-le ou imprimez-le en un nouveau PDF sans mot de passe et ajoutez cette copie.',
    'unsupported-encryption': 'Ce PDF est verrouillé d’une façon qui ne permet pas de l’ouvrir ici.\nIl ne pourra peut-être pas être lu.\nTéléchargez une version non verrouillée sur le site de votre banque.',
    'unreadable': 'Ce fichier ne peut plus être lu.\nIl a peut-être été déplacé ou modifié, ou n’est pas encore sur cet appareil.\nRetirez-le et choisissez-le à nouveau.',
    'over-file-size': 'Avec {size}, ce fichier est trop gros.\nUn fichier peut avoir jusqu’à {limit}.\nDemandez à votre banque des relevés plus courts, ou enregistrez-le en plusieurs parties.',
    'near-file-size': 'Avec {size}, ce fichier est peut-être trop gros.\nJusqu’à {limit} sont recommandés pour un fichier.\nVous pouvez essayer. S’il n’est pas accepté, enregistrez-le en plusieurs parties.',
    'too-many-files': 'Un téléversement contient {files} {files|fichier|fichiers}.\nLes suivants sont laissés de côté.\nRetirez un fichier pour en faire entrer un autre.',
    'over-total-size': 'Un téléversement contient {limit}.\nCe qui dépasse est laissé de côté.\nRetirez un fichier pour en faire entrer un autre.',
    'near-total-size': 'Ensemble, les fichiers font {size}.\nC’est près de ce que contient un téléversement\u00a0: {limit}.\nVous pouvez essayer. Si ce n’est pas accepté, retirez un gros fichier.',
    'duplicate': 'Vous avez déjà choisi ce fichier.\nUne copie suffit.\nIl n’y a rien à faire\u00a0: seule la première part.',
    'incomplete': 'Il manque peut-être une partie de ce PDF.\nCertaines pages, souvent les dernières, pourraient en être absentes.\nOuvrez-le pour vérifier ou téléchargez-le de nouveau sur le site de votre banque.',
    'rebuilt': 'Ce PDF a un petit défaut.\nSes pages ont quand même été trouvées.\nVous pouvez l’envoyer. Si possible, téléchargez-le de nouveau sur le site de votre banque.',
    'scanned': 'Ce fichier semble numérisé.\nUn document numérisé est lu plus lentement et moins exactement.\nVous pouvez l’envoyer. Si vous avez le PDF original de votre banque, ajoutez plutôt celui-ci.',
    'no-text': 'Le texte de ce PDF est dessiné, pas écrit.\nIl est lu comme une image.\nIl n’y a rien à faire.',
    'portfolio': 'Ce PDF est un dossier d’autres fichiers.\nSon contenu pourrait ne pas être vu.\nOuvrez-le, enregistrez chaque relevé séparément et ajoutez-les.',
    'printed-copy': 'Ce fichier semble être une copie imprimée d’un relevé.\nLes copies soulèvent parfois des questions.\nSi possible, ajoutez le PDF original de votre banque.',
    'unchecked': 'Ce fichier n’a pas pu être vérifié au complet.\nIl est peut-être bon quand même.\nVous pouvez l’envoyer.',
    'restricted': 'Ce PDF limite les modifications.\nC’est courant pour les relevés bancaires.\nIl n’y a rien à faire.',
    'kind-image': 'une image {format}',
    'kind-zip': 'un fichier ZIP ou bureautique',
    'kind-html': 'une page Web',
    'kind-ole': 'un fichier bureautique',
    'kind-photo': 'une photo {format}',
    'kind-avif': 'une image AVIF',
    'kind-email': 'un courriel',
    'kind-csv': 'une feuille de calcul en format texte',
    'kind-rtf': 'un document texte',
    'kind-postscript': 'un fichier destiné à une imprimante',
    'kind-other': 'un autre type de fichier',
    'remedy-download': 'Téléchargez le relevé en PDF sur le site de votre banque et ajoutez-le.',
    'remedy-photo': 'Téléchargez le relevé en PDF sur le site de votre banque et ajoutez-le au lieu d’une image.',
    'remedy-email': 'Si le relevé est joint au courriel, enregistrez le PDF joint et ajoutez-le. Sinon, téléchargez-le sur le site de votre banque.',
    'remedy-csv': 'Téléchargez de nouveau le relevé sur le site de votre banque, choisissez PDF au lieu de CSV et ajoutez-le.',
    'remedy-postscript': 'Téléchargez le relevé en PDF sur le site de votre banque, sans l’imprimer, et ajoutez-le.',
    'receipt-reading': 'Lecture des fichiers\u00a0: {done} sur {files}',
    'receipt-made': 'Le reçu est prêt. Il est fait sur cet appareil et n’est envoyé nulle part.',
    'receipt-made-without': 'Le reçu est prêt. Sans SHA-256, car illisibles à présent\u00a0: {files}. Il est fait sur cet appareil et n’est envoyé nulle part.',
    'receipt-failed': 'Le reçu n’a pas pu être fait cette fois. Vos fichiers sont toujours là; veuillez réessayer.',
    'receipt-csv': 'Enregistrer pour un tableur (CSV)',
    'receipt-json': 'Enregistrer pour un programme (JSON)',
  },
=======
  texts: [
    'Cette partie de la page n’a pas pu être chargée. Veuillez vérifier votre connexion.', // load-failed
    'Lier votre compte bancaire', // connect-frame
    'Téléverser vos documents', // upload-frame
    'Ouverture…', // opening
    'Rien n’est perdu.', // cannot-open
    'Si cette fenêtre reste vide, veuillez réessayer.', // if-empty
    'Réessayer', // try-again
    'La fenêtre sécurisée n’a pas pu s’ouvrir pour l’instant. Veuillez réessayer.', // token-failed
    'C’était plus de {limit} fichiers à la fois; seuls les {limit} premiers ont été ajoutés. Vous pouvez ajouter les autres maintenant.', // too-many-picked
    'Cette partie de la page n’est pas encore bien configurée. Veuillez revenir plus tard.', // not-set-up
    'Vous pouvez plutôt envoyer des relevés', // offer-title
    'La liaison n’a pas fonctionné cette fois-ci', // offer-error-title
    'Besoin d’une autre façon de faire?', // offer-inactivity-title
    'Si vous préférez ne pas vous connecter, envoyez des relevés PDF de {institution}.', // offer-primary
    'Envoyez des relevés PDF de {institution}. Cela prend quelques minutes.', // offer-forced
    'Envoyez des relevés PDF de votre institution, quelle qu’elle soit.', // offer-not-listed
    'Si la connexion prend du temps, vous pouvez envoyer des relevés PDF de {institution}.', // offer-inactivity
    '{reason} Vous pouvez plutôt envoyer des relevés PDF de {institution}.', // offer-error
    '«\u00a0{institution}\u00a0»', // institution-known
    'votre institution', // institution-unknown
    'Le nom d’utilisateur n’a pas été reconnu.', // invalid-username
    'Le mot de passe n’a pas été accepté.', // invalid-password
    'L’accès en ligne à ce compte est désactivé à la banque.', // disabled-login
    'La banque est injoignable pour le moment.', // retry-later
    'La connexion a duré trop longtemps et a été fermée pour votre sécurité.', // session-expired
    'La réponse de sécurité n’a pas été acceptée.', // invalid-security-response
    'Un problème est survenu pendant la lecture des comptes.', // aggregation-error
    'La banque n’a pas accepté la connexion.', // login-refused
    'Téléverser plutôt des relevés', // use-upload
    'Vous pouvez aussi poursuivre la connexion; elle reste ouverte.', // still-log-in
    'Pour le soutien\u00a0: {code}', // support-code
    'Mon institution n’est pas dans la liste', // not-listed
    'Choisissez vos relevés', // collect-title
    'De {institution}', // collect-from
    'Rassembler les documents d’un client pour le tableau de bord Flinks, où les signaux de fraude sont examinés', // collect-for-staff
    'Tous les fichiers forment un seul téléversement, pour une personne et une institution.', // one-upload
    'Les fichiers sont vérifiés sur cet appareil seulement. Rien n’est encore envoyé.', // private
    'Déposez ici des fichiers PDF ou un dossier, collez-les, ou', // drop-pdf
    'Déposez ici des fichiers PDF, des images ou un dossier, collez-les, ou', // drop-images
    'Choisir des fichiers', // browse
    'Choisir un dossier', // browse-folder
    'Jusqu’à {files} {files|fichier|fichiers}, {size} en tout', // limits
    'Fichiers choisis', // file-list
    'Retirer {name}', // remove
    'Vérification…', // status-checking
    'Prêt', // status-ready
    'Prêt, à noter', // status-warning
    'Ne peut pas servir', // status-rejected
    '{pages}\u00a0{pages|page|pages}', // pages
    'Vérification de {files} {files|fichier|fichiers}…', // checking
    '{ready} {ready|fichier|fichiers} sur {files} {ready|prêt|prêts}', // summary
    '{ready} {ready|fichier|fichiers} sur {files} {ready|prêt|prêts}, {attention} {attention|demande|demandent} votre attention', // summary-attention
    'Retour à la connexion bancaire', // back-to-login
    'Continuer', // continue
    'Continuer avec {files} {files|fichier|fichiers}', // continue-files
    'Continuer sans vérification', // continue-unchecked
    'Ouvrir le tableau de bord', // open-dashboard
    'Ouvrir le tableau de bord avec {files} {files|fichier prêt|fichiers prêts}', // open-dashboard-files
    'Un instant…', // going
    'Choisissez au moins un fichier qui peut servir.', // choose-first
    'Choisissez ces fichiers une fois de plus', // checklist-title
    'Pour votre sécurité, cette page ne peut pas déposer de fichiers à votre place dans la fenêtre sécurisée. Ajoutez-y {files|ce fichier|ces fichiers, tous ensemble}\u00a0: c’est un seul téléversement.', // checklist
    'Changer les fichiers', // change-files
    'Faire un reçu de ces fichiers', // receipt
    'Vos fichiers sont vérifiés', // handed-over-title
    'Poursuivez le téléversement sur cette page.', // handed-over
    'Nous vous amenons à la page de téléversement sécurisée…', // on-its-way
    'Le tableau de bord s’est ouvert dans une nouvelle fenêtre. Ajoutez-y les fichiers, tous ensemble.', // in-dashboard
    'Vos documents ont été reçus', // received-title
    'Vos documents sont en cours de lecture', // processing-title
    'Vos documents ont été lus', // ready-title
    'Vos documents demandent un second regard', // needs-attention-title
    'Vos documents n’ont pas pu être lus', // failed-title
    'Merci. Leur lecture est en cours et peut prendre un certain temps. Vous pouvez quitter cette page.', // received
    'Cette page vous dira quand ce sera fait. Vous n’avez pas à attendre.', // processing
    'Merci. Il n’y a plus rien à faire ici.', // ready
    'Quelqu’un les examine. Il n’y a rien à faire ici pour le moment.', // needs-attention
    'Vous pouvez choisir d’autres fichiers. Les PDF originaux de votre banque se lisent le mieux.', // failed
    'La lecture se poursuit. Elle peut prendre un certain temps et vous n’avez pas à attendre\u00a0: vous pouvez fermer cette page.', // slow
    'Votre compte bancaire est lié', // linked-title
    'Merci. Vous n’avez aucun document à envoyer.', // linked
    'Ce fichier est vide.\nRien ne peut y être lu.\nTéléchargez-le à nouveau, puis ajoutez la nouvelle copie.', // empty
    'C’est {kind}, pas un PDF.\nSeuls les relevés qui sont de vrais fichiers PDF peuvent être lus.\nTéléchargez le relevé en PDF sur le site de votre banque et ajoutez-le.', // not-a-pdf
    'C’est {kind}.\nSeuls les fichiers PDF sont acceptés ici.\nTéléchargez le relevé en PDF sur le site de votre banque et ajoutez-le.', // unsupported-type
    'Ce PDF est endommagé.\nAucune de ses pages ne peut être ouverte.\nTéléchargez-le à nouveau sur le site de votre banque, puis ajoutez la nouvelle copie.', // damaged
    'Ce PDF demande un mot de passe.\nSans lui, personne ne peut le lire.\nOuvrez-le avec votre mot de passe, enregistrez-le ou imprimez-le en un nouveau PDF sans mot de passe et ajoutez cette copie.', // password-required
    'Ce fichier ne peut plus être lu.\nIl a peut-être été déplacé ou modifié, ou n’est pas encore sur cet appareil.\nRetirez-le et choisissez-le à nouveau.', // unreadable
    'Avec {size}, ce fichier est trop gros.\nUn fichier peut avoir jusqu’à {limit}.\nDemandez à votre banque des relevés plus courts, ou enregistrez-le en plusieurs parties.', // over-file-size
    'Avec {size}, ce fichier est peut-être trop gros.\nJusqu’à {limit} sont recommandés pour un fichier.\nVous pouvez essayer. S’il n’est pas accepté, enregistrez-le en plusieurs parties.', // near-file-size
    'Un téléversement contient {files} {files|fichier|fichiers}.\nLes suivants sont laissés de côté.\nRetirez un fichier pour en faire entrer un autre.', // too-many-files
    'Un téléversement contient {limit}.\nCe qui dépasse est laissé de côté.\nRetirez un fichier pour en faire entrer un autre.', // over-total-size
    'Ensemble, les fichiers font {size}.\nC’est près de ce que contient un téléversement\u00a0: {limit}.\nVous pouvez essayer. Si ce n’est pas accepté, retirez un gros fichier.', // near-total-size
    'Vous avez déjà choisi ce fichier.\nUne copie suffit.\nIl n’y a rien à faire\u00a0: seule la première part.', // duplicate
    'Ce PDF n’est pas complet.\nDes pages manquent peut-être à la fin.\nSi possible, téléchargez-le à nouveau sur le site de votre banque.', // repaired
    'Ce fichier semble numérisé.\nUn document numérisé est lu plus lentement et moins exactement.\nVous pouvez l’envoyer. Si vous avez le PDF original de votre banque, ajoutez plutôt celui-ci.', // scanned
    'Le texte de ce PDF est dessiné, pas écrit.\nIl est lu comme une image.\nIl n’y a rien à faire.', // no-text
    'Ce PDF est un dossier d’autres fichiers.\nSon contenu pourrait ne pas être vu.\nOuvrez-le, enregistrez chaque relevé séparément et ajoutez-les.', // portfolio
    'Ce fichier semble être une copie imprimée d’un relevé.\nLes copies soulèvent parfois des questions.\nSi possible, ajoutez le PDF original de votre banque.', // printed-copy
    'Ce fichier n’a pas pu être vérifié au complet.\nIl est peut-être bon quand même.\nVous pouvez l’envoyer.', // unchecked
    'Ce PDF limite les modifications.\nC’est courant pour les relevés bancaires.\nIl n’y a rien à faire.', // restricted
    'une image {format}', // kind-image
    'un fichier ZIP ou bureautique', // kind-zip
    'une page Web', // kind-html
    'un fichier bureautique', // kind-ole
    'un autre type de fichier', // kind-other
    'Lecture des fichiers\u00a0: {done} sur {files}', // receipt-reading
    'Le reçu est prêt. Il est fait sur cet appareil et n’est envoyé nulle part.', // receipt-made
    'Le reçu est prêt. Sans SHA-256, car illisibles à présent\u00a0: {files}. Il est fait sur cet appareil et n’est envoyé nulle part.', // receipt-made-without
    'Le reçu n’a pas pu être fait cette fois. Vos fichiers sont toujours là; veuillez réessayer.', // receipt-failed
    'Enregistrer pour un tableur (CSV)', // receipt-csv
    'Enregistrer pour un programme (JSON)', // receipt-json
  ],
>>>>>>> e3d365a (wip)
};
