import { manifests } from '../../src/app/modules.ts'
import type { Viewer } from '../../src/platform/access/viewer.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { inTransaction, type Work } from '../../src/platform/db/work.ts'
import { addItems, changeItem } from '../../src/platform/item/item.actions.ts'
import { type Item, type ItemChange, type NewItem, readItem } from '../../src/platform/item/item.store.ts'
import { v7 } from '../../src/platform/item/id.ts'
import type { Kind } from '../../src/platform/item/kind.ts'
import { catalogueOf } from '../../src/platform/item/manifest.ts'
import { partiesByName } from '../../src/modules/actors/index.ts'
import { checkWorkspace, recheckTouched, tie, writeRelations } from '../../src/modules/thread/index.ts'
import { insertWorkspace } from '../../src/modules/workspaces/index.ts'

export const catalogue = catalogueOf(manifests)
export const kindCalled = (name: string): Kind => catalogue.kinds.get(name) ?? (() => { throw new Error(`No kind ${name}`) })()

export type Made = { kind: Kind; item: Item }

/** A workspace to do things in, as its secretariat does them: through the house's own actions, with the check on. */
export async function workshop(db: Database, options: { areasAboveGoals?: boolean; parts?: readonly string[]; now?: string } = {}) {
  let now = Temporal.Instant.from(options.now ?? '2026-11-10T10:00:00Z')
  await db.transaction().execute((tx) => writeRelations(tx, catalogue.relations))
  const personId = v7()
  await db.insertInto('person').values({ id: personId, name: 'Rådgiver i sekretariatet' }).execute()
  const slug = `verksted-${personId.slice(-8)}-${personId.slice(0, 8)}`
  const id = await db.transaction().execute((tx) => insertWorkspace(tx, {
    slug, title: 'Verksted', kind: 'partnership', template: 'partnership', language: 'nb', partsInUse: options.parts ?? [], areasAboveGoals: options.areasAboveGoals ?? false,
  }))
  const place = { id, state: 'active', slug }
  const viewer: Viewer = { person: { id: personId, name: 'Rådgiver i sekretariatet', language: 'nb', administrator: false }, memberships: [{ workspaceId: id, role: 'secretariat', organisationId: null }], lang: 'nb' }

  const act = async <T>(action: (work: Work) => Promise<T>): Promise<T> => {
    const outcome = await inTransaction<T, never>({ db, auditKey: new Uint8Array(32), beforeCommit: [recheckTouched(catalogue)] }, { viewer, now, via: 'test' }, async (work) => ({ done: await action(work) }))
    if ('refused' in outcome) throw new Error('refused')
    return outcome.done
  }
  const again = async (made: { kind: Kind; item: { number: number } }): Promise<Item> => {
    const item = await readItem(db, viewer, made.kind, id, made.item.number)
    if (!item) throw new Error('gone')
    return item
  }
  return {
    id, slug, place, viewer, db, act, again,
    get now() { return now },
    wait: (duration: Temporal.DurationLike) => void (now = now.toZonedDateTimeISO('UTC').add(duration).toInstant()),
    organisations: (...names: string[]) => act(async (work) => [...(await partiesByName(work.tx, id, names)).values()]),
    add: async (kindName: string, title: string, more: Omit<NewItem, 'title'> = {}): Promise<Made> => {
      const kind = kindCalled(kindName)
      const [itemId] = await act(async (work) => {
        const added = await addItems(work, place, kind, [{ title, ...more }])
        if ('refused' in added) throw new Error(added.refused)
        return added.done
      })
      const { number } = await db.selectFrom('item').select('number').where('id', '=', itemId ?? '').executeTakeFirstOrThrow()
      return { kind, item: await again({ kind, item: { number } }) }
    },
    change: async (made: Made, change: ItemChange) => {
      const item = await again(made)
      await act((work) => changeItem(work, place, made.kind, item, item.version, change))
    },
    tie: (from: Made, relationName: string, to: Made) => act(async (work) => {
      const relation = catalogue.relations.find((one) => one.name === relationName)
      if (!relation) throw new Error(relationName)
      const tied = await tie(work, place, relation, from, to, null)
      if ('refused' in tied) throw new Error(tied.refused)
      return tied.done
    }),
    /** What the rows say, as «rule: title». */
    rows: async (): Promise<string[]> =>
      (await db.selectFrom('loose_thread').leftJoin('item', 'item.id', 'loose_thread.item_id').leftJoin('organisation', 'organisation.id', 'loose_thread.organisation_id')
        .select(['loose_thread.rule', 'item.title', 'organisation.name']).where('loose_thread.workspace_id', '=', id).execute())
        .map((row) => `${row.rule}: ${row.title ?? row.name ?? ''}`).sort(),
    /** How many rows a full run has to mend. */
    wrong: () => db.transaction().execute((tx) => checkWorkspace(tx, catalogue, id, now)),
  }
}

export type Workshop = Awaited<ReturnType<typeof workshop>>
