import { itemPart } from '../../../platform/item/manifest.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Heading, State } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { measure } from './measure.ts'
import { milestoneShapes, milestoneState } from './milestone.ts'
import { type Milestone, milestonesOf } from './milestone.store.ts'
import { milestoneWords } from './milestone.words.ts'

/** Milestones on a measure's page. Somebody who cannot add any is not told that there are none. */
export const milestonePart = itemPart<Milestone[]>({
  kind: measure.name,
  load: (request, _, item) => milestonesOf(request.db, [item.id]),
  view: (milestones, { request: { lang, now }, workspace, item, abilities }) => {
    const w = milestoneWords[lang]
    if (milestones.length === 0 && !abilities.change) return null
    const here = itemPath(workspace, measure, item, '/milepaler')
    const today = osloDate(now)
    const columns: Column<Milestone>[] = [
      { key: 'title', header: w.column, rowHeader: true, cell: (m) => m.title },
      { key: 'due', header: w.due, cell: (m) => (m.dueOn ? formatDate(m.dueOn, lang) : '') },
      {
        key: 'state', header: w.status,
        cell: (m) => {
          const state = milestoneState(m, today)
          return <State lang={lang} kind={milestoneShapes[state]}>{m.doneOn ? w.doneOn(formatDate(m.doneOn, lang)) : w.states[state]}</State>
        },
      },
      ...(abilities.change ? [{ key: 'edit', header: w.edit, cell: (m: Milestone) => <a class="row-edit no-print" href={`${here}/${m.id}/endre`}>{w.edit}<span class="ds-sr-only">: {m.title}</span></a> }] : []),
    ]
    return (
      <section class="item-rows" aria-labelledby="milepaler">
        <Heading level={2} id="milepaler">{w.heading}</Heading>
        {milestones.length === 0 ? <p>{w.empty}</p> : <DataTable lang={lang} caption={w.heading} captionHidden columns={columns} rows={milestones} />}
        {abilities.change ? <p class="no-print"><ButtonLink href={`${here}/ny`} small>{w.addLink}</ButtonLink></p> : null}
      </section>
    )
  },
})
