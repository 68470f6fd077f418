import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { notThere, opened } from "./opened.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** Endings of the types that are kept. */
const endings: Readonly<Record<string, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
  "application/pdf": "pdf",
  "audio/ogg": "ogg",
  "audio/mp4": "m4a",
};

/** Files people sent, for the workers of their structure alone; who opened which is in the audit trail. */
export function fileRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { fileOf } = opened(door);

  app.get("/conversations/:id/fichiers/:file", async (context) => {
    const { worker, structure, now } = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const { id } = file.conversation;
    const media = await door.media.open(context.req.param("file"), id, structure.slug, now);
    if (!media) return notThere(context);
    const part = partOf(context.req.header("Range"), media.body.length);
    // players ask for one piece after the other: the first one is the opening
    if (part.from === 0) await door.noteFileOpened(worker.id, structure.slug, id);
    const name = `${media.kind}-${id.slice(-4)}.${endings[media.type] ?? "bin"}`;
    const place = media.type === "application/pdf" ? "attachment" : "inline";
    return new Response(new Uint8Array(media.body.subarray(part.from, part.to)), {
      status: part.isWhole ? 200 : 206,
      headers: {
        "Content-Type": media.type,
        "Content-Disposition": `${place}; filename="${name}"`,
        // whatever it holds, it runs nothing, reads nothing and is kept by nobody
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
        "Accept-Ranges": "bytes",
        ...(part.isWhole
          ? {}
          : { "Content-Range": `bytes ${part.from}-${part.to - 1}/${media.body.length}` }),
      },
    });
  });
  return app;
}

interface Part {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly isWhole: boolean;
}

/** The piece a header asks for ("bytes=0-", "bytes=100-199"); all of it for any other. */
function partOf(range: string | undefined, length: number): Part {
  const [, first = "", last = ""] = /^bytes=(\d+)-(\d*)$/.exec(range ?? "") ?? [];
  const from = first === "" ? length : Number(first);
  if (from >= length) return { from: 0, to: length, isWhole: true };
  const to = last === "" ? length : Math.min(length, Number(last) + 1);
  return to > from ? { from, to, isWhole: false } : { from: 0, to: length, isWhole: true };
}
