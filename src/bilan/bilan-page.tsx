import { raw } from "hono/html";
import { BilanBody } from "./bilan-body.tsx";
import type { BilanWords, Printed } from "./printed.ts";

/** A bilan as one file that needs nothing else: it is opened, kept, sent and printed as it is. */
export function bilanPage(printed: Printed, words: BilanWords, css: string): string {
  const title = `${printed.title}, ${printed.service}`;
  const page = (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{raw(`${plain}\n${css}`)}</style>
      </head>
      <body>
        <main>
          <BilanBody printed={printed} words={words} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}

/** The few rules of the desk's look that a file on its own needs. */
const plain = `
body { font: 1rem/1.5 "Atkinson Hyperlegible Next", "Segoe UI", sans-serif; color: #211f1b; background: #fff; margin: 1.5rem; }
h1 { font-size: 1.7rem; margin: 0; }
h2 { font-size: 1.2rem; }
.soft { color: #4f4b44; }
.notice-danger { border-inline-start: 4px solid #a3231f; padding-inline-start: 1rem; }`;
