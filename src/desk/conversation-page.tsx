import type { Told } from "./boxes.tsx";
import type { Draft } from "./canned-box.tsx";
import { ConversationColumn, SheetColumn, type Shown } from "./conversation.tsx";
import { Page } from "./page.tsx";
import { type Lists, QueueColumn } from "./queue.tsx";
import { nameOf } from "./words.ts";

interface ConversationShown extends Shown {
  readonly lists: Lists;
  readonly told: Told | null;
  readonly draft?: Draft;
}

/** A conversation between the queue and the sheet of the person. */
export function ConversationPage({ lists, told, draft, ...shown }: ConversationShown) {
  const { view, file } = shown;
  const { id } = file.conversation;
  return (
    <Page
      view={view}
      title={nameOf(view, file.firstName)}
      tab="queue"
      waiting={lists.waiting}
      conversation={id}
      layout="conversation"
    >
      <QueueColumn {...lists} open={id} />
      <ConversationColumn {...shown} told={told} {...(draft ? { draft } : {})} />
      <SheetColumn view={view} file={file} />
    </Page>
  );
}
