import { type Access, administrators, page, type Request, resource, type Scope } from '../../../platform/http/page.ts'
import { streamed } from '../../../platform/http/streamed.ts'
import { contentDisposition } from '../../../platform/files/name.ts'
import { byteOrderMark, csvLine } from '../../../platform/text/csv.ts'
import { formatDateTime } from '../../../platform/text/format.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, DataTable, DateInput, Filters, formState, Heading, Lead, Select, withQuery } from '../../../ui/index.ts'
import { happenedWords } from './happened.words.ts'
import { type LogFilter, loggedPeople, type LogRow, readLog, wholeLog } from './log.store.ts'

const words = texts({
  nb: {
    up: 'Administrasjon', title: 'Hendelsesloggen', lead: 'Hva administratorer har gjort, og hva installasjonen har gjort av seg selv. Loggen er en kjede som ingen kan endre uten at det merkes.', when: 'Når', what: 'Hva', about: 'Hvem eller hva', by: 'Av', details: 'Mer', itself: 'Installasjonen', none: 'Ingenting er gjort i dette tidsrommet.',
    from: 'Fra og med', to: 'Til og med', person: 'Hvem gjorde det', kind: 'Hva ble gjort', all: 'Alle', older: 'Eldre hendelser', newest: 'Til de nyeste', csv: 'Last ned som CSV', file: 'hendelsesloggen', number: 'Nr.',
  },
  nn: {
    up: 'Administrasjon', title: 'Hendingsloggen', lead: 'Kva administratorar har gjort, og kva installasjonen har gjort av seg sjølv. Loggen er ei kjede som ingen kan endre utan at det blir merka.', when: 'Når', what: 'Kva', about: 'Kven eller kva', by: 'Av', details: 'Meir', itself: 'Installasjonen', none: 'Ingenting er gjort i dette tidsrommet.',
    from: 'Frå og med', to: 'Til og med', person: 'Kven gjorde det', kind: 'Kva blei gjort', all: 'Alle', older: 'Eldre hendingar', newest: 'Til dei nyaste', csv: 'Last ned som CSV', file: 'hendingsloggen', number: 'Nr.',
  },
  en: {
    up: 'Administration', title: 'The event log', lead: 'What administrators have done, and what the installation has done by itself. The log is a chain that nobody can change unnoticed.', when: 'When', what: 'What', about: 'Whom or what', by: 'By', details: 'More', itself: 'The installation', none: 'Nothing was done in this period.',
    from: 'From', to: 'Through', person: 'Who did it', kind: 'What was done', all: 'All', older: 'Older events', newest: 'To the newest', csv: 'Download as CSV', file: 'event log', number: 'No.',
  },
})

const path = '/admin/hendelser'
const pageSize = 50

const day = (typed: string | null): string | null => {
  if (!typed || !/^\d{4}-\d\d-\d\d$/.test(typed)) return null
  try {
    return Temporal.PlainDate.from(typed).toString()
  } catch {
    return null
  }
}

const filterOf = ({ query }: Request): Omit<LogFilter, 'limit'> => ({
  from: day(query.get('fra')), to: day(query.get('til')), personId: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(query.get('hvem') ?? '') ? query.get('hvem') : null,
  what: Object.hasOwn(happenedWords, query.get('hva') ?? '') ? query.get('hva') : null, before: /^\d{1,12}$/.test(query.get('for') ?? '') ? Number(query.get('for')) : null,
})

const whatOf = (row: LogRow, lang: Lang): string => happenedWords[row.what]?.[lang] ?? row.what
/** What people wrote or chose, as it was written; the rest is told by what was done. */
const detailsOf = ({ body: { reason, value, before, after } }: LogRow): string => [...[reason, value].filter((one) => typeof one === 'string' || typeof one === 'number'), ...(isRecord(before) && isRecord(after) ? Object.keys(after).map((one) => `${before[one] ?? '–'} → ${after[one] ?? '–'}`) : [])].join(' ')
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** What was done to the installation, the newest first, from a place in the chain and back. */
export const logPage = page({
  path,
  access: administrators,
  load: async (request) => {
    const filter = filterOf(request)
    const [rows, people] = await Promise.all([readLog(request.db, { ...filter, limit: pageSize + 1 }), loggedPeople(request.db)])
    return { filter, people, rows: rows.slice(0, pageSize), next: rows.length > pageSize ? (rows[pageSize - 1]?.sequence ?? null) : null }
  },
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }) => [{ text: words[lang].up, href: '/admin' }],
  width: 'wide',
  view: ({ filter, people, rows, next }, { lang, query }) => {
    const w = words[lang]
    const state = formState(null, { fra: filter.from ?? '', til: filter.to ?? '', hvem: filter.personId ?? '', hva: filter.what ?? '' })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <DataTable
          lang={lang} caption={w.title} captionHidden rows={rows} empty={<p>{w.none}</p>}
          filters={(
            <Filters lang={lang} path={path} query={query} active={Object.values(filter).some((value) => value !== null)}>
              <DateInput lang={lang} state={state} name="fra" label={w.from} optional />
              <DateInput lang={lang} state={state} name="til" label={w.to} optional />
              <Select lang={lang} state={state} name="hvem" label={w.person} blank={w.all} options={people.map((one) => ({ value: one.id, label: one.name }))} />
              <Select lang={lang} state={state} name="hva" label={w.kind} blank={w.all} options={Object.entries(happenedWords).map(([value, text]) => ({ value, label: text[lang] }))} />
            </Filters>
          )}
          columns={[
            { key: 'what', header: w.what, rowHeader: true, cell: (row) => whatOf(row, lang) }, { key: 'when', header: w.when, cell: (row) => formatDateTime(row.at, lang) },
            { key: 'about', header: w.about, cell: (row) => row.about ?? '–' }, { key: 'by', header: w.by, cell: (row) => row.by ?? w.itself }, { key: 'more', header: w.details, cell: (row) => detailsOf(row) || '–' },
          ]}
        />
        <p>
          {next === null ? null : <ButtonLink href={withQuery(path, query, { for: String(next) })}>{w.older}</ButtonLink>} {filter.before === null ? null : <a href={withQuery(path, query, { for: null })}>{w.newest}</a>} <a href={withQuery(`${path}.csv`, query, { for: null })}>{w.csv}</a>
        </p>
      </>
    )
  },
})

const anywhere: Scope = {}

/** As `administrators`, for what one of their pages offers as a file. */
const administratorsBehind: Access = { name: 'administrators-behind', check: async ({ viewer }) => (viewer.person?.administrator ? anywhere : { denied: 'missing' }) }

/** The same selection as a file for a spreadsheet: nothing in it is carried out. */
export const logFile = resource({
  path: `${path}.csv`,
  access: administratorsBehind,
  respond: async (request) => {
    const { lang, db } = request
    const w = words[lang]
    async function* lines(): AsyncGenerator<string> {
      yield byteOrderMark + csvLine([w.number, w.when, w.what, w.about, w.by, w.details])
      for await (const rows of wholeLog(db, filterOf(request))) yield rows.map((row) => csvLine([String(row.sequence), row.at.toString(), whatOf(row, lang), row.about ?? '', row.by ?? w.itself, detailsOf(row)])).join('')
    }
    return new Response(streamed(lines()), {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': contentDisposition('attachment', `${w.file} ${osloDate(request.now).toString()}.csv`), 'cache-control': 'private, no-store' },
    })
  },
})
