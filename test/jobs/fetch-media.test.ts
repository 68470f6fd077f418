import { expect, test } from "vitest";
import type { Content } from "../../src/base/message.ts";
import { hour, minute } from "../../src/base/time.ts";
import type { FetchedMedia } from "../../src/channels/channel.ts";
import { fileType } from "../../src/jobs/file-type.ts";
import { openWorld, type World } from "../world.ts";

const starts = {
  jpeg: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  png: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  webp: text("RIFF\0\0\0\0WEBPVP8 "),
  pdf: text("%PDF-1.7"),
  opus: text(`OggS${"\0".repeat(24)}OpusHead`),
  vorbis: text(`OggS${"\0".repeat(24)}\x01vorbis`),
  m4a: text("\0\0\0\x20ftypM4A "),
  html: text("<!doctype html><script>"),
  svg: text("<svg onload=alert(1)>"),
  zip: text("PK\x03\x04"),
  exe: text("MZ"),
};

test.each([
  ["image", "jpeg", "image/jpeg"],
  ["image", "png", "image/png"],
  ["image", "webp", "image/webp"],
  ["document", "pdf", "application/pdf"],
  ["document", "jpeg", "image/jpeg"],
  ["voice", "opus", "audio/ogg"],
  ["voice", "m4a", "audio/mp4"],
  ["image", "pdf", null],
  ["document", "m4a", null],
  ["voice", "vorbis", null],
  ["image", "html", null],
  ["image", "svg", null],
  ["document", "zip", null],
  ["document", "exe", null],
  ["document", "html", null],
  ["voice", "jpeg", null],
] as const)("as %s, what begins like %s is %s", (kind, start, type) => {
  expect(fileType(kind, starts[start])).toBe(type);
  expect(fileType(kind, starts[start].subarray(0, 2))).toBeNull();
});

test("a photo sent after the welcome is fetched once, and opens on its conversation alone", async () => {
  const { world, network } = await known();
  expect((await world.say("lina", photo))[0]?.text).toContain("J'ai gardé ta photo");
  network.holds(starts.jpeg);
  expect(await media(world)).toEqual(["kept"]);
  expect(await media(world)).toEqual([]);
  expect(network.asked).toEqual(["the-photo"]);
  const [file] = await filesOf(world, "lina");
  expect(file).toMatchObject({ kind: "image", state: "kept", type: "image/jpeg", bytes: 4 });
});

test("before the person was told, nothing is asked of the network", async () => {
  const { world, network } = await opened();
  const [answer] = await world.say("lina", photo);
  expect(answer?.text).toContain("Je n'ai pas gardé ton fichier");
  expect(await media(world)).toEqual([]);
  expect(network.asked).toEqual([]);
  expect(await filesOf(world, "lina")).toEqual([]);
  // told by now: sent again, it is kept
  await world.press("lina", "Français");
  await world.say("lina", photo);
  expect(await media(world)).toEqual(["later"]);
});

test.each<readonly [string, FetchedMedia, string]>([
  ["too large", { outcome: "tooLarge", why: "6 MB" }, "refused"],
  ["gone at the network", { outcome: "gone", why: "404" }, "gone"],
  ["no photo at all", { outcome: "fetched", type: "image/jpeg", body: starts.html }, "refused"],
  [
    "larger than was asked for",
    { outcome: "fetched", type: "image/jpeg", body: larger(starts.jpeg, 5 * 1024 * 1024 + 1) },
    "refused",
  ],
])("a photo that is %s is %s, and never asked again", async (_, answer, outcome) => {
  const { world, network } = await known();
  await world.say("lina", photo);
  network.answers(answer);
  expect(await media(world)).toEqual([outcome]);
  world.pass(24 * hour);
  expect(await media(world)).toEqual([]);
  expect((await filesOf(world, "lina"))[0]?.state).toBe(outcome);
});

