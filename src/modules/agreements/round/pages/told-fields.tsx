import { firstText, type RawForm } from '../../../../platform/item/parse.ts'
import { parseDate } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { DateInput, type FormState, RadioGroup, TextInput } from '../../../../ui/index.ts'
import { toldChannels } from '../round.ts'
import { roundWords } from './round.words.ts'

export type ToldBy = { channel: (typeof toldChannels)[number]; toldBy: string; toldOn: string }

/** How something came that somebody else writes down: by what way, from whom, and when. */
export function readTold(raw: RawForm, { lang, now }: { lang: Lang; now: Temporal.Instant }): { told: ToldBy } | { errors: Record<string, string> } {
  const w = roundWords[lang]
  const channel = toldChannels.find((one) => one === firstText(raw, 'kanal'))
  const who = firstText(raw, 'hvem').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').slice(0, 120)
  const date = parseDate(firstText(raw, 'dato'))
  const later = date.ok && Temporal.PlainDate.compare(date.value, osloDate(now)) > 0
  if (!channel || !who || !date.ok || later) return { errors: { ...(!channel && { kanal: w.howMissing }), ...(!who && { hvem: w.whoMissing }), ...(!date.ok ? { dato: w.dueMissing } : later ? { dato: w.onLater } : {}) } }
  return { told: { channel, toldBy: who, toldOn: date.value.toString() } }
}

export const ToldFields = ({ lang, state, now }: { lang: Lang; state: FormState; now: Temporal.Instant }) => {
  const w = roundWords[lang]
  return (
    <>
      <RadioGroup lang={lang} state={state} name="kanal" label={w.registerHow} options={toldChannels.map((value) => ({ value, label: w.channels[value] }))} />
      <TextInput lang={lang} state={state} name="hvem" label={w.registerWho} hint={w.registerWhoHint} />
      <DateInput lang={lang} state={state} name="dato" label={w.registerOn} max={osloDate(now).toString()} />
    </>
  )
}
