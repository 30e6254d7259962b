import { type SqlBool, sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import { administrators, page } from '../../../platform/http/page.ts'
import { formatDate, formatNumber } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import type { OrganisationKind } from '../../../modules/actors/index.ts'
import { DataTable, Filters, formState, Heading, Lead, readPage, Select, TextInput } from '../../../ui/index.ts'

const words = texts({
  nb: { up: 'Administrasjon', title: 'Organisasjoner', lead: 'Alle organisasjoner som noen har ført inn, og registeret av kommuner og fylkeskommuner.', search: 'Navn eller nummer', searchHint: 'En del av navnet, eller hele organisasjonsnummeret.', state: 'Vis', states: { all: 'Alle', added: 'Ført inn av folk', unnumbered: 'Uten organisasjonsnummer', ended: 'Finnes ikke lenger' }, none: 'Ingen organisasjoner passer til det du søkte etter.', name: 'Navn', number: 'Organisasjonsnummer', missing: 'Ikke ført inn', workspaces: 'Arbeidsrom', people: 'Personer', standing: 'Status', now: 'Finnes', ended: (day: string) => `Til ${day}`, merge: 'Slå sammen', todo: 'Gjør', more: 'Legg til en organisasjon, eller finn dem som er ført to ganger:', add: 'Legg til', same: 'Duplikater' },
  nn: { up: 'Administrasjon', title: 'Organisasjonar', lead: 'Alle organisasjonar som nokon har ført inn, og registeret av kommunar og fylkeskommunar.', search: 'Namn eller nummer', searchHint: 'Ein del av namnet, eller heile organisasjonsnummeret.', state: 'Vis', states: { all: 'Alle', added: 'Førte inn av folk', unnumbered: 'Utan organisasjonsnummer', ended: 'Finst ikkje lenger' }, none: 'Ingen organisasjonar passar til det du søkte etter.', name: 'Namn', number: 'Organisasjonsnummer', missing: 'Ikkje ført inn', workspaces: 'Arbeidsrom', people: 'Personar', standing: 'Status', now: 'Finst', ended: (day: string) => `Til ${day}`, merge: 'Slå saman', todo: 'Gjer', more: 'Legg til ein organisasjon, eller finn dei som er førte to gonger:', add: 'Legg til', same: 'Duplikat' },
  en: { up: 'Administration', title: 'Organisations', lead: 'Every organisation that somebody has entered, and the register of municipalities and counties.', search: 'Name or number', searchHint: 'A part of the name, or the whole organisation number.', state: 'Show', states: { all: 'All', added: 'Entered by people', unnumbered: 'Without organisation number', ended: 'No longer there' }, none: 'No organisation fits what you searched for.', name: 'Name', number: 'Organisation number', missing: 'Not entered', workspaces: 'Workspaces', people: 'People', standing: 'State', now: 'Is there', ended: (day: string) => `Until ${day}`, merge: 'Merge', todo: 'Do', more: 'Add an organisation, or find those that are entered twice:', add: 'Add', same: 'Duplicates' },
})

const states = ['all', 'added', 'unnumbered', 'ended'] as const
const pageSize = 50

type Row = { id: string; name: string; kind: OrganisationKind; orgnr: string | null; official_number: string | null; validTo: string | null; workspaces: number; people: number; total: number }

/** Organisations by name. One statement; what they take part in is counted for those that are shown only. */
async function administeredOrganisations(db: Reader, filter: { text: string; state: (typeof states)[number]; today: string; page: number }): Promise<Row[]> {
  const conditions: ReturnType<typeof sql<SqlBool>>[] = [sql<SqlBool>`o.merged_into_id is null`]
  if (filter.text) conditions.push(sql<SqlBool>`(o.search_name like '%' || search_fold(${filter.text.replace(/[\\%_]/g, '\\$&')}) || '%' or o.orgnr = ${filter.text.replaceAll(/\s/g, '')})`)
  if (filter.state === 'added' || filter.state === 'unnumbered') conditions.push(sql<SqlBool>`not exists (select from register_entry r where r.organisation_id = o.id)`)
  if (filter.state === 'unnumbered') conditions.push(sql<SqlBool>`o.orgnr is null`)
  if (filter.state === 'ended') conditions.push(sql<SqlBool>`o.valid_to < ${filter.today}::date`)
  return (await sql<Row>`
    select o.id, o.name, o.kind, o.orgnr, o.official_number, o.valid_to as "validTo", o.total,
      (select count(*)::int from party p where p.organisation_id = o.id) as workspaces, (select count(distinct a.person_id)::int from affiliation a where a.organisation_id = o.id) as people
    from (select o.*, count(*) over ()::int as total from organisation o where ${sql.join(conditions, sql` and `)} order by o.name, o.id limit ${pageSize} offset ${(filter.page - 1) * pageSize}) o order by o.name, o.id`.execute(db)).rows
}

/** Every organisation, found by name or number, with the way to its own page and to merging it. */
export const administeredOrganisationsPage = page({
  path: '/admin/organisasjoner',
  access: administrators,
  load: async ({ db, query, now }) => {
    const text = (query.get('ord') ?? '').replaceAll('\0', '').trim().slice(0, 100)
    const state = states.find((one) => one === query.get('vis')) ?? 'all'
    const number = readPage(query)
    const today = osloDate(now).toString()
    return { text, state, number, today, rows: await administeredOrganisations(db, { text, state, today, page: number }) }
  },
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }) => [{ text: words[lang].up, href: '/admin' }],
  width: 'wide',
  view: ({ text, state, number, today, rows }, { lang, pathname, query }) => {
    const w = words[lang]
    const form = formState(null, { ord: text, vis: state })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <p>{w.more} <a href="/organisasjoner/ny">{w.add}</a>, <a href="/admin/duplikater">{w.same}</a></p>
        <DataTable
          lang={lang} caption={w.title} captionHidden rows={rows} path={pathname} query={query} paging={{ page: number, pageSize, total: rows[0]?.total ?? 0 }} empty={<p>{w.none}</p>}
          filters={(
            <Filters lang={lang} path={pathname} query={query} active={text !== '' || state !== 'all'}>
              <TextInput lang={lang} state={form} name="ord" label={w.search} hint={w.searchHint} />
              <Select lang={lang} state={form} name="vis" label={w.state} blank={false} options={states.map((value) => ({ value, label: w.states[value] }))} />
            </Filters>
          )}
          columns={[
            { key: 'name', header: w.name, rowHeader: true, cell: (one) => <a href={`/admin/organisasjoner/${one.id}`}>{one.name}</a> }, { key: 'number', header: w.number, cell: (one) => one.orgnr ?? w.missing },
            { key: 'state', header: w.standing, cell: (one) => (one.validTo && one.validTo < today ? w.ended(formatDate(one.validTo, lang)) : w.now) },
            { key: 'workspaces', header: w.workspaces, align: 'number', cell: (one) => formatNumber(one.workspaces, lang) }, { key: 'people', header: w.people, align: 'number', cell: (one) => formatNumber(one.people, lang) },
            { key: 'do', header: w.todo, cell: (one) => <a href={`/admin/duplikater?hva=organisasjoner&ord=${encodeURIComponent(one.name)}`}>{w.merge}<span class="ds-sr-only">: {one.name}</span></a> },
          ]}
        />
      </>
    )
  },
})
