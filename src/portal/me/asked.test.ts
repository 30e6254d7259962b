import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { statementsDuring } from '../../../tests/support/statements.ts'
import { catalogue } from '../../app/app.ts'
import { inTransaction } from '../../platform/db/work.ts'
import { readAsked } from '../../platform/item/asked.ts'
import { addItems } from '../../platform/item/item.actions.ts'
import { v7 } from '../../platform/item/id.ts'
import { issuePass, passToken } from '../../platform/pass/pass.ts'
import { personBehind } from '../../platform/session/login.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import { agreement } from '../../modules/agreements/index.ts'
import { meeting } from '../../modules/arenas/index.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

test('meetings and agreements stand on My page with their dates, each with the way to answer, and nothing for others', async () => {
  const { platform } = house
  const { db, clock } = platform
  const [partner, secretariat] = [(await personBehind(db, 'demo', 'partner')) ?? '', (await personBehind(db, 'demo', 'sekretariat')) ?? '']
  const place = await db.selectFrom('workspace').select(['id', 'state']).where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
  const lia = (await db.selectFrom('membership').select('organisation_id').where('person_id', '=', partner).where('role', '=', 'partner').executeTakeFirstOrThrow()).organisation_id ?? ''
  const viewer = await viewerOfPerson(db, secretariat, clock())
  if (!viewer) throw new Error('nobody')
  let pass = ''
  await inTransaction(platform, { viewer, now: clock(), via: 'page' }, async (work) => {
    const done = async (kind: Parameters<typeof addItems>[2], title: string, state: string, fields: object) => {
      const made = await addItems(work, place, kind, [{ title, state, fields: { ...fields } }])
      return 'done' in made ? (made.done[0] ?? '') : ''
    }
    const called = await done(meeting, 'Møtet jeg ikke har svart på', 'called', { held_on: '2026-12-20' })
    const coming = await done(meeting, 'Møtet jeg kommer til', 'called', { held_on: '2026-11-25' })
    const read = await done(meeting, 'Møtet jeg var i', 'held', { held_on: '2026-11-18' })
    await work.tx.updateTable('meeting').set({ approval_asked_on: '2026-11-19' }).where('id', '=', read).execute()
    const at = clock().toString()
    const invitee = { person_id: partner, organisation_id: lia, mailed_at: at }
    const [first] = [v7()]
    pass = await issuePass(work.tx, { purpose: 'meeting', subjectId: first, personId: partner, lastDay: null, now: clock() })
    await work.tx.insertInto('meeting_invitee').values([
      { id: first, meeting_id: called, pass_id: pass, ...invitee }, { id: v7(), meeting_id: coming, answer: 'yes', ...invitee }, { id: v7(), meeting_id: read, answer: 'yes', attended: 'present', ...invitee },
    ]).execute()
    const signed = await done(agreement, 'Partnerskapsavtalen', 'agreed', { starts_on: '2027-01-01' })
    await work.tx.insertInto('agreement_edition').values({ id: v7(), item_id: signed, number: 1, opened_on: '2026-10-01', agreed_on: '2026-11-01' }).execute()
    await work.tx.insertInto('agreement_party').values({ id: v7(), item_id: signed, organisation_id: lia }).execute()
    return { done: true }
  })
  const asked = async (role: string) => {
    const who = await viewerOfPerson(db, (await personBehind(db, 'demo', role)) ?? '', clock())
    return (await readAsked(db, catalogue.asked, { viewer: who ?? viewer, today: '2026-11-20' }, platform.passKey, 200)).filter((one) => ['meeting_call', 'meeting', 'minutes', 'agreement_anchor'].includes(one.what)).map((one) => [one.what, one.title, one.due, one.href])
  }
  const mine = await asked('partner')
  expect(mine.map(([what, title, due]) => [what, title, due])).toEqual(expect.arrayContaining([
    ['meeting', 'Møtet jeg kommer til', '2026-11-25'], ['meeting_call', 'Møtet jeg ikke har svart på', '2026-12-20'], ['agreement_anchor', 'Partnerskapsavtalen', '2027-01-01'], ['minutes', 'Møtet jeg var i', null],
  ]))
  expect(mine.find(([what]) => what === 'meeting_call')?.[3]).toBe(`/mote/${passToken(platform.passKey, 'meeting', pass)}`)
  expect((await asked('sekretariat')).map(([, title]) => title)).toContain('Møtet jeg var i')
  expect(JSON.stringify(await asked('politiker'))).not.toContain('Møtet jeg')
  for (const [, , , href] of mine) expect((await house.ask('partner', String(href))).status, String(href)).toBe(200)
  const html = await (await house.ask('partner', '/min-side')).text()
  for (const word of ['Innkalling: si om du kommer', 'Referat til godkjenning', 'Avtale som skal forankres hos dere']) expect(html).toContain(word)
  expect(await statementsDuring(house.url, () => house.ask('partner', '/min-side'))).toBeLessThanOrEqual(8)
})
