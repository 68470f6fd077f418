import type { ChannelName } from "../base/message.ts";
import { isoOf } from "../base/time.ts";
import { accountOf } from "../channels/telegram.ts";
import type { Settings } from "../settings.ts";
import type { ChannelHealth } from "../store/channel-health.ts";

/** What `channels --json` prints of one network of one structure. */
export interface ChannelLine {
  readonly structure: string;
  readonly channel: ChannelName;
  readonly account: string;
  readonly configured: boolean;
  readonly lastReceivedAt: string | null;
  readonly lastSentAt: string | null;
  readonly waiting: number;
  readonly held: number;
  /** Of the last 24 hours. */
  readonly failed: number;
  /** `notConfigured`: people wrote there, and nothing leaves any more. `unused`: nobody wrote yet. */
  readonly state: "well" | "failing" | "unused" | "notConfigured";
}

type Network = Pick<ChannelHealth, "channel" | "account">;

/** The networks of a structure, those that are set up first, then those that people wrote through once. */
export function linesOf(
  settings: Settings,
  structure: string,
  known: readonly ChannelHealth[],
): readonly ChannelLine[] {
  const configured = networksOf(settings, structure);
  const isSame = (one: Network) => (other: Network) =>
    one.channel === other.channel && one.account === other.account;
  const former = known.filter((one) => !configured.some(isSame(one)));
  return [
    ...configured.map((one) => lineOf(structure, one, known.find(isSame(one)), true)),
    ...former.map((one) => lineOf(structure, one, one, false)),
  ];
}

function networksOf(
  { telegramOf, whatsappOf, whatsappWebOf }: Settings,
  structure: string,
): readonly Network[] {
  const bot = telegramOf.get(structure);
  const number = whatsappOf.get(structure);
  return [
    { channel: "web", account: structure },
    ...(bot ? [{ channel: "telegram" as const, account: accountOf(bot.token) }] : []),
    ...(number ? [{ channel: "whatsapp" as const, account: number.phoneNumberId }] : []),
    ...(whatsappWebOf.has(structure)
      ? [{ channel: "whatsapp-web" as const, account: structure }]
      : []),
  ];
}

function lineOf(
  structure: string,
  { channel, account }: Network,
  health: ChannelHealth | undefined,
  configured: boolean,
): ChannelLine {
  const iso = (at: ChannelHealth["lastSentAt"] | undefined) => (at == null ? null : isoOf(at));
  return {
    ...{ structure, channel, account, configured },
    lastReceivedAt: iso(health?.lastReceivedAt),
    lastSentAt: iso(health?.lastSentAt),
    ...{ waiting: health?.waiting ?? 0, held: health?.held ?? 0, failed: health?.failed ?? 0 },
    state: stateOf(health, configured),
  };
}

function stateOf(health: ChannelHealth | undefined, configured: boolean): ChannelLine["state"] {
  if (!configured) return "notConfigured";
  if (!health) return "unused";
  return health.failingSince === null ? "well" : "failing";
}
