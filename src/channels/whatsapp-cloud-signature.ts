import { sameSecret } from "./same-secret.ts";

/**
 * Whether the header `X-Hub-Signature-256` was made with this secret over these very bytes: HMAC-SHA256,
 * "sha256=" and hexadecimal figures. The time it takes tells nothing of where they differ.
 */
export async function isSigned(
  body: Uint8Array<ArrayBuffer>,
  header: string,
  secret: string,
): Promise<boolean> {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const bytes = new TextEncoder().encode(secret);
  const key = await crypto.subtle.importKey("raw", bytes, algorithm, false, ["sign"]);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, body));
  const figures = [...signature].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return sameSecret(header, `sha256=${figures}`);
}
