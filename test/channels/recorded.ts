import { readdirSync, readFileSync } from "node:fs";

/** Where shapes of payloads are kept, one folder for each channel. */
export type RecordedChannel =
  | "telegram"
  | "whatsapp-cloud"
  | "whatsapp-web"
  | "web-chat"
  | "terminal";

const folderOf = (channel: RecordedChannel) => new URL(`./payloads/${channel}/`, import.meta.url);

/** A payload as that channel shapes it. */
export function recorded(channel: RecordedChannel, name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folderOf(channel)), "utf8"));
}

/** The names of all payloads that are kept of a channel, in the order of letters. */
export function recordedNames(channel: RecordedChannel): readonly string[] {
  return readdirSync(folderOf(channel))
    .map((file) => file.replace(".json", ""))
    .sort();
}
