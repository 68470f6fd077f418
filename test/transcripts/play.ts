import { propose } from "../../src/answering/propose.ts";
import { freeSlots } from "../../src/appointments/slots.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import type { Content, Media, WrittenReply } from "../../src/base/message.ts";
import { hour, type LocalDate, minute } from "../../src/base/time.ts";
import { contactContent, placeContent } from "../../src/channels/shared-content.ts";
import { slotFactsFor } from "../../src/repertoire/agenda.ts";
import { usualMotif } from "../../src/repertoire/motifs.ts";
import { partnerPage } from "../prescriber/partner-page.ts";
import { structure, type World } from "../world.ts";
import { actForService, isOfService } from "./act-for-service.ts";

/**
 * Plays a conversation written in prose and gives it back with the answers. Read and kept as they are:
 *   # a remark            # structure : ccas-malakoff (who is written to; else the CLLAJ)
 *   # sur la page web (it rings nowhere when it is closed, and the house can write e-mails)
 *   # rendez-vous à la fois : 2 (so many it lets somebody have)
 *   # plusieurs motifs (there are several things to come for)
 *   @ 2026-11-23T09:00:00+01:00 (the clock)       + 5 h / + 20 min (time passes)
 *   < what is written     < [label of a button]     < (ouvre) or (ouvre: affiche-carvin)
 *   < (photo) caption     < (photo: fichier) (it can be fetched)     < (position: ici)     < (contact: Tom)     < (modifie) the new words     < (bouton: the id of a button never shown here)
 *   & [label] or words (somebody else writes; the answer is not shown)
 *   ! jobs (what is due is done)     ! propose ml-carvin (a worker proposes the first free time there)
 *   ! agenda conseillere-1 (this phone is the paired one of the worker who keeps that agenda, and lists it in the morning; "et ses nouvelles": it is told of its changes)
 *   ! dossier 2026-11-30 (the team keeps a file whose date is told to the person)
 *   ! partenaire ml-carvin (a partner asks for the first free time there, and gives «CODE» to the person)
 *   ! service annule     ! service visio https://… (the team changes the appointment)
 *   ! service réserve ml-carvin     ! service change ml-carvin (booked, or moved, for who agreed elsewhere)
 *   ! service répond (a worker takes the conversation and writes)
 *   ! service urgent ml-carvin 90 video (a time is opened in 90 minutes)
 *   ! fichier refusé / ! fichier perdu (the network does not give the file that was sent)
 * A code that was answered is written «CODE», and is the real one again where it is typed.
 * The secret of a link to a sheet is written «LIEN».
 * Lines that begin with ">" are what was answered; they are written again at each play.
 */
export async function play(script: string, world: World): Promise<string> {
  const written: string[] = [];
  let code = "";
  for (const line of script.split("\n")) {
    if (line.startsWith(">") || line.startsWith("=")) continue;
    written.push(line);
    const partner = /^! partenaire (\S+)/.exec(line)?.[1];
    if (partner) code = await askedByPartner(partner, world);
    for (const reply of await act(line.replace("«CODE»", code), world)) {
      code = /\b[A-Z2-9]{4}-[A-Z2-9]{4}\b/.exec(reply.text)?.[0] ?? code;
      if (line.startsWith("&")) continue;
      const told = reply.text.replace(/\/fiche\/\S+/g, "/fiche/«LIEN»");
      const text = code === "" ? told : told.replaceAll(code, "«CODE»");
      written.push(...linesOf({ ...reply, text }));
    }
    if (line.startsWith("<")) written.push(...(await standingOf(world)));
  }
  return written.join("\n");
}

const person = "lina";
const somebodyElse = "karim";
const mediaWords: Readonly<Record<string, Media>> = {
  vocal: "voice",
  photo: "image",
  vidéo: "video",
  document: "document",
  autocollant: "sticker",
  position: "location",
  contact: "contact",
};

async function act(line: string, world: World): Promise<readonly WrittenReply[]> {
  if (line.startsWith("@ ")) {
    world.setClock(line.slice(2).trim());
    return [];
  }
  const time = /^\+ (\d+) (h|min|j)/.exec(line);
  if (time) {
    const unit = { h: hour, min: minute, j: 24 * hour }[time[2] ?? "h"] ?? hour;
    world.pass(Number(time[1]) * unit);
    return [];
  }
  if (line.startsWith("! jobs")) {
    await world.jobs();
    return world.received(person);
  }
  const lost = /^! fichier (refusé|perdu)/.exec(line)?.[1];
  if (lost) {
    const answer = lost === "perdu" ? "gone" : "tooLarge";
    for (const channel of world.house.channelsConnected()) {
      channel.fetchMedia = async () => ({ outcome: answer, why: "as the transcript says" });
    }
    await world.jobs();
    return world.received(person);
  }
  if (line.startsWith("! agenda ")) {
    const [agenda = "", told] = line.slice("! agenda ".length).split(" et ");
    await pairPhone({ agenda, news: told ? "all" : "none" }, world);
    return [];
  }
  if (line.startsWith("! dossier ")) {
    await keepDossier(line.slice("! dossier ".length).trim() as LocalDate, world);
    return [];
  }
  if (line.startsWith("! propose ")) {
    await proposeFirstFree(line.slice("! propose ".length).trim(), world);
    return world.received(person);
  }
  if (isOfService(line)) {
    await actForService(line, person, world);
    return world.received(person);
  }
  if (line.startsWith("& ")) return speak(somebodyElse, line, world);
  return line.startsWith("<") ? speak(person, line, world) : [];
}

