import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { difference, live } from "../test/crash/story.ts";

/**
 * Cuts the power at every moment of a booking, a reminder, a takeover and a purge, one life each; then, up to
 * `kills` in all, again and again within one story. Says what differs from the story nobody cut; ends with 1
 * when anything does.
 */
export async function benchCrash(kills: number, { json }: { json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "trousseau-crash-"));
  const began = performance.now();
  const differing: string[] = [];
  let done = 0;
  let repeated = 0;
  const whole = await live(join(folder, "whole.db"), () => 0);
  const cut = async (name: string, deathOf: (life: number) => number) => {
    const file = join(folder, `${name}.db`);
    const lived = await live(file, deathOf);
    const differs = difference(lived, whole);
    if (differs) differing.push(`${name}: ${differs}`);
    done += lived.kills;
    repeated += lived.mayRepeat;
    for (const tail of ["", "-wal", "-shm"]) rmSync(`${file}${tail}`, { force: true });
  };
  for (let last = 1; last <= whole.points.length && done < kills; last++)
    await cut(`once-${last}`, (life) => (life === 0 ? last : 0));
  // each story dies at other moments than the one before
  for (let nth = 0; done < kills; nth++)
    await cut(`often-${nth}`, (life) => 15 + (nth % 13) + 7 * life);
  rmSync(folder, { recursive: true, force: true });
  const seconds = Math.round((performance.now() - began) / 1000);
  const said = { moments: whole.points.length, kills: done, unknown: repeated, seconds, differing };
  if (json) console.log(JSON.stringify(said));
  else {
    console.log(
      `${done} kills over ${said.moments} moments in ${seconds} s; ${repeated} while the network had a message and had not said so; ${differing.length} differ`,
    );
    for (const one of differing) console.log(`- ${one}`);
  }
  process.exitCode = differing.length > 0 ? 1 : 0;
}
