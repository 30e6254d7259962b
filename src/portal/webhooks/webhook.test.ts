import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, key, openHouse } from '../../../tests/support/house.ts'
import { jobsOf } from '../../app/jobs.ts'
import { migrateJobs } from '../../platform/jobs/jobs.ts'
import { mayTell, tellOutside } from '../../platform/outside/tell.ts'
import { runDelivery } from './webhook.job.ts'
import { tries } from './delivery-input.ts'
import { secretOf, signatureOf } from './webhook.ts'

let house: House
let receiver: Server
let port = 0
let respond: (response: ServerResponse) => void = (response) => void response.writeHead(204).end()
const got: { headers: IncomingHttpHeaders; body: string }[] = []
beforeAll(async () => {
  house = await openHouse()
  await migrateJobs(house.url, jobsOf(house.platform))
  Object.assign(house.platform.config, { webhooksInside: ['127.0.0.1'] })
  receiver = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => { body += piece })
    request.on('end', () => {
      got.push({ headers: request.headers, body })
      respond(response)
    })
  }).listen(0, '127.0.0.1')
  await once(receiver, 'listening')
  port = (receiver.address() as AddressInfo).port
}, 60_000)
afterAll(async () => {
  receiver.closeAllConnections()
  receiver.close()
  await house.close()
})

const page = '/arbeidsrom/eksempelfylket/innstillinger/beskjeder'
const waiting = () => house.platform.db.selectFrom('webhook_delivery').select(['id', 'event', 'body', 'attempts', 'last_status', 'last_failure', 'done_at']).where('done_at', 'is', null).orderBy('created_at').orderBy('id').execute()
const run = (delivery: string, attempt = 1) => {
  const { db, clock } = house.platform
  return db.transaction().execute((tx) => runDelivery(house.platform, { input: { delivery }, tx, db, now: clock(), attempt }))
}
const addGoal = (title: string) => house.ask('leder', '/arbeidsrom/eksempelfylket/plan/mal/ny', { form: { title, submissionKey: key() } })

// Seen to fail when an address that is written with numbers is not looked at.
test('check 17: nothing but https to the open net is told, whatever an address looks like', async () => {
  for (const address of ['http://example.org/', 'https://127.0.0.1/', 'https://localhost/', 'https://10.0.0.1/', 'https://0x7f.1/', 'https://2130706433/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/latest', 'https://a:b@example.org/', 'ftp://example.org/', 'https://intern/', 'x']) expect([address, mayTell(address, [])]).toEqual([address, false])
  expect([mayTell('https://example.org/x', []), mayTell('http://127.0.0.1:1/', ['127.0.0.1']), mayTell('http://127.0.0.2:1/', ['127.0.0.1'])]).toEqual([true, true, false])
  const refused = await house.ask('leder', page, { form: { handling: 'add', address: 'https://192.168.1.1/', events: 'added', submissionKey: key() } })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Skriv en https-adresse på det åpne nettet')])
  expect(await tellOutside('https://localhost.localdomain.invalid/', '{}', { headers: {}, timeoutMs: 2_000, inside: [] })).toEqual({ failed: 'down' })
})

test('what happens is queued with it, signed, told by ids and never by contents, and only what every member may read', async () => {
  const made = await house.ask('leder', page, { form: { handling: 'add', address: `http://127.0.0.1:${port}/mottak`, events: ['added', 'links'], submissionKey: key() } })
  expect(made.status).toBe(303)
  const { id } = await house.platform.db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
  const secret = secretOf(house.platform.passKey, id, 1)
  expect(decodeURIComponent(decodeURIComponent(made.headers.get('set-cookie') ?? ''))).toContain(secret)
  expect(await (await house.ask('leder', page)).text()).not.toContain('whsec_')
  await addGoal('Hemmelig tittel som ikke skal ut')
  await house.ask('leder', '/arbeidsrom/eksempelfylket/plan/mal/ny', { form: { title: 'Bare for leder', audience: 'roles', submissionKey: key() } })
  const [delivery, ...rest] = await waiting()
  expect([delivery?.event, rest]).toEqual(['item.added', []])
  await run(delivery?.id ?? '')
  const sent = got.at(-1)
  expect(sent?.body).not.toContain('Hemmelig')
  expect(JSON.parse(sent?.body ?? '')).toMatchObject({ type: 'item.added', data: { workspace: 'eksempelfylket', item: { kind: 'goal', version: 1, self: expect.stringMatching(/\/api\/v1\/workspaces\/eksempelfylket\/items\/goal\/\d+$/) } } })
  expect(sent?.headers['webhook-id']).toBe(delivery?.id)
  expect(sent?.headers['webhook-signature']).toBe(signatureOf([secret], delivery?.id ?? '', Number(sent?.headers['webhook-timestamp']), sent?.body ?? ''))
  expect(await waiting()).toEqual([])
  // A change that is undone tells nobody.
  expect((await house.ask('leder', '/arbeidsrom/eksempelfylket/plan/mal/ny', { form: { title: '', submissionKey: key() } })).status).toBe(422)
  expect(await waiting()).toEqual([])
})

// Seen to fail with a new id for each try.
test('check 45: a receiver that misbehaves is tried again with the same id, rests after a day, is told of by mail, and loses nothing', async () => {
  await addGoal('En til')
  const [delivery] = await waiting()
  const misbehave: [(response: ServerResponse) => void, { last_status: number | null; last_failure: string | null }][] = [
    [(response) => void response.writeHead(500).end(), { last_status: 500, last_failure: null }],
    [(response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(), { last_status: null, last_failure: 'down' }],
    [(response) => void response.destroy(), { last_status: null, last_failure: 'down' }],
    [(response) => void response.writeHead(200).end('x'.repeat(200_000)), { last_status: null, last_failure: 'down' }],
  ]
  for (const [how, expected] of misbehave) {
    respond = how
    await expect(run(delivery?.id ?? '')).rejects.toThrow('A webhook was not received')
    expect((await waiting())[0]).toMatchObject(expected)
  }
  expect(new Set(got.slice(-4).map((one) => one.headers['webhook-id'])).size).toBe(1)
  const mails = () => house.platform.db.selectFrom('mail').select('subject').where('purpose', '=', 'webhook-paused').execute()
  await run(delivery?.id ?? '', tries.retries + 1)
  expect((await mails()).length).toBeGreaterThan(0)
  expect((await mails())[0]?.subject).toBe('Beskjeder til 127.0.0.1 er stoppet')
  await addGoal('Mens den er stoppet')
  expect(await waiting()).toHaveLength(1)
  const { id } = await house.platform.db.selectFrom('webhook').select('id').executeTakeFirstOrThrow()
  respond = (response) => void response.writeHead(200).end()
  expect((await house.ask('leder', page, { form: { handling: 'resume', hvilken: id } })).status).toBe(303)
  await run(delivery?.id ?? '')
  expect(await waiting()).toEqual([])
  // While a secret is changed for another, both sign.
  await house.ask('leder', page, { form: { handling: 'rotate', hvilken: id } })
  await addGoal('Etter ny hemmelighet')
  await run((await waiting())[0]?.id ?? '')
  expect(String(got.at(-1)?.headers['webhook-signature']).split(' ')).toHaveLength(2)
})
