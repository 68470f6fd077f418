/** Files of texts that pages say, and no flow. */
export const pages: readonly string[] = [
  ...[
    "accompagnements",
    "affiche",
    "boite",
    "confiance",
    "desk",
    "dossiers",
    "equipe",
    "hebergement",
    "personnes",
  ],
  ...["reglages", "regles", "sonnette", "web", "terminal", "subjects"],
];
