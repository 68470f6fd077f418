import type { WrittenReply } from "../base/message.ts";
import { hour } from "../base/time.ts";
import type { Channel, Delivery, FetchedMedia, StillOurs } from "./channel.ts";
import { askGraph, type Graph } from "./graph-api.ts";
import { fetchCloudMedia } from "./whatsapp-cloud-media.ts";
import { type CloudMessage, cloudMessages, templateMessage } from "./whatsapp-cloud-messages.ts";
import { cloudMood } from "./whatsapp-cloud-mood.ts";

/** The longest wait inside one sending, and the one taken when the network asks for none. */
const longestWait = 3_000;
const usualWait = 1_000;

/** A number of WhatsApp's Cloud API: `account` is its phone number id. */
export interface CloudChannel extends Channel {
  readonly name: "whatsapp";
  readonly replyWindow: number;
  fetchMedia(ref: string, most: number): Promise<FetchedMedia>;
}

/** `wait` passes the time that the network asks for inside one sending. */
export function whatsappCloudChannel(
  number: Graph & { readonly account: string },
  wait = pause,
): CloudChannel {
  const sending = { number, wait };
  return {
    name: "whatsapp",
    account: number.account,
    replyWindow: 24 * hour,
    send: (address, reply, _conversation, window = "open", stillOurs = async () => true) =>
      window === "closed"
        ? sendTemplate(sending, address, reply)
        : sendReply(sending, address, reply, stillOurs),
    fetchMedia: (ref, most) => fetchCloudMedia(number, ref, most),
  };
}

interface Sending {
  readonly number: Graph & { readonly account: string };
  wait(milliseconds: number): Promise<void>;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function sendTemplate(
  sending: Sending,
  address: string,
  { template, options }: WrittenReply,
): Promise<Delivery> {
  if (!template) return { outcome: "windowClosed", why: "no template" };
  return post(sending, address, templateMessage(template, options));
}

/** Repeated later, these would be no better received. */
const final: ReadonlySet<Delivery["outcome"]> = new Set(["refused", "windowClosed"]);

/**
 * The messages of a reply, in order. The row that is sent holds them all and no mark of what left, so
 * short trouble after the first is waited out here; only longer trouble has the whole row repeated.
 */
async function sendReply(
  sending: Sending,
  address: string,
  reply: WrittenReply,
  stillOurs: StillOurs,
): Promise<Delivery> {
  let last: Delivery | null = null;
  for (const message of cloudMessages(reply)) {
    // what left before a takeover has left: the rest stays unsaid
    if (last !== null && !(await stillOurs())) break;
    const work = () => post(sending, address, message);
    const delivery: Delivery = await (last === null ? work() : triedTwice(sending, work));
    if (delivery.outcome === "delivered") last = delivery;
    // a message that is refused would be refused again: those that left must not leave twice
    else if (last === null || !final.has(delivery.outcome)) return delivery;
    else break;
  }
  return last ?? { outcome: "delivered", networkId: null };
}

/** Once more after a short trouble; longer than that would hold up everybody behind. */
async function triedTwice({ wait }: Sending, work: () => Promise<Delivery>): Promise<Delivery> {
  const first = await work();
  if (first.outcome !== "tryLater" && first.outcome !== "unknown") return first;
  const asked = first.outcome === "tryLater" ? first.afterMilliseconds : null;
  if ((asked ?? 0) > longestWait) return first;
  await wait(asked ?? usualWait);
  return work();
}

async function post(
  { number }: Sending,
  address: string,
  message: CloudMessage,
): Promise<Delivery> {
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
