import { formatDate, formatWeekday } from '../../../platform/text/format.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'

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

/** «tirsdag 4. mars 2027 kl. 09:00–11:00»; short without the weekday. */
export const whenText = (moment: Moment, lang: Lang, short = false): string =>
  moment.heldOn === null ? unknown[lang] : [(short ? formatDate : formatWeekday)(moment.heldOn, lang), clockText(moment, lang)].filter(Boolean).join(' ')

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
