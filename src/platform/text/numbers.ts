import type { Lang } from './texts.ts'

/** A space that does not break, between thousands and before a unit. */
const nbsp = '\u00a0'
const none = '–'

/**
 * Rounds as people do on paper (half away from zero), from the digits one sees: 1.005 becomes 1.01, which
 * `toFixed` does not give.
 */
export function roundTo(value: number, decimals: number): number {
  const shift = (n: number, by: number) => {
    const [digits, exponent = '0'] = String(n).split('e')
    return Number(`${digits}e${Number(exponent) + by}`)
  }
  return Math.sign(value) * shift(Math.round(shift(Math.abs(value), decimals)), -decimals)
}

function grouped(value: number | bigint, decimals: number, least: number, lang: Lang): string {
  const [whole = '0', rest = ''] = typeof value === 'bigint'
    ? [String(value < 0n ? -value : value)]
    : Math.abs(roundTo(value, decimals)).toFixed(decimals).split('.')
  let fraction = rest
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, lang === 'en' ? ',' : nbsp)
  const text = fraction ? `${thousands}${lang === 'en' ? '.' : ','}${fraction}` : thousands
  const isZero = /^[0.,]+$/.test(text)
  // The real minus sign is as wide as a digit and is read aloud as minus.
  return value < 0 && !isZero ? `−${text}` : text
}

/** What is no number, or has more digits than a number can hold, reads as a dash and never as NaN. */
const readable = (value: number | bigint) => typeof value === 'bigint' || Math.abs(value) < 1e21

/**
 * «1 234,5», "1,234.5". Up to `decimals` decimals (2 unless told); `fixed` keeps the zeros, for columns.
 */
export function formatNumber(value: number | bigint, lang: Lang, { decimals = 2, fixed = false } = {}): string {
  return readable(value) ? grouped(value, decimals, fixed ? decimals : 0, lang) : none
}

/** A share as per cent: 0.125 is «12,5 %», "12.5%". At most one decimal unless told. */
export function formatPercent(share: number, lang: Lang, { decimals = 1, fixed = false } = {}): string {
  return readable(share) ? `${grouped(roundTo(share * 100, 10), decimals, fixed ? decimals : 0, lang)}${lang === 'en' ? '' : nbsp}%` : none
}

const withCurrency = (text: string, lang: Lang) => (lang === 'en' ? `NOK${nbsp}${text}` : `${text}${nbsp}kr`)

/** Whole kroner: «1 250 000 kr», "NOK 1,250,000". */
export function formatKroner(amount: number | bigint, lang: Lang): string {
  return readable(amount) ? withCurrency(grouped(amount, 0, 0, lang), lang) : none
}

/** For tables whose heading says «i 1 000 kr»: 1 250 000 is «1 250». */
export function formatThousands(amount: number, lang: Lang): string {
  return readable(amount) ? grouped(amount / 1000, 0, 0, lang) : none
}

const large: Record<Lang, readonly [million: string, billion: string]> = {
  nb: ['mill.', 'mrd.'],
  nn: ['mill.', 'mrd.'],
  en: ['million', 'billion'],
}

/** Kroner at a glance: «850 000 kr», «1,2 mill. kr», «3,4 mrd. kr», "NOK 1.2 million". */
export function formatKronerShort(amount: number, lang: Lang): string {
  if (!readable(amount)) return none
  const size = Math.abs(amount)
  // Chosen after rounding, so that 999 960 000 is «1 mrd.» and never «1 000 mill.».
  if (roundTo(size / 1e6, 1) >= 1000) return withCurrency(`${grouped(amount / 1e9, 1, 0, lang)}${nbsp}${large[lang][1]}`, lang)
  if (size >= 1e6) return withCurrency(`${grouped(amount / 1e6, 1, 0, lang)}${nbsp}${large[lang][0]}`, lang)
  return formatKroner(amount, lang)
}

/** Size of a file in the units people see elsewhere (1 kB is 1,000 bytes): «512 byte», «1,2 MB». */
export function formatFileSize(bytes: number, lang: Lang): string {
  if (!readable(bytes)) return none
  if (bytes < 1000) return `${grouped(bytes, 0, 0, lang)}${nbsp}${lang === 'en' ? 'bytes' : 'byte'}`
  const units = ['kB', 'MB', 'GB', 'TB']
  let step = 0
  let size = bytes / 1000
  while (roundTo(size, 1) >= 1000 && step < units.length - 1) {
    size /= 1000
    step += 1
  }
  return `${grouped(size, size < 10 ? 1 : 0, 0, lang)}${nbsp}${units[step]}`
}
