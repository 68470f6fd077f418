import { readdirSync, readFileSync } from "node:fs";

/**
 * The memory of a process and of all it started, in bytes: what is resident, pages they share counted
 * once for each. Null where the system does not tell (there is no /proc), or when the process is gone.
 */
export function memoryOfTree(root: number): number | null {
  const parents = parentsOfAll();
  if (!parents.has(root)) return null;
  const tree = [root];
  for (const pid of tree) {
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  }
  return tree.reduce((sum, pid) => sum + residentOf(pid), 0);
}

function parentsOfAll(): ReadonlyMap<number, number> {
  let names: readonly string[];
  try {
    names = readdirSync("/proc");
  } catch {
    return new Map();
  }
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  return new Map(pids.flatMap((pid) => [[pid, numberIn(pid, /^PPid:\s+(\d+)/m)] as const]));
}

function residentOf(pid: number): number {
  return numberIn(pid, /^VmRSS:\s+(\d+) kB/m) * 1024;
}

/** A process may end while it is looked at: it counts for nothing. */
function numberIn(pid: number, pattern: RegExp): number {
  try {
    return Number(pattern.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
