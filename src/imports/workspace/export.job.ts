import { z } from 'zod'
import { hasRole } from '../../platform/access/viewer.ts'
import { keepFile } from '../../platform/files/file.store.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { defineJob, type Job } from '../../platform/jobs/jobs.ts'
import type { Platform } from '../../platform/platform.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { exporters } from './access.ts'
import { packWorkspace } from './archive.ts'
import { findExport, setExport } from './exchange.store.ts'
import { gatherWorkspace } from './gather.ts'
import { archivePackage } from './noark5/package.ts'
import type { Names } from './reading-page.ts'

/** How long what was made can be fetched. */
const keptHours = 7 * 24
const largest = 4_000_000_000

type Input = { exportId: string }

/** Makes the file that somebody has asked for, as they may see the workspace when it is made. Run twice, the last one counts. */
export const exportJob = (platform: Platform, catalogue: Catalogue): Job<Input> =>
  defineJob({
    name: 'workspace-export',
    input: z.object({ exportId: z.string() }),
    retries: 2,
    longestSeconds: 900,
    async run({ input, tx, now, progress }) {
      const one = await findExport(tx, input.exportId)
      const viewer = one && (await viewerOfPerson(tx, one.personId, now))
      if (!one || !viewer || !hasRole(viewer, one.workspaceId, ...exporters)) return
      const { version, config, files } = platform
      const carried = await gatherWorkspace(tx, { viewer, catalogue, workspaceId: one.workspaceId, program: version, from: config.publicName, now })
      const names = namesIn(catalogue, carried.workspace.language)
      const body = one.what === 'workspace' ? packWorkspace(carried, files, names, progress) : archivePackage(carried, names)
      const receipt = await files.receive(body, largest)
      if (!receipt.ok) throw new Error(`The export is ${receipt.why}`)
      const name = `${carried.workspace.title.slice(0, 60)} ${osloDate(now).toString()}${one.what === 'noark5' ? ' arkiv' : ''}.zip`
      const file = await keepFile(tx, files, receipt.received, { name, mediaType: 'application/zip', uploadedBy: one.personId, now, stagedUntil: now.add({ hours: keptHours }) })
      await setExport(tx, one.id, { fileId: file.id })
    },
  })

/** How things are called, from the same declarations that make the pages. */
export const namesIn = (catalogue: Catalogue, lang: Lang): Names => ({
  kind: (name) => catalogue.kinds.get(name)?.words[lang].title ?? name,
  field: (kind, name) => catalogue.kinds.get(kind)?.fields[name]?.label[lang] ?? catalogue.kinds.get(kind)?.children?.[name]?.[lang] ?? name,
  state: (kind, name) => catalogue.kinds.get(kind)?.states?.[name]?.text[lang] ?? name,
  relation: (name) => catalogue.relations.find((one) => one.name === name)?.words[lang].forward ?? name,
})
