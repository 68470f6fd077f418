const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether an address is https, or http on this machine. */
export function isUsableUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol === "https:" || (protocol === "http:" && loopback.has(hostname));
}
