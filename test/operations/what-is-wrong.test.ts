import { expect, test } from "vitest";
import { after, hour, instant, minute } from "../../src/base/time.ts";
import { type State, whatIsWrong } from "../../src/operations/what-is-wrong.ts";

const now = instant("2026-11-23T09:00:00+01:00");
const ago = (milliseconds: number) => after(now, -milliseconds);
const none = { many: 0, since: null };
const one = (milliseconds: number) => ({ many: 1, since: ago(milliseconds) });
const job = { name: "reminders", every: minute, lastRunAt: ago(minute), lastResult: "ok:0" };
const well: State = {
  now,
  backlog: { unanswered: none, unsent: none, forTeam: none },
  jobs: [job],
  channels: [
    { name: "web", structure: "rencontres-et-loisirs" },
    { name: "telegram", structure: "rencontres-et-loisirs", state: "connected" },
  ],
  reminders: [],
};
const { backlog } = well;

test.each<[string, Partial<State>, readonly string[]]>([
  ["all is well", {}, []],
  ["a message of a minute ago", { backlog: { ...backlog, unanswered: one(minute) } }, []],
  ["of three", { backlog: { ...backlog, unanswered: one(3 * minute) } }, ["unanswered"]],
  ["an answer due ten minutes ago", { backlog: { ...backlog, unsent: one(10 * minute) } }, []],
  ["sixteen", { backlog: { ...backlog, unsent: one(16 * minute) } }, ["unsent"]],
  [
    "somebody waits for the team since yesterday",
    { backlog: { ...backlog, forTeam: one(24 * hour) } },
    [],
  ],
  ["a job without a run for nine minutes", { jobs: [{ ...job, lastRunAt: ago(9 * minute) }] }, []],
  ["eleven", { jobs: [{ ...job, lastRunAt: ago(11 * minute) }] }, ["jobLate:reminders"]],
  [
    "a job of each hour, two hours ago",
    { jobs: [{ ...job, every: hour, lastRunAt: ago(2 * hour) }] },
    [],
  ],
  [
    "four hours",
    { jobs: [{ ...job, every: hour, lastRunAt: ago(4 * hour) }] },
    ["jobLate:reminders"],
  ],
  ["a job that never ran: it was just installed", { jobs: [{ ...job, lastRunAt: null }] }, []],
  [
    "a job that ended in an error",
    { jobs: [{ ...job, lastResult: "failed" }] },
    ["jobFailed:reminders"],
  ],
  [
    "a phone that is no longer linked",
    { channels: [{ name: "whatsapp-web", structure: "a", state: "disconnected" }] },
    ["channel:whatsapp-web (a)"],
  ],
  ["reminders that reach nobody", { reminders: ["failing"] }, ["reminders:failing"]],
])("%s", (_, change, expected) => {
  const wrong = whatIsWrong({ ...well, ...change });
  expect(wrong.map(({ code, of }) => (of === undefined ? code : `${code}:${of}`))).toEqual(
    expected,
  );
});
