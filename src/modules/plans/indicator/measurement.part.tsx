import { itemPart } from '../../../platform/item/manifest.ts'
import { formatDate, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Heading, Prose, State } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { IndicatorChart } from './indicator-chart.tsx'
import { indicator } from './indicator.ts'
import { indicatorWords } from './indicator.words.ts'
import { type Measurement, measurementsOf } from './measurement.store.ts'
import { isOld } from './progress.ts'
import { sentenceOf, standingShapes, tell, type Told } from './telling.ts'

/** How an indicator goes: in a sentence, as a line over time, and as a table; in words where that is how it is followed. */
export const measurementPart = itemPart<Measurement[]>({
  kind: indicator.name,
  load: (request, _, item) => measurementsOf(request.db, [item.id]),
  view: (measurements, { request: { lang, now }, workspace, item, abilities }) => {
    const w = indicatorWords[lang]
    const today = osloDate(now)
    const told = tell(item, measurements, today)
    const here = itemPath(workspace, indicator, item, '/malinger')
    const edit = abilities.change ? here : null
    return (
      <section class="item-rows" aria-labelledby="malinger">
        <Heading level={2} id="malinger">{told.inWords ? w.timeline : w.heading}</Heading>
        {told.inWords ? <TextTimeline lang={lang} measurements={measurements} edit={edit} /> : <Numbers lang={lang} told={told} measurements={measurements} title={item.title} edit={edit} today={today} />}
        {edit ? <p class="no-print"><ButtonLink href={`${here}/ny`} small>{w.addLink}</ButtonLink></p> : null}
      </section>
    )
  },
})

const EditLink = ({ lang, edit, measurement }: { lang: Lang; edit: string; measurement: Measurement }) => {
  const w = indicatorWords[lang]
  return <a class="row-edit no-print" href={`${edit}/${measurement.id}/endre`}>{w.edit}<span class="ds-sr-only">: {formatDate(measurement.onDate, lang)}</span></a>
}

type NumbersProps = { lang: Lang; told: Told; measurements: readonly Measurement[]; title: string; edit: string | null; today: Temporal.PlainDate }

const Numbers = ({ lang, told, measurements, title, edit, today }: NumbersProps) => {
  const w = indicatorWords[lang]
  const sentence = sentenceOf(told, lang)
  const value = (n: number) => `${formatNumber(n, lang)}${told.unit ? ` ${told.unit}` : ''}`
  const columns: Column<Measurement>[] = [
    { key: 'date', header: w.date, rowHeader: true, cell: (m) => formatDate(m.onDate, lang) },
    { key: 'value', header: told.unit ? `${w.value} (${told.unit})` : w.value, align: 'number', cell: (m) => (m.value === null ? w.none : formatNumber(m.value, lang)) },
    ...(measurements.some((m) => m.text) ? [{ key: 'text', header: w.note, cell: (m: Measurement) => m.text ?? '' }] : []),
    { key: 'source', header: w.source, cell: (m) => m.source ?? '' },
    ...(edit ? [{ key: 'edit', header: w.edit, cell: (m: Measurement) => <EditLink lang={lang} edit={edit} measurement={m} /> }] : []),
  ]
  // What can only be mended by those who may change it is told only when something is missing.
  const missing = told.obstacles.filter((o) => o !== 'noMeasurement' || measurements.length > 0)
  return (
    <>
      {told.progress === null ? null : (
        <p class="standing">
          <State lang={lang} kind={standingShapes[told.standing]}><strong>{w.standing[told.standing]}</strong></State>
          {told.standing === 'reached' || !sentence ? null : ` ${sentence}`}
        </p>
      )}
      {told.latest ? <p>{w.latest(value(told.latest.value), formatDate(told.latest.onDate, lang))}{isOld(told.latest.onDate, today) ? ` ${w.old}` : ''}</p> : null}
      {measurements.length === 0 ? <p>{w.empty}</p> : null}
      {missing.length > 0 ? <ul>{missing.map((o) => <li>{w.obstacles[o]}</li>)}</ul> : null}
      <IndicatorChart lang={lang} id="utvikling" title={title} unit={told.unit} course={told.course} measured={measurements.filter((m): m is Measurement & { value: number } => m.value !== null)} />
      {measurements.length > 0 ? <DataTable lang={lang} caption={w.heading} captionHidden columns={columns} rows={measurements.toReversed()} /> : null}
      {told.progress === null ? null : <p class="hint">{w.rule}</p>}
    </>
  )
}

/** Newest first: what was seen, when, and who said it. */
const TextTimeline = ({ lang, measurements, edit }: { lang: Lang; measurements: readonly Measurement[]; edit: string | null }) => {
  const w = indicatorWords[lang]
  if (measurements.length === 0) return <p>{w.emptyWords}</p>
  return (
    <ol class="text-timeline" reversed>
      {measurements.toReversed().map((m) => (
        <li>
          <p class="kind-line"><time datetime={m.onDate}>{formatDate(m.onDate, lang)}</time> {edit ? <EditLink lang={lang} edit={edit} measurement={m} /> : null}</p>
          {m.value === null ? null : <p>{formatNumber(m.value, lang)}</p>}
          {m.text ? <Prose text={m.text} /> : null}
          {m.source ? <p class="hint">{w.source}: {m.source}</p> : null}
        </li>
      ))}
    </ol>
  )
}
