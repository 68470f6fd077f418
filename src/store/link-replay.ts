/** A conversation that took part in a link: whose it became, and whose it was just before. */
export interface LinkRow {
  /** The turn of the link for where its code was typed; that, a point and the conversation for the others. */
  readonly id: string;
  readonly conversation: string;
  /** The same as `person` for the conversation in which the code was given. */
  readonly former: string;
  readonly person: string;
}

/** Which link a row is part of. */
export function linkOf(row: string): string {
  return row.split(".", 1)[0] ?? row;
}

/** Whose each conversation was before any link; `rows` in the order in which they were written. */
export function homesOf(rows: readonly LinkRow[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { conversation, former } of rows) {
    if (!homes.has(conversation)) homes.set(conversation, former);
  }
  return homes;
}

/**
 * Whose each conversation is when only these links were ever made, one after the other. Where a code is
 * typed, that conversation and all that are the same person's then become the person's who was given it.
 */
export function replayed(
  homes: ReadonlyMap<string, string>,
  rows: readonly LinkRow[],
): ReadonlyMap<string, string> {
  const persons = new Map(homes);
  for (const typed of rows) {
    if (typed.id !== linkOf(typed.id)) continue;
    const given = rows.find(
      (row) => linkOf(row.id) === typed.id && row !== typed && row.former === row.person,
    );
    const from = persons.get(typed.conversation);
    // the conversation in which the code was given may be forgotten by now
    const to = (given && persons.get(given.conversation)) ?? typed.person;
    for (const [conversation, person] of persons) {
      if (person === from) persons.set(conversation, to);
    }
  }
  return persons;
}
