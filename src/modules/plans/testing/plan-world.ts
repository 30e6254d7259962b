import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction, type Work } from '../../../platform/db/work.ts'
import type { Page, Request, Returned, Scope } from '../../../platform/http/page.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import { v7 } from '../../../platform/item/id.ts'
import type { NewItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { catalogueOf } from '../../../platform/item/manifest.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { RawForm } from '../../../platform/item/parse.ts'
import { partiesByName } from '../../actors/index.ts'
import { relations, tieAll, writeRelations } from '../../thread/index.ts'
import { plans } from '../manifest.ts'
import { addMember, findWorkspace, insertWorkspace, type Workspace } from '../../workspaces/index.ts'

/** A workspace with people in roles, for tests of the plan's pages against the real database. */
export type PlanWorld = {
  db: Database
  now: Temporal.Instant
  workspace: Workspace
  organisations: { county: string; municipality: string }
  secretariat: Viewer
  /** Represents the municipality. */
  partner: Viewer
  stranger: Viewer
  as<T>(viewer: Viewer, action: (work: Work) => Promise<T>, at?: string): Promise<T>
  add(kind: Kind, item: NewItem): Promise<string>
  tie(relation: string, from: [id: string, kind: Kind], to: [id: string, kind: Kind]): Promise<void>
  request(viewer: Viewer, path?: string): Request
}

export async function planWorld(db: Database, now: string): Promise<PlanWorld> {
  const at = Temporal.Instant.from(now)
  const { slug, county, municipality, people } = await db.transaction().execute(async (tx) => {
    await writeRelations(tx, catalogueOf([{ module: 'thread', relations }, plans]).relations)
    const id = await insertWorkspace(tx, { slug: 'eksempel', title: 'Eksempel', kind: 'partnership', template: 'partnership', language: 'nb', example: true, partsInUse: ['goal', 'priorityArea', 'measure'] })
    const names = await partiesByName(tx, id, ['Eksempelfylket fylkeskommune', 'Lia kommune'], true)
    const [county = '', municipality = ''] = [...names.values()]
    const people = [{ id: v7(), role: 'secretariat', organisationId: null }, { id: v7(), role: 'partner', organisationId: municipality }] as const
    await tx.insertInto('person').values(people.map((p) => ({ id: p.id, name: p.role }))).execute()
    for (const p of people) await addMember(tx, { workspaceId: id, personId: p.id, role: p.role, organisationId: p.organisationId, from: '2020-01-01' })
    return { slug: 'eksempel', county, municipality, people: people.map((p) => ({ ...p, workspaceId: id })) }
  })
  const viewers = people.map((p): Viewer => ({ person: { id: p.id, name: p.role, language: 'nb', administrator: false }, memberships: [{ workspaceId: p.workspaceId, role: p.role, organisationId: p.organisationId }], lang: 'nb' }))
  const [secretariat, partner] = viewers as [Viewer, Viewer]
  const workspace = await findWorkspace(db, secretariat, slug)
  if (!workspace) throw new Error('The workspace was not made')
  const settings = { db, auditKey: new Uint8Array(32), beforeCommit: [] }
  const as: PlanWorld['as'] = async (viewer, action, when = now) => {
    const outcome = await inTransaction(settings, { viewer, now: Temporal.Instant.from(when), via: 'test' }, async (work) => ({ done: await action(work) }))
    if ('refused' in outcome) throw new Error('refused')
    return outcome.done
  }
  return {
    db, now: at, workspace, organisations: { county, municipality }, secretariat, partner, as,
    stranger: { person: null, memberships: [], lang: 'nb' },
    add: (kind, item) => as(secretariat, async (work) => {
      const added = await addItems(work, workspace, kind, [item])
      if ('refused' in added || !added.done[0]) throw new Error('refused')
      return added.done[0]
    }),
    tie: (relation, [fromId, fromKind], [toId, toKind]) => as(secretariat, async (work) => {
      await tieAll(work, workspace.id, [{ relation, fromId, fromKind: fromKind.name, toId, toKind: toKind.name }])
    }),
    request: (viewer, path = '/') => {
      const url = new URL(path, 'http://x')
      return { platform: settings as unknown as Platform, db, viewer, lang: viewer.lang, now: at, requestId: '', sessionToken: null, browser: null, address: '', path, pathname: url.pathname, query: url.searchParams }
    },
  }
}

/** Opens a page as the router does: through its policy, then loaded, then drawn. */
export async function open(page: Page, request: Request, params: Record<string, string>, returned: Returned | null = null): Promise<{ html: string; loaded: unknown; scope: Scope } | { denied: string }> {
  const scope = await page.access.check(request, params)
  if ('denied' in scope) return scope
  const loaded = await page.load(request, scope, params)
  return loaded === null ? { denied: 'missing' } : { html: String(await page.view(loaded, request, scope, returned)), loaded, scope }
}

/** Sends a page's form as a person would, and says where it led or why it did not. */
export async function send(page: Page, request: Request, params: Record<string, string>, name: string, raw: RawForm) {
  const opened = await open(page, request, params)
  if ('denied' in opened) return opened
  const action = page.actions?.[name]
  if (!action) throw new Error(`No action ${name}`)
  return inTransaction(request.platform, { viewer: request.viewer, now: request.now, via: 'test' }, (work) => action(work, { request, scope: opened.scope, loaded: opened.loaded, params, raw }))
}
