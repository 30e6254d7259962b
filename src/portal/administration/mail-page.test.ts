import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { jobsOf } from '../../app/jobs.ts'
import { migrateJobs } from '../../platform/jobs/jobs.ts'
import { mailBody, queueMail, sendDueMails } from '../../platform/mail/mail.ts'
import { personBehind } from '../../platform/session/login.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await migrateJobs(house.url, jobsOf(house.platform))
  await house.platform.db.updateTable('person').set({ administrator: true }).where('id', '=', (await personBehind(house.platform.db, 'demo', 'leder')) ?? '').execute()
})
afterAll(() => house.close())

test('check 46: what waits, was refused or came back is seen by the administrator alone, who may let it be tried again', async () => {
  const { db, clock, log } = house.platform
  expect((await house.ask('sekretariat', '/admin/e-post')).status).toBe(404)
  await db.deleteFrom('mail').execute()
  const body = mailBody({ lang: 'nb', heading: 'Hei', paragraphs: ['Hei.'], footer: 'Hilsen oss' })
  const queue = (to: string) => db.transaction().execute((tx) => queueMail(tx, { to, subject: `Til ${to}`, body, lang: 'nb', purpose: 'test', now: clock() }))
  const refused = await queue('nei@example.org')
  await queue('vent@example.org')
  await sendDueMails({ db, domain: 'example.org', clock, log, deliver: async (mail) => (mail.recipient.startsWith('nei') ? { sent: false, again: false, cause: '550 no' } : { sent: false, again: true, cause: '451 busy' }) })
  const page = await (await house.ask('leder', '/admin/e-post')).text()
  for (const words of ['nei@example.org', '550 no', 'vent@example.org', '451 busy', 'Ingen er satt opp', 'Alt arbeid i bakgrunnen går']) expect(page).toContain(words)
  const again = (hva: string) => house.ask('leder', '/admin/e-post', { form: { handling: 'mail', hva } })
  expect((await again(refused)).status).toBe(303)
  expect(await db.selectFrom('mail').select(['failed_at', 'attempts']).where('id', '=', refused).executeTakeFirst()).toMatchObject({ failed_at: null, attempts: 0 })
  expect((await again('x')).status).toBe(422)
  expect((await house.ask('leder', '/admin/e-post', { form: { handling: 'check' } })).status).toBe(422)
})
