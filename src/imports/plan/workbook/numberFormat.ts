import type { CellDate } from './workbook.ts'

/** How a cell's number is shown. Made once for each style in the file. */
export type NumberFormat =
  | { readonly kind: 'general' | 'text' | 'time' }
  | { readonly kind: 'date'; readonly precision: CellDate['precision'] }
  | {
      readonly kind: 'number'
      readonly decimals: number
      readonly thousands: boolean
      readonly percent: boolean
      /** Each comma after the digits shows the number divided by a thousand. */
      readonly scale: number
      readonly prefix: string
      readonly suffix: string
    }

const builtIn: Readonly<Record<number, string>> = {
  1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 5: '#,##0', 6: '#,##0', 7: '#,##0.00', 8: '#,##0.00', 9: '0%', 10: '0.00%',
  14: 'dd.mm.yyyy', 15: 'd-mmm-yy', 16: 'd-mmm', 17: 'mmm-yy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm', 21: 'h:mm:ss', 22: 'dd.mm.yyyy h:mm',
  27: 'dd.mm.yyyy', 28: 'dd.mm.yyyy', 29: 'dd.mm.yyyy', 30: 'dd.mm.yyyy', 31: 'dd.mm.yyyy', 36: 'dd.mm.yyyy',
  37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 41: '#,##0', 42: '#,##0', 43: '#,##0.00', 44: '#,##0.00',
  45: 'mm:ss', 46: '[h]:mm:ss', 47: 'mm:ss', 49: '@', 50: 'dd.mm.yyyy', 57: 'dd.mm.yyyy', 58: 'dd.mm.yyyy',
}

/** The format of a style, from its code (ECMA-376 part 1, 18.8.30) or, without one, its built-in number. */
export function numberFormat(id: number, code: string | undefined): NumberFormat {
  const format = (code ?? builtIn[id] ?? 'General').split(';')[0] ?? ''
  const bare = format.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (bare === '' && format === '') return { kind: 'general' }
  if (/^(general|standard)$/i.test(bare.trim())) return { kind: 'general' }
  if (bare.includes('@')) return { kind: 'text' }
  if (/[ymdhså]/i.test(bare) && !/[0#?]/.test(bare.replace(/[sS]\.?0+/g, ''))) return dateFormat(bare.toLowerCase())
  if (/e[+-]/i.test(bare)) return { kind: 'general' }
  return plainNumber(format, bare)
}

function dateFormat(bare: string): NumberFormat {
  const has = (sign: string) => bare.includes(sign)
  if (has('d')) return { kind: 'date', precision: 'day' }
  if (has('h') || has('s')) return has('y') || has('å') ? { kind: 'date', precision: 'day' } : { kind: 'time' }
  if (has('m')) return has('y') || has('å') ? { kind: 'date', precision: 'month' } : { kind: 'date', precision: 'day' }
  return { kind: 'date', precision: 'year' }
}

function plainNumber(format: string, bare: string): NumberFormat {
  const digits = /[0#?][0#?,. ]*/.exec(bare)?.[0] ?? ''
  const first = format.search(/[0#?]/)
  const last = Math.max(format.lastIndexOf('0'), format.lastIndexOf('#'), format.lastIndexOf('?'))
  return {
    kind: 'number',
    decimals: /\.([0#?]+)/.exec(digits)?.[1]?.length ?? 0,
    thousands: /[0#?][, ][0#?]/.test(digits),
    percent: bare.includes('%'),
    scale: /,*$/.exec(digits.trimEnd())?.[0].length ?? 0,
    prefix: first < 0 ? '' : literal(format.slice(0, first)),
    suffix: literal(format.slice(last + 1)),
  }
}

/** The words a format puts around the digits, as kr and mill. */
function literal(piece: string): string {
  return piece
    .replace(/\[\$([^\]-]*)[^\]]*\]/g, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/[_*]./g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/["%,]/g, '')
}

/** The text a Norwegian reader sees for a number. Dates are shown by `shownDate`. */
export function shownNumber(value: number, format: NumberFormat): string {
  if (format.kind === 'time') {
    const minutes = Math.round((value - Math.floor(value)) * 1440) % 1440
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  }
  if (format.kind !== 'number') return String(Number(value.toPrecision(11))).replace('.', ',')
  const scaled = (format.percent ? value * 100 : value) / 1000 ** format.scale
  const [whole = '', decimals] = Math.abs(scaled).toFixed(format.decimals).split('.')
  const grouped = format.thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ' ') : whole
  const sign = scaled < 0 ? '-' : ''
  return `${sign}${format.prefix}${grouped}${decimals ? `,${decimals}` : ''}${format.percent ? ' %' : ''}${format.suffix}`.trim()
}

/**
 * The date of a serial number. Day 1 is 1 January 1900, and Excel counts a
 * 29 February 1900 that never was; in the 1904 system day 0 is 1 January 1904.
 * Undefined outside the years 1900 to 9999.
 */
export function serialDate(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial) + (from1904 ? 1462 : serial < 60 ? 1 : 0)
  if (!(days >= 1 && days <= 2_958_465)) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}

const months = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember']

/** 30.06.2026, juni 2026 or 2026. */
export function shownDate({ iso, precision }: CellDate): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  if (precision === 'year') return year
  if (precision === 'month') return `${months[Number(month) - 1]} ${year}`
  return `${day}.${month}.${year}`
}
