import { normalise } from "./normalise.ts";

/** What people write when they were taken for wanting something else. Short: nothing else is said. */
const phrases =
  /^(?:(?:non|nan|no|mais non|la|lla) )*(?:(?:ce |c )?(?:n )?(?:est|etait) pas (?:du tout )?(?:ca|cela)(?: du tout)?|pas (?:du tout )?ca(?: du tout)?|(?:ca (?:n )?a )?rien a voir|ce n est pas ce que j(?: |e )?(?:ai )?(?:dit|demande|veux|voulais)|(?:c est )?pas ce que j(?: |e )?(?:ai )?(?:dit|demande|veux|voulais)|tu (?:m as |me |as |n as )?(?:mal compris|comprends? (?:pas|mal|rien)|pas compris|rien compris)|(?:that s|thats|it s) not (?:it|that|what i (?:said|meant|asked|want))|not (?:that|what i (?:said|meant|asked|want))|you (?:got it wrong|misunderstood)|no (?:es|era) eso|eso no(?: es)?|no (?:me )?(?:has entendido|entiendes|entendiste)|ليس هذا|مش هذا|ماشي هذا|لم تفهم|ma ?chi (?:hada|hadchi|hadak)|ma ?shi (?:hada|hadshi))(?: (?:stp|svp|please|por favor))?$/;

/** Whether somebody says that they were taken for wanting something else: the words before are meant. */
export function saysNotThat(text: string): boolean {
  return phrases.test(normalise(text));
}
