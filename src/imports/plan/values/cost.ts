import type { Unit } from '../layout/heading.ts'

/** Whole kroner, and whether the text says more than the number (ca., a remark), so that it must be kept. */
export type Amount = { readonly kroner: number; readonly keepText: boolean; readonly unitSaid: boolean }

const amount = /^(?<before>(?:ca\.?|cirka|omtrent|om lag|rundt|anslått|anslagsvis|inntil|maks\.?|max|minst|min\.?|over|under|about|approx\.?|[~≈<>])?\s*)(?:(?<prefix>tkr|tnok|mnok|mkr|kkr|knok)|kr|nok)?\.?\s*(?<number>\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)\s*(?:,-|,–|\.-)?\s*(?<unit>mill(?:\.|ioner?|ionar)?|mnok|mkr|mrd\.?|tusen|tkr|tnok|kkr|knok|k(?![a-zæøå])|'|’|`|´|000)?\.?\s*(?:,-)?\s*(?:kroner|kr\.?|nok)?\s*(?<after>.*)$/i

/**
 * Reads an amount of money: «500 000», «ca. 500» under a heading in thousands,
 * «500'», «0,5 mill», «kr 1,2 mill.». Undefined when it is not one amount.
 */
export function readAmount(text: string, columnUnit: Unit | undefined): Amount | undefined {
  const plain = text.replace(/\s+/g, ' ').replace(/ /g, ' ').trim()
  if (plain.length > 100) return undefined
  const found = amount.exec(plain)?.groups
  if (!found?.number) return undefined
  const after = (found.after ?? '').trim()
  if (/^[-–—/+]|^\d|^(til|to|eller|per|pr|i året|hver|kvar|pluss|mangl|each|a year)\b|år[ls]|årleg|\/ ?år|%/.test(after)) return undefined
  // A second amount, as in «50 000 (2026), 100 000 (2027)», makes it more than one; a year does not.
  if (/\d/.test(after.replace(/\b20[0-6]\d(?:\s*[–-]\s*(?:20)?\d\d)?\b/g, ''))) return undefined
  if (found.unit && found.prefix) return undefined
  const word = found.unit ?? found.prefix
  const unit = unitOf(word)
  const value = numeric(found.number)
  if (value === undefined || unit === undefined) return undefined
  const spelledOut = /(?:^|\s)(kr\.?|kroner|nok)(?:\s|$|\d)/i.test(plain) || /\d{1,3}[ .]\d{3}[ .]\d{3}/.test(found.number)
  const factor = word ? unit : spelledOut && columnUnit !== 1_000_000 ? 1 : (columnUnit ?? 1)
  const kroner = Math.round(value * factor)
  if (!Number.isSafeInteger(kroner)) return undefined
  return { kroner, keepText: (found.before ?? '').trim() !== '' || after !== '', unitSaid: Boolean(word) || /kr|nok/i.test(plain) || /,-$/.test(plain) }
}

function unitOf(word: string | undefined): number | undefined {
  if (word === undefined || word === '') return 1
  const plain = word.toLowerCase()
  if (plain.startsWith('mrd')) return 1_000_000_000
  if (plain.startsWith('m')) return 1_000_000
  return 1000
}

/** Norwegian numbers: a point or space before three digits groups, a comma is the decimal sign. */
function numeric(text: string): number | undefined {
  const grouped = /^\d{1,3}(?:[ .]\d{3})+(?:,\d+)?$/.test(text) ? text.replace(/[ .]/g, '') : text
  const value = Number(grouped.replace(',', '.'))
  return Number.isFinite(value) ? value : undefined
}

/** The amount of a number cell, by the unit of its heading. */
export function numberAmount(value: number, columnUnit: Unit | undefined): number | undefined {
  const kroner = Math.round(value * (columnUnit ?? 1))
  return Number.isSafeInteger(kroner) ? kroner : undefined
}
