/** A number in front of a title, and the title without it. */
export type Numbered = { readonly number: string | null; readonly title: string }

const certain: readonly RegExp[] = [
  // 1.1, 1.1.2, 1.2a: never a date such as 1.1.2026 and never a decimal before a unit
  /^(\d{1,3}(?:\.\d{1,3})+\.?[a-zæøå]?)[.):]?\s+(?=\S)/,
  // 1. or 1) or 1: before words; «1. halvår» and «1. juni» are times
  /^(\d{1,3}[a-z]?)[.):]\s+(?=\S)(?!(?:halvår|kvartal|tertial|klasse|trinn|januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b)/i,
  /^(\d{1,3})\s+[–—-]\s+(?=\S)/,
  /^([a-zæøå])[.)]\s+(?=\S)/i,
  /^((?:[A-ZÆØÅ]{1,3}[- ]?\d{1,3}(?:\.\d{1,3})*[a-z]?))\s*[:.)–—-]\s+(?=\S)/,
  /^(?:tiltak|aktivitet|measure|action|mål|delmål|hovedmål|innsatsområde|strategi)\s+(?:nr\.?\s*)?([A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\s*[:.)–—-]?\s+(?=\S)/i,
]
const roads = /^(?:E|RV|FV|Rv|Fv|CO|B|H|G|R|KV)[- ]?\d/
/** These need company: the same pattern in the other rows of the column. */
const uncertain = /^((?:[A-ZÆØÅ]{1,3}-?\d{1,3}(?:\.\d{1,3})*[a-z]?)|\d{1,3})\s+(?=\S)/

/** Takes the numbering off a title. `company` says that the column is numbered throughout, so that «T3 Åpne» counts. */
export function splitNumber(text: string, company = false): Numbered {
  const plain = text.trim()
  for (const pattern of certain) {
    const found = pattern.exec(plain)
    if (!found?.[1] || roads.test(found[1])) continue
    return { number: tidyNumber(found[1]), title: plain.slice(found[0].length).trim() }
  }
  const found = company ? uncertain.exec(plain) : null
  if (found?.[1] && !roads.test(found[1])) return { number: tidyNumber(found[1]), title: plain.slice(found[0].length).trim() }
  return { number: null, title: plain }
}

/** Whether most titles begin with a number or code that alone would be uncertain. */
export function numberedThroughout(titles: readonly string[]): boolean {
  const numbered = titles.map(title => uncertain.exec(title.trim())?.[1]).filter(each => each !== undefined && !roads.test(each))
  return numbered.length >= 2 && numbered.length >= titles.length * 0.6 && new Set(numbered).size >= numbered.length * 0.8
}

/** 1.1. → 1.1, 1,1 → 1.1 (a number cell shown with a decimal comma). */
export function tidyNumber(text: string): string {
  if (text.length > 40) return text.replace(/\s+/g, ' ').trim()
  return text.replace(/\s+/g, ' ').trim().replace(/^(\d+),(\d+)$/, '$1.$2').replace(/[.):]+$/, '')
}

/** How deep: 1 → 1, 1.2 → 2, T3 → 1. */
export function depth(number: string): number {
  return number.split('.').length
}
