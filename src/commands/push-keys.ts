import { webcrypto } from "node:crypto";

/** Prints a new pair of keys for ringing browsers, as two settings. They are kept nowhere. */
const pair = await webcrypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, [
  "sign",
  "verify",
]);
const point = await webcrypto.subtle.exportKey("raw", pair.publicKey);
const { d = "" } = await webcrypto.subtle.exportKey("jwk", pair.privateKey);
console.log(`VAPID_PUBLIC_KEY=${Buffer.from(point).toString("base64url")}`);
console.log(`VAPID_PRIVATE_KEY=${d}`);
