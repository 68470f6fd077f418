import type { Asking } from "../engine/conversation.ts";
import type { FilePlace } from "../engine/house.ts";
import { paperAt, photoConsent } from "./paper-actions.ts";

/** Where the checklist is gone through. */
const papersFlow = "mes-papiers";

/**
 * What the checklist does with a photo: it is kept for the paper whose card is open, once the person
 * agreed to it. Without that nothing is kept, and papers are brought to the appointment.
 */
export function paperPhotoHere(asking: Asking): FilePlace | null {
  if (asking.memory.place?.flow !== papersFlow) return null;
  const consent = asking.memory.known[photoConsent];
  if (!consent) return left("photoTooSoon");
  if (consent.value !== true) return left("photoRefused");
  const paper = paperAt(asking);
  return paper ? { step: "photo", isKept: true, about: paper } : left("photoOfWhich");
}

function left(step: string): FilePlace {
  return { step, isKept: false, about: null };
}
