import type { Said } from "../base/message.ts";
import type { Structure } from "../structure/schema.ts";

const work =
  /\b(?:emplois?|travail|taf|jobs?|stages?|formation|cv|lettre de motivation|france travail|pole emploi|work|internship|trabajo|empleo)\b/;
const health =
  /\b(?:medecins?|docteurs?|malade|sante|psy|psychologue|hopital|dentiste|grossesse|enceinte|contraception|doctor|sick|health|medico|enferm[oa]|salud)\b/;
/** Somebody looks for it: who says that they work asks for nothing. */
const seeking =
  /\b(?:trouv\w*|(?:re)?cherch\w*|je veux|jveux|besoin|il me faut|aide\w*|looking for|find|need|want|busco|quiero|necesito)\b/;
/** The line for the health of young people, in the list of the structure. */
const healthLine = "fil-sante-jeunes";

/** What is answered to a text that is none of our subjects: who can help, when we know it. It is normalised. */
export function outOfScope({ emergencyNumbers }: Structure, plain: string): Said {
  if (work.test(plain)) return { key: "everywhere:outOfScopeWork" };
  const line = emergencyNumbers.find(({ id }) => id === healthLine)?.number;
  return line && health.test(plain)
    ? { key: "everywhere:outOfScopeHealth", values: { line } }
    : { key: "everywhere:outOfScope" };
}

/** Whoever speaks of a home speaks to us, whatever else they look for. */
const housing =
  /\b(?:logements?|appart\w*|studio|chambre|loyers?|foyers?|hebergements?|maison|toit|bail|garants?|caution|housing|flat|apartment|room|rent|home|piso|vivienda|alquiler|habitacion)\b/;

/** Whether somebody looks for work or care, in words that no intent of ours names. It is normalised. */
export function seeksElsewhere(plain: string): boolean {
  return seeking.test(plain) && (work.test(plain) || health.test(plain)) && !housing.test(plain);
}
