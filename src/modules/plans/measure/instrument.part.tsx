import { itemPart } from '../../../platform/item/manifest.ts'
import { formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { ButtonLink, type Column, DataTable, Heading } from '../../../ui/index.ts'
import { organisationsById } from '../../actors/index.ts'
import { itemPath } from '../../thread/index.ts'
import { addUp, instrumentTypes, type InstrumentType, isCounted, type Line, linesOf } from './instrument.ts'
import { amountText } from './instrument.pages.tsx'
import { mayState, mayStateAny, mayStateFor, type Stating } from './instrument.policy.ts'
import { InstrumentShape } from './instrument-shape.tsx'
import { instrumentsOf } from './instrument.store.ts'
import { instrumentWords } from './instrument.words.ts'
import { measure } from './measure.ts'

type Loaded = { lines: Line[]; names: ReadonlyMap<string, string>; stating: Stating }

/** Who puts what into a measure: one table for each type, a row for each organisation, a column for each year. */
export const instrumentPart = itemPart<Loaded>({
  kind: measure.name,
  load: async (request, workspace, item) => {
    const lines = linesOf(await instrumentsOf(request.db, [item.id]))
    const organisations = await organisationsById(request.db, lines.flatMap((line) => line.organisationId ?? []))
    return { lines, names: new Map([...organisations].map(([id, o]) => [id, o.name])), stating: mayState(request.viewer, workspace, item) }
  },
  view: ({ lines, names, stating }, { request: { lang }, workspace, item }) => {
    const w = instrumentWords[lang]
    if (lines.length === 0 && !mayStateAny(stating)) return null
    const here = itemPath(workspace, measure, item, '/virkemidler')
    return (
      <section class="item-rows" aria-labelledby="virkemidler">
        <Heading level={2} id="virkemidler">{w.heading}</Heading>
        {lines.length === 0 ? <p>{w.empty}</p> : null}
        {instrumentTypes.map((type) => {
          const own = lines.filter((line) => line.type === type)
          return own.length === 0 ? null : <TypeTable lang={lang} type={type} lines={own} names={names} stating={stating} here={here} />
        })}
        {lines.some((line) => line.state === 'wished' && isCounted(line.type)) ? <p class="hint">{w.wishedNotSummed}</p> : null}
        {mayStateAny(stating) ? <p class="no-print"><ButtonLink href={`${here}/ny`} small>{w.addLink}</ButtonLink></p> : null}
      </section>
    )
  },
})

type TableProps = { lang: Lang; type: InstrumentType; lines: readonly Line[]; names: ReadonlyMap<string, string>; stating: Stating; here: string }

const TypeTable = ({ lang, type, lines, names, stating, here }: TableProps) => {
  const w = instrumentWords[lang]
  const years = [...new Set(lines.flatMap((line) => [...line.years.keys()]))].filter((year) => year !== null).sort((a, b) => a - b)
  const summed = (pick: (line: Line) => readonly (number | null)[]) => formatNumber(addUp(lines.filter((l) => l.state !== 'wished').flatMap(pick).filter((a) => a !== null)), lang)
  const who = (line: Line) => (line.organisationId && names.get(line.organisationId)) || w.noOrganisation
  const amountColumn = (year: number | null, header: string): Column<Line> => ({
    key: `ar-${year}`, header, ...(isCounted(type) && { align: 'number' as const }),
    cell: (line) => (line.years.has(year) ? amountText(type, line.years.get(year) ?? null, lang) : ''),
  })
  const withoutYear = lines.some((line) => line.years.get(null) != null)
  const editable = lines.some((line) => mayStateFor(stating, line.organisationId))
  const columns: Column<Line>[] = [
    { key: 'who', header: w.organisation, rowHeader: true, cell: who },
    ...years.map((year) => amountColumn(year, String(year))),
    ...(withoutYear ? [amountColumn(null, w.noYear)] : []),
    { key: 'state', header: w.state, cell: (line) => <span class="state"><InstrumentShape type={type} state={line.state} /> {w.states[line.state]}</span> },
    ...(lines.some((line) => line.note) ? [{ key: 'note', header: w.note, cell: (line: Line) => line.note ?? '' }] : []),
    ...(editable ? [{ key: 'edit', header: w.edit, cell: (line: Line) => mayStateFor(stating, line.organisationId) ? <a class="row-edit no-print" href={`${here}/${line.id}/endre`}>{w.edit}<span class="ds-sr-only">: {who(line)}, {w.types[type]}</span></a> : null }] : []),
  ]
  const footer = isCounted(type) && (years.length > 0 || withoutYear)
    ? {
        who: `${w.sum}: ${summed((line) => [...line.years.values()])}`,
        ...Object.fromEntries(years.map((year) => [`ar-${year}`, summed((line) => [line.years.get(year) ?? null])])),
        ...(withoutYear && { 'ar-null': summed((line) => [line.years.get(null) ?? null]) }),
      }
    : undefined
  return <DataTable lang={lang} caption={w.amountsIn[type]} columns={columns} rows={lines} {...(footer && { footer })} />
}
