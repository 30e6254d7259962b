import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { v7 } from '../../../platform/item/id.ts'
import { audiences, type Consent, isShown, leastConsent, mayOpen, type Nearness, parts } from './profile.ts'
import { ownProfile, seenPerson, writeConsent } from './profile.store.ts'
import { openPerson, shownPerson } from './shown-person.ts'

const today = '2026-03-10'
const now = Temporal.Instant.from('2026-03-10T09:00:00Z')
const [person, secretary, colleague, outsider, fellow] = [v7(), v7(), v7(), v7(), v7()]
const [shared, other, organisation] = [v7(), v7(), v7()]

const as = (id: string | null, ...workspaces: { workspaceId: string; role: 'secretariat' | 'partner'; organisationId: string | null }[]): Viewer => ({
  person: id ? { id, name: 'P', language: 'nb', administrator: false } : null, memberships: workspaces, lang: 'nb',
})
const viewers = {
  nobody: as(null),
  outsider: as(outsider),
  // In the same organisation, in another workspace: that alone gives nothing.
  'same organisation': as(colleague, { workspaceId: other, role: 'partner', organisationId: organisation }),
  'same workspace': as(fellow, { workspaceId: shared, role: 'partner', organisationId: null }),
  secretariat: as(secretary, { workspaceId: shared, role: 'secretariat', organisationId: null }),
  self: as(person, { workspaceId: shared, role: 'partner', organisationId: organisation }),
} as const
type Who = keyof typeof viewers
const nearness: Record<Who, Nearness> = { nobody: 'stranger', outsider: 'stranger', 'same organisation': 'stranger', 'same workspace': 'workspace', secretariat: 'workspace', self: 'self' }

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await db.insertInto('organisation').values({ id: organisation, kind: 'other', name: 'O' }).execute()
  await db.insertInto('person').values([person, secretary, colleague, outsider, fellow].map((id, i) => ({ id, name: `P${i}` }))).execute()
  await db.insertInto('identity').values({ provider: 'email', subject: 'p@eksempel.example', person_id: person }).execute()
  await db.insertInto('workspace').values([shared, other].map((id, i) => ({ id, slug: `w-${i}`, title: `W${i}`, kind: 'partnership', template: 'partnership' }))).execute()
  const membership = (person_id: string, workspace_id: string, organisation_id: string | null = null) => ({ id: v7(), workspace_id, person_id, role: 'partner', organisation_id, valid_from: '2026-01-01' })
  await db.insertInto('membership').values([membership(person, shared, organisation), membership(colleague, other, organisation), membership(fellow, shared), membership(secretary, shared)]).execute()
})
afterAll(() => database.close())

const setConsent = (consent: Consent) => database.db.transaction().execute((tx) => writeConsent(tx, person, consent, now))
const all = (to: Consent['name']): Consent => ({ name: to, role: to, contact: to, help: to })

/** Whether the person has a page, and whether the contact details are on it. */
async function seen(who: Who): Promise<'hidden' | 'page' | 'contact'> {
  const found = await seenPerson(database.db, viewers[who], person, today)
  return found === null ? 'hidden' : found.email ? 'contact' : 'page'
}

describe('check 3: consent × who looks', () => {
  const expected: Record<'least' | 'workspaces' | 'everybody' | 'withdrawn', Record<Who, 'hidden' | 'page' | 'contact'>> = {
    least: { nobody: 'hidden', outsider: 'hidden', 'same organisation': 'hidden', 'same workspace': 'page', secretariat: 'page', self: 'contact' },
    workspaces: { nobody: 'hidden', outsider: 'hidden', 'same organisation': 'hidden', 'same workspace': 'contact', secretariat: 'contact', self: 'contact' },
    everybody: { nobody: 'contact', outsider: 'contact', 'same organisation': 'contact', 'same workspace': 'contact', secretariat: 'contact', self: 'contact' },
    withdrawn: { nobody: 'hidden', outsider: 'hidden', 'same organisation': 'hidden', 'same workspace': 'page', secretariat: 'page', self: 'contact' },
  }
  const consents = { least: leastConsent, workspaces: all('workspaces'), everybody: all('everybody'), withdrawn: leastConsent }
  test.each(Object.keys(expected) as (keyof typeof expected)[])('%s', async (which) => {
    await setConsent(consents[which])
    const got = Object.fromEntries(await Promise.all((Object.keys(viewers) as Who[]).map(async (who) => [who, await seen(who)])))
    expect(got).toEqual(expected[which])
  })

  test('begins with the least', async () => {
    expect((await ownProfile(database.db, outsider)).consent).toEqual(leastConsent)
  })

  test('what was said yes to can be shown afterwards', async () => {
    const rows = await database.db.selectFrom('consent_change').select(['part', 'shown_to']).where('person_id', '=', person).execute()
    expect(rows.filter((row) => row.part === 'contact').map((row) => row.shown_to)).toEqual(expect.arrayContaining(['workspaces', 'everybody', 'nobody']))
  })
})

test('check 3: the query and the rule show the same parts to the same viewers, whatever was consented to', async () => {
  const consent = fc.record(Object.fromEntries(parts.map((part) => [part, fc.constantFrom(...audiences)]))) as unknown as fc.Arbitrary<Consent>
  await fc.assert(
    fc.asyncProperty(consent, fc.constantFrom(...(Object.keys(viewers) as Who[])), async (given, who) => {
      await setConsent(given)
      const { rows: [row] } = await sql<Record<string, boolean>>`select ${sql.join(parts.map((part) => sql`${shownPerson(viewers[who], part, today)} as ${sql.ref(part)}`))}, ${openPerson(viewers[who], today)} as open from person where person.id = ${person}`.execute(database.db)
      expect(row).toEqual({ ...Object.fromEntries(parts.map((part) => [part, isShown(given, part, nearness[who])])), open: mayOpen(given, nearness[who]) })
    }),
    { numRuns: 40 },
  )
})
