import type { WrittenReply } from "../base/message.ts";
import { hour } from "../base/time.ts";
import { type Channel, type Delivery, type FetchedMedia, forTheFirstTime } from "./channel.ts";
import { askGraph, type Graph } from "./graph-api.ts";
import { leaveInParts, pause } from "./leave-in-parts.ts";
import { fetchCloudMedia } from "./whatsapp-cloud-media.ts";
import { type CloudMessage, cloudMessages, templateMessage } from "./whatsapp-cloud-messages.ts";
import { cloudMood } from "./whatsapp-cloud-mood.ts";

/** A number of WhatsApp's Cloud API: `account` is its phone number id. */
export interface CloudChannel extends Channel {
  readonly name: "whatsapp";
  readonly replyWindow: number;
  fetchMedia(ref: string, most: number): Promise<FetchedMedia>;
}

/** `wait` passes the time that the network asks for inside one sending. */
export function whatsappCloudChannel(number: OwnNumber, wait = pause): CloudChannel {
  return {
    name: "whatsapp",
    account: number.account,
    replyWindow: 24 * hour,
    send: (address, reply, _conversation, leaving = forTheFirstTime) =>
      leaving.window === "closed"
        ? sendTemplate(number, address, reply)
        : leaveInParts(
            cloudMessages(reply).map((message) => () => post(number, address, message)),
            leaving,
            wait,
          ),
    fetchMedia: (ref, most) => fetchCloudMedia(number, ref, most),
  };
}

type OwnNumber = Graph & { readonly account: string };

async function sendTemplate(
  number: OwnNumber,
  address: string,
  { template, options }: WrittenReply,
): Promise<Delivery> {
  if (!template) return { outcome: "windowClosed", why: "no template" };
  return post(number, address, templateMessage(template, options));
}

async function post(number: OwnNumber, address: string, message: CloudMessage): Promise<Delivery> {
  const asked = await askGraph(number, `${encodeURIComponent(number.account)}/messages`, {
    messaging_product: "whatsapp",
    recipient_type: "individual",
    ...recipientOf(address),
    ...message,
  });
  if (asked.outcome === "answered") return cloudMood(asked.response, asked.body);
  return asked.outcome === "notSent"
    ? { outcome: "tryLater", afterMilliseconds: null, why: "network" }
    : { outcome: "unknown", why: "no answer" };
}

/** A number as it was received, or the id that stands for somebody whose number is hidden ("FR.1349…"). */
function recipientOf(address: string): { readonly to: string } | { readonly recipient: string } {
  return /^[A-Z]{2}\./.test(address) ? { recipient: address } : { to: address };
}
