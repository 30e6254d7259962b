import { catalogue } from '../src/app/app.ts'
import { writeXlsx } from '../src/platform/document/sheet/write-xlsx.ts'
import { noChoices } from '../src/imports/plan-pages/compare/choices.ts'
import { beginSaving, findImport, insertImport, keepReading } from '../src/imports/plan-pages/plan-import.store.ts'
import { readInWorker } from '../src/imports/plan-pages/read/read-in-worker.ts'
import { saveImport } from '../src/imports/plan-pages/save/save-import.ts'
import { inTransaction } from '../src/platform/db/work.ts'
import { v7 } from '../src/platform/item/id.ts'
import { addMember, insertWorkspace } from '../src/modules/workspaces/index.ts'
import { assert, compare, timed } from './frame/compare.ts'
import { platformIn } from './frame/in-process.ts'
import type { Measure } from './frame/measure.ts'
import type { World } from './world/world.ts'

const rows = 5_000

const file = (): Uint8Array => writeXlsx([{ name: 'Plan', rows: [
  ['Mål', 'Innsatsområde', 'Nr', 'Tiltak', 'Ansvarlig', 'Samarbeidspartnere', 'Frist', 'Status', 'Kostnad 2026 (kr)', 'Kostnad 2027 (kr)', 'Indikator', 'Kommentar'],
  ...Array.from({ length: rows }, (_, i) => [
    `Mål ${i % 5 + 1}: Flere arbeidsplasser i del ${i % 5 + 1}`, `Område ${i % 9 + 1}`, `${i % 5 + 1}.${i}`, `Etablere nettverk nummer ${i} for bedrifter i sone ${i % 300}`,
    `Kommune ${i % 40}`, 'Fylkeskommunen, NHO', '31.12.2026', 'I gang', 100_000 + i, 200_000, 'Antall bedrifter', `En merknad som er passe lang og forteller om tiltaket ${i}`,
  ]),
] }])

const read = async (bytes: Uint8Array) => {
  const found = await readInWorker({ bytes, fileName: 'plan.xlsx', choice: [] }, { ms: 120_000 })
  if ('refused' in found) throw new Error(JSON.stringify(found.refused))
  return found
}

/** A plan of 5,000 rows from the file to the last commit, beside reading the same file and doing nothing with it. */
export const importing: Measure = {
  name: 'import',
  async run({ worlds, size, tell }) {
    const world = await worlds.of(size)
    const bytes = file()
    const platform = await platformIn(world)
    const once = async () => {
      const slug = `bench-import-${v7().slice(-12)}`
      const ms = await timed(() => bringIn(world, platform, slug, bytes))
      // Otherwise the world would grow each time that it is measured.
      await world.db.deleteFrom('workspace').where('slug', '=', slug).execute()
      return ms
    }
    await once()
    const found = await compare(5, once, () => timed(() => read(bytes)))
    tell({ name: 'import of a plan with 5,000 rows', unit: 'ms', ...found, target: { of: 'ratio', atMost: 3 } })
  },
}

/** Reads and saves it all in a workspace of its own. */
async function bringIn({ db, viewer }: World, platform: Awaited<ReturnType<typeof platformIn>>, slug: string, bytes: Uint8Array): Promise<void> {
  const now = Temporal.Now.instant()
  const person = viewer.person?.id ?? ''
  const { id, workspaceId } = await db.transaction().execute(async (tx) => {
    const workspace = await insertWorkspace(tx, { slug, title: 'Import', kind: 'partnership', template: 'partnership', language: 'nb', partsInUse: [] })
    await addMember(tx, { workspaceId: workspace, personId: person, role: 'secretariat', organisationId: null, from: '2024-01-01' })
    const fileId = v7()
    await tx.insertInto('file').values({ id: fileId, sha256: Buffer.alloc(32, 1), size: bytes.length, media_type: 'application/octet-stream', name: 'plan.xlsx', uploaded_at: now.toString() }).execute()
    return { id: await insertImport(tx, { workspaceId: workspace, fileId, personId: person, now, choices: noChoices }), workspaceId: workspace }
  })
  const found = await read(bytes)
  await db.transaction().execute((tx) => keepReading(tx, id, found, []))
  const one = await findImport(db, workspaceId, id)
  assert(one !== null && (await beginSaving(db, id, one.version, noChoices)), 'the import cannot be saved')
  const leader = { ...viewer, memberships: [...viewer.memberships, { workspaceId, role: 'secretariat' as const, organisationId: null }] }
  const saved = await inTransaction(platform, { viewer: leader, now, via: 'job' }, (work) => saveImport(work, slug, id, workspaceId))
  assert('done' in saved && saved.done.measures === rows, `not everything was saved: ${JSON.stringify(saved)}`)
  const loose = await db.selectFrom('loose_thread').select('rule').where('workspace_id', '=', workspaceId).limit(1).executeTakeFirst()
  assert(loose !== undefined && catalogue.checks.some((rule) => rule.id === loose.rule), 'the new plan was not checked')
}
