import type { Open } from "./conversation-head.tsx";
import { Pair } from "./pair.tsx";

/** What the person was told, and what they agreed to. */
export function Consents({ view, file }: Open) {
  const words = (key: string) => view.speak({ key: `boite:${key}` });
  const { told, known } = file.conversation.memory;
  const photos = known["paperPhotos"]?.value;
  const answer = photos === true ? "yes" : photos === false ? "no" : "unasked";
  return (
    <>
      <Pair name={words("sheetTold")}>{words(told ? "sheetTold_yes" : "sheetTold_no")}</Pair>
      <Pair name={words("sheetPhotos")}>{words(`sheetPhotos_${answer}`)}</Pair>
    </>
  );
}
