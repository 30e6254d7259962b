import { sql } from 'kysely'
import type { Database } from '../src/platform/db/database.ts'
import { insertItems } from '../src/platform/item/item.store.ts'
import type { Kind } from '../src/platform/item/kind.ts'
import { insertOrganisations } from '../src/modules/actors/index.ts'
import { insertWorkspace } from '../src/modules/workspaces/index.ts'
import { numbersFrom } from '../tests/support/sample.ts'

const firsts = 'barnehage skole kommune region fylke nærings ungdoms bolig miljø kultur kompetanse folkehelse samfunns arbeids landbruks reiselivs klima energi vei kollektiv helse omsorgs bibliotek idretts frivillig sentrums bygde kyst skog fjell industri teknologi innovasjons forsknings høgskole fagskole lærlinge flyktninge integrerings inkluderings'.split(' ')
const lasts = 'plass plan utvikling tilbud tjeneste arbeid nettverk område tiltak senter møte satsing prosjekt strategi analyse avtale program råd forum samling kartlegging tilskudd rekruttering opplæring formidling veiledning'.split(' ')
const small = 'og i for med til av på som er det vi skal kan flere unge gode nye felles sammen bedre større lokale ansatte innbyggere kommunene fylket regionen'.split(' ')
const endings = ['', '', 'en', 'er', 'ene']

/** A workspace for every 5,000 items, one in four public, one item in eight public; words as uneven as words are. */
export async function fill(db: Database, size: number, kinds: readonly Kind[], seed = 7): Promise<string[]> {
  const random = numbersFrom(seed)
  // Squared, so that the first words are many times as common as the last.
  const pick = (words: readonly string[]) => words[Math.floor(random() ** 2 * words.length)] ?? ''
  const word = () => (random() < 0.45 ? pick(small) : pick(firsts) + pick(lasts) + pick(endings))
  const text = (words: number) => Array.from({ length: words }, word).join(' ')
  const organisations = await db.transaction().execute((tx) => insertOrganisations(tx, Array.from({ length: 400 }, (_, i) => ({ name: `${pick(firsts)}${pick(lasts)} ${i} kommune`, kind: 'municipality' as const }))))
  const workspaces: string[] = []
  for (let w = 0; w < size / 5_000; w++) {
    await db.transaction().execute(async (tx) => {
      const id = await insertWorkspace(tx, { slug: `sok-${size}-${w}`, title: `${pick(firsts)}partnerskapet ${w}`, kind: 'partnership', template: 'partnership', language: 'nb', partsInUse: [] })
      workspaces.push(id)
      await tx.updateTable('workspace').set({ public: w % 4 === 0 }).where('id', '=', id).execute()
      for (const [i, kind] of kinds.entries()) {
        const n = 5_000 / kinds.length
        const at = Temporal.Instant.from('2024-01-01T00:00:00Z').add({ hours: Math.floor(random() * 20_000) + i })
        await insertItems(tx, kind, id, { personId: null, at: at.toString() }, Array.from({ length: n }, (_, j) => ({
          title: text(6), code: `${w + 1}.${j + 1}`, audience: random() < 0.125 ? 'public' as const : 'workspace' as const,
          fields: { description: text(60), owner: [organisations[Math.floor(random() * organisations.length)] ?? ''] },
        })))
      }
    })
  }
  await sql`vacuum analyze`.execute(db)
  return workspaces
}
