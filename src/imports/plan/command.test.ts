import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from './fixtures/build.ts'

let folder = ''
const at = (name: string) => join(folder, name)
const plan = (status: string) => build({ sheets: [{ name: 'Plan', rows: [['Mål', 'Tiltak', 'Ansvarlig', 'Status'], ['Flere jobber', 'Messe', 'Kommunen', status]] }] })
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'))
  await writeFile(at('ny.xlsx'), plan('Ferdig'))
  await writeFile(at('gammel.xlsx'), plan('I gang'))
  await writeFile(at('brev.xlsx'), build({ sheets: [{ name: 'Ark1', rows: [['Kjære alle'], ['Her er et brev'], ['Hilsen oss']] }] }))
  await writeFile(at('bilde.xlsx'), 'GIF89a')
})
afterAll(() => rm(folder, { recursive: true }))

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>(done => {
    execFile(process.execPath, [join(import.meta.dirname, 'command.ts'), ...args], (fault, out, err) => done({ code: fault ? Number(fault.code) : 0, out, err }))
  })

describe('import:plan', { timeout: 60_000 }, () => {
  it('prints one JSON object with the keys of the contract', async () => {
    const { code, out, err } = await run(at('ny.xlsx'), '--dry-run')
    expect([code, err]).toEqual([0, ''])
    const json = JSON.parse(out) as Record<string, unknown>
    expect(Object.keys(json).sort()).toEqual(['goals', 'ignored', 'measures', 'notUnderstood', 'priorityAreas', 'warnings'])
    expect(json.measures).toMatchObject([{ title: 'Messe', status: { text: 'Ferdig', normalised: 'completed' }, source: { sheet: 'Plan', row: 2 } }])
  })
  it('adds the changes from an older file', async () => {
    const { code, out } = await run(at('ny.xlsx'), '--dry-run', '--compare', at('gammel.xlsx'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ changes: { changed: [{ title: 'Messe', fields: [{ field: 'status' }] }], renamed: [], added: [], removed: [] } })
  })
  it.each([['missing', 'finnes-ikke.xlsx'], ['of another type', 'bilde.xlsx'], ['without a plan', 'brev.xlsx'], ['a folder', '.']])('refuses a file that is %s with one line', async (_, name) => {
    const { code, out, err } = await run(at(name), '--dry-run')
    expect([code, out]).toEqual([2, ''])
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
  it('says how it is used', async () => {
    const { code, err } = await run(at('ny.xlsx'))
    expect([code, err.startsWith('Bruk:')]).toEqual([2, true])
  })
})
