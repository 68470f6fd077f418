import { subjectTitle, subjectTopic } from "../repertoire/subject-titles.ts";
import {
  bilanFlow,
  flowOfIntent,
  helpPlacesFlow,
  hungerFlow,
  keepsForLater,
  linkingFlow,
  localAidFlow,
  sheetFlow,
  waitingListFlow,
} from "../repertoire/wishes.ts";
import type { Structure } from "../structure.ts";
import { intents } from "../understanding/intent-ids.ts";
import { paperTexts } from "./paper-texts.ts";

/** Texts that the program names: first words, subjects of a wish, papers of an appointment. */
export function neededBy({ motifs }: Structure): readonly string[] {
  const served = intents.flatMap((intent) => flowOfIntent(intent) ?? []);
  const worded = [helpPlacesFlow, localAidFlow, bilanFlow, sheetFlow, hungerFlow, waitingListFlow];
  const likely = [...served, ...worded].filter(keepsForLater);
  const wished = [...served, ...worded, linkingFlow];
  const named = motifs.flatMap(({ documents }) => documents);
  return [
    ...[
      "accueil:welcomeShort",
      "accueil:otherLanguage",
      "accueil:helloAgain",
      "accueil:stillHere",
      "accueil:notUnderstood",
      "lieux:accessUnknown",
    ],
    ...[
      "astreinte:alert",
      "patience:stay",
      "patience:call",
      "lieux:callFirst",
      "autres-lieux:askTheTeam",
      "autres-lieux:tonight",
    ],
    ...["atTime", "onDay", "whyCancelled", "whyMoved", "whyChanged", "whyNotYours"].map(
      (key) => `pointage:${key}`,
    ),
    "retard:telling",
    ...["one", "audience", "bring", "partner", "placeLater"].map((key) => `atelier:${key}`),
    ...["liste-attente:byPhoneToo", "appointment:calendarFile"],
    ...["asll:lengthUsual", "asll:lengthMost", "asll:lengthUnknown"],
    ...new Set(wished.map((flow) => subjectTopic(flow)?.key ?? `menu:topic_${flow}`)),
    ...new Set(likely.map((flow) => subjectTitle(flow).key)),
    ...["papers:toBring", "papers:keepNear"],
    ...new Set(named.map((paper) => `papers:${paper}`)),
    ...paperTexts(named),
  ];
}
