const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether only the machine itself can open an address: a phone cannot. Throws a TypeError when it is none. */
export function isLoopback(address: string): boolean {
  return loopback.has(new URL(address).hostname);
}
