import { expect, test } from "vitest";
import { proposableTimes } from "../../src/answering/proposable-times.ts";
import { propose } from "../../src/answering/propose.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { timeIn } from "../../src/base/time.ts";
import { openWorld, structure, type World } from "../world.ts";
import { withMotifs } from "./with-motifs.ts";

const lea = "Lea";
const agent = "conseillere-1" as WorkerId;

const several = () => openWorld({ amend: withMotifs });

const labelsOf = (replies: Awaited<ReturnType<World["say"]>>) =>
  replies.flatMap(({ options }) => options.map(({ label }) => label));

async function asksToBook(world: World) {
  await world.say(lea, "bonjour");
  await world.press(lea, "Français");
  return world.say(lea, "je veux un rendez-vous");
}

/** Walks from the motif to the confirmation, taking the first time at Carvin; gives what was said. */
async function books(world: World, motif: string) {
  const told = [...(await world.press(lea, motif)), ...(await world.say(lea, "Carvin"))];
  const site = labelsOf(told).find((label) => label.includes("Carvin"));
  const times = await world.press(lea, site ?? "no site at Carvin");
  const confirm = await world.press(lea, labelsOf(times)[0] ?? "no time");
  return { times, said: [...told, ...confirm, ...(await world.press(lea, "Confirmer"))] };
}

const words = (replies: Awaited<ReturnType<World["say"]>>) =>
  replies.map(({ text }) => text).join("\n");

test("who may choose is asked what it is for, once; the follow-up and what the team reserves are not there", async () => {
  const world = await several();
  const asked = await asksToBook(world);
  expect(words(asked)).toContain("C'est pour quoi ?");
  expect(labelsOf(asked)).toEqual(["Premier rendez-vous", "Aide pour un dossier"]);
  await world.close();
});

test("a motif says whom it is for before, cuts its own times, and says what to do until then", async () => {
  const world = await several();
  await asksToBook(world);
  const { said } = await books(world, "Aide pour un dossier");
  expect(words(said)).toContain("C'est pour remplir un dossier déjà commencé.");
  expect(words(said)).toContain("Écris ton mot de passe sur un papier avant de venir.");
  const times = await proposableTimes(world.house, structure, "dossier");
  const atCarvin = times.filter(({ site }) => site === "ml-carvin").slice(0, 3);
  expect(atCarvin.map(({ start }) => timeIn("Europe/Paris", start))).toEqual([
    ...["10:00", "10:30", "11:00"],
  ]);
  const [appointment] = await bookedBy(world);
  expect(appointment).toMatchObject({ motif: "dossier" });
  expect((appointment?.end ?? 0) - (appointment?.start ?? 0)).toBe(30 * 60_000);
  await world.close();
});

test("an appointment that is moved stays for what it is", async () => {
  const world = await several();
  await asksToBook(world);
  await books(world, "Aide pour un dossier");
  const times = await world.say(lea, "je veux déplacer mon rendez-vous");
  await world.press(lea, labelsOf(times)[0] ?? "no time");
  await world.press(lea, "Confirmer");
  const booked = (await bookedBy(world)).filter(({ status }) => status === "booked");
  expect(booked).toHaveLength(1);
  expect(booked[0]).toMatchObject({ motif: "dossier" });
  await world.close();
});

test("who was seen by somebody is offered the follow-up, with that worker alone, never the waiting list", async () => {
  const world = await several();
  await asksToBook(world);
  await books(world, "Premier rendez-vous");
  const [first] = await bookedBy(world);
  world.setClock("2026-12-08T09:00:00+01:00");
  await world.say(lea, "menu");
  const asked = await world.say(lea, "je veux un rendez-vous");
  expect(labelsOf(asked)).toEqual([
    "Premier rendez-vous",
    "Aide pour un dossier",
    "Rendez-vous de suivi",
  ]);
  await books(world, "Rendez-vous de suivi");
  const followUp = (await bookedBy(world)).find(({ motif }) => motif === "suivi");
  expect(followUp?.worker).toBe(first?.worker);
  await world.close();
});

test("what the team reserves is proposed by a worker, at their hours", async () => {
  const world = await several();
  await world.say(lea, "je veux parler à quelqu'un");
  const { house } = world;
  const times = await proposableTimes(house, structure, "visite");
  expect(times.length).toBeGreaterThan(0);
  const conversation = await world.conversation(lea);
  const outcome = await propose(house, conversation, agent, times[0]?.id ?? "", "visite");
  expect(outcome).toBe("proposed");
  const [proposed] = await bookedBy(world);
  expect(proposed).toMatchObject({ motif: "visite", mode: "home", status: "proposed" });
  await world.close();
});

test("with one motif nothing is asked", async () => {
  const world = await openWorld();
  const asked = await asksToBook(world);
  expect(words(asked)).not.toContain("C'est pour quoi ?");
  await world.close();
});

async function bookedBy(world: World) {
  const stored = await world.standing(lea);
  return world.house.store.diary.historyOf(stored?.conversation.person ?? ("" as never));
}
