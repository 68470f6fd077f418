import type { ConversationId } from "../base/ids.ts";
import type { PersonFile } from "../store/desk-reads.ts";
import type { Told } from "./boxes.tsx";
import { Changes } from "./conversation.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import type { DeskContext } from "./session-guard.ts";
import { type ThreadEntry, withHappenings } from "./thread-entry.ts";
import type { View } from "./words.ts";

export type Piece = "head" | "boxes" | "note";

/** What an act changed on the page, and what is said of it. */
export interface Changed {
  readonly told: Told;
  readonly anew: readonly Piece[];
}

/** What an act on a conversation is given: it is the worker's to see, this is already checked. */
export interface FileContext {
  readonly view: View;
  readonly id: ConversationId;
  /** As it was before. */
  readonly file: PersonFile;
  readonly form: FormData;
}

/** The same answer for what does not exist and for what is another structure's. */
export function notThere(context: DeskContext): Response {
  return context.text(context.get("view").say("notFound"), 404);
}

/** As many as the messages of a page leave room for. */
const mostHappenings = 100;

/** Opens the conversation of an address for the worker who asks; another structure's is not found. */
export function opened(door: DeskDoor) {
  /** Every opening is a reading: it is in the audit trail before anything is shown. */
  const fileOf = async (context: DeskContext): Promise<PersonFile | null> => {
    const { structure, now, worker } = context.get("view");
    const id = (context.req.param("id") ?? "") as ConversationId;
    const file = await door.reads.conversation(id, structure.slug, now);
    if (file) await door.noteReading(worker.id, structure.slug, id);
    return file;
  };
  const entriesOf = async ({ conversation }: PersonFile): Promise<readonly ThreadEntry[]> => {
    const { id, structure } = conversation;
    const [messages, happenings] = await Promise.all([
      door.transcripts.of(id, { notes: true }),
      door.happenings.of(id, structure, mostHappenings),
    ]);
    return withHappenings(messages, happenings);
  };

  return {
    fileOf,
    entriesOf,

    /** An act: done once, then the pieces that changed, or the page again for who has no script. */
    act: (perform: (context: FileContext) => Promise<Changed>) => async (context: DeskContext) => {
      const view = context.get("view");
      const before = await fileOf(context);
      if (!before) return notThere(context);
      const { id } = before.conversation;
      const form = await formOf(context);
      const { told, anew } = await perform({ view, id, file: before, form });
      door.live.changed(id);
      if (!context.req.header("HX-Request")) {
        return context.redirect(`/desk/conversations/${id}?avis=${told}`, 303);
      }
      const file = (await fileOf(context)) ?? before;
      return context.html(
        <Changes view={view} file={file} entries={await entriesOf(file)} told={told} anew={anew} />,
      );
    },
  };
}
