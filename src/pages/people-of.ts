import { correctFact } from "../answering/correct-fact.ts";
import { eraseFor } from "../answering/erase-for.ts";
import { joinPeople } from "../answering/join-people.ts";
import type { Trousseau } from "../assemble.ts";
import type { DeskDoor } from "../desk/desk-door.ts";
import { fridayReads } from "../store/friday-reads.ts";
import { personFile } from "../store/person-file.ts";

/** People as the desk finds them, makes one of two, and gives or erases what is kept of them. */
export function peopleOf(
  house: Trousseau,
): Pick<
  DeskDoor,
  | "dossiers"
  | "stays"
  | "measures"
  | "replay"
  | "happenings"
  | "privateLinks"
  | "friday"
  | "team"
  | "people"
  | "wholeFile"
  | "joinPeople"
  | "correctFact"
  | "eraseFor"
> {
  const { store, answering, structures } = house;
  return {
    dossiers: store.dossiers,
    stays: store.stays,
    measures: store.measures,
    replay: store.replay,
    happenings: store.happenings,
    privateLinks: store.privateLinks,
    friday: fridayReads(store.database),
    team: store.team,
    people: store.people,
    wholeFile: (person) => personFile(store.database, store.cipher, person),
    joinPeople: (asked) => joinPeople(answering, store.links, asked),
    correctFact: (asked) => correctFact(answering, asked),
    eraseFor: (conversation) =>
      eraseFor(answering, store.links, conversation, (slug) => structures.get(slug)),
  };
}
