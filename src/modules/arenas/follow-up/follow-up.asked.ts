import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import { hasRole, workspacesOf } from '../../../platform/access/viewer.ts'
import type { AskedKind } from '../../../platform/item/asked.ts'
import { leading } from '../../../platform/item/kind.ts'
import { followUp } from './follow-up.ts'
import { heldBy } from './held.ts'
import { lateAfter } from './reminding.ts'

/** Tasks that are theirs, and for those who lead, those that wait for help or are long past their date. */
export const followUpAsked: readonly AskedKind[] = [
  {
    what: 'follow_up',
    words: { nb: 'Oppgave', nn: 'Oppgåve', en: 'Task' },
    rows: ({ viewer }) => (viewer.memberships.length === 0 ? null : sql`
      select item.title, f.due_on, item.workspace_id, '/min-side/oppgaver/' || item.id, coalesce(f.responsible_id = ${viewer.person?.id ?? null}::uuid, false)
      from follow_up f join item on item.id = f.id
      where item.removed_at is null and item.state in ('open', 'on_the_way') and ${readable(viewer)} and ${heldBy(viewer)}`),
  },
  {
    what: 'follow_up_help',
    words: { nb: 'Oppgave som trenger hjelp', nn: 'Oppgåve som treng hjelp', en: 'Task that needs help' },
    rows: ({ viewer, today }) => {
      const led = workspacesOf(viewer).filter((id) => hasRole(viewer, id, ...leading))
      return led.length === 0 ? null : sql`
        select item.title, f.due_on, item.workspace_id, ${`${followUp.segment}/`} || item.number, false
        from follow_up f join item on item.id = f.id
        where item.workspace_id = any(${led}::uuid[]) and item.removed_at is null and ${readable(viewer)} and not ${heldBy(viewer)}
          and (item.state = 'problem' or (item.state in ('open', 'on_the_way') and f.due_on < ${today}::date - ${lateAfter}::int))`
    },
  },
]
