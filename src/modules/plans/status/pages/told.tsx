import { formatDate } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import type { LastAnswer } from '../answer.store.ts'
import { roundWords } from './round.words.ts'

/** Who answered, when and how: «Registrert av rådgiveren etter telefon med næringssjefen 3. mars 2026». */
export function toldBy(told: Pick<LastAnswer, 'channel' | 'person' | 'toldBy' | 'toldOn' | 'at'>, lang: Lang): string {
  const w = roundWords[lang]
  return w.by[told.channel](told.person ?? w.someone, formatDate(told.toldOn ?? osloDate(told.at), lang), told.toldBy ?? w.someone)
}
