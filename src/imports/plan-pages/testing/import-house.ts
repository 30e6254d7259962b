import { viewerOfPerson } from '../../../platform/session/viewer-of-person.ts'
import { personBehind } from '../../../platform/session/login.ts'
import { migrateJobs, startWorkers } from '../../../platform/jobs/jobs.ts'
import { systemClock } from '../../../platform/time/clock.ts'
import { addMember, findWorkspace, insertWorkspace, type Workspace } from '../../../modules/workspaces/index.ts'
import { openHouse } from '../../../../tests/support/house.ts'
import { planImportJobs } from '../import.jobs.ts'
import { type Standing } from '../compare/proposal.ts'
import { readStanding } from '../compare/standing.store.ts'
import { formOn } from './form.ts'

type Form = Record<string, string | string[]>

/** The house with an empty workspace to bring plans into, and the steps of an import as somebody in the secretariat takes them. */
export async function openImports() {
  const house = await openHouse()
  const { db } = house.platform
  const person = (await personBehind(db, 'demo', 'sekretariat')) ?? ''
  const path = (slug: string, rest: string) => `/arbeidsrom/${slug}/plan/${rest}`
  const viewer = async () => {
    const found = await viewerOfPerson(db, person, house.platform.clock())
    if (!found) throw new Error('nobody')
    return found
  }
  const to = (answer: Response): string => answer.headers.get('location') ?? ''
  const imports = {
    house,
    viewer,
    async workspace(slug: string): Promise<Workspace> {
      await db.transaction().execute(async (tx) => {
        const workspaceId = await insertWorkspace(tx, { slug, title: 'Prøve', kind: 'partnership', template: 'partnership', language: 'nb', partsInUse: [] })
        await addMember(tx, { workspaceId, personId: person, role: 'secretariat', organisationId: null, from: '2026-01-01' })
      })
      return imports.read(slug)
    },
    async read(slug: string): Promise<Workspace> {
      const found = await findWorkspace(db, await viewer(), slug)
      if (!found) throw new Error(`No workspace ${slug}`)
      return found
    },
    async standing(slug: string): Promise<Standing[]> {
      return (await readStanding(db, await viewer(), await imports.read(slug))).all.filter((each) => !each.removed)
    },
    page: async (address: string): Promise<string> => (await house.ask('sekretariat', address)).text(),
    upload: (slug: string, bytes: Uint8Array, name = 'plan.xlsx', form: Form = {}): Promise<Response> =>
      house.ask('sekretariat', path(slug, 'importer'), { form, files: { fil: { name, bytes } } }),
    /** Posts the form of a page as it stands, but for what is given. */
    async send(address: string, handling: string, change: (form: Form) => Form = (form) => form): Promise<Response> {
      const form = change(formOn(await imports.page(address)))
      return house.ask('sekretariat', address, { form: { ...form, handling } })
    },
    /** Uploads, goes on past the columns, and stands at the page where one looks it over. */
    async toCheck(slug: string, bytes: Uint8Array, name = 'plan.xlsx'): Promise<string> {
      const address = to(await imports.upload(slug, bytes, name))
      return address.endsWith('/sjekk') ? address : to(await imports.send(address, 'videre'))
    },
    /** All the way, with everything as we suggest it. */
    async bringIn(slug: string, bytes: Uint8Array, name = 'plan.xlsx', change?: (form: Form) => Form): Promise<string> {
      return to(await imports.send(await imports.toCheck(slug, bytes, name), 'lagre', change))
    },
    /** Runs what has been queued, until the page says something that is no progress. */
    async withWorkers<T>(work: () => Promise<T>): Promise<T> {
      const jobs = planImportJobs(house.platform)
      await migrateJobs(house.url, jobs)
      const workers = await startWorkers({ url: house.url, db, jobs, clock: systemClock, log: house.platform.log, everySeconds: 0.5 })
      try {
        return await work()
      } finally {
        await workers.stop()
      }
    },
  }
  return imports
}
export type Imports = Awaited<ReturnType<typeof openImports>>
