import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  after,
  at,
  dateIn,
  hour,
  type Instant,
  instant,
  minute,
  timeIn,
} from "../../src/base/time.ts";
import {
  bookFor,
  buttonsOf,
  type HouseUnderTest,
  meet,
  openHouse,
  type Sent,
} from "../channels/house-under-test.ts";

const zone = "Europe/Paris";
const lina = "lina";

type Act =
  | { readonly kind: "book" | "move" | "cancel" | "stop" | "resume"; readonly nth: number }
  | { readonly kind: "pass"; readonly minutes: number }
  | { readonly kind: "busy"; readonly hours: number }
  | { readonly kind: "evening"; readonly hours: number; readonly cancels: boolean };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "book" as const,
        "book" as const,
        "move" as const,
        "cancel" as const,
        "stop" as const,
        "resume" as const,
      ),
      nth: fc.integer({ min: 0, max: 2 }),
    }),
  },
  // jumps of the clock, from a quarter of an hour to three days
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("pass" as const),
      minutes: fc.integer({ min: 15, max: 3 * 24 * 60 }),
    }),
  },
  // an evening lived through quarter by quarter, the network refusing for some of its hours
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("evening" as const),
      hours: fc.integer({ min: 0, max: 5 }),
      cancels: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("busy" as const),
      hours: fc.integer({ min: 1, max: 20 }),
    }),
  },
);

/** Seven quiet evenings: whatever chance brings otherwise, some reminder leaves. */
const weekOfEvenings: Act[] = Array.from({ length: 7 }, () => ({
  ...{ kind: "evening", hours: 0, cancels: false },
}));

test.each(["2026-10-19T09:00:00+02:00", "2026-11-23T09:00:00+01:00", "2027-03-22T09:00:00+01:00"])(
  "from %s, whatever is booked, moved, cancelled and slept through: nothing after it began, after it changed, twice, two on one day, or at night",
  async (start) => {
    let left = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        let busyUntil = instant(start);
        const wrong: string[] = [];
        const seen = new Set<string>();
        const days = new Set<string>();
        const under = await openHouse({
          at: start,
          mood(sent) {
            if (sent.kind !== "reminder") return { outcome: "delivered", networkId: null };
            wrong.push(...complaints(under, sent, seen));
            if (sent.at < busyUntil)
              return { outcome: "tryLater", afterMilliseconds: null, why: "429" };
            // what the network held until the morning may meet that day's own
            const day = dateIn(zone, sent.at);
            if (days.has(day) && busyUntil === instant(start)) wrong.push(`two on ${day}`);
            days.add(day);
            seen.add(sent.turn);
            left++;
            return { outcome: "delivered", networkId: null };
          },
        });
        await meet(under, lina);
        await bookFor(under, lina, 2);
        for (const one of acts) {
          if (one.kind === "pass") {
            // the jobs run every quarter of an hour in the last two hours of the jump only: a house that slept
            under.pass(Math.max(0, one.minutes - 120) * minute);
            for (let quarter = 0; quarter < 8; quarter++) {
              await under.jobs();
              under.pass(15 * minute);
            }
          } else if (one.kind === "evening") {
            under.setClock(nextEvening(under.now()));
            busyUntil = after(under.now(), one.hours * hour);
            for (let quarter = 0; quarter < 20; quarter++) {
              if (quarter === 2 && one.cancels) await ask(under, "cancel", 0);
              await under.jobs();
              under.pass(15 * minute);
            }
          } else if (one.kind === "busy") busyUntil = after(under.now(), one.hours * hour);
          else await ask(under, one.kind, one.nth);
        }
        expect(wrong).toEqual([]);
        await under.close();
      }),
      { numRuns: 25, examples: [[weekOfEvenings]] },
    );
    // all this is about something
    expect(left).toBeGreaterThan(0);
  },
);

function nextEvening(now: Instant): Instant {
  const today = at(zone, dateIn(zone, now), "17:55");
  return today > now ? today : at(zone, addDays(dateIn(zone, now), 1), "17:55");
}

function complaints(under: HouseUnderTest, sent: Sent, seen: ReadonlySet<string>): string[] {
  const [id = "", version] = sent.turn.split(".");
  const [row] = under.rows(`SELECT status, startsAt, version FROM Appointment WHERE id = '${id}'`);
  const time = timeIn(zone, sent.at);
  const found: string[] = [];
  if (row?.["status"] !== "booked" || Number(version) !== row["version"])
    found.push(`changed: ${sent.turn}`);
  if (sent.at >= Number(row?.["startsAt"])) found.push(`began: ${sent.turn}`);
  if (seen.has(sent.turn)) found.push(`twice: ${sent.turn}`);
  if (time >= "20:00" || time < "08:30") found.push(`at night: ${time}`);
  return found;
}

async function ask(
  under: HouseUnderTest,
  kind: Exclude<Act["kind"], "pass" | "busy" | "evening">,
  nth: number,
): Promise<void> {
  const choose = async (flow: string) => {
    const shown = under.sent.slice(-1);
    const slots = buttonsOf(shown).filter((id) => id.startsWith(`${flow}.slot.ml-carvin~`));
    const slot = slots[nth % Math.max(1, slots.length)];
    if (!slot) return;
    await under.press(lina, slot);
    await under.press(lina, `${flow}.confirm.yes`);
    await under.say(lina, "je ne sais pas");
  };
  if (kind === "stop") {
    await under.say(lina, "stop");
    await under.press(lina, "stop.sure.yesStop");
  } else if (kind === "resume") await under.say(lina, "reprendre");
  else if (kind === "cancel") {
    await under.say(lina, "annuler mon rdv");
    await under.press(lina, "annuler.sure.yes");
  } else if (kind === "move") {
    await under.say(lina, "changer mon rdv");
    await choose("deplacer");
  } else {
    await under.press(lina, "menu.menu.book");
    await under.say(lina, "62220");
    await under.press(lina, "rendez-vous.site.ml-carvin");
    await choose("rendez-vous");
  }
}
