import { isLoopback } from "../base/loopback.ts";

/** Whether an address is https, or http on this machine. */
export function isUsableUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && isLoopback(value));
}
