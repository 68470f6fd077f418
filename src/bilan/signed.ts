import type { BilanWords, Printed, PrintedGrid } from "./printed.ts";

/** What is typed when a bilan is signed. */
interface Signing {
  readonly by: string;
  readonly day: string;
  readonly analysis: string;
  /** One funder a line: "Département ; 45 000 ; 40 000", of this year and as foreseen. */
  readonly funders: string;
}

/** A bilan as it is signed: the day and who replace "draft", and what the team wrote goes with the figures. */
export function signed(whole: Printed, words: BilanWords, signing: Signing): Printed {
  const { by, day, analysis } = signing;
  const funders = fundersIn(signing.funders, words);
  return {
    ...whole,
    lines: [...whole.lines.slice(0, -1), words.say("signedLine", { by, day })],
    ...(funders ? { funders } : {}),
    analysis: linesOf(analysis),
  };
}

/** The table of funders; null when none was typed. An amount that is no number stays as it was typed. */
function fundersIn(typed: string, { say }: BilanWords): PrintedGrid | null {
  const rows = linesOf(typed).map((line) => {
    const [name = "", now = "", next = ""] = line.split(/[;\t]/).map((cell) => cell.trim());
    return [name, amountIn(now), amountIn(next)];
  });
  if (rows.length === 0) return null;
  return {
    title: say("section_A4"),
    head: ["funder", "funderNow", "funderNext"].map((key) => say(key)),
    rows,
  };
}

function amountIn(cell: string): string | number | null {
  if (cell === "") return null;
  const plain = cell.replace(/[\s€]/g, "").replace(",", ".");
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : cell;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== "");
}
