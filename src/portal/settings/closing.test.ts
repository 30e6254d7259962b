import { afterAll, beforeAll, expect, test } from 'vitest'
import { pages } from '../../app/app.ts'
import { addressesIn } from '../../../tests/access/addresses.ts'
import { type House, key, openHouse } from '../../../tests/support/house.ts'
import { sample } from '../../../tests/support/sample.ts'
import { inTransaction, WorkspaceArchived } from '../../platform/db/work.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const root = '/arbeidsrom/eksempelfylket'
const closing = `${root}/innstillinger/avslutt`
const workspace = () => house.platform.db.selectFrom('workspace').selectAll().where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
const lastEvent = async () => (await house.platform.db.selectFrom('event').select(['sequence', 'what']).where('workspace_id', '=', (await workspace()).id).orderBy('sequence', 'desc').executeTakeFirstOrThrow())

test('those who lead close it; others are told that it is not theirs', async () => {
  expect((await house.ask('partner', closing, { form: { handling: 'archive' } })).status).toBe(403)
  await house.ask('sekretariat', `${root}/partnere/inviter`, { form: { epost: 'venter@lia.example', rolle: 'participant', frist: '2026-12-11', submissionKey: key() } })
  expect(await (await house.ask('leder', closing)).text()).toContain('som venter på svar')
  expect((await house.ask('leder', closing, { form: { handling: 'archive' } })).status).toBe(303)
  expect(await workspace()).toMatchObject({ state: 'archived', state_changed_at: house.platform.clock() })
  expect((await lastEvent()).what).toBe('workspace.archived')
  // Twice is once.
  expect((await house.ask('leder', closing, { form: { handling: 'archive' } })).status).toBe(409)
  for (const page of [root, `${root}/plan`, `${root}/partnere`, closing]) expect(await (await house.ask('politiker', page)).text(), page).toContain('Arbeidsrommet ble avsluttet')
})

test('a closed workspace is read and not changed: every page that changes something refuses, and says why', async () => {
  const addressOf = await addressesIn(house)
  const changing = pages.filter((page) => page.actions && page.path.startsWith('/arbeidsrom/:workspace'))
  expect(changing.length).toBeGreaterThan(30)
  const before = [await lastEvent(), await workspace()]
  const wrong: string[] = []
  let asked = 0
  for (const { page, action } of sample(changing.flatMap((page) => Object.keys(page.actions ?? {}).map((action) => ({ page, action }))), 80)) {
    const address = addressOf(page.path)
    if (!address || page.whenArchived?.includes(action)) continue
    const answer = await house.ask('leder', address, { form: { handling: action, title: 'x', submissionKey: key() } })
    if (answer.status === 404) continue
    asked++
    if (answer.status !== 409 || !/avsluttet/.test(await answer.text())) wrong.push(`${address} ${action}: ${answer.status}`)
  }
  expect(wrong).toEqual([])
  expect(asked).toBeGreaterThan(30)
  expect([await lastEvent(), await workspace()]).toEqual(before)
})

test('neither does a link from an e-mail, nor a job', async () => {
  const mail = await house.platform.db.selectFrom('mail').select('text').where('recipient', '=', 'venter@lia.example').executeTakeFirstOrThrow()
  const link = /\/invitasjon\/[A-Za-z0-9_-]{43}/.exec(mail.text ?? '')?.[0] ?? ''
  expect((await house.ask(null, link, { form: { handling: 'accept', navn: 'X' } })).status).toBe(409)
  expect(await (await house.ask(null, link)).text()).toContain('Arbeidsrommet er avsluttet')
  const { id } = await workspace()
  const change = inTransaction(house.platform, { viewer: { person: null, memberships: [], lang: 'nb' }, now: house.platform.clock(), via: 'job' }, async (work) => {
    await work.tx.updateTable('workspace').set({ funder: 'Ingen' }).where('id', '=', id).execute()
    work.record({ workspaceId: id, what: 'workspace.changed' })
    return { done: true }
  })
  await expect(change).rejects.toThrow(WorkspaceArchived)
  expect((await workspace()).funder).not.toBe('Ingen')
})

test('it is opened again as it was, by those who lead, and the history says who and when', async () => {
  expect((await house.ask('partner', closing, { form: { handling: 'restore' } })).status).toBe(403)
  expect(await (await house.ask('sekretariat', closing)).text()).toContain('Leder av partnerskapet avsluttet arbeidsrommet 20. november 2026')
  expect((await house.ask('sekretariat', closing, { form: { handling: 'restore' } })).status).toBe(303)
  expect(await workspace()).toMatchObject({ state: 'active' })
  expect(await (await house.ask('sekretariat', root)).text()).not.toContain('Arbeidsrommet ble avsluttet')
  expect((await house.ask('sekretariat', `${root}/plan/mal/ny`, { form: { title: 'Et nytt mål', submissionKey: key() } })).status).toBe(303)
  expect(await (await house.ask('sekretariat', `${root}/plan/endringer`)).text()).toContain('åpnet arbeidsrommet igjen')
})
