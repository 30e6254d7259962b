import { sql } from 'kysely'
import { workspacesOf } from '../../../platform/access/viewer.ts'
import { readable } from '../../../platform/access/readable.ts'
import { type AskedKind, ownedFor } from '../../../platform/item/asked.ts'
import { keptHere } from './elsewhere.store.ts'
import { measure } from './measure.ts'

/** Open measures that somebody is responsible for, or that an organisation they act for owns. What is kept in another system is asked for there. */
export const measuresAsked: AskedKind = {
  what: 'measure',
  words: { nb: 'Tiltak', nn: 'Tiltak', en: 'Measure' },
  rows: ({ viewer }) => (viewer.memberships.length === 0 ? null : sql`
    select item.title, own.ends_on, item.workspace_id, ${`${measure.segment}/`} || item.number, coalesce(own.responsible_id = ${viewer.person?.id ?? null}::uuid, false)
    from item join measure own on own.id = item.id
    where item.workspace_id = any(${workspacesOf(viewer)}::uuid[]) and item.kind = 'measure' and item.removed_at is null and ${keptHere} and item.state not in ('completed', 'cancelled') and ${readable(viewer)}
      and (${ownedFor(viewer)} or own.responsible_id = ${viewer.person?.id ?? null}::uuid)`),
}
