import { signBox, signHead, signPath, signStroke } from "./sign-shape.ts";

/** The sign of Trousseau in the colour of the text around it. Without a title it is decoration. */
export function Sign({ title }: { readonly title?: string }) {
  const meaning =
    title === undefined
      ? ({ "aria-hidden": "true" } as const)
      : ({ role: "img", "aria-label": title } as const);
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden when it is decoration
    <svg class="sign" viewBox={signBox} focusable="false" {...meaning}>
      <path
        d={signPath}
        fill="none"
        stroke="currentColor"
        stroke-width={signStroke}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
      <path d={signHead} fill="currentColor" />
    </svg>
  );
}
