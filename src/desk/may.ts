import type { SignedIn } from "./desk-door.ts";

/** Whether somebody answers for the team: they see the channels, sign the bilan, erase a person. */
export function isManager({ role }: Pick<SignedIn, "role">): boolean {
  return role === "manager" || role === "admin";
}

/** What a volunteer may look at: the agenda and the workshops in codes, and how rules are said. */
const seen =
  /^\/(?:agenda(?:\/jour|\/semaine)?|ateliers|regles(?:\/[\w-]+)?|aide|double|mot-de-passe|stream|appareil\.js|manifest\.webmanifest)$/;
/** What they may do: their own account alone. */
const done = /^\/(?:mot-de-passe|deconnexion|double(?:\/\w+)?)$/;

/** Whether somebody may ask that of an address at all; the address itself says what becomes of it. */
export function mayAsk({ role }: Pick<SignedIn, "role">, method: string, path: string): boolean {
  if (role !== "volunteer") return true;
  return (method === "GET" ? seen : done).test(withinDesk(path));
}

/** An address within the desk, wherever the desk is mounted: "/" is its first page. */
export function withinDesk(path: string): string {
  return path.replace(/^\/desk(?=\/|$)/, "") || "/";
}
