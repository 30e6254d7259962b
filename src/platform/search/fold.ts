const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [['e', 'éèêë'], ['o', 'óòôõ'], ['u', 'úùûü'], ['a', 'áàâã'], ['i', 'íìîï'], ['y', 'ý'], ['n', 'ñŋ'], ['c', 'çč'], ['d', 'đ'], ['s', 'š'], ['t', 'ŧ'], ['z', 'ž'], ['oe', 'öø'], ['ae', 'äæ'], ['aa', 'å']]
    .flatMap(([to = '', from = '']) => [...from].map((letter) => [letter, to])),
)

/**
 * How a text stands in the index: lower case, without accents (Sámi place names too), æ ø å written ae oe aa.
 * The two ways of writing them are the same, and å is never a. `search_fold` in the database does the same.
 */
export const fold = (text: string): string =>
  text.normalize('NFC').toLocaleLowerCase('nb').replace(/[^\u0000-\u007f]/gu, (letter) => accents[letter] ?? letter)
