import type { Said } from "../base/message.ts";
import type { Memory } from "../engine/conversation.ts";
import type { Flow } from "../engine/flow.ts";
import { aboutUs } from "../repertoire/about-us.ts";
import type { Structure } from "../structure/schema.ts";

/**
 * The question at which the bot would go on if the conversation were given back to its step: the one
 * that waits for an answer, else the one left for a side question. Null when none does.
 */
export function resumeQuestion(
  memory: Memory,
  flows: ReadonlyMap<string, Flow>,
  structure: Structure,
): Said | null {
  const place = memory.place ?? memory.suspended;
  const flow = place ? flows.get(place.flow) : undefined;
  if (!place || !flow) return null;
  const step = flow.steps[place.step] ?? flow.steps[flow.moved[place.step] ?? ""];
  const text =
    step && ("choose" in step ? step.choose : "ask" in step || "offer" in step ? step.text : null);
  if (!text) return null;
  return { key: `${place.flow}:${text}`, values: { ...aboutUs({ structure }), ...memory.values } };
}
