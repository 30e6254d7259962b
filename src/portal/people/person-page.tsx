import { type Access, page, type Scope } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { isId } from '../../platform/item/id.ts'
import { affiliationsOf, organisationLink, organisationPath, seenPerson, type SeenPerson } from '../../modules/actors/index.ts'
import { workspacePath, roleWords } from '../../modules/workspaces/index.ts'
import { ButtonLink, type Column, DataTable, Facts, Heading, Prose, Tag } from '../../ui/index.ts'
import { personWords } from './people.words.ts'
import { periodText } from './profile-page.tsx'
import { type PersonRole, rolesOf } from './roles.store.ts'

/** Those whom a person lets see them, and those who are in a workspace with them. For all others there is no such person. */
export const personReaders: Access<Scope & { person: SeenPerson }> = {
  name: 'person-readers',
  async check(request, params) {
    const id = params.person ?? ''
    const person = isId(id) ? await seenPerson(request.db, request.viewer, id, osloDate(request.now).toString()) : null
    return person ? { person } : { denied: 'missing' }
  },
}

/** A person, as far as they show themselves to the one who looks. */
export const personPage = page({
  path: '/personer/:person{[0-9a-f-]{36}}',
  access: personReaders,
  load: async ({ db, viewer, now }, { person }) => {
    const [roles, affiliations] = await Promise.all([rolesOf(db, viewer, person.id, osloDate(now).toString(), person.roleShown), person.roleShown ? affiliationsOf(db, person.id) : []])
    return { roles, affiliations: affiliations.filter((one) => one.confirmed) }
  },
  title: (_, __, { person }) => person.name,
  crumbs: (_, { lang }) => [{ text: personWords[lang].people, href: '/personer' }],
  view: ({ roles, affiliations }, { lang, viewer }, { person }) => {
    const w = personWords[lang]
    const columns: Column<PersonRole>[] = [
      { key: 'workspace', header: w.workspace, rowHeader: true, cell: (one) => <a href={workspacePath(one)}>{one.title}</a> },
      { key: 'role', header: w.role, cell: (one) => roleWords[lang][one.role as 'leader']?.name ?? '' },
      { key: 'organisation', header: w.actsFor, cell: (one) => (one.organisationId ? <a href={organisationLink(one.organisationId)}>{one.organisation}</a> : '') },
      { key: 'from', header: w.since, cell: (one) => formatDate(one.from, lang) },
    ]
    const contact = [
      ...(person.email ? [{ term: w.email, value: <a href={`mailto:${person.email}`}>{person.email}</a> }] : []),
      ...(person.phone ? [{ term: w.phone, value: <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>{person.phone}</a> }] : []),
    ]
    return (
      <>
        <Heading level={1}>{person.name}</Heading>
        {viewer.person?.id === person.id ? <p><ButtonLink href="/min-side/profil">{w.changeOwn}</ButtonLink></p> : null}
        {affiliations.length > 0 ? <ul>{affiliations.map((one) => <li><a href={organisationPath(one.organisation)}>{one.organisation.name}</a>{periodText(one, lang) ? `, ${periodText(one, lang)}` : ''}</li>)}</ul> : null}
        {person.help || (person.topics?.length ?? 0) > 0 ? (
          <section>
            <Heading level={2}>{w.helpsWith}</Heading>
            {person.help ? <Prose text={person.help} /> : null}
            {person.topics && person.topics.length > 0 ? <p>{person.topics.map((topic) => <><Tag>{topic}</Tag> </>)}</p> : null}
          </section>
        ) : null}
        <section>
          <Heading level={2}>{w.contact}</Heading>
          {contact.length > 0 ? <Facts facts={contact} /> : <p>{w.noContact}</p>}
        </section>
        <section>
          <Heading level={2}>{w.roles}</Heading>
          {roles.length > 0 ? <DataTable lang={lang} caption={w.roles} captionHidden columns={columns} rows={roles} /> : <p>{w.noRoles}</p>}
        </section>
      </>
    )
  },
})
