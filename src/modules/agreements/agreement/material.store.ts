import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { readHeads, type Item } from '../../../platform/item/item.store.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { partiesOf } from '../../actors/index.ts'
import type { Material } from './template.ts'

const mostListed = 20

/** What the workspace already says that belongs in an agreement, as far as the one who drafts it may see. Four statements. */
export async function materialFor(db: Reader, viewer: Viewer, workspace: WorkspaceHead, item: Item, governance: string | null): Promise<Material> {
  const [parties, heads, arenas, contributions] = await Promise.all([
    partiesOf(db, workspace.id),
    readHeads(db, viewer, { workspaceId: workspace.id, kinds: ['goal', 'challenge'] }),
    sql<{ title: string; rhythm: string | null }>`select item.title, arena.rhythm from arena join item on item.id = arena.id
      where item.workspace_id = ${workspace.id} and item.removed_at is null and item.state in ('active', 'planned') and ${readable(viewer)} order by item.place, item.number limit ${mostListed}`.execute(db),
    sql<Material['contributions'][number]>`select o.name as organisation, item.title as measure, i.type, i.amount, i.year from instrument i join item on item.id = i.item_id join organisation o on o.id = i.organisation_id
      where item.workspace_id = ${workspace.id} and item.removed_at is null and i.state = 'committed' and ${readable(viewer)} order by o.name, item.place, item.number, i.year nulls first limit ${mostListed * 5}`.execute(db),
  ])
  const titles = (kind: string) => heads.filter((head) => head.kind === kind).slice(0, mostListed).map((head) => head.title)
  const text = (name: string) => (typeof item.fields[name] === 'string' ? String(item.fields[name]) : null)
  return {
    workspace: workspace.title, parties: parties.filter((one) => one.role !== 'mentioned').map((one) => one.name), challenges: titles('challenge'), goals: titles('goal'), arenas: arenas.rows,
    contributions: contributions.rows.map((row) => ({ ...row, amount: row.amount === null ? null : Number(row.amount) })), governance,
    purpose: text('purpose'), startsOn: text('starts_on'), endsOn: text('ends_on'), renewBy: text('renew_by'), notice: text('notice'),
  }
}
