/** The size of one pass of the jobs. */
export interface Passes {
  /** Reminders looked at. */
  readonly reminders: number;
  /** Workers told something on their phones. */
  readonly workers: number;
  /** About how many statements a purge gives the database. */
  readonly purge: number;
  /** Files fetched. */
  readonly media: number;
  /** Messages written to who waits for a time. */
  readonly offers: number;
  /** People who wait for the team, looked at. */
  readonly calls: number;
  /** People whose situation is looked at. */
  readonly situations: number;
}
