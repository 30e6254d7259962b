/**
 * Takes what may point to a person, or open a door, out of a message: e-mail addresses, national identity and phone
 * numbers, long tokens and values in addresses. Texts are cut first, and every pattern is bounded, so hostile text costs little.
 */
export function scrub(message: string): string {
  return message
    .slice(0, 2000)
    .replace(/[^\s@<>"(),;:]{1,64}@[^\s@<>"(),;:]{1,255}/gu, '[e-mail]')
    .replace(/([?&][\w-]{1,40}=)[^\s&"']{1,500}/gu, '$1[value]')
    .replace(/(?<!\d)\d{6}[ ]?\d{5}(?!\d)/gu, '[number]')
    .replace(/\+\d[\d ]{7,14}/gu, '[number]')
    .replace(/[\w-]{24,}/gu, (word) => (looksRandom(word) ? '[token]' : word))
}

/** Digits, or capitals here and there: a token. Long names in code have neither. */
const looksRandom = (word: string) => /\d/.test(word) || (word.match(/[a-z][A-Z]/g)?.length ?? 0) >= 5
