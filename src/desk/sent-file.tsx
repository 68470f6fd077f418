import { paperNamed } from "../eligibility/papers.ts";
import { paperName } from "../repertoire/paper-words.ts";
import type { TranscriptFile } from "../store/transcript-store.ts";
import type { View } from "./words.ts";

interface Sent {
  readonly view: View;
  readonly conversation: string;
  readonly file: TranscriptFile;
  readonly caption: string | null;
}

/** A photo, a document, a voice message: opened by whoever asks, for every opening is written down. */
export function SentFile(sent: Sent) {
  const { view, file } = sent;
  const paper = file.paper === null ? null : paperNamed(file.paper);
  return (
    <>
      {paper ? (
        <p class="soft">{view.say("file_ofPaper", { paper: view.speak(paperName(paper)) })}</p>
      ) : null}
      <File {...sent} />
    </>
  );
}

function File({ view, conversation, file, caption }: Sent) {
  const { say } = view;
  if (file.state !== "kept") return <p class="soft">{say(`file_${file.state}`)}</p>;
  const address = `/desk/conversations/${conversation}/fichiers/${file.id}`;
  const size = say("file_size", { kilobytes: Math.max(1, Math.round((file.bytes ?? 0) / 1024)) });
  if (file.type.startsWith("image/")) {
    return (
      // kept as it is when the messages are read again: an open photo stays open, and is not asked twice
      <details class="sent-file" id={`fichier-${file.id}`} hx-preserve="true">
        <summary>
          {say("file_seePhoto")} <span class="soft">{size}</span>
        </summary>
        <img
          src={address}
          alt={caption ? say("file_photoSays", { caption }) : say("file_photo")}
          loading="lazy"
          decoding="async"
        />
      </details>
    );
  }
  if (file.kind === "voice") {
    return (
      <div class="sent-file" id={`fichier-${file.id}`} hx-preserve="true">
        {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what somebody has just said */}
        <audio controls preload="none" src={address} aria-label={say("file_voice")} />
        <a href={address} download>
          {say("file_download")} <span class="soft">{size}</span>
        </a>
      </div>
    );
  }
  return (
    <p class="sent-file">
      <a href={address} download>
        {say("file_openDocument")} <span class="soft">{size}</span>
      </a>
    </p>
  );
}
