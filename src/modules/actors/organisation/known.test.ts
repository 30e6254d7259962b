import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { v7 } from '../../../platform/item/id.ts'
import { choosableOrganisation, knownOrganisation, knownWorkspace } from './known.ts'

const names = ['own', 'affiliated', 'offers', 'offers members', 'offered before', 'in open work', 'in hidden work', 'registered', 'numbered', 'other'] as const
const ids = new Map<string, string>(names.map((name) => [name, v7()]))
const idOf = (name: (typeof names)[number]) => ids.get(name) ?? ''
const [openWork, hiddenWork, person] = [v7(), v7(), v7()]

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await db.insertInto('organisation').values(names.map((name) => ({
    id: idOf(name), kind: 'other', name, official_number: name === 'registered' ? '9999' : null, orgnr: name === 'numbered' ? '974760673' : null,
  }))).execute()
  await db.insertInto('person').values({ id: person, name: 'P' }).execute()
  await db.insertInto('workspace').values([[openWork, true], [hiddenWork, false]].map(([id, open]) => ({ id: String(id), slug: String(id), title: 'W', kind: 'partnership', template: 'partnership', public: Boolean(open) }))).execute()
  await db.insertInto('affiliation').values({ id: v7(), person_id: person, organisation_id: idOf('affiliated'), valid_from: '2026-01-01' }).execute()
  await db.insertInto('party').values([[openWork, 'in open work'], [hiddenWork, 'in hidden work']].map(([workspace, name]) => ({ workspace_id: String(workspace), organisation_id: idOf(name as 'other'), valid_from: '2026-01-01' }))).execute()
  const offer = { kind: 'competence', text: 'Kan bidra', created_at: '2026-01-01T00:00:00Z', changed_at: '2026-01-01T00:00:00Z' }
  await db.insertInto('offer').values([
    { ...offer, id: v7(), organisation_id: idOf('offers'), audience: 'public' },
    { ...offer, id: v7(), organisation_id: idOf('offers members'), audience: 'partners' },
    { ...offer, id: v7(), organisation_id: idOf('offered before'), audience: 'public', removed_at: '2026-02-01T00:00:00Z' },
  ]).execute()
})
afterAll(() => database.close())

const nobody: Viewer = { person: null, memberships: [], lang: 'nb' }
const somebody = (id: string, ...memberships: Viewer['memberships']): Viewer => ({ person: { id, name: 'P', language: 'nb', administrator: false }, memberships, lang: 'nb' })

const seen = async (viewer: Viewer, rule = knownOrganisation): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select o.name from organisation o where o.id = any(${[...ids.values()]}::uuid[]) and ${rule(viewer, 'o')} order by o.name`.execute(database.db)
  return rows.map((row) => row.name)
}

test('a name that stands only in the work of others is known to those who are in it, and to nobody else', async () => {
  const open = ['in open work', 'offers', 'registered']
  expect(await seen(nobody)).toEqual(open)
  expect(await seen(somebody(v7()))).toEqual(open)
  expect(await seen(somebody(person))).toEqual(['affiliated', ...open])
  expect(await seen(somebody(v7(), { workspaceId: openWork, role: 'partner', organisationId: idOf('own') }))).toEqual([...open.slice(0, 2), 'own', 'registered'])
  expect(await seen(somebody(v7(), { workspaceId: hiddenWork, role: 'partner', organisationId: null }))).toEqual(['in hidden work', ...open])
})

test('to choose among are also those in Enhetsregisteret; an administrator has them all', async () => {
  expect(await seen(nobody, choosableOrganisation)).toEqual(['in open work', 'numbered', 'offers', 'registered'])
  const administrator = somebody(v7())
  expect(await seen({ ...administrator, person: { id: v7(), name: 'P', language: 'nb', administrator: true } }, choosableOrganisation)).toEqual([...names].sort())
})

test('a workspace is known when it is public, and to its members', async () => {
  const known = async (viewer: Viewer) => {
    const { rows } = await sql<{ id: string }>`select id from workspace where id = any(${[openWork, hiddenWork]}::uuid[]) and ${knownWorkspace(viewer)} order by id`.execute(database.db)
    return rows.map((row) => row.id)
  }
  expect(await known(nobody)).toEqual([openWork])
  expect(await known(somebody(v7(), { workspaceId: hiddenWork, role: 'political', organisationId: null }))).toEqual([openWork, hiddenWork].sort())
})
