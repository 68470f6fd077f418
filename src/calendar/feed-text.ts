import { calendarId, postalAddress } from "../appointments/calendar-event.ts";
import { type CalendarEntry, calendarText } from "../appointments/calendar-text.ts";
import type { Gathering } from "../appointments/gatherings.ts";
import type { Said } from "../base/message.ts";
import { dateIn, hour } from "../base/time.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placeById } from "../repertoire/places.ts";
import type { CalendarFeed } from "../store/calendar-feeds.ts";
import type { FeedAppointment } from "../store/feed-appointments.ts";
import type { Structure } from "../structure/schema.ts";

interface FeedWords {
  readonly structure: Structure;
  readonly feed: Pick<CalendarFeed, "kind" | "subject">;
  /** Where the desk is: an entry leads to its day there. */
  readonly publicUrl: string;
  speak(said: Said): string;
}

/** A calendar asks again after this. */
const every = hour;

/**
 * The calendar of a worker or of a site. A calendar leaves the house (a phone, another program, a shared
 * screen): an entry has an hour, a place and the four letters by which the desk knows a conversation; no
 * name, nothing of what it is about, nor of what became of it. A workshop is public: it has its title.
 */
export function feedText(
  words: FeedWords,
  appointments: readonly FeedAppointment[],
  gatherings: readonly Gathering[],
): string {
  const { structure, speak } = words;
  return calendarText({
    zone: structure.zone,
    feed: { name: speak({ key: "agendas:feedName", values: { of: nameOf(words) } }), every },
    entries: [
      ...appointments.map((one) => entryOf(words, one)),
      ...gatherings.filter((one) => isIn(words.feed, one)).map((one) => gatheringOf(words, one)),
    ],
  });
}

function nameOf({ structure, feed: { kind, subject } }: FeedWords): string {
  if (kind === "worker") return agendaName(structure, subject);
  return placeById(structure, subject)?.name ?? subject;
}

function entryOf({ structure, publicUrl, speak }: FeedWords, one: FeedAppointment): CalendarEntry {
  const { id, version, changedAt, start, end, conversation, mode, isProposed } = one;
  const code = ["erased", "prescribed"].includes(conversation) ? "" : conversation.slice(-4);
  const key = isProposed ? "agendas:proposed" : "agendas:appointment";
  const day = `${publicUrl}/desk/agenda?jour=${dateIn(structure.zone, start)}`;
  const place = placeById(structure, one.site);
  return {
    ...{ uid: calendarId(id), version, changedAt, start, end },
    summary: speak({ key, values: { code } }).trim(),
    description: speak({ key: "agendas:day", values: { day } }),
    location:
      mode === "place" && place ? postalAddress(place) : speak({ key: `agendas:mode_${mode}` }),
    isCalledOff: false,
    alarm: null,
  };
}

/** Workshops and events are the whole team's; in the calendar of a place, those that are there. */
function isIn({ kind, subject }: FeedWords["feed"], { state, site }: Gathering): boolean {
  return state === "planned" && (kind === "worker" || site === subject);
}

function gatheringOf({ structure, publicUrl, speak }: FeedWords, one: Gathering): CalendarEntry {
  const { id, madeAt, start, end, words } = one;
  const place = placeById(structure, one.site);
  const day = `${publicUrl}/desk/ateliers/${id}`;
  return {
    ...{ uid: calendarId(id), version: 1, changedAt: madeAt, start, end },
    summary: words.title,
    description: speak({ key: "agendas:day", values: { day } }),
    location: place ? postalAddress(place) : words.place || null,
    isCalledOff: false,
    alarm: null,
  };
}
