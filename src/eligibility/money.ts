/** Whether an amount of euros is at most a limit, to the cent: 280.84 fits in half of 561.68. */
export function fitsIn(amount: number, limit: number): boolean {
  // binary fractions make limits such as 0.5 × (300 + 0.67 × 200) fall a hair short
  return amount * 100 <= limit * 100 + 1e-6;
}
