import { fuzzDoors, stillAnswers } from "../test/fuzz/fuzz-doors.ts";
import { openFuzzHouse } from "../test/fuzz/fuzz-house.ts";

/** So many are drawn at once: a house is opened afresh for each lot, so that memory stays bounded. */
const lot = 5_000;

/**
 * Knocks at every door of the site with anything at all, `cases` times, from a seed that is printed: the
 * same seed draws the same. Says every fault once; ends with 1 when there is one.
 */
export async function benchFuzz(
  cases: number,
  seed: number,
  { json }: { json: boolean },
): Promise<void> {
  const faults = new Set<string>();
  const began = performance.now();
  for (let done = 0; done < cases; done += lot) {
    const under = await openFuzzHouse();
    const found = await fuzzDoors(under, Math.min(lot, cases - done), seed + done);
    for (const fault of found) faults.add(fault);
    if (!(await stillAnswers(under))) faults.add("somebody is not answered afterwards");
    await under.close();
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  const said = { cases, seed, seconds, faults: [...faults] };
  if (json) console.log(JSON.stringify(said));
  else {
    console.log(`${cases} requests from seed ${seed} in ${seconds} s: ${faults.size} faults`);
    for (const fault of faults) console.log(`- ${fault}`);
  }
  process.exitCode = faults.size > 0 ? 1 : 0;
}
