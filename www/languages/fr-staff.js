// Generated from src/core/i18n/languages/fr.rs by: cargo run --no-default-features --features generate --example generate
import pack from './fr.js';

// By their places among the texts.
export default {
  ...pack,
  texts: Object.assign([...pack.texts], {
    35: 'Choisissez les relevés du client', // collect-title
    39: 'Les fichiers sont vérifiés sur cet appareil avant tout envoi.', // private
    67: 'C’est le mot de passe du PDF. Le client le connaît peut-être; ne demandez jamais celui de ses services bancaires en ligne. Ce que vous entrez reste sur cet appareil et sera aussi essayé avec les autres fichiers verrouillés.', // password-hint
    69: 'Ce fichier n’a pas pu être déverrouillé ici. Réessayez, ou demandez au client une version sans mot de passe.', // cannot-unlock
    95: 'Compte du client', // account-unknown
    97: 'Téléversez les relevés du client', // upload-title
    102: 'Les fichiers ont été vérifiés', // handed-over-title
    124: 'Ce fichier est vide.\nIl n’y a rien à y lire.\nDemandez une nouvelle copie au client.', // empty
    127: 'Ce PDF est endommagé.\nAucune de ses pages ne peut être ouverte.\nDemandez au client une nouvelle copie, téléchargée sur le site de sa banque.', // damaged
    128: 'Ce PDF est protégé par un mot de passe.\nIl ne peut pas être lu tant qu’il est verrouillé.\nDemandez au client une version sans mot de passe.', // password-required
    129: 'Ce PDF est protégé par un mot de passe.\nIl ne peut pas être lu tant qu’il est verrouillé.\nDéverrouillez‑le ici avec son mot de passe, ou demandez au client une version sans mot de passe.', // unlock-here
    131: 'Ce PDF est verrouillé d’une façon qui ne permet pas de l’ouvrir ici.\nIl ne pourra peut-être pas être lu.\nDemandez au client une version non verrouillée, téléchargée sur le site de sa banque.', // unsupported-encryption
    133: 'Ce fichier est trop volumineux.\nLa limite est de {limit} par fichier.\nDemandez au client des relevés d’une période plus courte, par exemple un mois par fichier.', // over-file-size
    134: 'Ce fichier est volumineux.\nLes fichiers de plus de {limit} sont parfois refusés.\nVous pouvez l’envoyer. En cas de refus, demandez au client des relevés d’une période plus courte.', // near-file-size
    137: 'Les fichiers totalisent {size}, un peu plus que la limite de {limit}.\nIls pourraient quand même être acceptés.\nVous pouvez essayer. En cas de refus, retirez le plus volumineux.', // near-total-size
    139: 'Il manque peut-être une partie de ce PDF.\nCertaines pages, souvent les dernières, pourraient en être absentes.\nOuvrez‑le pour vérifier, ou demandez une nouvelle copie au client.', // incomplete
    140: 'Ce PDF a un petit défaut.\nSes pages ont quand même pu être trouvées.\nVous pouvez l’envoyer. Si possible, demandez une nouvelle copie au client.', // rebuilt
    141: 'Ce fichier semble être une numérisation.\nLa lecture est plus longue et moins précise.\nVous pouvez l’envoyer. Si possible, demandez au client le PDF original de la banque.', // scanned
    143: 'Ce fichier semble être une copie enregistrée ou imprimée.\nL’examen d’une copie peut être plus long.\nVous pouvez l’envoyer. Si possible, demandez au client le PDF original de la banque.', // printed-copy
    145: 'Ce fichier semble avoir été enregistré avec une autre application.\nL’examen d’une telle copie peut être plus long.\nVous pouvez l’envoyer. Si possible, demandez au client le PDF original de la banque.', // edited
    146: 'Ce relevé indique {pages} {pages|page|pages}; pages manquantes dans ce fichier\u00a0: {missing}.\nUn relevé est lu dans son ensemble.\nDemandez au client le relevé complet, téléchargé sur le site de sa banque.', // missing-pages
    147: 'Ce document semble être un talon de paie.\nSeuls les relevés de compte bancaire ou de carte de crédit peuvent être lus.\nDemandez plutôt au client son relevé bancaire.', // pay-stub
    148: 'Ce document semble être un feuillet fiscal.\nSeuls les relevés de compte bancaire ou de carte de crédit peuvent être lus.\nDemandez plutôt au client son relevé bancaire.', // tax-form
    149: 'Ce document semble être une liste d’opérations imprimée.\nElle ne peut pas remplacer un relevé.\nDemandez au client le relevé en PDF, téléchargé sur le site de sa banque.', // transaction-list
    151: 'Ce relevé semble provenir d’une autre institution ({found}) que celle attendue ({institution}).\nUn envoi porte sur une seule institution.\nS’il n’a pas sa place ici, retirez‑le.', // other-institution
    152: '{account}\u00a0: aucun relevé ne couvre la période {period}.\nCes jours manqueraient à l’envoi.\nDemandez au client le relevé qui les couvre.', // missing-period
    153: '{account}\u00a0: le relevé le plus récent se termine le {date}.\nIl en faut un plus récent.\nDemandez au client son dernier relevé.', // outdated
    155: 'Ces relevés portent sur {accounts} {accounts|compte|comptes}.\nC’est correct si vous les avez tous demandés.\nVous n’avez rien à faire.', // several-accounts
    167: 'Demandez au client le relevé en PDF, téléchargé sur le site de sa banque.', // remedy-download
    168: 'Demandez au client le relevé en PDF, téléchargé sur le site de sa banque, au lieu d’une image.', // remedy-photo
    169: 'Si le relevé est joint au courriel, enregistrez le PDF joint et ajoutez‑le. Sinon, demandez‑le au client en PDF, téléchargé sur le site de sa banque.', // remedy-email
    170: 'Demandez au client le relevé en PDF, téléchargé sur le site de sa banque, au lieu du CSV.', // remedy-csv
    171: 'Demandez au client le relevé en PDF, téléchargé sur le site de sa banque sans passer par l’impression.', // remedy-postscript
  }),
};
