import { everyone, page } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { findHelpers } from '../../modules/actors/index.ts'
import { EmptyState, Filters, formState, Heading, Lead, Pagination, Prose, readPage, Tag, TextInput } from '../../ui/index.ts'
import { personWords } from './people.words.ts'

const pageSize = 40

/** People by what they can help with: those who have agreed to show both that and their name to the one who looks. */
export const helpersPage = page({
  path: '/personer',
  access: everyone,
  styles: ['organisations.page.css'],
  load: async ({ db, viewer, query, now }) => {
    const text = (query.get('q') ?? '').replaceAll('\0', '').trim().slice(0, 100)
    return { text, page: readPage(query), ...(await findHelpers(db, viewer, osloDate(now).toString(), { text, page: readPage(query), pageSize })) }
  },
  title: (_, { lang }) => personWords[lang].people,
  view: ({ text, page: number, people, total }, { lang, pathname, query, viewer }) => {
    const w = personWords[lang]
    return (
      <>
        <Heading level={1}>{w.people}</Heading>
        <Lead>{w.peopleLead}</Lead>
        <Filters lang={lang} path={pathname} query={query} active={text !== ''}>
          <TextInput lang={lang} state={formState(null, { q: text })} name="q" type="search" label={w.search} />
        </Filters>
        {people.length === 0 ? <EmptyState title={w.none}><p>{text ? w.noneText : w.emptyText}</p></EmptyState> : (
          <ul class="offers">
            {people.map((one) => (
              <li>
                <p><a href={`/personer/${one.id}`}>{one.name}</a>{one.title || one.organisation ? <span class="hint"> {[one.title, one.organisation].filter(Boolean).join(', ')}</span> : null}</p>
                {one.help ? <Prose text={one.help} /> : null}
                {one.topics.length > 0 ? <p>{one.topics.map((topic) => <><Tag>{topic}</Tag> </>)}</p> : null}
              </li>
            ))}
          </ul>
        )}
        <Pagination lang={lang} path={pathname} query={query} paging={{ page: number, pageSize, total }} />
        {viewer.person ? <p><a href="/min-side/profil">{w.toProfile}</a></p> : null}
      </>
    )
  },
})
