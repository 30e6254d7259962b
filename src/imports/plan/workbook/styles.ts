import { limits } from './limits.ts'
import { numberFormat } from './numberFormat.ts'
import type { NumberFormat } from './numberFormat.ts'
import { refuse } from './refuse.ts'
import { readXml } from '../../../platform/office/xml.ts'
import type { Archive } from '../../../platform/office/archive.ts'

/** What a cell's style number means for reading it. */
export type Style = { readonly format: NumberFormat; readonly bold: boolean; readonly struck: boolean; readonly fill?: string }

type Font = { bold: boolean; struck: boolean }

export function readStyles(archive: Archive, part: string): readonly Style[] {
  const codes = new Map<number, string>()
  const fonts: Font[] = []
  const fills: (string | undefined)[] = []
  const styles: Style[] = []
  const within: string[] = []
  readXml(archive, part, {
    open(name, attributes) {
      const parent = within.at(-1)
      within.push(name)
      if (name === 'numFmt' && parent === 'numFmts') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'font' && parent === 'fonts') fonts.push({ bold: false, struck: false })
      const font = fonts.at(-1)
      if (parent === 'font' && within.at(-3) === 'fonts' && font && attributes.val !== '0' && attributes.val !== 'false') {
        if (name === 'b') font.bold = true
        if (name === 'strike') font.struck = true
      }
      if (name === 'fill' && parent === 'fills') fills.push(undefined)
      if (name === 'fgColor' && within.includes('fills')) fills[fills.length - 1] = colour(attributes)
      if (name === 'xf' && parent === 'cellXfs') {
        if (styles.length >= limits.styles) refuse('tooManyStyles')
        const id = Number(attributes.numFmtId ?? 0)
        const { bold, struck } = fonts[Number(attributes.fontId ?? 0)] ?? { bold: false, struck: false }
        const fill = fills[Number(attributes.fillId ?? 0)]
        styles.push({ format: numberFormat(id, codes.get(id)), bold, struck, ...(fill === undefined ? {} : { fill }) })
      }
    },
    close: () => void within.pop(),
  })
  return styles
}

/** Theme colours are kept as their number: they are seldom status colours, but they tell headings from rows. */
function colour(attributes: Readonly<Record<string, string>>): string | undefined {
  if (attributes.rgb) return attributes.rgb.slice(-6).toUpperCase()
  if (attributes.theme !== undefined && attributes.theme !== '0') return `theme ${attributes.theme} ${attributes.tint ?? ''}`.trim()
  return undefined
}
