import type { KeptKind } from "../engine/kept-file.ts";

/** What each kind of file may be; whatever its name or its network says, its first bytes decide. */
const takenAs: Readonly<Record<KeptKind, readonly string[]>> = {
  image: ["image/jpeg", "image/png", "image/webp"],
  document: ["application/pdf", "image/jpeg", "image/png", "image/webp"],
  voice: ["audio/ogg", "audio/mp4"],
};

/** The type of a file by its first bytes, when it is one we keep for that kind; else null. */
export function fileType(kind: KeptKind, body: Uint8Array): string | null {
  const type = signatures.find(({ is }) => is(body))?.type;
  return type !== undefined && takenAs[kind].includes(type) ? type : null;
}

const signatures: readonly {
  readonly type: string;
  readonly is: (body: Uint8Array) => boolean;
}[] = [
  { type: "image/jpeg", is: (body) => bytesAt(body, 0, [0xff, 0xd8, 0xff]) },
  {
    type: "image/png",
    is: (body) => bytesAt(body, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { type: "image/webp", is: (body) => wordAt(body, 0, "RIFF") && wordAt(body, 8, "WEBP") },
  { type: "application/pdf", is: (body) => wordAt(body, 0, "%PDF-") },
  // the first page of an Ogg stream names its codec after its header of 27 bytes and a table of one
  { type: "audio/ogg", is: (body) => wordAt(body, 0, "OggS") && wordAt(body, 28, "OpusHead") },
  { type: "audio/mp4", is: (body) => wordAt(body, 4, "ftyp") },
];

function bytesAt(body: Uint8Array, from: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, place) => body[from + place] === byte);
}

function wordAt(body: Uint8Array, from: number, word: string): boolean {
  return bytesAt(
    body,
    from,
    [...word].map((letter) => letter.charCodeAt(0)),
  );
}
