import type { Database } from "../store/database.ts";
import type { SignIn } from "./desk-door.ts";

/** Whom the settings name as the first administrator. */
export interface FirstAdministrator {
  readonly email: string;
  readonly password: string;
  readonly structure: string;
}

/** Adds the settings' administrator when no desk has anybody; throws a sentence when the settings are wrong. */
export async function addFirstAdministrator(
  database: Database,
  signIn: Pick<SignIn, "addWorker">,
  { email, password, structure }: FirstAdministrator,
): Promise<void> {
  if (await database.get("SELECT id FROM Worker LIMIT 1")) return;
  const worker = { email, password, structure, name: "Administration", role: "admin" } as const;
  const added = await signIn.addWorker(worker);
  // two starts at once: the other one added the same person
  if (added.outcome !== "added" && added.outcome !== "exists") {
    throw new Error(`DESK_ADMIN_EMAIL was not added: ${added.outcome}`);
  }
}
