import { dateIn, type Instant } from "../base/time.ts";
import type { Asking } from "../engine/conversation.ts";
import type { Known } from "../person/facts.ts";
import type { PaperMark, PaperMarks, PaperState } from "../person/papers.ts";
import { bookedOf } from "./meant-appointment.ts";
import { type ListedPaper, paperList } from "./paper-list.ts";
import { known, type Scene } from "./scene.ts";

/** The fact under which what was just ticked is known, before it is written down. */
const justTicked = "paperMarks";

/** The checklist of who is talking, as things stand now. */
export async function papersOf(scene: Scene, asking: Asking): Promise<readonly ListedPaper[]> {
  const [[next], marks, decided] = await Promise.all([
    bookedOf(scene, asking),
    scene.papers.marksOf(scene.person),
    scene.papers.decidedFor(scene.person),
  ]);
  return paperList({
    structure: scene.structure,
    motif: next?.motif ?? null,
    // what the engine keeps of a fact has the shape of an answer
    known: asking.memory.known as Known,
    decided,
    marks: withTicks(marks, asking),
    on: dateIn(scene.structure.zone, asking.now),
  });
}

/** What ticking these papers teaches, so that the list of the same turn shows it. */
export function tickedNow(asking: Asking, papers: readonly string[], state: PaperState) {
  const before = known(asking, justTicked);
  const now = papers.map((paper) => [paper, { state, at: asking.now }]);
  return { [justTicked]: { ...(isRecord(before) ? before : {}), ...Object.fromEntries(now) } };
}

/** The marks as written, and those of this conversation that are not older. */
function withTicks(marks: PaperMarks, asking: Asking): PaperMarks {
  const ticked = known(asking, justTicked);
  if (!isRecord(ticked)) return marks;
  const all = new Map<string, PaperMark>(marks);
  for (const [paper, tick] of Object.entries(ticked)) {
    if (!isTick(tick) || (all.get(paper)?.at ?? 0) > tick.at) continue;
    all.set(paper, { state: tick.state, by: "person", at: tick.at });
  }
  return all;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isTick(value: unknown): value is { state: PaperState; at: Instant } {
  return isRecord(value) && "state" in value && "at" in value;
}
