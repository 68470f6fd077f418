import type { Structure } from "../structure/schema.ts";

/** Whether a text names the aid that this place alone gives; the text is normalised. */
export function namesLocalAid({ localAid }: Structure, normalised: string): boolean {
  const names = localAid?.saidAs ?? [];
  return names.some((name) => ` ${normalised} `.includes(` ${name} `));
}
