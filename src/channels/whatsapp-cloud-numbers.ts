import type { Hono } from "hono";
import type { Channel } from "./channel.ts";
import { whatsappCloudChannel } from "./whatsapp-cloud.ts";
import { type CloudHouse, type CloudNumber, whatsappCloudRoutes } from "./whatsapp-cloud-door.ts";

/** What the operator said of a structure's number. */
export interface NumberSettings {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly apiRoot: string;
}

/** The number's channel, to be connected to a house. */
export function channelOf({ phoneNumberId, accessToken, apiRoot }: NumberSettings): Channel {
  return whatsappCloudChannel({ account: phoneNumberId, token: accessToken, root: apiRoot });
}

/** Connects the numbers of all structures to the house; gives their webhook, null when there is no number. */
export function connectNumbers(
  house: CloudHouse & { connect(channel: Channel): void },
  whatsappOf: ReadonlyMap<string, NumberSettings>,
): Hono | null {
  for (const settings of whatsappOf.values()) house.connect(channelOf(settings));
  const numbers = [...whatsappOf].map(
    ([structure, { phoneNumberId, appSecret, verifyToken }]): CloudNumber => ({
      ...{ structure, account: phoneNumberId, appSecret, verifyToken },
    }),
  );
  return numbers.length > 0 ? whatsappCloudRoutes(house, numbers) : null;
}
