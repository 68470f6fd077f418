import { type Presence, presenceHere } from "../desk/presence.ts";

/** On Cloudflare each invocation opens its own house over the structures of its isolate. */
const known = new WeakMap<object, Presence>();

/** Who has which conversation open, one for all that share these structures. */
export function presenceOf(structures: object): Presence {
  const found = known.get(structures) ?? presenceHere();
  known.set(structures, found);
  return found;
}
