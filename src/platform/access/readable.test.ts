import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { v7 } from '../item/id.ts'
import { mayRead, readable } from './readable.ts'
import { type Membership, roles, type Viewer } from './viewer.ts'

let database: TestDatabase
const workspaces = [v7(), v7()]
const organisations = [v7(), v7()]
const people = [v7(), v7()]

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await db.insertInto('organisation').values(organisations.map((id, i) => ({ id, kind: 'other', name: `O${i}` }))).execute()
  await db.insertInto('person').values(people.map((id, i) => ({ id, name: `P${i}` }))).execute()
  await db.insertInto('workspace').values(workspaces.map((id, i) => ({ id, slug: `w-${i}`, title: `W${i}`, kind: 'partnership', template: 'partnership' }))).execute()
  const now = '2026-01-01T00:00:00Z'
  let number = 1
  const rows = workspaces.flatMap((workspace_id) =>
    ['public', 'workspace', 'author', 'organisation', 'roles'].flatMap((audience) =>
      [0, 1].map((i) => ({
        id: v7(), kind: 'goal', workspace_id, number: number++, title: `${audience} ${i}`, audience, created_at: now, changed_at: now,
        created_by: people[i] ?? null,
        audience_roles: audience === 'roles' ? [roles[i] ?? 'leader'] : [],
        audience_organisation_id: audience === 'organisation' ? (organisations[i] ?? null) : null,
      }))))
  await db.insertInto('item').values(rows).execute()
})
afterAll(() => database.close())

const membership: fc.Arbitrary<Membership> = fc.record({
  workspaceId: fc.constantFrom(...workspaces),
  role: fc.constantFrom(...roles),
  organisationId: fc.constantFrom(null, ...organisations),
})

test('the query and the predicate let the same viewers read the same items', async () => {
  const all = await database.db.selectFrom('item').selectAll().execute()
  await fc.assert(
    fc.asyncProperty(fc.option(fc.constantFrom(...people)), fc.array(membership, { maxLength: 3 }), fc.constantFrom(undefined, null, ['goal'], ['measure']), async (id, memberships, kinds) => {
      // Somebody who is logged in, somebody who is not, and another system with a key: all kinds, or some.
      const key = kinds === undefined || id ? {} : { key: { id: 'k', name: 'K', writes: false, kinds } }
      const viewer: Viewer = { person: id ? { id, name: 'P', language: 'nb', administrator: false } : null, memberships: id || key.key ? memberships : [], lang: 'nb', ...key }
      const seen = await database.db.selectFrom('item').select('id').where(readable(viewer)).execute()
      expect(new Set(seen.map((row) => row.id))).toEqual(new Set(all.filter((item) => mayRead(viewer, item)).map((item) => item.id)))
    }),
    { numRuns: 60 },
  )
})

test('somebody who is not logged in sees what is public and nothing else', async () => {
  const seen = await database.db.selectFrom('item').select('audience').where(readable({ person: null, memberships: [], lang: 'nb' })).execute()
  expect(seen.map((row) => row.audience)).toEqual(['public', 'public', 'public', 'public'])
})

test('what belongs to one organisation is nobody else\'s, also not theirs who act for none', () => {
  const item = { kind: 'goal', workspace_id: workspaces[0] ?? '', audience: 'organisation', audience_roles: [], audience_organisation_id: null, created_by: null }
  const viewer: Viewer = { person: { id: 'p', name: 'P', language: 'nb', administrator: false }, memberships: [{ workspaceId: workspaces[0] ?? '', role: 'leader', organisationId: null }], lang: 'nb' }
  expect(mayRead(viewer, item)).toBe(false)
  expect(mayRead(viewer, { ...item, audience: 'author' })).toBe(false)
  expect(mayRead(viewer, { ...item, audience: 'somebody' })).toBe(false)
})

test('a key for some kinds reads no others, also what is public', () => {
  const item = { kind: 'goal', workspace_id: workspaces[0] ?? '', audience: 'public', audience_roles: [], audience_organisation_id: null, created_by: null }
  const withKinds = (kinds: string[] | null) => mayRead({ person: null, memberships: [], lang: 'nb', key: { id: 'k', name: 'K', writes: true, kinds } }, item)
  expect([withKinds(null), withKinds(['goal']), withKinds(['measure']), withKinds([])]).toEqual([true, true, false, false])
})
