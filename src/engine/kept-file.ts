import type { Content, MediaRef } from "../base/message.ts";
import type { Memory } from "./conversation.ts";

/** A file to be kept for the team. */
export interface KeptFile extends MediaRef {
  readonly kind: KeptKind;
  /** What it is a photo of, when the flow waited for it. */
  readonly about?: string | null;
}
export type KeptKind = "image" | "document" | "voice";

const kinds: readonly string[] = ["image", "document", "voice"] satisfies readonly KeptKind[];

function isKept(media: string): media is KeptKind {
  return kinds.includes(media);
}

/** The file of a message, where its network lets it be fetched and the team has a use for it; else null. */
export function fileOf(content: Content): KeptFile | null {
  if (content.kind !== "media" || !content.file || !isKept(content.media)) return null;
  return { ...content.file, kind: content.media };
}

/** The file of a message that is kept: only once the person was told what is, and for how long. */
export function keptFile({ told }: Pick<Memory, "told">, content: Content): KeptFile | null {
  return told === true ? fileOf(content) : null;
}
