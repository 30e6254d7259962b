import { hasRole } from '../../../../platform/access/viewer.ts'
import { page } from '../../../../platform/http/page.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { type InWorkspace, workspaceMembers } from '../../../workspaces/index.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Heading, Lead } from '../../../../ui/index.ts'
import { countsOf } from '../answer.store.ts'
import { roundsOf } from '../round.store.ts'
import type { Round } from '../status.ts'
import { roundCrumbs, roundsPath } from './paths.ts'
import { roundWords } from './round.words.ts'

/** The rounds of a workspace, newest first, with how far each has come. */
export const roundsPage = page({
  path: '/arbeidsrom/:workspace/plan/status',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const leads = hasRole(request.viewer, workspace.id, ...leading)
    const rounds = (await roundsOf(request.db, workspace.id)).filter((round) => leads || round.state !== 'draft')
    return { rounds, leads: leads && workspace.state === 'active', counts: await countsOf(request.db, rounds.map((round) => round.id)) }
  },
  title: (_, { lang }) => roundWords[lang].rounds,
  crumbs: (_, { lang }, { workspace }) => roundCrumbs(workspace, lang, false),
  view: ({ rounds, leads, counts }, { lang }, { workspace }) => {
    const w = roundWords[lang]
    const count = (round: Round) => counts.get(round.id)
    const columns: Column<Round>[] = [
      { key: 'title', header: w.round, rowHeader: true, cell: (round) => <a href={roundsPath(workspace, `${round.number}${round.state === 'draft' ? '/se-over' : ''}`)}>{round.title}</a> },
      { key: 'state', header: w.state, cell: (round) => w.states[round.state] },
      { key: 'due', header: w.due, cell: (round) => formatDate(round.dueOn, lang) },
      { key: 'answered', header: w.answered, cell: (round) => (round.state === 'draft' ? '' : w.of(count(round)?.answered ?? 0, count(round)?.asked ?? 0)) },
      { key: 'waiting', header: w.waiting, cell: (round) => (round.state === 'open' ? w.people(count(round)?.waiting ?? 0) : '') },
      { key: 'decisions', header: w.decisions, align: 'number', cell: (round) => (round.state === 'draft' ? '' : (count(round)?.decisions ?? 0)) },
    ]
    return (
      <>
        <Heading level={1}>{w.rounds}</Heading>
        <Lead>{w.lead}</Lead>
        {leads ? <div class="actions"><ButtonLink href={roundsPath(workspace, 'ny')} variant="primary">{w.ask}</ButtonLink><ButtonLink href={roundsPath(workspace, 'prov')}>{w.trial}</ButtonLink></div> : null}
        {rounds.length === 0 ? <EmptyState title={w.none}><p>{w.noneText}</p></EmptyState> : <><Heading level={2}>{w.history}</Heading><DataTable lang={lang} caption={w.history} captionHidden columns={columns} rows={rounds} /></>}
      </>
    )
  },
})
