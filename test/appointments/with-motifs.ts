import type { Structure } from "../../src/structure.ts";

/** The first appointment, help with forms, a follow-up, and a visit that only the team decides. */
export function withMotifs(file: Structure): Structure {
  const [first] = file.motifs;
  if (!first) throw new Error("the file has no motif");
  const motifs: Structure["motifs"] = [
    { ...first, name: { fr: "Premier rendez-vous", en: "First appointment" } },
    {
      ...{ id: "dossier", durationMinutes: 30, mode: "place", documents: [] },
      ...{ minimumNoticeHours: 24, horizonDays: 28 },
      name: { fr: "Aide pour un dossier", en: "Help with a form" },
      before: { fr: "C'est pour remplir un dossier déjà commencé." },
      instructions: { fr: "Écris ton mot de passe sur un papier avant de venir." },
    },
    {
      ...{ id: "suivi", durationMinutes: 45, mode: "place", documents: [], followUp: true },
      ...{ minimumNoticeHours: 24, horizonDays: 28 },
      name: { fr: "Rendez-vous de suivi" },
    },
    {
      ...{ id: "visite", durationMinutes: 60, mode: "home", documents: [] },
      ...{ minimumNoticeHours: 24, horizonDays: 28 },
    },
  ];
  const openings = file.openings.map((opening) => ({
    ...opening,
    motifs: motifs.map(({ id }) => id),
  }));
  return { ...file, motifs, openings };
}
