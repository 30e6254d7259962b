import { formatKronerShort, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { instrumentStates, instrumentTypes, type Instrument, isCounted } from '../measure/instrument.ts'
import { InstrumentShape } from '../measure/instrument-shape.tsx'
import { instrumentWords } from '../measure/instrument.words.ts'
import { amountsOf } from './contributions.ts'

/** What stands in one cell: for each type and state a shape, the amount or the type's name, and the state in words. */
export const Puts = ({ lang, instruments }: { lang: Lang; instruments: readonly Instrument[] }) => {
  const w = instrumentWords[lang]
  if (instruments.length === 0) return null
  const groups = instrumentTypes.flatMap((type) => instrumentStates.map((state) => ({ type, state, own: instruments.filter((i) => i.type === type && i.state === state) }))).filter((g) => g.own.length > 0)
  return (
    <ul class="puts">
      {groups.map(({ type, state, own }) => {
        const { sure, wished } = amountsOf(own)
        const amount = sure + wished
        const text = isCounted(type) && own.some((i) => i.amount !== null) ? formatNumber(amount, lang) : w.types[type]
        return (
          <li>
            <InstrumentShape type={type} state={state} />{' '}
            <span>{text}{type === 'people' && text !== w.types[type] ? ` ${w.typeHints.people.replace(/^i[n]? /, '')}` : ''} <span class="hint">{w.states[state].toLocaleLowerCase('nb')}</span></span>
          </li>
        )
      })}
    </ul>
  )
}

/** Kroner at a glance where the heading has the unit: «1,2 mill.». */
export const inShort = (amount: number, lang: Lang): string => formatKronerShort(amount, lang).replace(/\u00a0kr$|^NOK\u00a0/, '')

/** What stands in one cell of the overview: for each type its shape and size, filled when all of it is committed. Wishes are left out. */
export const PutsInShort = ({ lang, instruments }: { lang: Lang; instruments: readonly Instrument[] }) => {
  const w = instrumentWords[lang]
  const sure = instruments.filter((i) => i.state !== 'wished')
  const groups = instrumentTypes.map((type) => ({ type, own: sure.filter((i) => i.type === type) })).filter((g) => g.own.length > 0)
  if (groups.length === 0) return null
  return (
    <ul class="puts">
      {groups.map(({ type, own }) => {
        const amount = amountsOf(own).sure
        const size = !isCounted(type) || own.every((i) => i.amount === null) ? w.types[type] : type === 'money' ? inShort(amount, lang) : formatNumber(amount, lang)
        const state = own.every((i) => i.state === 'committed') ? 'committed' : 'promised'
        return <li><InstrumentShape type={type} state={state} /> <span>{size}<span class="ds-sr-only"> {w.states[state].toLocaleLowerCase('nb')}</span></span></li>
      })}
    </ul>
  )
}

/** The shapes and what they mean; over every table that uses them. */
export const PutsLegend = ({ lang, words }: { lang: Lang; words: { legend: string; legendStates: string } }) => {
  const w = instrumentWords[lang]
  return (
    <>
      <ul class="legend" aria-label={words.legend}>
        {instrumentTypes.map((type) => <li><InstrumentShape type={type} state="committed" /> {w.types[type]}{isCounted(type) ? ` (${w.typeHints[type]})` : ''}</li>)}
      </ul>
      <p class="hint">{words.legendStates}</p>
    </>
  )
}
