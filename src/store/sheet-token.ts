import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";

/** A token for links: the secret, until when it works, and our signature on both. */
export function signToken(cipher: Cipher, secret: string, until: Instant): string {
  const said = `${secret}.${until.toString(36)}`;
  return `${said}.${cipher.lookup(signed(said))}`;
}

/** Whether a token bears our signature, of this key or the one before, and has not run out. */
export function isTokenGood(cipher: Cipher, token: string, now: Instant): boolean {
  const end = token.lastIndexOf(".");
  const said = token.slice(0, end);
  const until = Number.parseInt(said.slice(said.lastIndexOf(".") + 1), 36);
  if (!(until > now)) return false;
  const mark = token.slice(end + 1);
  // whoever guessed it would still have to guess the secret that is looked for
  return mark === cipher.lookup(signed(said)) || mark === cipher.previousLookup(signed(said));
}

/** How a token is found again: a keyed hash, so that the database alone opens no sheet. */
export function tokenLookups(cipher: Cipher, token: string): readonly (string | null)[] {
  return [cipher.lookup(kept(token)), cipher.previousLookup(kept(token))];
}

const signed = (said: string) => `sheet token|${said}`;
const kept = (token: string) => `sheet link|${token}`;
