import type { Content } from "../base/message.ts";
import type { View } from "./words.ts";

interface Shared {
  readonly view: View;
  readonly content: Content;
}

/** A place or cards that a person shared: a link to a map, and numbers to call. */
export function SharedWords({ view, content }: Shared) {
  if (content.kind !== "media") return null;
  const { place, contacts = [] } = content;
  return (
    <>
      {place ? (
        <p>
          {[place.name, place.address].filter(Boolean).join(", ")}{" "}
          <a href={mapAddress(place)} target="_blank" rel="noopener noreferrer">
            {view.say("media_onMap")}
          </a>
        </p>
      ) : null}
      {contacts.map(({ name, numbers }) => (
        <p>
          {name}{" "}
          {numbers.map((number) => (
            <a href={`tel:${number.replaceAll(/[^\d+]/g, "")}`}>{number}</a>
          ))}
        </p>
      ))}
    </>
  );
}

function mapAddress({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
}
