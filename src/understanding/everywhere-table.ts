import { everywhereInArabic } from "./everywhere-ar.ts";
import { everywhereInSpanish } from "./everywhere-es.ts";

/** What is understood at every moment, whatever was asked. */
export type EverywhereWord =
  | "menu"
  | "back"
  | "human"
  | "stop"
  | "start"
  | "language"
  | "data"
  | "deleteData";

/** The ways of asking for these in one language. */
export interface EverywhereWays {
  /** What may be said around a word without changing it. */
  readonly padding: string;
  /** What says the contrary of a word that follows it ("no quiero volver"), as padding is said. */
  readonly refusals?: string;
  readonly words: Readonly<Record<EverywhereWord, readonly string[]>>;
}

/** One entry a language: adding a language is adding an entry. "Help" leads to the menu. */
export const everywhereTable: Readonly<Record<string, EverywhereWays>> = {
  fr: {
    padding: `svp|stp|s il te plait|s il vous plait|merci|bonjour|salut|bonsoir|ok|oui|non|bon|alors|euh|maintenant|tout de suite
      |je veux|je voudrais|j aimerais|jveux|jvoudrais|je souhaite|je peux|est ce que je peux|puis je|peut on|on peut
      |il faut que je puisse|j ai besoin de|j ai besoin d|je demande|je demande a|fais moi|montre moi|le|la|les|l|a|au|du|de`,
    words: {
      menu: [
        "menu",
        "menu principal",
        "accueil",
        "aide",
        "aide moi",
        "besoin d aide",
        "sommaire",
        "debut",
        "retour menu",
        "retour au menu",
        "revenir au menu",
        "revenir au debut",
        "retourner au menu",
      ],
      back: [
        "retour",
        "retour arriere",
        "revenir",
        "revenir en arriere",
        "en arriere",
        "precedent",
        "question precedente",
        "question d avant",
        "retourner en arriere",
      ],
      human: [
        "humain",
        "un humain",
        "conseiller",
        "un conseiller",
        "une conseillere",
        "conseillere",
        "quelqu un",
        "parler a quelqu un",
        "parler a un humain",
        "parler a un conseiller",
        "parler a une conseillere",
        "parler avec quelqu un",
        "parler avec un conseiller",
        "parler avec un humain",
        "parler a une personne",
        "une vraie personne",
        "parler a une vraie personne",
        "une personne",
        "parler a un travailleur social",
        "travailleur social",
        "parler a une assistante sociale",
        "assistante sociale",
        "parler",
        "contacter quelqu un",
        "contacter un conseiller",
        "appeler quelqu un",
        "etre rappele",
        "etre rappelee",
      ],
      stop: [
        "stop",
        "arret",
        "arrete",
        "arreter",
        "arretez",
        "stop rappels",
        "stop rappel",
        "stop tout",
        "stop messages",
        "stop aux messages",
        "desinscrire",
        "me desinscrire",
        "desinscription",
        "desabonner",
        "me desabonner",
        "desabonnement",
        "ne plus recevoir de messages",
        "plus de messages",
      ],
      start: [
        "reprendre",
        "je reprends",
        "recommencer",
        "continuer la conversation",
        "reprendre la conversation",
        "revenir dans la conversation",
        "demarrer",
        "commencer",
      ],
      language: [
        "langue",
        "langues",
        "changer de langue",
        "changer la langue",
        "autre langue",
        "une autre langue",
      ],
      data: [
        "mes donnees",
        "donnees",
        "donnees personnelles",
        "mes donnees personnelles",
        "mes infos",
        "mes informations",
        "voir mes donnees",
        "confidentialite",
        "vie privee",
        "rgpd",
      ],
      deleteData: [
        "supprimer mes donnees",
        "supprime mes donnees",
        "supprimez mes donnees",
        "effacer mes donnees",
        "efface mes donnees",
        "effacez mes donnees",
        "supprimer mon compte",
        "supprime mon compte",
        "efface tout",
        "effacer tout",
        "supprime tout",
        "supprimer tout",
        "tout effacer",
        "tout supprimer",
        "oublie moi",
        "supprimer mes infos",
        "efface mes infos",
        "effacer mes messages",
        "supprimer mes messages",
      ],
    },
  },
  en: {
    padding: `please|pls|plz|thanks|thank you|hello|hi|hey|ok|yes|no|now|i want|i want to|i d like|i d like to|i would like to|i would like|can i
      |could i|may i|i need|i need to|let me|go to|show me|show|the|to|a`,
    words: {
      menu: ["menu", "main menu", "help", "help me", "home", "back to menu", "back to the menu"],
      back: ["back", "go back", "previous", "previous question"],
      human: [
        "human",
        "a human",
        "talk to someone",
        "talk to somebody",
        "talk to a human",
        "talk to a person",
        "talk to an adviser",
        "talk to an advisor",
        "talk to a real person",
        "talk to a social worker",
        "speak to someone",
        "speak to somebody",
        "speak to a human",
        "speak to a person",
        "speak with someone",
        "speak to an adviser",
        "real person",
        "a real person",
        "someone",
        "adviser",
        "advisor",
        "social worker",
        "call me",
        "call me back",
      ],
      stop: ["stop", "unsubscribe", "stop all", "stop reminders", "stop messages", "opt out"],
      start: ["start", "resume", "start again", "restart"],
      language: [
        "language",
        "languages",
        "change language",
        "change the language",
        "other language",
        "another language",
      ],
      data: ["my data", "data", "personal data", "my personal data", "my information", "privacy"],
      deleteData: [
        "delete my data",
        "erase my data",
        "remove my data",
        "delete everything",
        "delete my account",
        "forget me",
        "delete my messages",
        "erase everything",
      ],
    },
  },
  es: everywhereInSpanish,
  ar: everywhereInArabic,
};
