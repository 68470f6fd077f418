/** What a message is found by once the network named it. */
export function networkText(networkId: string): string {
  return `network|${networkId}`;
}
