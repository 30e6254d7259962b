import { formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** 1 234 567 → «1,2 MB»: thousands, as disks are sold. */
export function sizeOf(bytes: number, lang: Lang): string {
  const step = Math.min(4, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${formatNumber(bytes / 1000 ** step, lang, { decimals: step === 0 ? 0 : 1 })}\u00a0${['byte', 'kB', 'MB', 'GB', 'TB'][step] ?? ''}`
}
