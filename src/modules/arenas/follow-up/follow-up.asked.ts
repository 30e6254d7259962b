import { type RawBuilder, sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import { hasRole, workspacesOf } from '../../../platform/access/viewer.ts'
import type { AskedKind } from '../../../platform/item/asked.ts'
import { leading } from '../../../platform/item/kind.ts'
import { followUp } from './follow-up.ts'
import { heldBy, readableToHolder } from './held.ts'
import { lateAfter } from './reminding.ts'

/** Tasks that are theirs, and for those who lead, those that wait for help or are long past their date. */
export const followUpAsked: readonly AskedKind[] = [
  {
    what: 'follow_up',
    words: { nb: 'Oppgave', nn: 'Oppgåve', en: 'Task' },
    rows: ({ viewer }) => (viewer.memberships.length === 0 ? null : sql`
      select item.title, f.due_on, item.workspace_id, '/min-side/oppgaver/' || item.id, coalesce(f.responsible_id = ${viewer.person?.id ?? null}::uuid, false)
      from follow_up f join item on item.id = f.id
      where item.removed_at is null and item.state in ('open', 'on_the_way') and ${readableToHolder(viewer)} and ${heldBy(viewer)}`),
  },
  {
    what: 'follow_up_help',
    words: { nb: 'Oppgave som trenger hjelp', nn: 'Oppgåve som treng hjelp', en: 'Task that needs help' },
    rows: ({ viewer, today }) => {
      const led = workspacesOf(viewer).filter((id) => hasRole(viewer, id, ...leading))
      // Each has its index: most tasks are neither, and are not looked at.
      const where = (which: RawBuilder<unknown>) => sql`
        select item.title, f.due_on, item.workspace_id, ${`${followUp.segment}/`} || item.number, false
        from follow_up f join item on item.id = f.id
        where item.kind = 'follow_up' and item.workspace_id = any(${led}::uuid[]) and item.removed_at is null and ${readable(viewer)} and not ${heldBy(viewer)} and ${which}`
      return led.length === 0 ? null : sql`${where(sql`item.state = 'problem'`)} union all ${where(sql`item.state in ('open', 'on_the_way') and f.due_on < ${today}::date - ${lateAfter}::int`)}`
    },
  },
]
