import { expect, test } from 'vitest'
import { isProblems, readConfig } from './config.ts'

const read = (env: Record<string, string>) => readConfig(env, '/somewhere/data')

function readWell(env: Record<string, string>) {
  const config = read(env)
  if (isProblems(config)) throw new Error(JSON.stringify(config))
  return config
}

test('with nothing set it is a demo for this machine', () => {
  expect(readWell({})).toEqual({
    port: 3000, host: '127.0.0.1', socket: null, trustedProxies: ['127.0.0.0/8', '::1'], metrics: { port: null, host: '127.0.0.1', token: null }, databasePool: 10, drainSeconds: 0, databaseUrl: null, dataDir: '/somewhere/data', baseUrl: 'http://localhost:3000', smtpUrl: null,
    mailFrom: 'Trådverk <ikke-svar@localhost>', mailIn: null, adminEmail: null, adminPasskey: 'own', demo: true, logLevel: 'warn', publicName: 'Trådverk', publisher: null, webhooksInside: [], secretKey: null, securityContact: null,
    enhetsregisteretUrl: 'https://data.brreg.no/enhetsregisteret/api', oidcProviders: [],
  })
})

test('with a database of one’s own it is no demo unless asked for', () => {
  const env = { DATABASE_URL: 'postgres://a:b@db/c', BASE_URL: 'https://tradverk.eksempel.no/' }
  expect(readWell(env)).toMatchObject({ demo: false, host: '0.0.0.0', baseUrl: 'https://tradverk.eksempel.no' })
  expect(readWell({ DATABASE_URL: 'postgres://a:b@db/c', DEMO: '1' })).toMatchObject({ demo: true, host: '127.0.0.1' })
})

test('the address follows the port, and a variable set to nothing is not set', () => {
  expect(readWell({ PORT: '8123', DATABASE_URL: '', SMTP_URL: ' ' })).toMatchObject({ port: 8123, baseUrl: 'http://localhost:8123', smtpUrl: null })
})

test.each([
  ['PORT', 'abc'], ['PORT', '0'], ['PORT', '70000'], ['PORT', '30 00'], ['PORT', '-1'],
  ['HOST', 'a b'], ['DRAIN_SECONDS', '-1'], ['DRAIN_SECONDS', '301'], ['TRUST_PROXY', 'proxy.no'], ['TRUST_PROXY', '10.0.0.0/33'], ['METRICS_PORT', 'x'], ['METRICS_TOKEN', 'short'], ['DATABASE_POOL', '1'],
  ['DATABASE_URL', 'mysql://a:b@db/c'], ['DATABASE_URL', 'db'],
  ['BASE_URL', 'tradverk.no'], ['BASE_URL', 'ftp://tradverk.no'], ['BASE_URL', 'http://localhost/under'], ['BASE_URL', 'http://localhost/?a'],
  ['SMTP_URL', 'localhost:25'], ['MAIL_FROM', 'post'], ['DEMO', 'ja'], ['LOG_LEVEL', 'verbose'], ['PUBLIC_NAME', 'x'.repeat(81)],
  ['SECRET_KEY', 'short'], ['ADMIN_PASSKEY', 'ja'],
])('%s=%s is refused by name, with what to write', (variable, value) => {
  expect(read({ [variable]: value })).toEqual([{ variable, message: expect.stringMatching(new RegExp(`^${variable}.*skriv`)) }])
})

test('every problem is told at once, and no password is repeated', () => {
  const problems = read({ PORT: 'x', DATABASE_URL: 'mysql://me:hemmelig@db/c' })
  expect(problems).toHaveLength(2)
  expect(JSON.stringify(problems)).not.toContain('hemmelig')
})

test('a demo is never open to others', () => {
  expect(read({ BASE_URL: 'https://tradverk.eksempel.no' })).toMatchObject([{ variable: 'BASE_URL' }])
  expect(read({ HOST: '0.0.0.0' })).toMatchObject([{ variable: 'HOST' }])
  expect(read({ BASE_URL: 'http://localhost.evil.no', DEMO: '1', DATABASE_URL: 'postgres://a:b@db/c' })).toMatchObject([{ variable: 'BASE_URL' }])
  for (const BASE_URL of ['http://127.0.0.1:3000', 'http://[::1]:3000', 'http://localhost:3000']) expect(readWell({ BASE_URL }).demo).toBe(true)
})

test('others reach it only by https', () => {
  expect(read({ DATABASE_URL: 'postgres://a:b@db/c', BASE_URL: 'http://tradverk.eksempel.no' })).toMatchObject([{ variable: 'BASE_URL' }])
})

test('Enhetsregisteret may be elsewhere, and off', () => {
  expect(readWell({ ENHETSREGISTERET_URL: 'http://127.0.0.1:9999/api/' }).enhetsregisteretUrl).toBe('http://127.0.0.1:9999/api')
  for (const off of ['0', '', '  ']) expect(readWell({ ENHETSREGISTERET_URL: off }).enhetsregisteretUrl).toBe(null)
  expect(read({ ENHETSREGISTERET_URL: 'ftp://brreg.no' })).toMatchObject([{ variable: 'ENHETSREGISTERET_URL' }])
})

test('a socket from systemd is taken by the process that it was opened for, and by no other', () => {
  expect(readWell({ LISTEN_FDS: '1', LISTEN_PID: String(process.pid) }).socket).toBe(3)
  expect(readWell({ LISTEN_FDS: '1', LISTEN_PID: '1' }).socket).toBe(null)
  expect(readWell({ LISTEN_FDS: '0', LISTEN_PID: String(process.pid) }).socket).toBe(null)
})
