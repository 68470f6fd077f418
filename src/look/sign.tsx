import { signBox, signPath, signStroke } from "./sign-shape.ts";

/** The sign of Trousseau in the colour of the text around it. Without a title it is decoration. */
export function Sign({ title }: { readonly title?: string }) {
  const shape = (
    <path
      d={signPath}
      fill="none"
      stroke="currentColor"
      stroke-width={signStroke}
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  );
  return title === undefined ? (
    <svg class="sign" viewBox={signBox} aria-hidden="true" focusable="false">
      {shape}
    </svg>
  ) : (
    <svg class="sign" viewBox={signBox} role="img" aria-label={title}>
      {shape}
    </svg>
  );
}
