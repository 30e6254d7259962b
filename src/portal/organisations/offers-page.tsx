import { everyone, page } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { offerKinds, readOffers } from '../../modules/actors/index.ts'
import { EmptyState, Filters, formState, Heading, Lead, Pagination, readPage, Select, TextInput } from '../../ui/index.ts'
import { OffersByOrganisation } from './offer-list.tsx'
import { offerWords } from './offer.words.ts'
import { organisationWords } from './organisation.words.ts'

const pageSize = 40

/** What all organisations can contribute, by words and by kind, as far as the viewer may read. */
export const offersPage = page({
  path: '/organisasjoner/kan-bidra',
  access: everyone,
  listed: true,
  styles: ['organisations.page.css'],
  load: async ({ db, viewer, query, now }) => {
    const text = (query.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
    const kind = offerKinds.find((one) => one === query.get('slag')) ?? null
    const today = osloDate(now).toString()
    return { text, kind, today, page: readPage(query), ...(await readOffers(db, viewer, today, { text, ...(kind && { kinds: [kind] }), page: readPage(query), pageSize })) }
  },
  title: (_, { lang }) => offerWords[lang].title,
  crumbs: (_, { lang }) => [{ text: organisationWords[lang].title, href: '/organisasjoner' }],
  view: ({ text, kind, today, page: number, offers, total }, { lang, pathname, query }) => {
    const w = offerWords[lang]
    const state = formState(null, { q: text, slag: kind ?? '' })
    const active = Boolean(text || kind)
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <Filters lang={lang} path={pathname} query={query} active={active}>
          <TextInput lang={lang} state={state} name="q" type="search" label={w.search} />
          <Select lang={lang} state={state} name="slag" label={w.kind} blank={w.anyKind} options={offerKinds.map((value) => ({ value, label: w.kinds[value] }))} />
        </Filters>
        {offers.length > 0 ? <OffersByOrganisation lang={lang} today={today} offers={offers} level={2} />
          : active ? <EmptyState title={w.none}><p>{w.noneText}</p></EmptyState>
          : <EmptyState picture="start" title={w.emptyTitle} actions={<a href="/organisasjoner">{w.toOrganisations}</a>}><p>{w.emptyText}</p></EmptyState>}
        <Pagination lang={lang} path={pathname} query={query} paging={{ page: number, pageSize, total }} />
      </>
    )
  },
})
