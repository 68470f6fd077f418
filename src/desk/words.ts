import type { Said, SaidValues } from "../base/message.ts";
import { arabicSetApart } from "../base/mixed-directions.ts";
import { type MomentStyle, saidMoment } from "../base/said.ts";
import { type Instant, type LocalDate, minute } from "../base/time.ts";
import { onPhone } from "../escalation/hand-over.ts";
import { workingMinutesBetween } from "../escalation/promise.ts";
import type { LastWords } from "../store/last-words.ts";
import type { Structure } from "../structure/schema.ts";
import type { DeskDoor, SignedIn } from "./desk-door.ts";
import { type Incident, incidentsOf } from "./incidents.ts";
import { houseLanguage } from "./language-read.ts";

/** The desk speaks French to the team, whatever the language of the person. */
const language = "fr";

/** What a page of the desk stands on: who looks, at what time, in which structure, and how it speaks. */
export interface View {
  readonly door: DeskDoor;
  readonly worker: SignedIn;
  readonly structure: Structure;
  readonly now: Instant;
  /** The team by id, to say who holds or wrote. */
  readonly team: ReadonlyMap<string, string>;
  /** The networks through which nothing leaves, and the phone that is not there. */
  readonly incidents: readonly Incident[];
  /** How many messages were not understood and wait for their meaning. */
  readonly misheard: number;
  /** A text of the desk by its key. */
  say(key: string, values?: SaidValues): string;
  /** Any text of the house: a question of a flow, a reason, a label. */
  speak(said: Said): string;
  moment(at: Instant, style?: MomentStyle): string;
}

/** The words of the desk alone, before anybody is signed in. */
export function deskWords({ texts }: Pick<DeskDoor, "texts">) {
  return (key: string, values?: SaidValues) =>
    texts.say({ key: `desk:${key}`, ...(values ? { values } : {}) }, language);
}

export async function viewFor(
  door: DeskDoor,
  worker: SignedIn,
  structure: Structure,
): Promise<View> {
  // what the bot will ask or answer is shown as the person will read it
  const voice = door.texts.of(structure.slug);
  const speak = (said: Said) => voice.say(said, language);
  const now = door.clock.now();
  return {
    door,
    worker,
    structure,
    now,
    incidents: await incidentsOf(door, structure.slug, now),
    team: await door.reads.workerNames(structure.slug),
    misheard: await door.misheard.waiting(structure.slug, now),
    say: deskWords(door),
    speak,
    moment: (at, style) => speak(saidMoment(at, structure.zone, style)),
  };
}

/** Four letters that tell two conversations apart when spoken: the end of the id. */
export function codeOf(conversation: string): string {
  return conversation.slice(-4);
}

/** Whether an appointment has somebody to talk with: not once erased, nor before a partner's request is agreed to. */
export function hasConversation({ conversation }: { readonly conversation: string }): boolean {
  return conversation !== "erased" && conversation !== "prescribed";
}

/** The first name, or that there is none; a volunteer is shown none. */
export function nameOf({ say, worker }: View, firstName: string | null): string {
  if (worker.role === "volunteer") return say("nameHidden");
  return firstName === null ? say("noName") : arabicSetApart(firstName);
}

/** A worker of the team by id. */
export function workerName({ team, say }: View, id: string | null): string {
  if (id === onPhone) return say("onThePhone");
  return (id === null ? undefined : team.get(id)) ?? say("someone");
}

/** How long somebody has been left waiting, in hours when the team is there. */
export function sinceWords({ say, structure, now }: View, since: Instant): string {
  const minutes = workingMinutesBetween(structure, since, now);
  if (minutes === 0) return now - since < 5 * minute ? say("since_now") : say("since_closed");
  if (minutes < 60) return say("since_minutes", { minutes });
  const rest = minutes % 60;
  const hours = Math.floor(minutes / 60);
  return rest === 0
    ? say("since_hours", { hours })
    : say("since_hoursMinutes", { hours, minutes: String(rest).padStart(2, "0") });
}

/** What somebody last sent, on one line. */
export function lastWordsLine({ say }: Pick<View, "say">, words: LastWords): string {
  switch (words.kind) {
    case "text":
      return say("words_quoted", {
        text: arabicSetApart(words.text.replaceAll(/\s+/g, " ").slice(0, 160)),
      });
    case "choice":
      return words.label === null
        ? say("words_button")
        : say("words_choice", { label: arabicSetApart(words.label) });
    case "media": {
      const media = say(`media_${words.media}`);
      return words.caption
        ? say("media_caption", { media, caption: arabicSetApart(words.caption) })
        : media;
    }
    default:
      return say(`words_${words.kind}`);
  }
}

/** What it is about, in the words of the trade. */
export function needWords({ say }: View, need: string | null): string {
  return need === null ? say("noNeed") : say(`need_${need}`);
}

/** The language somebody speaks. */
export function languageWords({ say }: View, spoken: string | null): string {
  return say(`language_${houseLanguage(spoken) ?? "unknown"}`);
}

/** A day of the calendar, "03/12/2026". */
export function dayWords(day: LocalDate): string {
  return day.split("-").reverse().join("/");
}
