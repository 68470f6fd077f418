/** Everything a message may want, in the order that decides between equals: danger first, chat last. */
export const intents = [
  "suicide",
  "violence",
  "minor_in_danger",
  "emergency_shelter",
  "delete_data",
  "cancel_appointment",
  "change_appointment",
  "my_appointment",
  "human",
  "expulsion",
  "visale",
  "locapass",
  "mobilijeune",
  "fsl_energy",
  "fsl_maintien",
  "fsl_access",
  "dalo",
  "fjt",
  "alt",
  "apl",
  "asll",
  "ase",
  "unhealthy_housing",
  "social_housing",
  "workshop",
  "documents",
  "rights_landlord",
  "book_appointment",
  "sites",
  "cllaj_info",
  "housing_search",
  "language",
  "stop",
  "menu",
  "out_of_scope",
  "insult",
  "thanks",
  "greeting",
  "no",
  "yes",
  "unknown",
] as const;

export type Intent = (typeof intents)[number];

/** What is said when an intent is meant. `sure`: enough alone; `maybe`: a hint, strong with another. */
export interface IntentWords {
  readonly intent: Intent;
  readonly sure: readonly string[];
  readonly maybe?: readonly string[];
}
