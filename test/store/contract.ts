import type { Database } from "../../src/store/database.ts";
import { agendaContract } from "./contract-agenda.ts";
import { agendaModelContract } from "./contract-agenda-model.ts";
import { handOverContract } from "./contract-hand-over.ts";
import { peopleContract } from "./contract-people.ts";
import { turnsContract } from "./contract-turns.ts";

/** What every store must do, on any database behind the port; `open` gives a new, migrated one. */
export function storeContract(open: () => Promise<Database>): void {
  turnsContract(open);
  agendaContract(open);
  agendaModelContract(open);
  handOverContract(open);
  peopleContract(open);
}
