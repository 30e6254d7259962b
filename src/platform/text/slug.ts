/** Letters that do not fall apart into a letter and a mark. */
const letters: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', đ: 'd', ŋ: 'n', ŧ: 't', ß: 'ss' }

/** A name as a part of an address: «Kárášjohka – Karasjok» → karasjohka-karasjok. At most 60 letters; empty when nothing of it can be one. */
export const slug = (text: string): string =>
  text
    .toLocaleLowerCase('nb')
    .replace(/[æøåđŋŧß]/g, (letter) => letters[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '')
