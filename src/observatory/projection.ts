import { addDays, localDate } from "../base/time.ts";
import type { Known } from "../person/facts.ts";
import { codesFrom } from "./codes-from-facts.ts";
import { type DoneAtDesk, filesWith, orientationsWith } from "./done-at-desk.ts";
import { type Interview, type Situation, unknownSituation } from "./situation.ts";
import type { SituationKind } from "./situation-kind.ts";
import { nothingTold, type Teller, type Told } from "./told.ts";

/** What is known here of one person, as far as the bilan counts it. Days are those of the structure's zone. */
export interface Trace {
  readonly firstOn: string;
  readonly lastOn: string;
  /** What they told, in whichever of their conversations, the latest answer of each question. */
  readonly known: Known;
  readonly dayOf: (at: number) => string;
  /** Appointments that were kept. */
  readonly kept: readonly Interview[];
  /** Whether an appointment was made at all, kept or not. */
  readonly hasAppointment: boolean;
  /** The days on which somebody of the team wrote to them. */
  readonly writtenOn: readonly string[];
  /** Which kind of partner asked for an appointment for them. */
  readonly partner: string | null;
  /** The source in the link by which they came. */
  readonly link: string | null;
  /** What the team noted of them on other pages of the desk. */
  readonly done: DoneAtDesk;
  /** The area of a commune, as a code. */
  readonly areaOf: (inseeCode: string) => string | null;
}

/** A situation as it was, with who told what of it. */
export interface Former {
  readonly situation: Situation;
  readonly told: Told;
  readonly kind: SituationKind;
}

/** What was counted so long ago stays as it is: the appointments it came from may be forgotten by now. */
const settledAfterDays = 400;

/**
 * What a person's trace makes of their situation. A situation is opened by an appointment or by a worker who
 * wrote, and is not closed again; until then somebody is a contact. What the team said is never overwritten; what is not known any
 * more stays as it was last known.
 */
export function project(
  trace: Trace,
  former: Former | null,
  given: Pick<Situation, "id" | "structure">,
): Former {
  const { firstOn } = trace;
  const base =
    former?.situation ??
    unknownSituation({
      ...given,
      year: Number(firstOn.slice(0, 4)),
      requestedOn: firstOn,
      persons: 1,
    });
  const told = former?.told ?? nothingTold;
  const said = codesFrom(trace);
  const fields = { ...told.fields };
  const codes: Record<string, unknown> = {};
  for (const [field, { value, by, on }] of Object.entries(said)) {
    const name = field as keyof Situation;
    if (fields[name]?.by === "team") continue;
    codes[field] = value;
    fields[name] = { by, on };
  }
  const files = filesWith(trace.done, base, told);
  const isOpen =
    former?.kind === "situation" ||
    trace.hasAppointment ||
    trace.writtenOn.length > 0 ||
    files.length > 0;
  return {
    kind: isOpen ? "situation" : "contact",
    situation: {
      ...{ ...base, ...codes, interviews: interviewsOf(trace, base, told), files },
      orientations: orientationsWith(trace.done, base, told),
    },
    told: { ...told, fields },
  };
}

/** Those of long ago as they were counted, those of now as they stand, and those that the team noted. */
function interviewsOf(trace: Trace, base: Situation, { noted }: Told): readonly Interview[] {
  const settled = addDays(localDate(trace.lastOn), -settledAfterDays);
  const isNoted = (one: Interview) =>
    noted.some(({ on, mode, site }) => on === one.on && mode === one.mode && site === one.site);
  const old = base.interviews.filter((one) => (one.on ?? "9") < settled && !isNoted(one));
  const written = trace.writtenOn.map((on) => ({ on, mode: "messagerie", site: null }));
  // what was before the first request belongs to the situation before this one
  const from = base.requestedOn ?? "";
  const now = [...trace.kept, ...written].filter(
    ({ on }) => (on ?? "9") >= settled && (on ?? "9") >= from,
  );
  return [...old, ...now, ...noted].toSorted((one, other) =>
    (one.on ?? "") < (other.on ?? "") ? -1 : 1,
  );
}

/** One code, who said it and when. */
export interface SaidCode {
  readonly value: unknown;
  readonly by: Teller;
  readonly on: string;
}
