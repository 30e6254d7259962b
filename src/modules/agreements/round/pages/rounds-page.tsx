import { hasRole } from '../../../../platform/access/viewer.ts'
import { page } from '../../../../platform/http/page.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { asking, type InWorkspace, workspaceMembers } from '../../../workspaces/index.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Heading, Lead } from '../../../../ui/index.ts'
import { AgreementPlaces } from '../../room/places.tsx'
import { roundsOf } from '../round.store.ts'
import type { Round } from '../round.ts'
import { expectationCrumbs, expectationsPath } from './paths.ts'
import { roundWords } from './round.words.ts'

/** Every round in which somebody was asked what they expect, and the way to ask. */
export const roundsPage = page({
  path: '/arbeidsrom/:workspace/forventninger',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const leads = workspace.state === 'active' && hasRole(request.viewer, workspace.id, ...leading)
    const rounds = (await roundsOf(request.db, workspace.id)).filter((round) => leads || round.state !== 'draft')
    return { rounds, leads, counts: await asking.countsOf(request.db, 'expectation', rounds.map((round) => round.id)) }
  },
  title: (_, { lang }) => roundWords[lang].rounds,
  crumbs: (_, { lang }, { workspace }) => expectationCrumbs(workspace, lang, false),
  view: ({ rounds, leads, counts }, { lang }, { workspace }) => {
    const w = roundWords[lang]
    const columns: Column<Round>[] = [
      { key: 'title', header: w.round, rowHeader: true, cell: (round) => <a href={expectationsPath(workspace, `${round.number}${round.state === 'draft' ? '/se-over' : ''}`)}>{round.title}</a> },
      { key: 'state', header: w.state, cell: (round) => w.states[round.state] },
      { key: 'due', header: w.due, cell: (round) => formatDate(round.dueOn, lang) },
      { key: 'answered', header: w.answered, cell: (round) => (round.state === 'draft' ? '' : w.of(counts.get(round.id)?.answered ?? 0, counts.get(round.id)?.asked ?? 0)) },
    ]
    return (
      <>
        <Heading level={1}>{w.rounds}</Heading>
        <AgreementPlaces workspace={workspace} lang={lang} here="expectations" />
        <Lead>{w.lead}</Lead>
        <div class="actions">
          {leads ? <ButtonLink href={expectationsPath(workspace, 'ny')} variant="primary">{w.ask}</ButtonLink> : null}
        </div>
        {rounds.length === 0 ? <EmptyState title={w.none}><p>{w.noneText}</p></EmptyState> : <><Heading level={2}>{w.history}</Heading><DataTable lang={lang} caption={w.history} captionHidden columns={columns} rows={rounds} /></>}
      </>
    )
  },
})
