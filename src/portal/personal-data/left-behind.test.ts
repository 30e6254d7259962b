import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalogue } from '../../app/app.ts'
import { type House, openHouse } from '../../../tests/support/house.ts'
import { sweepFiles } from '../../platform/files/file.store.ts'
import { sweepRemovedItems } from '../../platform/item/sweep.ts'
import { personBehind } from '../../platform/session/login.ts'
import { verifyAll } from '../verify/index.ts'

let house: House
const root = '/arbeidsrom/eksempelfylket/kunnskap'
const db = () => house.platform.db
const text = new TextDecoder()
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const exported = async (role: string) => unzipSync(new Uint8Array(await (await house.ask(role, '/min-side/personvern/alt.zip')).arrayBuffer()))

/** A finding with a file, as the secretariat writes it. */
async function findingWithFile(title: string, content: string): Promise<{ id: string; number: number; file: string }> {
  const made = await house.ask('sekretariat', `${root}/ny`, { form: { title, audience: 'workspace' }, files: { file: { name: `${title}.txt`, bytes: new TextEncoder().encode(content) } } })
  expect(made.status).toBe(303)
  const row = await db().selectFrom('item').innerJoin('finding', 'finding.id', 'item.id').select(['item.id', 'item.number', 'finding.file']).where('item.title', '=', title).executeTakeFirstOrThrow()
  return { ...row, file: row.file ?? '' }
}

// Seen to fail when the contents of files are handed out whatever has become of one's roles.
test('check 35: of a workspace that one has left, one is told what one did and when, and not what stands there', async () => {
  await findingWithFile('Funn med vedlegg', 'Innholdet i vedlegget')
  const here = await exported('sekretariat')
  expect(text.decode(here['json/event.json'])).toContain('Funn med vedlegg')
  expect(Object.keys(here).filter((name) => name.startsWith('filer/'))).toHaveLength(1)
  const person = await personBehind(db(), 'demo', 'sekretariat')
  await db().updateTable('membership').set({ valid_to: '2026-11-01' }).where('person_id', '=', person ?? '').execute()
  const left = await exported('sekretariat')
  const events = JSON.parse(text.decode(left['json/event.json'])) as Record<string, unknown>[]
  expect(events.length).toBeGreaterThan(0)
  expect(events.filter((event) => 'body' in event || !event.what || !event.at)).toEqual([])
  expect(Object.keys(left).filter((name) => name.startsWith('filer/'))).toEqual([])
  expect(text.decode(left['json/file.json'])).toContain('Funn med vedlegg.txt')
  expect(text.decode(left['les-meg.html'])).not.toContain('Innholdet i vedlegget')
  await db().updateTable('membership').set({ valid_to: null }).where('person_id', '=', person ?? '').execute()
}, 60_000)

test('check 35, 3: what is for another organisation is not handed out, also where one is in the workspace and wrote it or answers for it', async () => {
  const finding = await findingWithFile('Bare for de andre', 'Innhold for de andre')
  const person = await personBehind(db(), 'demo', 'sekretariat')
  const measure = await db().selectFrom('item').select('id').where('kind', '=', 'measure').where('audience', '=', 'workspace').where('removed_at', 'is', null).executeTakeFirstOrThrow()
  await db().updateTable('measure').set({ responsible_id: person, status_note: 'Ikke for alle' }).where('id', '=', measure.id).execute()
  const look = async () => {
    const all = await exported('sekretariat')
    const rows = (name: string) => JSON.parse(text.decode(all[`json/${name}.json`])) as Record<string, unknown>[]
    const words = Object.values(all).map((bytes) => text.decode(bytes)).join()
    return { words, event: rows('event').find((one) => one.item_id === finding.id), measure: rows('measure').find((one) => one.id === measure.id) }
  }
  const before = await look()
  for (const told of ['Bare for de andre', 'Innhold for de andre', 'Ikke for alle']) expect(before.words).toContain(told)
  const others = await db().selectFrom('organisation').select('id').where('id', 'not in', db().selectFrom('membership').select('organisation_id').where('person_id', '=', person).where('organisation_id', 'is not', null).$castTo<{ organisation_id: string }>()).executeTakeFirstOrThrow()
  await db().updateTable('item').set({ audience: 'organisation', audience_organisation_id: others.id }).where('id', 'in', [finding.id, measure.id]).execute()
  const after = await look()
  expect(after.event).toMatchObject({ what: 'item.added', item_id: finding.id })
  expect(after.event).not.toHaveProperty('body')
  expect(after.measure).toEqual({ id: measure.id, kind: 'measure', responsible_id: person })
  for (const told of ['Innhold for de andre', 'Ikke for alle']) expect(after.words).not.toContain(told)
  // What one uploaded is told of by its name, which is one's own.
  expect(after.words.replaceAll('Bare for de andre.txt', '')).not.toContain('Bare for de andre')
}, 60_000)

// Seen to fail without `deleteUnusedFiles`: the row, and so the content, stood for ever.
test('check 36: files of what is removed for good go with it, and no others; everything still holds together', async () => {
  const [gone, stays] = [await findingWithFile('Skal bort', 'Borte for godt'), await findingWithFile('Skal stå', 'Står')]
  const { now } = { now: house.platform.clock() }
  await db().updateTable('item').set({ removed_at: now.subtract({ hours: 24 }).toString() }).where('id', '=', gone.id).execute()
  expect(await sweepRemovedItems(db(), now)).toBeGreaterThan(0)
  const files = (await db().selectFrom('file').select('id').execute()).map((row) => row.id)
  expect([files.includes(gone.file), files.includes(stays.file)]).toEqual([false, true])
  expect((await sweepFiles(db(), house.platform.files, now)).contents).toBeGreaterThan(0)
  expect((await house.ask('sekretariat', `${root}/${stays.number}`)).status).toBe(200)
  const { files: store, auditKey, config } = house.platform
  expect((await verifyAll({ db: db(), files: store, catalogue, dataDir: config.dataDir, auditKey, now })).sound).toBe(true)
})
