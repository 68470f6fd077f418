import { expect, test } from "vitest";
import { parseSlotId } from "../../src/appointments/slot-id.ts";
import type { World } from "../world.ts";
import { openWorld } from "../world.ts";

/** What somebody chose and did not confirm is free again after this. */
const holdEnds = 10 * 60_000;

async function toConfirm(world: World, person: string, slot: string): Promise<void> {
  await world.say(person, { kind: "choice", option: "menu.menu.book" });
  await world.say(person, "62110");
  await world.say(person, { kind: "choice", option: "rendez-vous.site.ml-henin" });
  await world.say(person, { kind: "choice", option: `rendez-vous.slot.${slot}` });
}

async function firstSlot(world: World): Promise<string> {
  await world.say("scout", { kind: "choice", option: "menu.menu.book" });
  await world.say("scout", "62110");
  const [reply] = await world.say("scout", { kind: "choice", option: "rendez-vous.site.ml-henin" });
  return (reply?.options[0]?.id ?? "").slice("rendez-vous.slot.".length);
}

test("fifty people who confirm one slot at once, all after their hold: one has it, forty-nine are offered others and lose no answer", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  const people = Array.from({ length: 50 }, (_, place) => `person-${place}`);
  for (const person of people) {
    await toConfirm(world, person, slot);
    world.pass(holdEnds);
  }

  const replies = await Promise.all(
    people.map((person) =>
      world.say(person, { kind: "choice", option: "rendez-vous.confirm.yes" }),
    ),
  );
  // answers of the others may have been handed out by whoever settled last: count in the database
  const texts = replies
    .flat()
    .concat(people.flatMap((person) => world.received(person)))
    .map(({ text }) => text);
  expect(texts.filter((text) => text.startsWith("C'est confirmé"))).toHaveLength(1);
  expect(texts.filter((text) => text.includes("n'est plus libre"))).toHaveLength(49);
  const booked = await world.house.database.all("SELECT status FROM Appointment");
  expect(booked).toEqual([{ status: "booked" }]);
  const cells = await world.house.database.all("SELECT DISTINCT appointmentId FROM Cell");
  expect(cells).toHaveLength(1);
  for (const person of people) {
    const memory = (await world.standing(person))?.conversation.memory;
    expect(memory?.known["commune"]?.value).toEqual({ inseeCode: "62427", name: "Hénin-Beaumont" });
  }
  await world.close();
});

test("who chose a time keeps it while they confirm: the next one is offered the nearest ones, and it is free again after ten minutes", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  await toConfirm(world, "karim", slot);
  expect((await world.standing("karim"))?.conversation.memory.place).toEqual({
    flow: "rendez-vous",
    step: "slot",
  });
  world.pass(holdEnds - 1);
  await world.say("karim", { kind: "choice", option: `rendez-vous.slot.${slot}` });
  expect(await holders(world)).toEqual([await personOf(world, "lina")]);
  world.pass(1);
  const [asked] = await world.say("karim", {
    kind: "choice",
    option: `rendez-vous.slot.${slot}`,
  });
  expect(asked?.text).toContain("Je confirme ce rendez-vous ?");
  expect(await holders(world)).toEqual([await personOf(world, "karim")]);

  // lina's hold is over: her button books only what is still free
  const [answer] = await world.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  expect(answer?.text).toContain("n'est plus libre");
  const [booked] = await world.say("karim", { kind: "choice", option: "rendez-vous.confirm.yes" });
  expect(booked?.text).toContain("C'est confirmé");
  expect(await holders(world)).toEqual([]);
  await world.close();
});

test("who chooses another time lets the first one go, and what nobody confirmed leaves no trace", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  const [shown] = await world.say("lina", {
    kind: "choice",
    option: "rendez-vous.confirm.otherTime",
  });
  const other = shown?.options.find(({ id }) => id.includes("~") && !id.endsWith(slot))?.id ?? "";
  await world.say("lina", { kind: "choice", option: other });
  await toConfirm(world, "karim", slot);
  const [booked] = await world.say("karim", { kind: "choice", option: "rendez-vous.confirm.yes" });
  expect(booked?.text).toContain("C'est confirmé");
  world.pass(holdEnds);
  await world.jobs();
  const owners = await world.house.database.all("SELECT DISTINCT appointmentId FROM Cell");
  const [appointment] = await world.house.database.all("SELECT id FROM Appointment");
  expect(owners).toEqual([{ appointmentId: appointment?.["id"] }]);
  await world.close();
});

