import { type AssetSource, lookSources } from "../look/assets.ts";

/** The files of the web chat's page, for `loadAssets`: those of every page, and its own two. */
export const webChatSources: readonly AssetSource[] = [
  ...lookSources,
  { name: "web-chat.css", type: "text/css; charset=utf-8", path: "src/channels/web-chat.css" },
  {
    name: "web-chat.js",
    type: "text/javascript; charset=utf-8",
    path: "src/channels/web-chat-script.js",
  },
];
