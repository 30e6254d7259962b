import { page } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { partyHistory, type PartyPeriod } from '../../modules/actors/index.ts'
import { type InWorkspace, type Member, membersOf, roleWords, workspaceMembers } from '../../modules/workspaces/index.ts'
import { type Column, DataTable, Heading, Lead } from '../../ui/index.ts'
import { peopleCrumbs } from './people.tsx'
import { peopleWords } from './people.words.ts'
import { partnersWords } from './partners.words.ts'

/** «1. mars 2024–nå», with what is not known said. */
const period = (from: string | null, to: string | null, lang: Lang): string =>
  `${from ? formatDate(from, lang) : peopleWords[lang].unknown} – ${to ? formatDate(to, lang) : peopleWords[lang].now}`

/** Everybody who takes or has taken part, and when. For those who take part themselves. */
export const historyPage = page({
  path: '/arbeidsrom/:workspace/partnere/historie',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const today = osloDate(request.now).toString()
    const [members, parties] = await Promise.all([membersOf(request.db, workspace.id), partyHistory(request.db, workspace.id)])
    // A role that was corrected on its first day was never held.
    const held = members.filter((one) => one.valid_from <= today && (one.valid_to === null || one.valid_to >= one.valid_from))
    return { parties, people: held.toSorted((a, b) => (a.valid_to ?? '9').localeCompare(b.valid_to ?? '9') * -1 || b.valid_from.localeCompare(a.valid_from)) }
  },
  title: (_, request) => peopleWords[request.lang].historyTitle,
  crumbs: (_, { lang }, { workspace }) => peopleCrumbs(workspace, lang),
  view: ({ parties, people }, { lang }) => {
    const w = peopleWords[lang]
    const personColumns: Column<Member>[] = [
      { key: 'name', header: w.name, rowHeader: true, cell: (one) => one.name },
      { key: 'role', header: w.role, cell: (one) => roleWords[lang][one.role].name },
      { key: 'organisation', header: w.organisation, cell: (one) => one.organisation ?? '' },
      { key: 'period', header: w.period, cell: (one) => period(one.valid_from, one.valid_to, lang) },
    ]
    const partyColumns: Column<PartyPeriod>[] = [
      { key: 'name', header: w.name, rowHeader: true, cell: (one) => one.name },
      { key: 'role', header: w.role, cell: (one) => partnersWords[lang].roles[one.role] },
      { key: 'period', header: w.period, cell: (one) => period(one.from, one.to, lang) },
    ]
    return (
      <>
        <Heading level={1}>{w.historyTitle}</Heading>
        <Lead>{w.historyLead}</Lead>
        <DataTable lang={lang} caption={w.organisations} columns={partyColumns} rows={parties} empty={<p>{w.empty}</p>} />
        <DataTable lang={lang} caption={w.people} columns={personColumns} rows={people} empty={<p>{w.empty}</p>} />
      </>
    )
  },
})
