/**
 * What each surface can show, in characters unless said otherwise. Nothing is cut in front of a young
 * person: the check of the flows compares every text and label with these, in every language.
 */
export const limits = {
  /** Telegram lets a label run on, and phones cut it; `callback_data` has at most 64 bytes. */
  telegram: { text: 4096, label: 64, optionIdBytes: 64 },
  /** Reply buttons of WhatsApp. */
  whatsappButtons: { options: 3, label: 20, text: 1024 },
  /** One list of WhatsApp, opened by a button. */
  whatsappList: { options: 10, label: 24, description: 72, text: 1024 },
  /** A message of WhatsApp without any button. */
  whatsappText: { text: 4096 },
  web: { text: 4096, label: 60 },
  /** Choices written as numbered lines: below two it is no choice, above ten nobody reads them. */
  numbered: { fewest: 2, options: 10 },
} as const;
