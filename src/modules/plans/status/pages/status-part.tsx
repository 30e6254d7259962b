import { hasRole } from '../../../../platform/access/viewer.ts'
import { itemPart } from '../../../../platform/item/manifest.ts'
import { leading } from '../../../../platform/item/kind.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { isPast } from '../../../../platform/time/oslo.ts'
import { ButtonLink, Facts, Heading } from '../../../../ui/index.ts'
import { isKeptElsewhere } from '../../measure/elsewhere.ts'
import { measure } from '../../measure/measure.ts'
import { lastAnswers, type LastAnswer } from '../answer.store.ts'
import { latestRound } from '../round.store.ts'
import type { Round } from '../status.ts'
import { stateText } from './answer-form.tsx'
import { roundsPath } from './paths.ts'
import { roundWords } from './round.words.ts'
import { toldBy } from './told.tsx'

type Data = { last: LastAnswer | undefined; round: Round | null; leads: boolean; member: boolean }

/** On a measure's page: when and by whom it was last answered about, and the way to ask. For members: it names people. */
export const statusPart = itemPart<Data>({
  kind: measure.name,
  load: async (request, workspace, item) => {
    const member = request.viewer.memberships.some((one) => one.workspaceId === workspace.id)
    return {
      member, leads: workspace.state === 'active' && hasRole(request.viewer, workspace.id, ...leading),
      last: member ? (await lastAnswers(request.db, workspace.id, [item.id])).get(item.id) : undefined, round: member ? await latestRound(request.db, workspace.id, item.id) : null,
    }
  },
  view: ({ last, round, leads, member }, { request: { lang, now }, workspace, item }) => {
    const w = roundWords[lang]
    // What is kept in another system is not asked about here; what was answered before it was, still stands.
    const elsewhere = isKeptElsewhere(item.fields)
    if (!member || (!last && (!leads || elsewhere))) return null
    const asked = round?.state === 'open' && !isPast(round.dueOn, now)
    return (
      <section class="item-rows" aria-labelledby="status-svar">
        <Heading level={2} id="status-svar">{w.statusPart}</Heading>
        {last ? <Facts facts={[{ term: w.lastAnswered, value: <>{toldBy(last, lang)}{last.state ? `: ${stateText(last.state, lang).toLocaleLowerCase(lang)}` : ''}. <a href={roundsPath(workspace, String(last.round))}>{last.roundTitle}</a></> }]} /> : <p>{w.neverAnswered}</p>}
        {asked && round ? <p>{w.openQuestion(formatDate(round.dueOn, lang))} <a href={roundsPath(workspace, String(round.number))}>{w.toSee}</a></p> : null}
        {leads && !asked && !elsewhere ? <p class="no-print"><ButtonLink href={`${roundsPath(workspace, 'ny')}?tiltak=${item.number}`} small>{w.ask}</ButtonLink></p> : null}
      </section>
    )
  },
})
