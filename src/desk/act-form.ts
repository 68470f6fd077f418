/** The longest text a worker may send: the limit of the narrowest network, a little under. */
export const longestAnswer = 4000;

/** What a form of a conversation does with the answer it gets: new messages, and pieces put in their place. */
export function acts(address: string) {
  return {
    method: "post" as const,
    action: address,
    "hx-post": address,
    "hx-target": "#fil",
    "hx-swap": "innerHTML",
    "hx-sync": "this:drop",
    "hx-disabled-elt": "find button",
  };
}
