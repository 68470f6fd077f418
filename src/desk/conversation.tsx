import { Boxes, NoteBox, Notice, type Told } from "./boxes.tsx";
import type { Draft } from "./canned-box.tsx";
import { ConversationHead, type Open } from "./conversation-head.tsx";
import { Sheet } from "./sheet.tsx";
import { Thread } from "./thread.tsx";
import type { ThreadEntry } from "./thread-entry.ts";
import { nameOf } from "./words.ts";

export interface Shown extends Open {
  readonly entries: readonly ThreadEntry[];
}

/** The middle column: what was said, what became of the last act, what one may do. */
export function ConversationColumn({
  told,
  draft,
  ...shown
}: Shown & { readonly told: Told | null; readonly draft?: Draft }) {
  const { view, file } = shown;
  const address = `/desk/conversations/${file.conversation.id}/fil`;
  return (
    <section
      id="conversation"
      class="conversation"
      aria-label={view.say("conversationOf", { name: nameOf(view, file.firstName) })}
    >
      <ConversationHead {...shown} />
      <section class="thread" tabindex={0} aria-label={view.say("thread")}>
        <ol
          id="fil"
          hx-get={address}
          hx-include="#etat"
          hx-trigger={`sse:conversation:${file.conversation.id}, refresh from:body`}
        >
          <Thread {...shown} />
        </ol>
      </section>
      <Notice {...shown} told={told} />
      <Boxes {...shown} draft={draft} />
      <NoteBox {...shown} />
    </section>
  );
}

/** The right column. */
export function SheetColumn({ view, file }: Open) {
  const { id } = file.conversation;
  return (
    <aside id="fiche" class="sheet" aria-label={view.say("sheet")}>
      <h2>{view.say("sheet")}</h2>
      <div
        hx-get={`/desk/conversations/${id}/fiche`}
        hx-trigger={`sse:conversation:${id}, refresh from:body`}
      >
        <Sheet view={view} file={file} />
      </div>
    </aside>
  );
}

interface Changed extends Shown {
  readonly told?: Told | null;
  /** The pieces beside the messages that must be put in place anew. */
  readonly anew: readonly ("head" | "boxes" | "note")[];
}

/** New messages, and beside them only the pieces that changed: what is being typed elsewhere stays. */
export function Changes({ told, anew, ...shown }: Changed) {
  return (
    <>
      <Thread {...shown} />
      {told === undefined ? null : <Notice {...shown} told={told} swapped />}
      {anew.includes("head") ? <ConversationHead {...shown} swapped /> : null}
      {anew.includes("boxes") ? <Boxes {...shown} swapped /> : null}
      {anew.includes("note") ? <NoteBox {...shown} swapped /> : null}
    </>
  );
}
