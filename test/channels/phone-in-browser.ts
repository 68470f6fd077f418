import { onTestFinished } from "vitest";
import {
  type LinkedOptions,
  type LinkedPhone,
  linkPhone,
  removeFolder,
} from "../stand-in/linked-phone.ts";

/** Who writes to the phone. */
export const lina = "33600000001@c.us";

/** A phone in a real browser, until the end of the test. */
export async function linked(options: LinkedOptions = {}): Promise<LinkedPhone> {
  const phone = await linkPhone(options);
  onTestFinished(async () => {
    await phone.stop();
    if (!options.under) await phone.under.close();
    if (!options.folder) removeFolder(phone.folder);
  });
  return phone;
}

/** A phone whose code was scanned. */
export async function ready(options: LinkedOptions = {}): Promise<LinkedPhone> {
  const phone = await linked(options);
  await phone.standing(({ state }) => state === "waitingForScan");
  await phone.inPage("standIn.scan()");
  await phone.standing(({ state }) => state === "ready");
  return phone;
}

/** Somebody writes to the phone, at the present hour of the house. */
export async function write(phone: LinkedPhone, id: string, body: string, rest: object = {}) {
  const t = Math.floor(phone.under.now() / 1000);
  await phone.inPage(`standIn.receive(${JSON.stringify({ from: lina, id, body, t, ...rest })})`);
}