test("the same confirmation delivered again, at once or a day later, books once", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  const confirm = { kind: "choice", option: "rendez-vous.confirm.yes" } as const;
  await Promise.all([world.say("lina", confirm, "42"), world.say("lina", confirm, "42")]);
  world.pass(24 * 3_600_000);
  expect(await world.say("lina", confirm, "42")).toEqual([]);
  expect(await world.house.database.all("SELECT status FROM Appointment")).toEqual([
    { status: "booked" },
  ]);
  await world.close();
});

test("the button that confirmed one time never books another one chosen since", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "scout", slot);
  const [asked] = await world.say("scout", { kind: "choice", option: `rendez-vous.slot.${slot}` });
  const old = asked?.options[0]?.id ?? "";
  const [shown] = await world.say("scout", { kind: "choice", option: asked?.options[1]?.id ?? "" });
  const other = shown?.options.find(({ id }) => id.includes("~") && !id.endsWith(slot))?.id ?? "";
  const [again] = await world.say("scout", { kind: "choice", option: other });
  const [refused] = await world.say("scout", { kind: "choice", option: old });
  expect(refused?.text).toContain("Ce bouton est ancien");
  expect(await world.house.database.all("SELECT status FROM Appointment")).toEqual([]);
  const [booked] = await world.say("scout", {
    kind: "choice",
    option: again?.options[0]?.id ?? "",
  });
  expect(booked?.text).toContain("C'est confirmé");
  const [row] = await world.house.database.all("SELECT startsAt FROM Appointment");
  expect(row?.["startsAt"]).toBe(parseSlotId(other.slice("rendez-vous.slot.".length))?.start);
  await world.close();
});

test("an old 'confirm' pressed twice books once, and says that there is already one", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  await world.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  await world.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  expect(await world.house.database.all("SELECT status FROM Appointment")).toEqual([
    { status: "booked" },
  ]);
  await world.close();
});

test("a cancelled appointment gives its time back, and its reminders are never sent", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  await world.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  await world.say("lina", "je ne sais pas");
  await world.say("lina", "annuler mon rdv");
  await world.say("lina", { kind: "choice", option: "annuler.sure.yes" });
  expect(await world.house.database.all("SELECT * FROM Cell")).toEqual([]);
  world.pass(10 * 24 * 3_600_000);
  await world.jobs();
  expect(world.received("lina")).toEqual([]);

  await toConfirm(world, "karim", slot);
  await world.close();
});

test("moving keeps one appointment: the old time is free, the old reminders are void", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  await world.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  await world.say("lina", "je ne sais pas");
  await world.say("lina", "changer mon rdv");
  const shown = await world.say("lina", { kind: "choice", option: "deplacer.slot.more" });
  const other = shown[0]?.options[0]?.id ?? "";
  await world.say("lina", { kind: "choice", option: other });
  const [moved] = await world.say("lina", { kind: "choice", option: "deplacer.confirm.yes" });
  expect(moved?.text).toContain("C'est changé");
  const rows = await world.house.database.all("SELECT status FROM Appointment ORDER BY startsAt");
  expect(rows).toEqual([{ status: "moved" }, { status: "booked" }]);
  const planned = await world.house.database.all(
    "SELECT DISTINCT p.status FROM Reminder r JOIN Appointment p ON p.id = r.appointmentId WHERE r.state = 'planned'",
  );
  expect(planned).toEqual([{ status: "booked" }]);
  await world.close();
});

test("the button of a reminder of before the move shows the appointment as it is now", async () => {
  const world = await openWorld();
  const slot = await firstSlot(world);
  await toConfirm(world, "lina", slot);
  await world.say("lina", { kind: "choice", option: "rendez-vous.confirm.yes" });
  await world.say("lina", "je ne sais pas");
  const [row] = await world.house.database.all("SELECT id FROM Appointment");
  await world.say("lina", "changer mon rdv");
  const shown = await world.say("lina", { kind: "choice", option: "deplacer.slot.more" });
  await world.say("lina", { kind: "choice", option: shown[0]?.options[0]?.id ?? "" });
  await world.say("lina", { kind: "choice", option: "deplacer.confirm.yes" });
  const old = `rappel.threeDays.come@${String(row?.["id"])}.1`;
  const [answer] = await world.say("lina", { kind: "choice", option: old });
  expect(answer?.text).toContain("Ton rendez-vous :");
  await world.close();
});

async function holders(world: World): Promise<readonly string[]> {
  const rows = await world.house.database.all(
    "SELECT DISTINCT substr(appointmentId, 6) AS person FROM Cell WHERE expiresAt > 0",
  );
  return rows.map(({ person }) => String(person));
}

async function personOf(world: World, person: string): Promise<string> {
  return String((await world.standing(person))?.conversation.person);
}
