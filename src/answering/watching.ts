/** Who counts what happens, as it happens: codes and durations, never who nor what was said. */
export interface Watching {
  /** A turn was written, so many milliseconds after its message was stored; with what happened in it. */
  answered(channel: string, milliseconds: number, happenings: readonly string[]): void;
  /** A message was handed to its network, which answered so. */
  sent(channel: string, outcome: string): void;
}
