import type { Database } from "../../src/store/database.ts";
import { agendaContract } from "./contract-agenda.ts";
import { agendaModelContract } from "./contract-agenda-model.ts";
import { aliasesContract } from "./contract-aliases.ts";
import { bookingModelContract } from "./contract-booking-model.ts";
import { chainedLinksContract } from "./contract-chained-links.ts";
import { gatheringsContract } from "./contract-gatherings.ts";
import { handOverContract } from "./contract-hand-over.ts";
import { holdsContract } from "./contract-holds.ts";
import { laidDownContract } from "./contract-laid-down.ts";
import { linksContract } from "./contract-links.ts";
import { marksContract } from "./contract-marks.ts";
import { maskedContract } from "./contract-masked.ts";
import { mediaContract } from "./contract-media.ts";
import { misheardContract } from "./contract-misheard.ts";
import { observatoryContract } from "./contract-observatory.ts";
import { partsContract } from "./contract-parts.ts";
import { peopleContract } from "./contract-people.ts";
import { prescriptionsContract } from "./contract-prescriptions.ts";
import { statusesContract } from "./contract-statuses.ts";
import { turnsContract } from "./contract-turns.ts";
import { waitingListContract } from "./contract-waiting-list.ts";
import { whatsappMovesContract } from "./contract-whatsapp-moves.ts";

/** What every store must do, on any database behind the port; `open` gives a new, migrated one. */
export function storeContract(open: () => Promise<Database>): void {
  turnsContract(open);
  agendaContract(open);
  agendaModelContract(open);
  holdsContract(open);
  bookingModelContract(open);
  marksContract(open);
  gatheringsContract(open);
  handOverContract(open);
  aliasesContract(open);
  whatsappMovesContract(open);
  statusesContract(open);
  partsContract(open);
  peopleContract(open);
  mediaContract(open);
  maskedContract(open);
  misheardContract(open);
  waitingListContract(open);
  prescriptionsContract(open);
  laidDownContract(open);
  observatoryContract(open);
  linksContract(open);
  chainedLinksContract(open);
}
