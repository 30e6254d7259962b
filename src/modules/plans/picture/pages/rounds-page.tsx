import { hasRole } from '../../../../platform/access/viewer.ts'
import { page } from '../../../../platform/http/page.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { asking, type InWorkspace, workspaceMembers } from '../../../workspaces/index.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Heading, Lead } from '../../../../ui/index.ts'
import { roundsOf } from '../round.store.ts'
import type { Round } from '../round.ts'
import { pictureCrumbs, picturesPath } from './paths.ts'
import { pictureWords } from './picture.words.ts'

/** Every round in which partners were asked about the challenges, and the way to ask. */
export const roundsPage = page({
  path: '/arbeidsrom/:workspace/utfordringer/felles-bilde',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const leads = workspace.state === 'active' && hasRole(request.viewer, workspace.id, ...leading)
    const rounds = (await roundsOf(request.db, workspace.id)).filter((round) => leads || round.state !== 'draft')
    return { rounds, leads, counts: await asking.countsOf(request.db, 'picture', rounds.map((round) => round.id)) }
  },
  title: (_, { lang }) => pictureWords[lang].rounds,
  crumbs: (_, { lang }, { workspace }) => pictureCrumbs(workspace, lang, false),
  view: ({ rounds, leads, counts }, { lang }, { workspace }) => {
    const w = pictureWords[lang]
    const columns: Column<Round>[] = [
      { key: 'title', header: w.round, rowHeader: true, cell: (round) => <a href={picturesPath(workspace, `${round.number}${round.state === 'draft' ? '/se-over' : ''}`)}>{round.title}</a> },
      { key: 'state', header: w.state, cell: (round) => w.states[round.state] },
      { key: 'due', header: w.due, cell: (round) => formatDate(round.dueOn, lang) },
      { key: 'answered', header: w.answered, cell: (round) => (round.state === 'draft' ? '' : w.of(counts.get(round.id)?.answered ?? 0, counts.get(round.id)?.asked ?? 0)) },
    ]
    return (
      <>
        <Heading level={1}>{w.rounds}</Heading>
        <Lead>{w.lead}</Lead>
        {leads ? <div class="actions"><ButtonLink href={picturesPath(workspace, 'ny')} variant="primary">{w.ask}</ButtonLink></div> : null}
        {rounds.length === 0 ? <EmptyState title={w.none}><p>{w.noneText}</p></EmptyState> : <><Heading level={2}>{w.history}</Heading><DataTable lang={lang} caption={w.history} captionHidden columns={columns} rows={rounds} /></>}
      </>
    )
  },
})
