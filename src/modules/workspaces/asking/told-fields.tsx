import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { DateInput, type FormState, RadioGroup, TextInput } from '../../../ui/index.ts'
import { toldChannels } from './asking.ts'

type Words = { registerHow: string; channels: Readonly<Record<(typeof toldChannels)[number], string>>; registerWho: string; registerWhoHint: string; registerOn: string }

/** What `readTold` reads. */
export const ToldFields = ({ lang, words: w, state, now }: { lang: Lang; words: Words; state: FormState; now: Temporal.Instant }) => (
  <>
    <RadioGroup lang={lang} state={state} name="kanal" label={w.registerHow} options={toldChannels.map((value) => ({ value, label: w.channels[value] }))} />
    <TextInput lang={lang} state={state} name="hvem" label={w.registerWho} hint={w.registerWhoHint} />
    <DateInput lang={lang} state={state} name="dato" label={w.registerOn} max={osloDate(now).toString()} />
  </>
)
