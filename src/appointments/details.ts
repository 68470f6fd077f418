/** How an appointment takes place. It is a statistic too: see the dictionary of the report. */
export const modes = ["place", "phone", "video", "home", "chat"] as const;
export type Mode = (typeof modes)[number];

/** Who somebody may come with; nobody is named. */
export const companions = ["partner", "parent", "child", "other"] as const;
export type Companion = (typeof companions)[number];

/** What an appointment knows of its person beyond the time; it is stored sealed. */
export interface AppointmentDetails {
  /** The number to call, as it was given. */
  readonly phone?: string;
  /** The network where they write tells the team their number: that one is called. */
  readonly calledHere?: true;
  /** The link of a video call, given by the worker. */
  readonly videoLink?: string;
  readonly companion?: { readonly who: Companion; readonly count: number };
}
