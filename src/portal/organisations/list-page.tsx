import { everyone, page } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { listOrganisations, offerKinds, organisationPath } from '../../modules/actors/index.ts'
import { type Column, DataTable, EmptyState, Filters, formState, Heading, Lead, readPage, Select, Tag, TextInput } from '../../ui/index.ts'
import { mayAddOrganisations, newOrganisationPath } from '../new-organisation/new-organisation.tsx'
import { newOrganisationWords } from '../new-organisation/new-organisation.words.ts'
import { offerWords } from './offer.words.ts'
import { organisationWords } from './organisation.words.ts'

export const organisationKinds = ['municipality', 'county', 'state', 'academia', 'business', 'volunteers', 'region', 'other'] as const
const pageSize = 50

type Row = Awaited<ReturnType<typeof listOrganisations>>['rows'][number]

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null => values.find((value) => value === text) ?? null

/** Find an organisation: by name or number, by kind, by county, by what it can contribute. */
export const organisationListPage = page({
  path: '/organisasjoner',
  access: everyone,
  shared: true,
  listed: true,
  styles: ['organisations.page.css'],
  load: async ({ db, viewer, query, now }) => {
    const filter = {
      text: (query.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100), kind: oneOf(organisationKinds, query.get('slag')), contributes: oneOf(offerKinds, query.get('bidrar')),
      county: /^\d{2}$/.test(query.get('fylke') ?? '') ? query.get('fylke') : null,
    }
    return { filter, page: readPage(query), ...(await listOrganisations(db, viewer, { ...filter, page: readPage(query), pageSize, today: osloDate(now).toString() })) }
  },
  title: (_, { lang }) => organisationWords[lang].title,
  description: (_, { lang }) => organisationWords[lang].lead,
  view: ({ filter, page: number, rows, total, counties }, { lang, pathname, query, viewer }) => {
    const w = organisationWords[lang]
    const state = formState(null, { q: filter.text, slag: filter.kind ?? '', fylke: filter.county ?? '', bidrar: filter.contributes ?? '' })
    const columns: Column<Row>[] = [
      { key: 'name', header: w.name, rowHeader: true, cell: (one) => <><a href={organisationPath(one)}>{one.name}</a>{one.example ? <> <Tag>{w.example}</Tag></> : null}{one.valid_to ? <span class="hint"> {w.until(formatDate(one.valid_to, lang))}</span> : null}</> },
      { key: 'kind', header: w.kind, cell: (one) => w.kinds[one.kind as 'other'] ?? '' },
      { key: 'number', header: w.number, cell: (one) => one.official_number ?? one.orgnr ?? '' },
      { key: 'offers', header: w.canContribute, cell: (one) => (one.offers > 0 ? w.ways(one.offers) : '') },
    ]
    const active = Boolean(filter.text || filter.kind || filter.county || filter.contributes)
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <Filters lang={lang} path={pathname} query={query} active={active}>
          <TextInput lang={lang} state={state} name="q" type="search" label={w.search} />
          <Select lang={lang} state={state} name="slag" label={w.kind} blank={w.anyKind} options={organisationKinds.map((value) => ({ value, label: w.kinds[value] }))} />
          {counties.length > 0 ? <Select lang={lang} state={state} name="fylke" label={w.county} blank={w.anyCounty} options={counties.map((one) => ({ value: one.number, label: one.name }))} /> : null}
          <Select lang={lang} state={state} name="bidrar" label={w.contributes} blank={w.anyContribution} options={offerKinds.map((value) => ({ value, label: offerWords[lang].kinds[value] }))} />
        </Filters>
        <DataTable
          lang={lang} caption={w.list} captionHidden columns={columns} rows={rows} path={pathname} query={query} paging={{ page: number, pageSize, total }}
          empty={<EmptyState title={w.none} {...(active && { actions: <a href={pathname}>{w.showAll}</a> })}><p>{w.noneText}</p></EmptyState>}
        />
        {mayAddOrganisations(viewer) ? <p><a href={newOrganisationPath}>{newOrganisationWords[lang].title}</a></p> : null}
        <p><a href="/organisasjoner/kan-bidra">{w.toOffers}</a></p>
        <p><a href="/personer">{w.toPeople}</a></p>
      </>
    )
  },
})
