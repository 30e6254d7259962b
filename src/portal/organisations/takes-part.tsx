import type { Kind } from '../../platform/item/kind.ts'
import { formatDate, formatDateShort, formatKroner } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import type { Colleague } from '../../modules/actors/index.ts'
import { ItemState, itemPath } from '../../modules/thread/index.ts'
import { workspacePath } from '../../modules/workspaces/index.ts'
import { type Column, DataTable, Heading, Tag } from '../../ui/index.ts'
import { organisationWords } from './organisation.words.ts'
import type { TakesPart } from './takes-part.store.ts'

const langOf = (language: string, lang: Lang) => (language === lang ? undefined : language)

/** Workspaces, measures and money, each as a table; what the reader may not see is not there. */
export const TakesPartIn = ({ lang, part, kind }: { lang: Lang; part: TakesPart; kind: Kind | undefined }) => {
  const w = organisationWords[lang]
  const workspaces: Column<TakesPart['workspaces'][number]>[] = [
    { key: 'title', header: w.workspace, rowHeader: true, cell: (one) => <><a href={workspacePath(one)} lang={langOf(one.language, lang)}>{one.title}</a>{one.example ? <> <Tag>{w.example}</Tag></> : null}</> },
    { key: 'role', header: w.role, cell: (one) => w.roles[one.role] },
    { key: 'since', header: w.since, cell: (one) => [one.from ? formatDate(one.from, lang) : '', one.to ? w.over(formatDate(one.to, lang)) : ''].filter(Boolean).join(' ') },
  ]
  const measures: Column<TakesPart['measures'][number]>[] = [
    { key: 'title', header: w.measure, rowHeader: true, cell: (one) => (kind ? <a href={itemPath(one, kind, one)} lang={langOf(one.language, lang)}>{one.title}</a> : one.title) },
    { key: 'as', header: w.as, cell: (one) => (one.owns ? w.owner : w.partner) },
    { key: 'state', header: w.state, cell: (one) => (kind ? <ItemState kind={kind} state={one.state} lang={lang} /> : null) },
    { key: 'due', header: w.deadline, align: 'number', cell: (one) => (one.due ? formatDateShort(one.due, lang) : '') },
    { key: 'workspace', header: w.workspace, cell: (one) => one.workspace },
  ]
  const money: Column<TakesPart['money'][number]>[] = [
    { key: 'workspace', header: w.workspace, rowHeader: true, cell: (one) => <a href={workspacePath(one, 'plan/bidrag')}>{one.workspace}</a> },
    { key: 'year', header: w.year, cell: (one) => (one.year === null ? w.noYear : String(one.year)) },
    { key: 'committed', header: w.committed, align: 'number', cell: (one) => (one.committed > 0 ? formatKroner(one.committed, lang) : '–') },
    { key: 'promised', header: w.promised, align: 'number', cell: (one) => (one.promised > 0 ? formatKroner(one.promised, lang) : '–') },
  ]
  const sum = (which: 'committed' | 'promised') => formatKroner(part.money.reduce((total, one) => total + one[which], 0), lang)
  const more = part.owns + part.partOf - part.measures.length
  return (
    <>
      <section>
        <Heading level={2}>{w.takesPart}</Heading>
        {part.workspaces.length > 0 ? <DataTable lang={lang} caption={w.takesPart} captionHidden columns={workspaces} rows={part.workspaces} /> : <p>{w.noPart}</p>}
      </section>
      {part.measures.length > 0 ? (
        <section>
          <Heading level={2}>{w.measures}</Heading>
          <p>{w.measuresLead(part.owns, part.partOf)}</p>
          <DataTable lang={lang} caption={w.measures} captionHidden columns={measures} rows={part.measures} />
          {more > 0 ? <p class="hint">{w.moreMeasures(more)}</p> : null}
        </section>
      ) : null}
      {part.money.length > 0 ? (
        <section>
          <Heading level={2}>{w.money}</Heading>
          <DataTable lang={lang} caption={w.money} captionHidden columns={money} rows={part.money} footer={{ workspace: w.sum, committed: sum('committed'), promised: sum('promised') }} />
          <p class="hint">{w.moneyHint}</p>
        </section>
      ) : null}
    </>
  )
}

/** Those who work there and let the reader know of it. */
export const People = ({ lang, people }: { lang: Lang; people: readonly Colleague[] }) => {
  const w = organisationWords[lang]
  return (
    <section>
      <Heading level={2}>{w.people}</Heading>
      {people.length > 0 ? (
        <>
          <ul>{people.map((one) => <li><a href={`/personer/${one.id}`}>{one.name}</a>{one.title ? `, ${one.title}` : ''}</li>)}</ul>
          <p class="hint">{w.peopleHint}</p>
        </>
      ) : <p>{w.noPeople}</p>}
    </section>
  )
}