test.each<readonly [string, FetchedMedia, string]>([
  ["too large", { outcome: "tooLarge", why: "6 MB" }, "trop lourd"],
  ["gone", { outcome: "gone", why: "404" }, "Tu peux le renvoyer"],
])("who was told that a photo is kept is told, once, that it was %s", async (_, answer, words) => {
  const { world, network } = await known();
  await world.say("lina", "visale");
  await world.say("lina", photo);
  network.answers(answer);
  await media(world);
  const [told, ...more] = world.received("lina");
  expect(told?.text).toContain(words);
  // the question that waited is asked again
  expect(told?.text).toContain("Tu as quel âge ?");
  expect(more).toEqual([]);
  await media(world);
  expect(world.received("lina")).toEqual([]);
});

test("a network that asks to wait is asked less and less, for a day", async () => {
  const { world, network } = await known();
  await world.say("lina", photo);
  const asked: number[] = [];
  for (let passed = 0; passed <= 26 * 60; passed += 1) {
    const before = network.asked.length;
    const lines = passed % 10 === 0 || passed < 20 ? await media(world) : [];
    if (network.asked.length > before) asked.push(passed);
    if (lines.includes("gone")) break;
    world.pass(minute);
  }
  expect(asked).toEqual([0, 1, 5, 15, 60, 240, 720, 1440]);
  expect((await filesOf(world, "lina"))[0]?.state).toBe("gone");
}, 60_000);

test("a voice message puts the person in the queue: somebody has to listen", async () => {
  const { world } = await known();
  const [answer] = await world.say("lina", { ...photo, media: "voice" });
  expect(answer?.text).toContain("une personne de l'équipe l'écoutera");
  expect((await world.standing("lina"))?.conversation).toMatchObject({
    ...{ heldBy: "waiting", urgency: "normal", need: "voice_message" },
  });
});

test("under a worker a photo is kept in silence; who was never told is told then", async () => {
  const { world } = await opened();
  await world.say("lina", "mon copain me tape");
  const conversation = await world.conversation("lina");
  const { handOvers } = world.house.store;
  await handOvers.takeOver(conversation, "ines" as never, world.now());
  const [told] = await world.say("lina", photo);
  expect(told?.text).toContain("30 jours");
  expect(await world.say("lina", { ...photo, caption: "la voici" })).toEqual([]);
  const states = (await filesOf(world, "lina")).map(({ state }) => state);
  expect(states).toEqual(["asked"]);
});

const photo: Extract<Content, { kind: "media" }> = {
  ...{ kind: "media", media: "image" },
  file: { ref: "the-photo", type: "image/jpeg" },
};

function text(letters: string): Uint8Array {
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function larger(start: Uint8Array, length: number): Uint8Array {
  const body = new Uint8Array(length);
  body.set(start);
  return body;
}

/** The house, and a network that gives files as it is told to. */
async function opened() {
  const world = await openWorld();
  const asked: string[] = [];
  let answer: FetchedMedia = { outcome: "tryLater", why: "busy" };
  const channel = world.house.channelsConnected().find(({ account }) => account === "world");
  if (!channel) throw new Error("the world has a channel");
  channel.fetchMedia = async (ref) => {
    asked.push(ref);
    return answer;
  };
  const network = {
    asked,
    answers(next: FetchedMedia) {
      answer = next;
    },
    holds(body: Uint8Array) {
      answer = { outcome: "fetched", type: "whatever/it-says", body };
    },
  };
  return { world, network };
}

/** Lina was welcomed, and told what is kept. */
async function known() {
  const made = await opened();
  await made.world.say("lina", { kind: "opened" });
  await made.world.press("lina", "Français");
  return made;
}

async function media(world: World): Promise<readonly string[]> {
  return (await world.jobs()).filter(({ job }) => job === "media").map(({ outcome }) => outcome);
}

async function filesOf(world: World, person: string) {
  const conversation = await world.conversation(person);
  const entries = await world.house.store.transcripts.of(conversation, { notes: true });
  return entries.flatMap((entry) => (entry.from === "person" && entry.file ? [entry.file] : []));
}
