import type { HousingFile, Situation } from "./situation.ts";
import type { Told } from "./told.ts";

/** What the team noted of a person on another page of the desk: files, homes for a while, accompaniments. */
export interface DoneAtDesk {
  /** A file of the team, by its kind and its state there, and the day it was last written. */
  readonly dossiers: readonly {
    readonly kind: string;
    readonly state: string;
    readonly on: string;
  }[];
  readonly stays: readonly {
    readonly kind: string;
    readonly state: string;
    readonly enteredOn: string | null;
    readonly on: string;
  }[];
  readonly measures: readonly { readonly kind: string; readonly on: string }[];
}

export const nothingDone: DoneAtDesk = { dossiers: [], stays: [], measures: [] };

const dossierTypes: Readonly<Record<string, string>> = {
  ...{ hlm: "logement_social", dalo: "dalo", alt: "alt", cjm: "contrat_jeune_majeur" },
  ...{ fsl: "fsl", visale: "visale", locapass: "loca_pass", asll: "asll" },
  ...{ tremplins: "hebergement_jeunes_ase", apl: "aide_logement_caf", other: "autre" },
};
const dossierStates: Readonly<Record<string, string>> = {
  ...{ toPrepare: "ouvert", paperMissing: "ouvert", sent: "depose", waiting: "depose" },
  ...{ accepted: "accorde", refused: "refuse", dropped: "abandonne" },
};
const stayTypes: Readonly<Record<string, string>> = {
  alt: "alt",
  tremplins: "hebergement_jeunes_ase",
};
const stayStates: Readonly<Record<string, string>> = {
  ...{ asked: "depose", commission: "depose", accepted: "accorde", in: "accorde", left: "accorde" },
  ...{ refused: "refuse", withdrawn: "abandonne" },
};
const measureTypes: Readonly<Record<string, string>> = {
  ...{ fsl: "asll", communal: "asll", ase: "asl_jeunes_ase" },
};

/** The files of a situation: those it had, and those that the desk keeps elsewhere, each once and as it stands. */
export function filesWith(
  done: DoneAtDesk,
  base: Situation,
  { fields }: Told,
): readonly HousingFile[] {
  // what the team wrote on the page of the situation stays; what it did elsewhere since is added
  const writtenOn = fields.files?.by === "team" ? fields.files.on : "";
  const kept: HousingFile[] = [...base.files];
  for (const { type, state, on } of traced(done)) {
    const place = kept.findIndex((one) => one.type === type);
    if (place < 0) {
      if (on > writtenOn || writtenOn === "") kept.push({ type, role: "accompagne", state });
    } else if (on > writtenOn)
      kept[place] = { ...kept[place], type, role: roleOf(kept[place]), state };
  }
  return kept;
}

/** Where somebody was oriented to: what was asked for them at the desk is one. */
export function orientationsWith(done: DoneAtDesk, base: Situation, { fields }: Told) {
  if (fields.orientations?.by === "team") return base.orientations;
  const asked = [
    ...done.stays.flatMap(({ kind }) => (kind === "tremplins" ? "tremplins" : "alt")),
    ...done.measures.flatMap(({ kind }) => measureTypes[kind] ?? []),
  ];
  return [...new Set([...base.orientations, ...asked])];
}

/** A home for a while is an outcome, known by the follow-up; null while nobody moved in. */
export function movedIn({ stays }: DoneAtDesk): string | null {
  return (
    stays
      .flatMap(({ enteredOn }) => enteredOn ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

function traced({ dossiers, stays, measures }: DoneAtDesk) {
  return [
    ...dossiers.map(({ kind, state, on }) => ({
      ...{ type: dossierTypes[kind] ?? "autre", state: dossierStates[state] ?? null, on },
    })),
    ...stays.map(({ kind, state, on }) => ({
      ...{ type: stayTypes[kind] ?? "autre", state: stayStates[state] ?? null, on },
    })),
    ...measures.map(({ kind, on }) => ({
      ...{ type: measureTypes[kind] ?? "autre", state: "accorde", on },
    })),
  ].toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function roleOf(file: HousingFile | undefined): string | null {
  return file?.role ?? "accompagne";
}
