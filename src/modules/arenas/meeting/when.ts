import { formatDate, formatWeekday } from '../../../platform/text/format.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type Holiday, holidayNames, holidayOn } from '../../../platform/time/holidays.ts'

/** When and where a meeting is, as its fields say; days as 'YYYY-MM-DD', clocks as 'HH:MM' in Oslo. */
export type Moment = { heldOn: string | null; startsAt: string | null; endsAt: string | null }
export type Place = { venue: string | null; onlineUrl: string | null }

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const momentOf = (item: Item): Moment & Place => ({
  heldOn: text(item.fields.held_on), startsAt: text(item.fields.starts_at), endsAt: text(item.fields.ends_at), venue: text(item.fields.venue), onlineUrl: text(item.fields.online_url),
})

const at = { nb: 'kl.', nn: 'kl.', en: 'at' } as const
const unknown = { nb: 'Dagen er ikke satt', nn: 'Dagen er ikkje sett', en: 'No day is set' } as const

/** The clock alone: «kl. 09:00–11:00». */
export const clockText = ({ startsAt, endsAt }: Moment, lang: Lang): string => (startsAt ? `${at[lang]} ${startsAt}${endsAt ? `–${endsAt}` : ''}` : '')

/** «mandag 17. mai 2027 kl. 09:00–11:00 (helligdag: 17. mai)»; short without the weekday, and without what day it is. */
export function whenText(moment: Moment, lang: Lang, short = false): string {
  if (moment.heldOn === null) return unknown[lang]
  const holiday = short ? null : holidayOn(moment.heldOn)
  const day = (short ? formatDate : formatWeekday)(moment.heldOn, lang)
  return [day, clockText(moment, lang), holiday && `(${holidayText(holiday, lang)})`].filter(Boolean).join(' ')
}

const off = { nb: 'helligdag', nn: 'heilagdag', en: 'public holiday' } as const
const holidayText = (holiday: Holiday, lang: Lang) => `${off[lang]}: ${holidayNames[lang][holiday]}`

/** What was sent to calendars, as it stood: when it differs from what stands now, those who are called do not know. */
export const sentFace = (item: Item): string => {
  const { heldOn, startsAt, endsAt, venue, onlineUrl } = momentOf(item)
  return JSON.stringify([item.state === 'cancelled', item.title, heldOn, startsAt, endsAt, venue, onlineUrl])
}

/** Of what was sent, only the day and the clock: one who said yes to another time has not said yes to this. */
export const whenSent = (face: string | null): string | null => {
  const sent: unknown = face === null ? null : JSON.parse(face)
  return Array.isArray(sent) ? JSON.stringify(sent.slice(2, 5)) : null
}
