import type { IntentWords } from "./intent-ids.ts";

/** What is said around a request, and about the conversation itself, in French. */
export const frenchTalk: readonly IntentWords[] = [
  {
    intent: "language",
    sure: [
      "changer|change|autre|quel|choisir .. langue",
      "parle|parles|parlez|parler|ecris|ecrire|repond|reponds .. anglais|arabe|espagnol|ukrainien|pachto|turc|portugais|langue",
      "parle|parles|comprends|comprend .. pas .. francais",
      "en anglais|arabe|espagnol|turc|ukrainien",
      "^ anglais|arabe|espagnol|francais|langue $",
    ],
  },
  {
    intent: "delete_data",
    sure: [
      "supprimer|supprime|supprimez|efface|effacer|effacez|enlever|enleve|retirer|detruire .. donnees|infos|informations|compte|conversation|messages|historique|tout|dossier",
      "oublier|oublie|oubliez .. moi|tout",
      "droit .. oubli|effacement",
      "rgpd",
    ],
    maybe: ["donnees"],
  },
  {
    intent: "stop",
    sure: [
      "^ stop|arrete|arreter|desinscrire|desinscription|desabonner $",
      "plus recevoir",
      "veux plus .. messages|rappels|notifications",
      "desinscri*",
      "desabonn*",
      "stop rappel|rappels|tout|message|messages",
    ],
  },
  {
    intent: "menu",
    sure: ["menu", "^ aide|help $", "retour .. debut|accueil", "recommencer .. zero|debut|tout?"],
  },
  {
    intent: "greeting",
    sure: ["bonjour|salut|bonsoir|coucou|hello|wesh|yo|hey|salam|slm|cava", "ca va|dit", "re $"],
  },
  {
    intent: "thanks",
    sure: [
      "merci|remercie|nickel|parfait|super|genial",
      "trop bien|cool|sympa",
      "bonne journee|soiree|nuit",
      "au revoir",
      "a bientot|plus",
    ],
  },
  {
    intent: "yes",
    sure: [
      "^ oui|ouais|ouai|ouii|ui|wi|yep|yes|ok|okay|d|carrement|exact|exactement|absolument accord?",
      "bien sur",
      "d accord",
      "c est ca",
      "^ si $",
      "volontiers",
      "ca marche|roule",
    ],
  },
  {
    intent: "no",
    sure: [
      "^ non|nn|nan|nop|nope|nah|na",
      "pas du tout",
      "non merci",
      "surtout pas",
      "^ pas encore|vraiment|maintenant $",
      "laisse tomber",
    ],
  },
  {
    intent: "insult",
    sure: [
      "connard|conard|connasse|encule|enculer|batard|salope|fdp|ntm|nique|niquer|abruti|debile|pute|bouffon|tg|tagueule|fils pute",
      "ta gueule|mere|race",
      "ferme la|ta",
      "va te|faire faire? foutre",
      "tu|t es|sers con|conne|nul|nulle|debile|rien|bete|idiot",
      "sert a rien",
      "gros con|naze",
      "allez vous faire",
      "vous etes nuls|cons|incapables|nul",
    ],
    maybe: ["con|cons|merde|putain"],
  },
  {
    intent: "out_of_scope",
    sure: [
      "meteo|temps .. demain|fait|fera|aujourd?",
      "meteo",
      "foot|football|match|psg|om score|gagne|hier|soir?",
      "blague|poeme|chanson|recette|pizza|horoscope|netflix|playstation|fortnite|bitcoin|crypto",
      "raconte|ecris .. histoire|blague|poeme",
      "devoir|devoirs|exercice|exercices .. maths|math|francais|anglais|maison",
      "permis .. conduire",
      "auto ecole",
      "code .. route",
      "cherche|trouver|veux .. emploi|travail|job|stage|copine|copain|voiture",
      "president|capitale .. france|republique|pays|italie",
      "tu es amoureux|belle|beau|mignonne",
      "cv .. lettre|motivation|faire|refaire",
    ],
  },
];
