/** What was asked of Cloudflare; all that it sends a bill for, time apart. */
export interface Counts {
  readonly invocations: number;
  readonly roundTrips: number;
  readonly statements: number;
  readonly rowsRead: number;
  readonly rowsWritten: number;
  /** The size of the database after the last statement: it is not a sum. */
  readonly databaseBytes: number;
  readonly errandsSent: number;
  readonly errandsDone: number;
}

export const nothingCounted: Counts = {
  invocations: 0,
  roundTrips: 0,
  statements: 0,
  rowsRead: 0,
  rowsWritten: 0,
  databaseBytes: 0,
  errandsSent: 0,
  errandsDone: 0,
};
