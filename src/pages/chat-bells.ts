import type { Trousseau } from "../assemble.ts";
import type { ChatBells } from "../channels/web-chat-door.ts";
import type { Settings } from "../settings.ts";

/** How the people of a structure are told while their page is closed, as far as this house can. */
export function chatBells(house: Trousseau, settings: Settings, structure: string): ChatBells {
  const { ringers, clock } = house;
  const { bells } = house.store;
  return {
    pushKey: ringers.push?.publicKey ?? null,
    mail: ringers.mail !== null,
    messenger: [settings.telegramOf, settings.whatsappOf, settings.whatsappWebOf].some((all) =>
      all.has(structure),
    ),
    of: (conversation) => bells.of({ conversation }),
    add: (conversation, kind, target) =>
      bells.add({ structure, owner: { conversation }, kind, target, now: clock.now() }),
    silence: (conversation, kind) => bells.silence({ conversation }, kind),
    forget: async (id) => void (await bells.forget(id)),
  };
}