function speak(who: string, line: string, world: World): Promise<readonly WrittenReply[]> {
  const said = line.slice(1).trim();
  const label = /^\[(.+)\]$/.exec(said)?.[1];
  return label ? world.press(who, label) : world.say(who, contentOf(said));
}

async function pairPhone(
  { agenda, news }: { readonly agenda: string; readonly news: "all" | "none" },
  { house, now, ...world }: World,
): Promise<void> {
  const worker = "nadia" as WorkerId;
  await house.database.run({
    sql: `INSERT INTO Worker (id, name, email, emailVerified, role, structure, createdAt, updatedAt, alertConversation)
          VALUES (?, 'Nadia', 'nadia@example.org', 0, 'worker', ?, ?, ?, ?)`,
    values: [worker, structure, now(), now(), await world.conversation(person)],
  });
  await house.store.agendaPhones.chooseAgenda(worker, { agenda, morningList: true, news }, now());
}

async function keepDossier(nextOn: LocalDate, { house, now, conversation }: World): Promise<void> {
  const [by, kind, state] = ["nadia" as WorkerId, "hlm", "sent"] as const;
  await house.store.dossiers.keep({
    ...{ id: "dossier", structure, conversation: await conversation(person), kind, state, nextOn },
    ...{ missing: "", note: "", reminds: true, isClosed: false, by, now: now() },
  });
}

async function proposeFirstFree(site: string, { house, now, ...world }: World): Promise<void> {
  const found = house.structures.get(structure);
  if (!found) throw new Error(`no such structure: ${structure}`);
  // a worker may propose a time of a range that is not confirmed yet
  const scene = { structure: found, diary: house.store.diary, demonstration: true };
  const [slot] = freeSlots(await slotFactsFor(scene, now(), { motif: usualMotif(found) }), {
    sites: [site],
  }).slots;
  if (!slot) throw new Error(`no free time at ${site}`);
  const conversation = await world.conversation(person);
  const outcome = await propose(house, conversation, "conseillere-1" as WorkerId, slot.id);
  if (outcome !== "proposed") throw new Error(`the proposal was ${outcome}`);
  // what a worker writes leaves at once
  await house.deliver(conversation);
  await house.settled();
}

/** A partner asks for a time, on the page of its link; the code that it is shown. */
async function askedByPartner(site: string, world: World): Promise<string> {
  const { house } = world;
  const page = await partnerPage(house, "Mission locale de Carvin");
  return page.ask(site, "Lina");
}

function contentOf(said: string): Content {
  const special = /^\(([^):]+)(?::\s*([^)]*))?\)\s*(.*)$/s.exec(said);
  if (!special) return { kind: "text", text: said };
  const [, word = "", about, caption = ""] = special;
  if (word === "ouvre") return { kind: "opened", ...(about ? { source: about } : {}) };
  if (word === "bouton" && about) return { kind: "choice", option: about };
  if (word === "modifie") return { kind: "edited", text: caption };
  const media = mediaWords[word];
  if (!media) return { kind: "text", text: said };
  const file = about === "fichier" ? { file: { ref: "at-the-network", type: "any/type" } } : {};
  if (about && media === "location") return placeContent({ latitude: 50.49, longitude: 2.96 });
  if (about && media === "contact") return contactContent([{ name: about, numbers: [] }]);
  return { kind: "media", media, ...file, ...(caption ? { caption } : {}) };
}

function linesOf(reply: WrittenReply): string[] {
  const text = reply.text.split("\n").map((line) => `> ${line}`.trimEnd());
  const options = reply.options.map(({ label }) => `[${label}]`).join(" ");
  const file = reply.file ? [`> (fichier ${reply.file.name})`] : [];
  return [...text, ...file, ...(options ? [`> ${options}`] : [])];
}

/** Said only when the team is called or holds the conversation: the rest is seen in the answers. */
async function standingOf(world: World): Promise<string[]> {
  const standing = (await world.standing(person))?.conversation;
  if (!standing || standing.heldBy === "bot") return [];
  return [`= ${standing.heldBy}, urgence ${standing.urgency}, besoin ${standing.need ?? "?"}`];
}
