import { firstText, type RawForm } from '../../../platform/item/parse.ts'
import { parseDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { toldChannels } from './asking.ts'

export type Told = { channel: (typeof toldChannels)[number]; toldBy: string; toldOn: string }
type Words = { howMissing: string; whoMissing: string; dueMissing: string; onLater: string }

/** How something came that somebody else writes down, from the fields `kanal`, `hvem` and `dato`: by what way, from whom, and on which day. Refuses a day to come. */
export function readTold(raw: RawForm, now: Temporal.Instant, w: Words): { told: Told } | { errors: Record<string, string> } {
  const channel = toldChannels.find((one) => one === firstText(raw, 'kanal'))
  const who = firstText(raw, 'hvem').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, 120)
  const date = parseDate(firstText(raw, 'dato'))
  const later = date.ok && Temporal.PlainDate.compare(date.value, osloDate(now)) > 0
  if (!channel || !who || !date.ok || later) return { errors: { ...(!channel && { kanal: w.howMissing }), ...(!who && { hvem: w.whoMissing }), ...(!date.ok ? { dato: w.dueMissing } : later ? { dato: w.onLater } : {}) } }
  return { told: { channel, toldBy: who, toldOn: date.value.toString() } }
}
