import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../../app/app.ts'
import { inTransaction } from '../../../platform/db/work.ts'
import { passToken } from '../../../platform/pass/pass.ts'
import { type House, key, openHouse } from '../../../../tests/support/house.ts'
import { insertOrganisations, mergeTwo, undoMerge } from '../../actors/index.ts'
import { v7 } from '../../../platform/item/id.ts'
import { statementsDuring } from '../../../../tests/support/statements.ts'
import { findRound } from './round.store.ts'
import { readShown } from './shown.store.ts'

let house: House
let workspace: string
const db = () => house.platform.db
beforeAll(async () => {
  house = await openHouse()
  workspace = (await db().selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()).id
})
afterAll(() => house.close())

const nobody = { person: null, memberships: [], lang: 'nb' } as const
const idOf = async (table: 'organisation' | 'person', name: string) => (await db().selectFrom(table).select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
const merge = async (kind: 'organisation' | 'person', from: string, to: string) => {
  const [fromId, toId] = [await idOf(kind, from), await idOf(kind, to)]
  const done = await inTransaction(house.platform, { viewer: nobody, now: house.platform.clock(), via: 'page' }, (work) => mergeTwo(work, catalogue.kinds, { kind, fromId, toId, name: to, workspaceId: null }))
  if ('refused' in done) throw new Error(done.refused)
  return done.done
}
const undo = (id: string) => inTransaction(house.platform, { viewer: nobody, now: house.platform.clock(), via: 'page' }, (work) => undoMerge(work, catalogue.kinds, id))
const asked = (name: string) => db().selectFrom('expectation_asked as q').innerJoin('person as p', 'p.id', 'q.person_id').innerJoin('expectation_answer as a', 'a.id', 'q.answer_id').innerJoin('expectation_round as r', 'r.id', 'a.round_id')
  .select(['q.id', 'q.pass_id', 'q.answer_id', 'a.organisation_id']).where('p.name', '=', name).where('r.state', '=', 'open').execute()
const urlOf = (pass: string | null | undefined) => `/forventning/${passToken(house.platform.passKey, 'expectation', pass ?? '')}`
const text = async (url: string) => (await house.ask(null, url)).text()
const everything = async () => JSON.stringify(await Promise.all((['expectation_answer', 'expectation_statement', 'expectation_asked', 'expectation_reply'] as const).map((table) => db().selectFrom(table).selectAll().orderBy('id').execute())))

// Seen to fail when the statements of an answer were unique by their place: those of the one that went were lost.
test('two organisations become one in the middle of a round: one answer with what both wrote, both links work, and it can be undone', async () => {
  const before = await everything()
  const [lia] = await asked('Representant for Lia kommune')
  const [vassoy] = await asked('Representant for Vassøy kommune')
  const shownBefore = await readShown(db(), (await findRound(db(), workspace, 1)) as NonNullable<Awaited<ReturnType<typeof findRound>>>)
  const id = await merge('organisation', 'Lia kommune', 'Vassøy kommune')
  for (const one of [lia, vassoy]) {
    const html = await text(`${urlOf(one?.pass_id)}?endre=ja`)
    for (const said of ['At fylket setter av midler for hele perioden.', 'Det vi har lært om landstrøm.', 'Vassøy kommune']) expect(html).toContain(said)
    expect(html).toContain('Svaret er endret etter at det ble sendt.')
  }
  const shown = await readShown(db(), (await findRound(db(), workspace, 1)) as NonNullable<Awaited<ReturnType<typeof findRound>>>)
  // What the two expected of each other is nobody else's business now; all else stands.
  expect(shown?.rows).toHaveLength((shownBefore?.rows.length ?? 0) - 2)
  expect(shown?.answers.map((one) => one.organisation)).not.toContain('Lia kommune')
  expect((await house.ask('sekretariat', '/arbeidsrom/eksempelfylket/forventninger/1')).status).toBe(200)
  await undo(id)
  expect(await everything()).toBe(before)
})

test('two accounts that were one person: the link that is left works, and so does the answer', async () => {
  const id = await merge('person', 'Næringssjef i Lia kommune og leder av næringsforeningen', 'Representant for Lia kommune')
  const found = await asked('Representant for Lia kommune')
  // One for Lia kommune, and the one for the business association that came along.
  expect(new Set(found.map((one) => one.answer_id)).size).toBe(found.length)
  for (const one of found) expect((await house.ask(null, urlOf(one.pass_id))).status).toBe(200)
  const [lia] = found.filter((one) => one.organisation_id !== null)
  const html = await text(urlOf(lia?.pass_id))
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
  expect((await house.ask(null, urlOf(lia?.pass_id), { form: { handling: 'save', version, 'needs-0-text': 'Et vedtak.', submissionKey: key() } })).status).toBe(303)
  await undo(id)
})

// Seen to fail when the round before was read for each organisation.
test('check 50: who expects what of whom among 60 organisations takes at most 8 statements', async () => {
  const at = '2026-11-01T08:00:00Z'
  const [round, names] = [v7(), Array.from({ length: 60 }, (_, i) => ({ name: `Organisasjon ${i}`, kind: 'other' as const, example: true }))]
  await db().transaction().execute(async (tx) => {
    const ids = await insertOrganisations(tx, names)
    await tx.insertInto('expectation_round').values({ id: round, workspace_id: workspace, number: 60, title: 'Seksti', due_on: '2026-11-10', state: 'released', made_at: at, asked_at: at, closed_at: at, released_at: at, reply_by: '2026-12-01' }).execute()
    const answers = ids.map((organisation_id) => ({ id: v7(), round_id: round, organisation_id, sent_at: at, channel: 'link' }))
    await tx.insertInto('expectation_answer').values(answers).execute()
    await tx.insertInto('expectation_statement').values(answers.flatMap((answer, i) => [1, 2, 3, 4].map((n) => ({ id: v7(), answer_id: answer.id, sent: true, place: n, what: n === 4 ? 'offers' : 'expects', kind: 'people', about_id: n === 4 ? null : (ids[(i + n) % 60] ?? null), text: `Nummer ${i} ${n}` })))).execute()
  })
  const path = '/arbeidsrom/eksempelfylket/forventninger/60'
  const html = await (await house.ask('sekretariat', path)).text()
  expect(html.match(/Nummer \d+ [123]/g)?.length).toBeGreaterThanOrEqual(180)
  expect(await statementsDuring(house.url, () => house.ask('sekretariat', path))).toBeLessThanOrEqual(8)
})

test('the round is taken to the meeting as Word and PDF by members, and by nobody before its answers are shown', async () => {
  const file = (who: string, name: string) => house.ask(who, `/arbeidsrom/eksempelfylket/last-ned/${name}`)
  const word = await file('leder', 'forventninger-1.docx')
  expect([word.status, Buffer.from(await word.arrayBuffer()).subarray(0, 2).toString()]).toEqual([200, 'PK'])
  expect(Buffer.from(await (await file('partner', 'forventninger-1.pdf')).arrayBuffer()).subarray(0, 5).toString()).toBe('%PDF-')
  expect([(await file('utenfor', 'forventninger-1.docx')).status, (await file('sekretariat', 'forventninger-2.docx')).status]).toEqual([404, 404])
})
