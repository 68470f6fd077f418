/** Names of things, kept apart by the compiler so that a person is never given where a worker is asked. */
export type PersonId = string & { readonly __id: "person" };
export type ConversationId = string & { readonly __id: "conversation" };
export type WorkerId = string & { readonly __id: "worker" };
export type AppointmentId = string & { readonly __id: "appointment" };
export type TurnId = string & { readonly __id: "turn" };

/** Where new ids come from: injected, so that a test can foretell them. */
export interface Ids {
  /** A new id, unique for ever, that sorts after the ones made before it. */
  next(): string;
  /** A secret of 128 random bits in base64url, for links and cookies. */
  secret(): string;
}

/** Ids made of the instant and 80 random bits, in Crockford's base 32 (26 characters, as in ULID). */
export function randomIds(now: () => number): Ids {
  const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
  let pool = new Uint8Array(0);
  let used = 0;
  // random bytes are fetched a page at a time: asking for sixteen at each id costs more than the id
  const take = (count: number): Uint8Array => {
    if (used + count > pool.length) {
      pool = crypto.getRandomValues(new Uint8Array(4096));
      used = 0;
    }
    used += count;
    return pool.subarray(used - count, used);
  };
  return {
    next() {
      let instant = now();
      let head = "";
      for (let place = 0; place < 10; place++) {
        head = alphabet.charAt(instant % 32) + head;
        instant = Math.floor(instant / 32);
      }
      let tail = "";
      for (const byte of take(16)) tail += alphabet.charAt(byte & 31);
      return head + tail;
    },
    secret() {
      return btoa(String.fromCharCode(...take(16)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
    },
  };
}
