import { dateIn, type Instant, instant, timeIn } from "../base/time.ts";
import { bilanWords } from "../bilan/words.ts";
import type { Fact } from "../person/facts.ts";
import { definitionOf, factLine } from "../repertoire/fact-words.ts";
import { placeById } from "../repertoire/places.ts";
import type { WholeFile } from "../store/person-file.ts";
import type { TranscriptEntry } from "../store/transcript-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import { situationLines } from "./situation-lines.ts";

interface Reading {
  readonly texts: Texts;
  readonly structure: Structure | undefined;
}

/** Everything that is kept of one person as they can read it: French, without ids or codes. */
export function readableFile(file: WholeFile, { texts, structure }: Reading): string {
  if (!structure) return JSON.stringify(file, null, 2);
  const voice = texts.of(structure.slug);
  const say = (key: string, values = {}) => texts.say({ key: `terminal:${key}`, values }, "fr");
  const words = bilanWords(texts, structure);
  // with its year: a file may hold several
  const when = (at: Instant) =>
    `${words.day(dateIn(structure.zone, at))} ${timeIn(structure.zone, at)}`;
  const answers = (known: WholeFile["conversations"][number]["known"]) =>
    Object.entries(known).flatMap(([fact, { value }]) =>
      definitionOf(fact) === undefined
        ? []
        : [`- ${voice.say(factLine(fact as Fact, value as never), "fr")}`],
    );
  return [
    say("file_title", { association: structure.name }),
    say("file_since", { when: when(instant(file.knownSince)) }),
    file.firstName === null ? say("file_noName") : say("file_name", { name: file.firstName }),
    ...file.conversations.flatMap(({ channel, known, lines }) => [
      "",
      say("file_talk", { channel: texts.say({ key: `desk:channel_${channel}` }, "fr") }),
      ...answers(known),
      ...lines
        .filter(hasWords)
        .map(
          (line) => `${when(line.at)} · ${say(`file_from_${line.from}`)} : ${wordsIn(line, say)}`,
        ),
    ]),
    "",
    say("file_appointments"),
    ...file.appointments.map(({ at, site, status }) =>
      [
        `- ${when(instant(at))}`,
        placeById(structure, site)?.name ?? site,
        say(`file_status_${status}`),
      ].join(", "),
    ),
    ...situationIn(file, words, say("file_counted")),
  ].join("\n");
}

/** Coming to the page, or leaving a network, is no message. */
function hasWords(line: TranscriptEntry): boolean {
  return (
    line.from !== "person" || ["text", "edited", "choice", "media"].includes(line.content.kind)
  );
}

function wordsIn(line: TranscriptEntry, say: (key: string) => string): string {
  if (line.from === "note") return line.text;
  if (line.from !== "person") return line.content.text;
  const { content } = line;
  if (content.kind === "text" || content.kind === "edited") return content.text;
  if (content.kind === "choice") return say("file_button");
  return (content.kind === "media" ? content.caption : null) ?? say("file_media");
}

/** What the bilan counts of them. */
function situationIn(
  { situation }: WholeFile,
  words: ReturnType<typeof bilanWords>,
  title: string,
): readonly string[] {
  if (!situation) return [];
  return ["", title, ...situationLines(situation, words).map((line) => `- ${line}`)];
}
