/** What the word before the first "-" of a link's source stands for: "ml-carvin", "forum-2026", "affiche-cej". */
const origins = {
  ml: "mission_locale",
  ccas: "collectivite",
  pij: "collectivite",
  msp: "collectivite",
  csc: "collectivite",
  mda: "sante",
  mds: "social_departement",
  forum: "evenement_atelier",
  atelier: "evenement_atelier",
  reseaux: "reseaux_sociaux_chatbot",
} as const;

/** The origin, as the bilan counts it, of whoever came by a link with this source; null when it tells none. */
export function originOfLink(source: string | null): string | null {
  const word = source?.split("-", 1)[0] ?? "";
  return Object.hasOwn(origins, word) ? origins[word as keyof typeof origins] : null;
}
