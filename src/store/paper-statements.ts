import type { PersonChange } from "../person/changes.ts";
import type { PaperState } from "../person/papers.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** What is kept of a paper, closed: which one, and where the person stands with it. */
export interface SealedMark {
  readonly paper: string;
  readonly state: PaperState;
}

/** Who ticked, when it was the person. */
export const byPerson = "person";

/** What one paper of one conversation is found by. */
export function paperLookup(cipher: Cipher, conversation: string, paper: string): string {
  return cipher.lookup(`paper|${conversation}|${paper}`);
}

/** Ticks papers in the name of the person; the last tick of each stands. */
export function markStatements(
  { papers, state }: Extract<PersonChange, { kind: "markPapers" }>,
  { conversation, turn, now }: Guard,
  cipher: Cipher,
): Statement[] {
  const marks = papers.map((paper) => ({
    lookup: paperLookup(cipher, conversation, paper),
    sealed: cipher.seal(JSON.stringify({ paper, state } satisfies SealedMark)),
  }));
  return [
    sql(
      `INSERT INTO Paper (conversationId, paperLookup, markSealed, markedBy, at)
       SELECT ?, json_extract(value, '$.lookup'), json_extract(value, '$.sealed'), ?, ?
       FROM json_each(?) WHERE ${won} ${lastStands}`,
      conversation,
      byPerson,
      now,
      JSON.stringify(marks),
      conversation,
      turn,
    ),
  ];
}

/** A tick takes the place of the one before. */
export const lastStands = `ON CONFLICT (conversationId, paperLookup)
  DO UPDATE SET markSealed = excluded.markSealed, markedBy = excluded.markedBy, at = excluded.at`;

/** Photos of papers go at once when the person takes their consent back. */
export function photosGone({ conversation, person, turn }: Guard): Statement[] {
  const theirs = `(SELECT m.id FROM Media m JOIN Conversation c ON c.id = m.conversationId
    WHERE c.personId = ? AND m.paperSealed IS NOT NULL)`;
  return [
    `DELETE FROM MediaPart WHERE mediaId IN ${theirs} AND ${won}`,
    `DELETE FROM Media WHERE id IN ${theirs} AND ${won}`,
  ].map((text) => sql(text, person, conversation, turn));
}
