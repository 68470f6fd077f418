import { after, type Instant } from "../base/time.ts";
import { newsSince } from "../store/news-since.ts";
import type { NodeHouse } from "./house.ts";

/** A write bears the instant at which it was thought of, a little before others can see it. */
const overlap = 5_000;
/** What is not seen conversation by conversation (agenda, late sendings) is looked at again after this. */
const everythingAfter = 30_000;

/**
 * Looks for what other processes wrote, so that live pages show it: those conversations are rung, and
 * everybody only now and then, since beats and job leases are writes too. Returns one such look.
 */
export function glancing(house: NodeHouse): () => Promise<void> {
  const { database, live, clock, structures } = house;
  const version = () => database.connection.prepare("PRAGMA data_version").get()?.["data_version"];
  let seen = version();
  let lookedAt: Instant = clock.now();
  let rangAt: Instant = clock.now();
  let owed = false;
  return async () => {
    const now = clock.now();
    const present = version();
    if (present !== seen) {
      seen = present;
      owed = true;
      const news = await newsSince(database, [...structures.keys()], after(lookedAt, -overlap));
      for (const { conversation } of news) live.changed(conversation);
    }
    lookedAt = now;
    if (!owed || now < after(rangAt, everythingAfter)) return;
    owed = false;
    rangAt = now;
    live.changed("*");
  };
}
