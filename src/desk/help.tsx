type Say = (key: string) => string;

const keys = [
  ["j", "help_j"],
  ["k", "help_k"],
  ["c", "help_c"],
  ["r", "help_r"],
  ["n", "help_n"],
  ["b", "help_b"],
  ["/", "help_slash"],
  ["?", "help_question"],
] as const;

/** The keys and what they do. */
export function Keys({ say }: { readonly say: Say }) {
  return (
    <dl class="keys">
      {keys.map(([key, words]) => (
        <div>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{say(words)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in a dialog, opened by the key itself; a single key can disturb, so they can be turned off. */
export function Shortcuts({ say }: { readonly say: Say }) {
  return (
    <dialog id="aide" class="help" aria-labelledby="aide-titre">
      <h2 id="aide-titre">{say("helpTitle")}</h2>
      <Keys say={say} />
      <label class="check">
        <input type="checkbox" id="sans-raccourcis" />
        {say("helpOff")}
      </label>
      <form method="dialog">
        <button type="submit">{say("helpClose")}</button>
      </form>
    </dialog>
  );
}
