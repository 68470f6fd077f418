import { defineFlow } from "../src/flowkit.ts";

/**
 * On a worker's own phone: what became of an appointment that is over, said with one tap, what changed in
 * the agenda, and the hours of the day. The phone may be in other hands: an hour alone is said.
 */
export default defineFlow("pointage", {
  start: "question",
  steps: {
    question: {
      choose: "question",
      among: { seen: "seen", absent: "absent", excused: "excused" },
      always: true,
    },
    seen: { do: "markSeen", next: { marked: "noted", already: "already", gone: "gone" } },
    absent: { do: "markAbsent", next: { marked: "noted", already: "already", gone: "gone" } },
    excused: { do: "markExcused", next: { marked: "noted", already: "already", gone: "gone" } },
    noted: { say: "noted", next: "end" },
    already: { say: "already", next: "end" },
    gone: { say: "gone", next: "end" },
    booked: { say: "booked", next: "end" },
    cancelled: { say: "cancelled", next: "end" },
    moved: { say: "moved", next: "end" },
    morning: { say: "morning", next: "end" },
    end: { end: "informed" },
  },
});
