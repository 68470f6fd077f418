import type { Said, SaidValues } from "../base/message.ts";
import { saidLines, saidPlain } from "../base/said.ts";
import { type PaperCode, papers } from "../eligibility/papers.ts";
import { hadOf, type ListedPaper, type Wanted } from "./paper-list.ts";

/** The name of a paper, short enough for a button. */
export function paperName(paper: PaperCode): Said {
  return { key: `papers:short_${paper}` };
}

/** What the list shows: how many are there, and where the person stands with each. */
export function listValues(list: readonly ListedPaper[]): SaidValues {
  return {
    have: hadOf(list),
    total: list.length,
    papers: saidLines(
      list.map(({ paper, state }) => ({
        key: `papers:line_${state}`,
        values: { paper: paperName(paper) },
      })),
    ),
  };
}

/** What the card of a paper shows: what it is, what for, why, where it is had, what takes its place. */
export function cardValues({ paper, wantedFor }: ListedPaper): SaidValues {
  const { shows, isWhereKnown, isElseKnown } = papers[paper];
  return {
    paper: paperName(paper),
    what: { key: `papers:what_${paper}` },
    about: [
      {
        key: "papers:about_for",
        values: { wanted: joined(wantedFor.map(wantedName)), why: { key: `papers:why_${shows}` } },
      },
      {
        key: "papers:about_where",
        values: { where: { key: `papers:where_${isWhereKnown ? paper : "unknown"}` } },
      },
      ...(isElseKnown ? [{ key: "papers:about_else", values: replacing(paper) }] : []),
    ],
  };
}

/** What takes the place of a paper, as a sentence; nothing when no source says it. */
export function replacedBy(paper: PaperCode): Said {
  return papers[paper].isElseKnown
    ? { key: "papers:instead", values: replacing(paper) }
    : saidPlain("");
}

function replacing(paper: PaperCode) {
  return { replaced: { key: `papers:else_${paper}` } };
}

/** Several names in one sentence, after one another. */
export function joined(each: readonly Said[]): Said {
  const [first = { key: "papers:onlyOne" }, ...others] = each;
  return others.reduce<Said>(
    (before, last) => ({ key: "papers:and", values: { before, last } }),
    first,
  );
}

/** As many names as a reminder carries. */
const mostNamed = 3;

/**
 * The papers still missing, for a reminder: the phone may be in other hands, so that a paper which
 * tells of somebody's life is counted and not named. Null when none is missing.
 */
export function discreetly(list: readonly ListedPaper[]): Said | null {
  const missing = list.filter(({ state }) => state !== "have");
  if (missing.length === 0) return null;
  const named = missing.filter(({ paper }) => papers[paper].isDiscreet).slice(0, mostNamed);
  const count = missing.length - named.length;
  if (named.length === 0) {
    return count === 1 ? { key: "papers:onlyOne" } : { key: "papers:onlyCount", values: { count } };
  }
  const before = joined(named.map(({ paper }) => paperName(paper)));
  if (count === 0) return before;
  return count === 1
    ? { key: "papers:andOne", values: { before } }
    : { key: "papers:andOthers", values: { before, count } };
}

function wantedName(wanted: Wanted): Said {
  return { key: `papers:wants_${wanted}` };
}
