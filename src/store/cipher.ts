import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from "node:crypto";

/** Closes and opens what is stored encrypted, and finds it again without opening it. */
export interface Cipher {
  /** The text closed with the present key: "keyId.base64(nonce ‖ text ‖ tag)". */
  seal(text: string): string;
  /** The text behind a sealed value; throws when no known key closed it. */
  open(sealed: string): string;
  /** Whether a sealed value was closed with the present key. */
  isPresent(sealed: string): boolean;
  /** A keyed hash, the same for the same text: what encrypted values are found by. */
  lookup(text: string): string;
  /** The hash under the previous key while keys rotate; null when there is none. */
  previousLookup(text: string): string | null;
}

const nonceBytes = 12;
const tagBytes = 16;

interface Key {
  readonly id: string;
  readonly seal: KeyObject;
  readonly lookup: KeyObject;
}

/**
 * AES-256-GCM under keys derived once from the secret (HKDF-SHA256), HMAC-SHA256 for lookups.
 * The previous secret still opens what it closed; everything new is closed with the present one.
 */
export function createCipher(secret: string, previousSecret?: string): Cipher {
  const present = keyOf(secret);
  const previous = previousSecret ? keyOf(previousSecret) : null;
  // nonces are drawn a page at a time: asking the system for twelve bytes costs more than the cipher
  const pool = Buffer.alloc(nonceBytes * 256);
  let drawn = pool.length;
  const nonce = (): Buffer => {
    if (drawn === pool.length) {
      randomFillSync(pool);
      drawn = 0;
    }
    drawn += nonceBytes;
    return pool.subarray(drawn - nonceBytes, drawn);
  };
  return {
    seal(text) {
      const iv = nonce();
      const cipher = createCipheriv("aes-256-gcm", present.seal, iv);
      const closed = Buffer.concat([
        iv,
        cipher.update(text, "utf8"),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return `${present.id}.${closed.toString("base64")}`;
    },
    open(sealed) {
      const dot = sealed.indexOf(".");
      const id = sealed.slice(0, dot);
      const key = id === present.id ? present : id === previous?.id ? previous : null;
      if (!key) throw new Error(`sealed with a key that is not given: ${id}`);
      const closed = Buffer.from(sealed.slice(dot + 1), "base64");
      const decipher = createDecipheriv("aes-256-gcm", key.seal, closed.subarray(0, nonceBytes));
      decipher.setAuthTag(closed.subarray(closed.length - tagBytes));
      const text = decipher.update(
        closed.subarray(nonceBytes, closed.length - tagBytes),
        undefined,
        "utf8",
      );
      return text + decipher.final("utf8");
    },
    isPresent: (sealed) => sealed.startsWith(`${present.id}.`),
    lookup: (text) => hash(present, text),
    previousLookup: (text) => (previous ? hash(previous, text) : null),
  };
}

function hash(key: Key, text: string): string {
  return createHmac("sha256", key.lookup).update(text).digest("base64url").slice(0, 32);
}

function keyOf(secret: string): Key {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "trousseau", purpose, 32));
  const id = createHash("sha256").update(derive("key id")).digest("hex").slice(0, 6);
  // as key objects: a key given as bytes is prepared again at every call, four times the cipher's cost
  return { id, seal: createSecretKey(derive("seal")), lookup: createSecretKey(derive("lookup")) };
}

/** A key of its own for another purpose (sessions, links), in base64url. */
export function deriveKey(secret: string, purpose: string): string {
  return Buffer.from(hkdfSync("sha256", secret, "trousseau", purpose, 32)).toString("base64url");
}
