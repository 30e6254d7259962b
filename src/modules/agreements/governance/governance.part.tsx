import { itemPart } from '../../../platform/item/manifest.ts'
import { membershipsIn } from '../../../platform/access/viewer.ts'
import { formatDate, formatList } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Heading, State, type StateKind } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { governanceModel } from './governance.ts'
import { influenceOf, seatsOf } from './governance.store.ts'
import { influenceWords, seatWords } from './governance.words.ts'
import { type Influence, influenceState, type InfluenceState, missingMeans, type Seat, sits } from './influence.ts'

/** Where the yearly reports are: a later room's, so that it is a link and no import. */
const reportsSegment = 'arsrapport'

const shapes: Readonly<Record<InfluenceState, StateKind>> = { done: 'completed', overdue: 'delayed', planned: 'not_started', undated: 'watch' }

/** On a governance model's page: who leads, and how politics steers, with what is missing or late said in words. */
export const governancePart = itemPart<{ seats: Seat[]; influence: Influence[]; member: boolean }>({
  kind: governanceModel.name,
  load: async (request, workspace, item) => {
    const [seats, influence] = await Promise.all([seatsOf(request.db, item.id), influenceOf(request.db, item.id)])
    return { seats, influence, member: membershipsIn(request.viewer, workspace.id).length > 0 }
  },
  view: ({ seats, influence, member }, { request: { lang, now }, workspace, item, abilities }) => {
    const [s, w] = [seatWords[lang], influenceWords[lang]]
    const today = osloDate(now).toString()
    const here = (rest: string) => itemPath(workspace, governanceModel, item, `/${rest}`)
    const day = (on: string | null) => (on ? formatDate(on, lang) : '')
    const edit = <R extends { id: string }>(segment: string, text: string, name: (row: R) => string): Column<R>[] =>
      abilities.change ? [{ key: 'edit', header: text, cell: (row) => <a class="row-edit no-print" href={here(`${segment}/${row.id}/endre`)}>{text}<span class="ds-sr-only">: {name(row)}</span></a> }] : []
    const seatColumns: Column<Seat>[] = [
      { key: 'role', header: s.role, rowHeader: true, cell: (one) => s.roles[one.role] },
      { key: 'who', header: s.organisation, cell: (one) => [one.organisation, member ? one.holder : null].filter(Boolean).join(', ') },
      { key: 'term', header: s.period, cell: (one) => [day(one.fromOn), day(one.toOn)].filter(Boolean).join('–') },
      { key: 'state', header: w.state, cell: (one) => sits(one, today) ? <State lang={lang} kind="completed">{s.sits}</State> : <State lang={lang} kind={one.fromOn !== null && one.fromOn > today ? 'not_started' : 'delayed'}>{one.fromOn !== null && one.fromOn > today ? s.coming : s.over}</State> },
      ...edit<Seat>('ledelse', s.edit, (one) => s.roles[one.role]),
    ]
    const influenceColumns: Column<Influence>[] = [
      { key: 'means', header: w.means, rowHeader: true, cell: (one) => w.all[one.means] },
      { key: 'body', header: w.body, cell: (one) => <>{one.body}{one.note ? <div class="hint">{one.note}</div> : null}{one.means === 'report' ? <div><a href={workspacePath(workspace, reportsSegment)}>{w.reports}</a></div> : null}</> },
      { key: 'due', header: w.due, cell: (one) => day(one.dueOn) },
      { key: 'state', header: w.state, cell: (one) => <State lang={lang} kind={shapes[influenceState(one, today)]}>{one.doneOn ? w.doneOn(day(one.doneOn)) : w.states[influenceState(one, today)]}</State> },
      ...edit<Influence>('innflytelse', w.edit, (one) => w.all[one.means]),
    ]
    const missing = missingMeans(influence, today)
    return (
      <>
        <section class="item-rows" aria-labelledby="ledelse">
          <Heading level={2} id="ledelse">{s.heading}</Heading>
          {seats.length === 0 ? <p>{s.empty}</p> : <DataTable lang={lang} caption={s.heading} captionHidden columns={seatColumns} rows={seats} />}
          {abilities.change ? <p class="no-print"><ButtonLink href={here('ledelse/ny')} small>{s.addLink}<span class="ds-sr-only">: {s.heading}</span></ButtonLink></p> : null}
        </section>
        <section class="item-rows" aria-labelledby="innflytelse">
          <Heading level={2} id="innflytelse">{w.heading}</Heading>
          {influence.length === 0 ? <p>{w.empty}</p> : (
            <>
              <p>{missing.length > 0 ? <State lang={lang} kind="watch">{w.missing(formatList(missing.map((one) => w.all[one].toLowerCase()), lang))}</State> : <State lang={lang} kind="holds">{w.complete}</State>}</p>
              <DataTable lang={lang} caption={w.heading} captionHidden columns={influenceColumns} rows={influence} />
            </>
          )}
          {abilities.change ? <p class="no-print"><ButtonLink href={here('innflytelse/ny')} small>{w.addLink}<span class="ds-sr-only">: {w.heading}</span></ButtonLink></p> : null}
        </section>
      </>
    )
  },
})
