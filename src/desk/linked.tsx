import type { Open } from "./conversation-head.tsx";
import { codeOf } from "./words.ts";

/**
 * The other conversations of the same person, and the way to separate them: a code that went to somebody
 * else's phone must not stay. Nothing of the one is shown in the other.
 */
export function LinkedTo({ view, file }: Open) {
  const { say, moment } = view;
  const { link, others } = file.linked;
  if (others.length === 0 && link === null) return null;
  return (
    <section class="part">
      <h3>{say("linked_title")}</h3>
      <ul class="papers">
        {others.map(({ conversation, channel }) => (
          <li>
            <a href={`/desk/conversations/${conversation}`}>
              {say("linked_other", {
                channel: say(`channel_${channel}`),
                code: codeOf(conversation),
              })}
            </a>
          </li>
        ))}
      </ul>
      {link ? (
        <details>
          <summary>{say("linked_undo")}</summary>
          <form method="post" action={`/desk/conversations/${file.conversation.id}/separer`}>
            <input type="hidden" name="lien" value={link.id} />
            <p class="soft">{say("linked_undoHow", { day: moment(link.at, "day") })}</p>
            <button type="submit">{say("linked_undoNow")}</button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
