/**
 * What stands for the address a request comes from, so that attempts can be counted and nobody can
 * read from where they came: a keyed hash, written as an address of no network (RFC 4193, fd00::/8)
 * because the sign-in library counts addresses alone.
 */
export function addressHasher(secret: string): (address: string) => Promise<string> {
  const key = crypto.subtle.importKey(
    "raw",
    new TextEncoder().encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return async (address) => {
    const network = new TextEncoder().encode(`desk address|${networkOf(address)}`);
    const hash = new Uint8Array(await crypto.subtle.sign("HMAC", await key, network));
    // the library looks at half an address: seven bytes of the hash, behind the prefix
    const half = [0xfd, ...hash.slice(0, 7)].map((byte) => byte.toString(16).padStart(2, "0"));
    return `${half.join("").replace(/.{4}(?=.)/g, "$&:")}::`;
  };
}

/** A home has a whole IPv6 network (/64), and takes another address of it at will: the network counts. */
function networkOf(address: string): string {
  const [, inside] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (inside) return inside;
  if (!address.includes(":")) return address;
  const [left = "", right] = address.split("::");
  const groups = left === "" ? [] : left.split(":");
  const behind = right ? right.split(":") : [];
  const missing = right === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  return [...groups, ...Array.from({ length: missing }, () => "0"), ...behind]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16))
    .join(":");
}
