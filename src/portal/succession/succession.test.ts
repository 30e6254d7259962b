import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'
import { catalogue } from '../../app/app.ts'
import { verifyChains } from '../../platform/audit/verify.ts'
import { v7 } from '../../platform/item/id.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import { checkWorkspace } from '../../modules/thread/index.ts'
import { carryOutDue } from './job.ts'

let house: House
let workspace: string
const page = '/arbeidsrom/eksempelfylket/partnere/nye-organisasjoner'
const day = '2026-07-01'

beforeAll(async () => {
  house = await openHouse()
  const { db } = house.platform
  workspace = (await db.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()).id
  const administrator = v7()
  await db.insertInto('person').values({ id: administrator, name: 'Administrator', administrator: true }).execute()
  await db.insertInto('identity').values({ provider: 'demo', subject: 'administrator', person_id: administrator }).execute()
})
beforeEach(() => sql`delete from succession where from_id in (select id from organisation where example)`.execute(house.platform.db))
afterAll(() => house.close())

const textOf = async (answer: Response) => (await answer.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const idOf = async (name: string): Promise<string> => (await house.platform.db.selectFrom('organisation').select('id').where('name', '=', name).where('merged_into_id', 'is', null).executeTakeFirstOrThrow()).id
const record = (fra: string, til: string, dato: string) => house.ask('administrator', '/admin/kommunesammenslaing', { form: { handling: 'record', fra, til, dato, submissionKey: key() } })

/** Everything in the workspaces that a succession may touch, as it stands; what happened, and versions, aside. */
const standing = async () => {
  const { rows } = await sql<{ row: string }>`
    select row from (
      select 'party ' || (to_jsonb(t))::text from party t union all select 'member ' || (to_jsonb(t))::text from membership t union all select 'owner ' || (to_jsonb(t))::text from item_organisation t
      union all select 'contact ' || (to_jsonb(t))::text from status_contact t union all select 'asked ' || (to_jsonb(t))::text from status_asked t union all select 'round ' || (to_jsonb(t))::text from status_round t
      union all select 'answer ' || (to_jsonb(t))::text from expectation_answer t union all select 'said ' || (to_jsonb(t))::text from expectation_statement t union all select 'asked of ' || (to_jsonb(t))::text from expectation_asked t
      union all select 'picture ' || (to_jsonb(t))::text from picture_answer t union all select 'rated ' || (to_jsonb(t))::text from picture_rating t union all select 'asked picture ' || (to_jsonb(t))::text from picture_asked t
      union all select 'invitation ' || (to_jsonb(t))::text from invitation t union all select 'handover ' || (to_jsonb(t))::text from handover t
      union all select 'money ' || (to_jsonb(t))::text from instrument t union all select 'item ' || (to_jsonb(t) - 'version')::text from item t union all select 'place ' || (to_jsonb(t))::text from workspace t) x (row) order by row`.execute(house.platform.db)
  return rows.map((one) => one.row)
}
const owns = async (organisation: string) => (await sql<{ open: number; over: number }>`
  select count(*) filter (where state not in ('completed', 'cancelled'))::int as open, count(*) filter (where state in ('completed', 'cancelled'))::int as over
  from item join item_organisation io on io.item_id = item.id and io.role = 'owner' where item.kind = 'measure' and item.removed_at is null and item.workspace_id = ${workspace} and io.organisation_id = ${organisation}`.execute(house.platform.db)).rows[0] ?? { open: 0, over: 0 }
const money = async () => (await sql<{ sum: number }>`select sum(amount)::float8 as sum from instrument i join item on item.id = i.item_id where item.workspace_id = ${workspace} and i.type = 'money'`.execute(house.platform.db)).rows[0]?.sum
const looseThreadsHold = () => house.platform.db.transaction().execute((tx) => checkWorkspace(tx, catalogue, workspace, house.platform.clock())).then((wrong) => expect(wrong).toBe(0))
const rightsOf = async (subject: string, at: string) => {
  const { person_id } = await house.platform.db.selectFrom('identity').select('person_id').where('provider', '=', 'demo').where('subject', '=', subject).executeTakeFirstOrThrow()
  const viewer = await viewerOfPerson(house.platform.db, person_id, Temporal.Instant.from(`${at}T10:00:00Z`))
  return viewer?.memberships.map((m) => ({ workspaceId: m.workspaceId, role: m.role, organisationId: m.organisationId })) ?? []
}

test('a merger: written down, seen as a task, said yes to, done; what is open and what comes is the successor’s; undone exactly', async () => {
  const { db } = house.platform
  const [lia, vassoy] = [await idOf('Lia kommune'), await idOf('Vassøy kommune')]
  const [ownedBefore, moneyBefore] = [[await owns(lia), await owns(vassoy)], await money()]
  const others = await rightsOf('prosessleder', '2026-11-20')
  expect((await record('Lia kommune\nVassøy kommune', 'Lia og Vassøy kommune', day)).status).toBe(303)
  const before = await standing()
  expect(await textOf(await house.ask('sekretariat', '/arbeidsrom/eksempelfylket'))).toContain('Lia kommune og Vassøy kommune ble Lia og Vassøy kommune')
  expect(await textOf(await house.ask('partner', '/arbeidsrom/eksempelfylket'))).not.toContain('Si ja til at de nye tar over')
  expect(await textOf(await house.ask('sekretariat', page))).toContain('Åpne tiltak, mål og annet de eier eller er med i')
  const form = { handling: 'confirm', hvilken: `${day} ${[lia, vassoy].sort()[0]}`, submissionKey: key() }
  const done = await Promise.all([house.ask('leder', page, { form }), house.ask('leder', page, { form })])
  expect(done.map((one) => one.status)).toEqual([303, 303])
  const fresh = await idOf('Lia og Vassøy kommune')
  const parties = await db.selectFrom('party').select(['organisation_id', 'role', 'valid_from', 'valid_to']).where('workspace_id', '=', workspace).where('organisation_id', 'in', [lia, vassoy, fresh]).execute()
  expect(parties.filter((one) => one.valid_to === null)).toEqual([{ organisation_id: fresh, role: 'partner', valid_from: day, valid_to: null }])
  expect(parties.filter((one) => one.organisation_id !== fresh).map((one) => one.valid_to)).toEqual(['2026-06-30', '2026-06-30'])
  const [nowLia, nowVassoy, nowFresh] = [await owns(lia), await owns(vassoy), await owns(fresh)]
  expect([nowLia.open, nowVassoy.open]).toEqual([0, 0])
  expect([nowLia.over, nowVassoy.over, nowFresh.over]).toEqual([ownedBefore[0]?.over, ownedBefore[1]?.over, 0])
  const both = await sql<{ n: number }>`select count(*)::int as n from item_organisation a join item_organisation b on a.item_id = b.item_id where a.organisation_id = ${lia} and b.organisation_id = ${vassoy} and a.role = 'owner' and b.role = 'owner'`.execute(db)
  expect(nowFresh.open).toBe((ownedBefore[0]?.open ?? 0) + (ownedBefore[1]?.open ?? 0) - (both.rows[0]?.n ?? 0))
  expect(await money()).toBe(moneyBefore)
  // Not a day without the role, and none twice; nobody else's rights are touched.
  for (const [at, organisation] of [['2026-06-30', lia], ['2026-07-01', fresh], ['2026-11-20', fresh]] as const) {
    expect([at, await rightsOf('partner', at)]).toEqual([at, [{ workspaceId: workspace, role: 'partner', organisationId: organisation }]])
  }
  expect(await rightsOf('prosessleder', '2026-11-20')).toEqual(others)
  await looseThreadsHold()
  // The plan as it was shows who had it then.
  const [changed] = (await sql<{ body: { owner: string[] } }>`select body from event where workspace_id = ${workspace} and what = 'item.succeeded' and body -> 'owner' ? ${fresh} limit 1`.execute(db)).rows
  expect(changed?.body.owner).toContain(fresh)
  expect(await textOf(await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/plan/per-dato?dato=2026-11-19'))).toContain('Lia kommune')
  const { id } = await db.selectFrom('succession_step').select('id').where('state', '=', 'done').orderBy('place', 'desc').executeTakeFirstOrThrow()
  expect((await house.ask('leder', page, { form: { handling: 'undo', steg: id } })).status).toBe(303)
  expect(await standing()).toEqual(before)
  await looseThreadsHold()
  expect(await verifyChains(db, house.platform.auditKey)).toEqual([])
})

test('what waits for the old ones waits for the successor: whom to ask, questions, invitations, what somebody left; what is over stands', async () => {
  const { db } = house.platform
  const [lia, vassoy] = [await idOf('Lia kommune'), await idOf('Vassøy kommune')]
  const { person_id: person } = await db.selectFrom('identity').select('person_id').where('subject', '=', 'utenfor').executeTakeFirstOrThrow()
  const at = `${day}T08:00:00Z`
  // One who is named for both of those that become one.
  await db.insertInto('status_contact').values([lia, vassoy].map((organisation_id) => ({ id: v7(), workspace_id: workspace, organisation_id, person_id: person, named_at: at }))).execute()
  const drafted = v7()
  await db.insertInto('status_round').values({ id: drafted, workspace_id: workspace, number: 77, title: 'Kladd', due_on: '2027-01-01', scope: 'organisation', scope_id: lia, made_at: at }).execute()
  const invitation = (state: string) => ({ id: v7(), workspace_id: workspace, kind: 'person', person_id: person, email: `${state}@lia.example`, person_made: false, organisation_id: lia, role: 'partner', language: 'nb', state, last_day: '2027-01-01', invited_at: at })
  await db.insertInto('invitation').values([invitation('reminded'), invitation('declined')]).execute()
  const { id: measure } = await db.selectFrom('item').select('id').where('workspace_id', '=', workspace).where('kind', '=', 'measure').limit(1).executeTakeFirstOrThrow()
  await db.insertInto('handover').values({ id: v7(), workspace_id: workspace, person_id: person, organisation_id: vassoy, last_day: day, what: 'measure', subject_id: measure, raised_at: at }).execute()
  await record('Lia kommune\nVassøy kommune', 'Lia og Vassøy kommune', day)
  const before = await standing()
  await house.ask('leder', page, { form: { handling: 'confirm', hvilken: `${day} ${[lia, vassoy].sort()[0]}`, submissionKey: key() } })
  const fresh = await idOf('Lia og Vassøy kommune')
  const waiting = await sql<{ what: string; of: string }>`
    select 'contact' as what, organisation_id as of from status_contact where person_id = ${person} union all select 'draft', scope_id from status_round where id = ${drafted}
    union all select state, organisation_id from invitation where email like '%@lia.example' union all select 'handover', organisation_id from handover where person_id = ${person}
    union select r.state || ' round', q.organisation_id from status_asked q join status_round r on r.id = q.round_id where q.organisation_id in (${lia}, ${vassoy}, ${fresh})`.execute(db)
  expect(waiting.rows.map((row) => [row.what, { [lia]: 'old', [vassoy]: 'old', [fresh]: 'new' }[row.of]]).sort()).toEqual([
    ['closed round', 'old'], ['closed round', 'old'], ['contact', 'new'], ['declined', 'old'], ['draft', 'new'], ['handover', 'new'], ['open round', 'new'], ['reminded', 'new'],
  ])
  // Seen to fail when the answers of the round were left with those that are no more.
  const answers = (await sql<{ state: string; of: string; people: number }>`
    select r.state, a.organisation_id as of, (select count(*)::int from expectation_asked q where q.answer_id = a.id) as people from expectation_answer a join expectation_round r on r.id = a.round_id
    where r.workspace_id = ${workspace} and a.organisation_id in (${lia}, ${vassoy}, ${fresh}) order by 1, 2`.execute(db)).rows
  expect(answers.filter((one) => one.state === 'open').map((one) => [one.of === fresh, one.people >= 2])).toEqual([[true, true]])
  expect(answers.filter((one) => one.state === 'released').every((one) => one.of !== fresh)).toBe(true)
  const pictures = (await sql<{ state: string; of: string }>`
    select r.state, a.organisation_id as of from picture_answer a join picture_round r on r.id = a.round_id where r.workspace_id = ${workspace} and a.organisation_id in (${lia}, ${vassoy}, ${fresh})`.execute(db)).rows
  expect(pictures.filter((one) => one.state === 'open').map((one) => one.of === fresh)).toEqual([true])
  const { n: dangling } = (await sql<{ n: number }>`select count(*)::int as n from expectation_statement s join expectation_answer a on a.id = s.answer_id join expectation_round r on r.id = a.round_id where r.state = 'open' and s.about_id in (${lia}, ${vassoy})`.execute(db)).rows[0] ?? { n: -1 }
  expect(dangling).toBe(0)
  expect((await house.ask('leder', '/arbeidsrom/eksempelfylket/forventninger')).status).toBe(200)
  const { id } = await db.selectFrom('succession_step').select('id').where('state', '=', 'done').orderBy('place', 'desc').executeTakeFirstOrThrow()
  expect((await house.ask('leder', page, { form: { handling: 'undo', steg: id } })).status).toBe(303)
  expect(await standing()).toEqual(before)
})

test('it cannot be undone when something builds on it; the old one’s person still comes in', async () => {
  const { db } = house.platform
  const [lia, vassoy] = [await idOf('Lia kommune'), await idOf('Vassøy kommune')]
  await record('Lia kommune\nVassøy kommune', 'Lia og Vassøy kommune', day)
  await house.ask('leder', page, { form: { handling: 'confirm', hvilken: `${day} ${[lia, vassoy].sort()[0]}`, submissionKey: key() } })
  const { id } = await db.selectFrom('succession_step').select('id').where('state', '=', 'done').orderBy('place', 'desc').executeTakeFirstOrThrow()
  const made = await house.ask('partner', '/arbeidsrom/eksempelfylket')
  expect(made.status).toBe(200)
  await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/plan/tiltak/ny', { form: { title: 'Felles navn', 'owner.ny': 'Lia og Vassøy kommune', submissionKey: key() } })
  const refused = await house.ask('leder', page, { form: { handling: 'undo', steg: id } })
  expect(refused.status).toBe(422)
  expect(await textOf(refused)).toContain('Noe er gjort etterpå')
  await sql`delete from item_organisation where item_id in (select id from item where title = 'Felles navn')`.execute(db)
  expect((await house.ask('leder', page, { form: { handling: 'undo', steg: id } })).status).toBe(303)
})

test('before the day it is planned, and a job does it on the day, once, also when the day was slept through', async () => {
  const { db } = house.platform
  const [storelv, gronnvik] = [await idOf('Storelv kommune'), await idOf('Grønnvik kommune')]
  await record('Storelv kommune\nGrønnvik kommune', 'Storvik kommune', '2027-01-01')
  await house.ask('leder', page, { form: { handling: 'confirm', hvilken: `2027-01-01 ${[storelv, gronnvik].sort()[0]}`, submissionKey: key() } })
  expect(await textOf(await house.ask('leder', page))).toContain('Det skjer av seg selv 1. januar 2027')
  const before = await standing()
  const at = (when: string) => carryOutDue(house.platform, catalogue, Temporal.Instant.from(when))
  // Midnight in Oslo, not in Greenwich.
  expect(await at('2026-12-31T22:59:00Z')).toBe(0)
  expect(await standing()).toEqual(before)
  expect(await Promise.all([at('2027-01-02T06:00:00Z'), at('2027-01-02T06:00:00Z')]).then((counts) => counts.reduce((a, b) => a + b))).toBe(1)
  expect((await owns(storelv)).open).toBe(0)
  expect((await db.selectFrom('party').select('valid_to').where('organisation_id', '=', storelv).where('workspace_id', '=', workspace).executeTakeFirstOrThrow()).valid_to).toBe('2026-12-31')
  const { id } = await db.selectFrom('succession_step').select('id').where('state', '=', 'done').orderBy('place', 'desc').executeTakeFirstOrThrow()
  await house.ask('leder', page, { form: { handling: 'undo', steg: id } })
  expect(await standing()).toEqual(before)
})

test('a split asks who takes over, and each thing goes to the one that was chosen', async () => {
  const { db } = house.platform
  const lia = await idOf('Lia kommune')
  await record('Lia kommune', 'Øvre Lia kommune\nNedre Lia kommune', day)
  const [upper, lower] = [await idOf('Øvre Lia kommune'), await idOf('Nedre Lia kommune')]
  const before = await standing()
  const hvilken = `${day} ${lia}`
  const asked = await house.ask('leder', page, { form: { handling: 'confirm', hvilken, submissionKey: key() } })
  expect(asked.status).toBe(422)
  expect(await textOf(asked)).toContain('Velg hvem som tar over det meste')
  const [one] = (await sql<{ id: string }>`select item.id from item join item_organisation io on io.item_id = item.id and io.role = 'owner' where item.kind = 'measure' and state not in ('completed', 'cancelled') and item.removed_at is null and io.organisation_id = ${lia} limit 1`.execute(db)).rows
  expect((await house.ask('leder', page, { form: { handling: 'confirm', hvilken, resten: upper, [`ting-${one?.id}`]: lower, submissionKey: key() } })).status).toBe(303)
  expect((await owns(lower)).open).toBe(1)
  expect((await owns(lia)).open).toBe(0)
  expect((await rightsOf('partner', '2026-11-20')).map((m) => m.organisationId)).toEqual([upper])
  const { id } = await db.selectFrom('succession_step').select('id').where('state', '=', 'done').orderBy('place', 'desc').executeTakeFirstOrThrow()
  expect((await house.ask('leder', page, { form: { handling: 'undo', steg: id } })).status).toBe(303)
  expect(await standing()).toEqual(before)
})

test('what is written down badly is told beside its field, and nothing typed is lost', async () => {
  const told = async (fra: string, til: string, dato: string) => {
    const answer = await record(fra, til, dato)
    expect(answer.status).toBe(422)
    return textOf(answer)
  }
  expect(await told('', '', '2030-13-40')).toContain('Velg dagen de nye begynner')
  expect(await told('Finnes ikke kommune', 'Ny', day)).toContain('Vi kjenner ingen som heter «Finnes ikke kommune»')
  expect(await told('Lia kommune', 'Lia kommune', day)).toContain('kan ikke bli til seg selv')
  expect(await told('Lia kommune\nVassøy kommune', 'Ny\nNyere', day)).toContain('Skriv enten flere')
  for (const role of ['sekretariat', 'partner']) expect((await house.ask(role, '/admin/kommunesammenslaing')).status).toBe(404)
  for (const [role, status] of [['partner', 403], ['utenfor', 404]] as const) expect((await house.ask(role, page)).status).toBe(status)
})
