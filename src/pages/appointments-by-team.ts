import { bookOnBehalf } from "../answering/book-on-behalf.ts";
import { cancelByService, giveVideoLink } from "../answering/change-by-team.ts";
import { proposableTimes } from "../answering/proposable-times.ts";
import { propose } from "../answering/propose.ts";
import type { ChangeMade } from "../appointments/asked-change.ts";
import type { Trousseau } from "../assemble.ts";
import type { ConversationId } from "../base/ids.ts";
import type { AppointmentsByTeam } from "../desk/appointments-by-team.ts";

/** What the team does with appointments, told to the person at once. */
export function appointmentsByTeam(
  house: Trousseau,
  tell: (conversation: ConversationId) => void,
): AppointmentsByTeam {
  const told = (made: ChangeMade): ChangeMade => {
    if (made.outcome === "done") tell(made.conversation);
    return made;
  };
  return {
    async propose(conversation, worker, slot, motif) {
      const outcome = await propose(house, conversation, worker, slot, motif);
      tell(conversation);
      // on the desk a time of the list that may no longer be proposed is one that is gone
      return outcome === "notOffered" ? "taken" : outcome;
    },
    async bookOnBehalf(conversation, worker, wanted) {
      const outcome = await bookOnBehalf(house, conversation, worker, wanted);
      tell(conversation);
      return outcome;
    },
    cancelByService: async (...asked) => told(await cancelByService(house, ...asked)),
    giveVideoLink: async (...asked) => told(await giveVideoLink(house, ...asked)),
    proposable: (slug, motif) => proposableTimes(house, slug, motif),
  };
}
