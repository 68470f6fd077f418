import type { PersonFile } from "../store/desk-reads.ts";
import { LanguageWords } from "./language-words.tsx";
import { FiledWords, UrgencyBadge } from "./queue.tsx";
import { codeOf, nameOf, type View, workerName } from "./words.ts";

export interface Open {
  readonly view: View;
  readonly file: PersonFile;
}

/** Who it is, on what, and who holds it. */
export function ConversationHead({ view, file, swapped }: Open & { readonly swapped?: boolean }) {
  const { say } = view;
  const { conversation } = file;
  return (
    <header id="entete" class="conversation-head" {...(swapped ? { "hx-swap-oob": "true" } : {})}>
      <div>
        <div class="head-line">
          <h2>
            <span>{nameOf(view, file.firstName)}</span>{" "}
            <span class="code">{codeOf(conversation.id)}</span>
          </h2>
          <span
            id="presents"
            class="presence"
            role="status"
            hx-post={`/desk/conversations/${conversation.id}/present`}
            hx-trigger="load, every 10s"
            hx-swap="innerHTML"
          />
        </div>
        <p class="row-meta">
          <UrgencyBadge say={say} urgency={conversation.urgency} />
          <span class="badge">{heldWords(view, file)}</span>
          <span>{say(`channel_${conversation.channel}`)}</span>
          <FiledWords view={view} filed={file.filed} />
          <LanguageWords view={view} chosen={conversation.memory.language} words={file.lastWords} />
        </p>
      </div>
      <nav class="moves" aria-label={say("conversationOf", { name: nameOf(view, file.firstName) })}>
        <a class="button button-quiet to-queue" href="/desk">
          {say("toQueue")}
        </a>
        <a class="button button-quiet to-conversation" href="#conversation">
          {say("toConversation")}
        </a>
        <a class="button button-quiet to-sheet" href="#fiche">
          {say("toSheet")}
        </a>
      </nav>
    </header>
  );
}

function heldWords(view: View, { conversation }: PersonFile): string {
  const { say, worker } = view;
  if (conversation.heldBy !== "worker") return say(`held_${conversation.heldBy}`);
  if (conversation.workerId === worker.id) return say("held_mine");
  return say("held_worker", { name: workerName(view, conversation.workerId) });
}

/** A mark that changes with the owner, and when free text is taken no more: the page sends it back, and is given new boxes when it differs. */
export function ownerMark({ view, file }: Open): string {
  const { heldBy, workerId, epoch } = file.conversation;
  return `${heldBy}.${workerId ?? ""}.${epoch}.${isWindowOpen({ view, file }) ? "open" : "closed"}`;
}

/** Whether the network takes free text now. */
export function isWindowOpen({ view, file }: Open): boolean {
  return file.windowUntil === null || view.now < file.windowUntil;
}
