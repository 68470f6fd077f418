import type { Open } from "./conversation-head.tsx";

const adultAge = 18;

/**
 * Whether the child-protection procedure must be before the worker's eyes: somebody under 18, by their
 * age or their words, with an alert that is open; or an alert about a minor, whoever told it.
 */
function concernsMinor({ file }: Open): boolean {
  const { need, urgency, memory } = file.conversation;
  if (need === "minor_in_danger") return true;
  const age = memory.known["age"]?.value;
  const isMinor =
    memory.known["toldMinor"]?.value === true || (typeof age === "number" && age < adultAge);
  return isMinor && (urgency === "immediate" || urgency === "high");
}

/** What to do for a minor in danger, with its sources; nothing for anybody else. */
export function ChildProtection({ view, file }: Open) {
  if (!concernsMinor({ view, file })) return null;
  const { say, structure } = view;
  return (
    <section class="part child-protection" aria-labelledby="protection">
      <h3 id="protection">{say("childProtection")}</h3>
      <ul>
        <li>{say("childNow")}</li>
        <li>{say("childReport", { departement: structure.departement })}</li>
        <li>{say("childProsecutor")}</li>
        <li>{say("childParents")}</li>
        <li>{say("childErasure")}</li>
      </ul>
      <p class="soft">{say("childSources")}</p>
    </section>
  );
}
