import { formatKroner, formatList, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Details, Heading } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { type Instrument, linesOf } from '../measure/instrument.ts'
import { measure } from '../measure/measure.ts'
import { type Gap, gapsOf, overlapsOf, promisesOf } from './contributions.ts'
import { contributionWords } from './contributions.words.ts'
import type { Contributions } from './read.ts'

type Props = { lang: Lang; all: Contributions; workspace: { slug: string }; today: Temporal.PlainDate }

/** Shown at once; the rest on asking, so that a long list does not hide the next one. */
const first = 8

const Listed = ({ lang, id, title, rule, empty, rows }: { lang: Lang; id: string; title: string; rule: string; empty: string; rows: readonly unknown[] }) => (
  <section aria-labelledby={id}>
    <Heading level={2} id={id}>{title}{rows.length > 0 ? ` (${rows.length})` : ''}</Heading>
    {rows.length === 0 ? <p>{empty}</p> : <p class="hint">{rule}</p>}
    {rows.length > 0 ? <ul>{rows.slice(0, first)}</ul> : null}
    {rows.length > first ? <Details summary={contributionWords[lang].more(rows.length - first)}><ul>{rows.slice(first)}</ul></Details> : null}
  </section>
)

/** Overlaps, gaps, and promises without commitment: each a sentence, with the way to where it is mended. */
export const Findings = ({ lang, all, workspace, today }: Props) => {
  const w = contributionWords[lang]
  const measures = new Map(all.structure.measures.map((m) => [m.id, m]))
  const areas = new Map(all.structure.areas.map((a) => [a.id, a.title]))
  const who = (id: string | null) => (id === null ? w.unknownWho : (all.names.get(id) ?? '?'))
  const link = (id: string) => {
    const found = measures.get(id)
    return found ? <a href={itemPath(workspace, measure, found, '#virkemidler')}>{found.title}</a> : null
  }
  const add = (id: string) => {
    const found = measures.get(id)
    return found && all.mayAdd.has(id) ? <> <a class="no-print" href={itemPath(workspace, measure, found, '/virkemidler/ny')}>{w.mend}<span class="ds-sr-only">: {found.title}</span></a></> : null
  }
  const years = (list: readonly (number | null)[]) => formatList(list.flatMap((y) => (y === null ? [] : [String(y)])), lang)
  const gapText = (gap: Gap) => ('years' in gap ? w.gapYears(years(gap.years)) : gap.kind === 'nothing' ? w.gapNothing : w.gapWished)
  const lineOf = new Map(linesOf(all.instruments).flatMap((line) => line.ids.map((id) => [id, line.id] as const)))
  const what = (i: Instrument) => (i.amount === null ? w.types[i.type] : i.type === 'money' ? formatKroner(i.amount, lang) : w.manYears(formatNumber(i.amount, lang)))
  const fix = (i: Instrument) => {
    const found = measures.get(i.measureId)
    return found && all.mayChange.has(i.id) ? <> <a class="no-print" href={itemPath(workspace, measure, found, `/virkemidler/${lineOf.get(i.id) ?? i.id}/endre`)}>{w.fix}<span class="ds-sr-only">: {who(i.organisationId)}</span></a></> : null
  }
  return (
    <>
      <Listed lang={lang} id="overlapp" title={w.overlaps} rule={w.overlapRule} empty={w.noOverlaps} rows={overlapsOf(all.instruments, all.placed).map((o) => {
        const said = years(o.years)
        return (
          <li>
            {w.overlap(areas.get(o.areaId) ?? '', formatList(o.organisations.map(who), lang), w.overlapTypes[o.type], said ? w.inYears(said) : '')}
            <ul>{o.measures.map((id) => <li>{link(id)}</li>)}</ul>
          </li>
        )
      })} />
      <Listed lang={lang} id="hull" title={w.gaps} rule={w.gapRule} empty={w.noGaps} rows={gapsOf(all.instruments, all.placed, today).map((gap) => <li>{link(gap.measureId)}: {gapText(gap)}{add(gap.measureId)}</li>)} />
      <Listed lang={lang} id="lofter" title={w.promises} rule={w.promiseRule} empty={w.noPromises} rows={promisesOf(all.instruments, all.placed, today).map((i) => <li>{w.promise(who(i.organisationId), what(i), String(i.year))} {link(i.measureId)}.{fix(i)}</li>)} />
    </>
  )
}
