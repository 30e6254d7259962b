import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enhetsregisteret } from './client.ts'
import { unitAnswer } from './testing/answers.ts'

let server: Server
let address = ''
let respond: (request: IncomingMessage, response: ServerResponse) => void
beforeAll(async () => {
  server = createServer((request, response) => respond(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const json = (status: number, body: unknown) => (_: IncomingMessage, response: ServerResponse): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(typeof body === 'string' ? body : JSON.stringify(body))
}
const ask = async (orgnr = '974760673', timeoutMs = 2_000) => enhetsregisteret(address, timeoutMs).byOrgnr(orgnr)

describe('Enhetsregisteret by number', () => {
  test('the answer as it looks', async () => {
    let asked = ''
    respond = (request, response) => {
      asked = request.url ?? ''
      json(200, unitAnswer)(request, response)
    }
    expect(await ask()).toEqual({ found: { orgnr: '974760673', name: 'REGISTERENHETEN I BRØNNØYSUND', form: 'ORGL', formText: 'Organisasjonsledd', municipalityNumber: '1813', parentOrgnr: '912660680' } })
    expect(asked).toBe('/api/enheter/974760673')
  })

  test.each([
    ['not there', json(404, { status: 404 }), { failed: 'notFound' }],
    ['not a number to it', json(400, { feilmelding: 'x' }), { failed: 'notFound' }],
    ['deleted', json(200, { organisasjonsnummer: '974760673', navn: 'BORTE AS', organisasjonsform: { kode: 'AS', beskrivelse: 'Aksjeselskap' }, slettedato: '2021-05-04' }), { failed: 'deleted', on: '2021-05-04' }],
    ['deleted, and its facts too', json(410, { slettedato: '2021-05-04' }), { failed: 'deleted', on: '2021-05-04' }],
    ['down', json(503, 'nede'), { failed: 'down' }],
    ['asks us to wait', json(429, ''), { failed: 'busy' }],
    ['a page of its own', json(200, '<html>Vedlikehold</html>'), { failed: 'garbage' }],
    ['another number', json(200, { ...unitAnswer, organisasjonsnummer: '912660680' }), { failed: 'garbage' }],
    ['a name that is no text', json(200, { ...unitAnswer, navn: 7 }), { failed: 'garbage' }],
    ['too much', json(200, `"${'x'.repeat(600_000)}"`), { failed: 'garbage' }],
    ['the line cut', (_: IncomingMessage, response: ServerResponse): void => void response.writeHead(200, { 'content-length': '1000' }).write('{"org', () => response.destroy()), { failed: 'down' }],
  ] as const)('%s', async (_, how, expected) => {
    respond = how
    expect(await ask()).toEqual(expected)
  })

  test('slow, also in the middle of an answer', async () => {
    respond = (_, response) => void response.writeHead(200).write('{')
    expect(await ask('974760673', 150)).toEqual({ failed: 'slow' })
  })

  test('is not led to another host', async () => {
    let led = 0
    respond = (request, response) => {
      if (request.url?.includes('annet')) led++
      response.writeHead(302, { location: `http://127.0.0.1:${(server.address() as AddressInfo).port}/annet` }).end()
    }
    expect(await ask()).toEqual({ failed: 'down' })
    expect(led).toBe(0)
  })

  test('nobody at the address, and nobody to ask', async () => {
    expect(await enhetsregisteret('http://127.0.0.1:9/api', 1_000).byOrgnr('974760673')).toEqual({ failed: 'down' })
    expect(await enhetsregisteret(null).byOrgnr('974760673')).toEqual({ failed: 'off' })
    expect(await enhetsregisteret(null).byName('x')).toEqual({ failed: 'off' })
  })
})

describe('Enhetsregisteret by name', () => {
  test('those that are found, without those that have ended; none is an empty list', async () => {
    respond = (request, response) => json(200, request.url?.includes('navn=Br%C3%B8nn') ? { _embedded: { enheter: [unitAnswer, { ...unitAnswer, slettedato: '2020-01-01' }] }, page: { size: 10, totalElements: 2, totalPages: 1, number: 0 } } : { page: { size: 10, totalElements: 0, totalPages: 0, number: 0 } })(request, response)
    expect(await enhetsregisteret(address).byName('Brønn')).toMatchObject({ found: [{ orgnr: '974760673' }] })
    expect(await enhetsregisteret(address).byName('finnes ikke')).toEqual({ found: [] })
  })
})
