import { sql } from 'kysely'
import type { AskedKind } from '../../platform/item/asked.ts'
import { leading } from '../../platform/item/kind.ts'
import { reportWords } from './report.words.ts'
import { yearlyReport } from './yearly-report.ts'

/** So long before its day those who lead are reminded of a yearly report. */
const daysBefore = 90

const { nb, nn, en } = reportWords

/** Yearly reports that the plan for political influence has a day for, until it is said there that the report was given. */
export const reportsAsked: AskedKind = {
  what: 'yearly_report',
  words: { nb: nb.asked, nn: nn.asked, en: en.asked },
  rows: ({ viewer, today }) => {
    const led = viewer.memberships.filter((one) => leading.includes(one.role)).map((one) => one.workspaceId)
    return led.length === 0 ? null : sql`
      select ${reportWords[viewer.lang].askedFor('')}::text || i.body, i.due_on, item.workspace_id, ${yearlyReport.segment}::text, false
      from governance_influence i join item on item.id = i.item_id
      where item.workspace_id = any(${[...new Set(led)]}::uuid[]) and item.removed_at is null and item.audience in ('public', 'workspace') and i.means = 'report' and i.done_on is null and i.due_on <= ${today}::date + ${daysBefore}::int`
  },
}
