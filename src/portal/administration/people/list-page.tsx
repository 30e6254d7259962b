import { administrators, page } from '../../../platform/http/page.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type AdministeredPerson, administeredPeople, personStates } from '../../../modules/actors/index.ts'
import { DataTable, Filters, formState, Heading, Lead, readPage, Select, State, TextInput } from '../../../ui/index.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { administeredWords } from './people.words.ts'

export const administeredPath = '/admin/personer'
const pageSize = 50

/** How an account stands, in a word: the one that matters most. */
export const Standing = ({ lang, person }: { lang: Lang; person: Pick<AdministeredPerson, 'blockedAt' | 'leaving' | 'administrator' | 'firstLogin'> }) => {
  const w = administeredWords[lang]
  if (person.blockedAt) return <State lang={lang} kind="cancelled">{w.blocked}</State>
  if (person.leaving) return <State lang={lang} kind="watch">{w.leaving}</State>
  if (person.administrator) return <State lang={lang} kind="completed">{w.administrator}</State>
  return person.firstLogin ? <State lang={lang} kind="completed">{w.active}</State> : <State lang={lang} kind="not_started">{w.notYet}</State>
}

/** Everybody with an account, found by name or a part of their address. */
export const administeredPeoplePage = page({
  path: administeredPath,
  access: administrators,
  load: async ({ db, query }) => {
    const text = (query.get('ord') ?? '').replaceAll('\0', '').trim().slice(0, 100)
    const state = personStates.find((one) => one === query.get('vis')) ?? 'all'
    const number = readPage(query)
    return { text, state, number, ...(await administeredPeople(db, { text, state, page: number, pageSize })) }
  },
  title: (_, { lang }) => administeredWords[lang].title,
  crumbs: (_, { lang }) => [{ text: administeredWords[lang].up, href: '/admin' }],
  width: 'wide',
  view: ({ text, state, number, people, total }, { lang, pathname, query }) => {
    const w = administeredWords[lang]
    const form = formState(null, { ord: text, vis: state })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <DataTable
          lang={lang} caption={w.title} captionHidden rows={people} path={pathname} query={query} paging={{ page: number, pageSize, total }} empty={<p>{w.none}</p>}
          filters={(
            <Filters lang={lang} path={pathname} query={query} active={text !== '' || state !== 'all'}>
              <TextInput lang={lang} state={form} name="ord" label={w.search} hint={w.searchHint} />
              <Select lang={lang} state={form} name="vis" label={w.state} blank={false} options={personStates.map((value) => ({ value, label: w.states[value] }))} />
            </Filters>
          )}
          columns={[
            { key: 'name', header: w.name, rowHeader: true, cell: (one) => <a href={`${administeredPath}/${one.id}`}>{one.name}</a> },
            { key: 'email', header: w.email, cell: (one) => one.email ?? w.noEmail },
            { key: 'state', header: w.standing, cell: (one) => <Standing lang={lang} person={one} /> },
            { key: 'latest', header: w.latest, cell: (one) => (one.latest ? formatDate(osloDate(one.latest), lang) : w.never) },
          ]}
        />
      </>
    )
  },
})
