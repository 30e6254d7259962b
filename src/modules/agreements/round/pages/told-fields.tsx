import { toldChannels } from '../../../workspaces/index.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { DateInput, type FormState, RadioGroup, TextInput } from '../../../../ui/index.ts'
import { roundWords } from './round.words.ts'

/** What `readTold` reads. */
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
