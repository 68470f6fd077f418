import type { LocalDate } from "../base/time.ts";
import type { Rules } from "../catalogue.ts";
import { assess, requiredFacts } from "../eligibility/assess.ts";
import type { SchemeId } from "../eligibility/codes.ts";
import { type PaperCode, paperNamed, papers } from "../eligibility/papers.ts";
import { situationFrom } from "../eligibility/situation-from.ts";
import { facts, type Known } from "../person/facts.ts";
import type { PaperMark, PaperMarks, PaperState } from "../person/papers.ts";
import type { Structure } from "../structure/schema.ts";
import { localFiguresOf } from "./local-figures-of.ts";

/** What a paper is wanted for; the FSL before and after a dwelling is found is one aid for who asks. */
export type Wanted = "appointment" | keyof typeof decidedSchemes;

/** The aids that conversations decide: the name of the rule, and its scheme. */
const decidedSchemes = {
  visale: "visale",
  fsl: "fsl_acces",
  alt: "alt",
  fslMaintien: "fsl_maintien",
  fslEnergy: "fsl_eet",
  apl: "apl",
  fjt: "fjt",
  logementSocial: "logement_social",
  aslJeunesAse: "asl_jeunes_ase",
  tremplinsDuo: "tremplins_duo",
} as const satisfies Partial<Record<keyof Rules, SchemeId>>;

/** One paper of somebody's checklist: what it is for, and where they stand with it. */
export interface ListedPaper {
  readonly paper: PaperCode;
  readonly wantedFor: readonly Wanted[];
  readonly state: PaperState;
  readonly mark: PaperMark | null;
}

/** What a checklist is made of. */
export interface PaperNeeds {
  readonly structure: Structure;
  /** The motif of the next appointment; null when there is none. */
  readonly motif: string | null;
  /** What the conversation has learnt. */
  readonly known: Known;
  /** The rules that were decided: an aid nobody asked about has no papers here. */
  readonly decided: ReadonlySet<string>;
  readonly marks: PaperMarks;
  readonly on: LocalDate;
}

/**
 * The papers of the next appointment and of the aids found probable, or not sure though all was asked:
 * each once, without those that another one of the list already covers.
 */
export function paperList(needs: PaperNeeds): readonly ListedPaper[] {
  const wanted = new Map<PaperCode, Set<Wanted>>();
  const want = (paper: PaperCode | null, purpose: Wanted) => {
    if (paper) wanted.set(paper, (wanted.get(paper) ?? new Set()).add(purpose));
  };
  const motif = needs.structure.motifs.find(({ id }) => id === needs.motif);
  for (const name of motif?.documents ?? []) want(paperNamed(name), "appointment");
  for (const sought of schemesFor(needs)) {
    for (const paper of documentsOf(sought, needs)) want(paper, sought.purpose);
  }
  for (const [paper, purposes] of wanted) {
    const wider = papers[paper].within.find((one) => wanted.has(one));
    if (!wider) continue;
    for (const purpose of purposes) want(wider, purpose);
    wanted.delete(paper);
  }
  return [...wanted].map(([paper, purposes]) => {
    const mark = needs.marks.get(paper) ?? null;
    return { paper, wantedFor: [...purposes], state: mark?.state ?? "notYet", mark };
  });
}

/** How many of the list the person has. */
export function hadOf(list: readonly ListedPaper[]): number {
  return list.filter(({ state }) => state === "have").length;
}

interface Sought {
  readonly purpose: Wanted;
  readonly scheme: SchemeId;
}

/** The rule that leads a bilan logement: it looks at all aids, of which those found probable count. */
const bilan = "bilanNext";

/** Those of the person, in that order. */
function schemesFor({ known, structure, decided }: PaperNeeds): readonly Sought[] {
  const before = known["homeFound"]?.value === false && structure.localSchemes.includes("fsl_lni");
  const purposes = Object.keys(decidedSchemes).filter(isDecided);
  return purposes.map((purpose) => ({
    purpose,
    scheme: purpose === "fsl" && before ? "fsl_lni" : decidedSchemes[purpose],
  }));

  function isDecided(rule: string): rule is keyof typeof decidedSchemes {
    return (decided.has(rule) || decided.has(bilan)) && rule in decidedSchemes;
  }
}

/** Asked only of those for whom all else says yes: until then the ordinary case is taken. */
const askedLast: readonly string[] = ["nationality", "permit"];

function documentsOf({ scheme, purpose }: Sought, { known, on, structure, decided }: PaperNeeds) {
  const asked = requiredFacts(scheme).filter((fact) => !askedLast.includes(fact));
  const { outcome, missing, documents } = assess(
    scheme,
    situationFrom(known, asked),
    on,
    localFiguresOf(structure),
  );
  const isUnsure = outcome === "unsure" && decided.has(purpose) && missing.every(wasAsked);
  const isFound = outcome === "eligible" || isUnsure;
  // what no conversation asks (an amount we work out) is not waited for
  function wasAsked(fact: string) {
    return fact in known || !(fact in facts);
  }
  return isFound ? documents : [];
}
