import { addFirstAdministrator } from "../desk/first-administrator.ts";
import { openSignIn } from "../desk/sign-in.ts";
import { deriveKey } from "../store/cipher.ts";
import { workerCounts } from "../store/worker-counts.ts";
import type { Constants, WorkerHouse } from "./house.ts";
import type { WorkerLog } from "./log.ts";

/** What a new deployment puts into its database: the structures as their files say now, a first administrator. */
export async function furnish(
  house: WorkerHouse,
  constants: Constants,
  log: WorkerLog,
): Promise<void> {
  const { structures, store, clock, ids } = house;
  await store.structures.load([...structures.values()], clock.now());
  const { admin, publicUrl, demonstration } = constants.settings;
  const [structure] = structures.keys();
  if (!admin || structure === undefined) {
    const counts = await workerCounts(store.database);
    const without = [...structures.keys()].filter((slug) => !counts.has(slug));
    if (without.length > 0 && !demonstration) log.warn("no worker", { structures: without });
    return;
  }
  const signIn = openSignIn({
    database: store.database,
    secret: deriveKey(constants.secret, "desk sessions"),
    publicUrl,
    ids,
  });
  await addFirstAdministrator(store.database, signIn, { ...admin, structure });
}
