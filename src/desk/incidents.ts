import type { ChannelName } from "../base/message.ts";
import { type Instant, minute } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";

/** A network that does not carry our messages, and since when. */
export interface Incident {
  readonly channel: ChannelName;
  readonly since: Instant;
}

/** Shorter than this, it may have mended before anybody reads of it. */
const patience = 10 * minute;

/** What the team must know on every page: the networks of a structure that have failed for ten minutes. */
export async function incidentsOf(
  { channels, phoneOf }: Pick<DeskDoor, "channels" | "phoneOf">,
  structure: string,
  now: Instant,
): Promise<readonly Incident[]> {
  const failing = (await channels.incidents(structure, now)).map(({ channel, failingSince }) => ({
    channel,
    since: failingSince ?? now,
  }));
  const standing = phoneOf(structure)?.standing();
  const isAway = standing && standing.state !== "ready" && standing.since <= now - patience;
  if (!isAway || failing.some(({ channel }) => channel === "whatsapp-web")) return failing;
  return [...failing, { channel: "whatsapp-web", since: standing.since }];
}
