import type { Page } from "playwright-core";

/** Who opens the desk in these stories, as the settings name her. */
export const zoe = { email: "zoe@example.org", password: "a long enough password" } as const;

/** Zoé signs in on the page that asks who she is. */
export async function signInAtDesk(page: Page): Promise<void> {
  await page.getByLabel(/e-mail/i).fill(zoe.email);
  await page.getByLabel("Mot de passe").fill(zoe.password);
  await page.getByRole("button", { name: /connecter/i }).click();
}
