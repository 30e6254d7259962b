import { Readable } from 'node:stream'
import { z } from 'zod'
import { keepFile } from '../../../platform/files/file.store.ts'
import type { Request } from '../../../platform/http/page.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { viewerOfPerson } from '../../../platform/session/viewer-of-person.ts'
import { findWorkspace, type Printed } from '../../../modules/workspaces/index.ts'
import { asRead, bytesOf, documentNamed, fileNameOf, mediaTypes } from '../download.ts'
import { daysKept, findOrder, rightsOf, setFile } from './order.store.ts'

const mostBytes = 200_000_000

export type Making = { orderId: string; slug: string }
/** Makes what was asked for, as the one who asked may see it now. Nothing is made when their roles have changed since. */
export const makingJob = (platform: Platform, printed: readonly Printed[]): Job<Making> =>
  defineJob({
    name: 'document',
    input: z.object({ orderId: z.uuid(), slug: z.string() }),
    retries: 1,
    longestSeconds: 300,
    async run({ input, tx, db, now, progress, jobId }) {
      const order = await findOrder(db, input.orderId)
      const viewer = order && !order.fileId ? await viewerOfPerson(db, order.personId, now) : null
      const workspace = viewer && (await findWorkspace(db, viewer, input.slug))
      if (!order || !viewer || !workspace || rightsOf(viewer, workspace.id) !== order.rights) return
      const found = documentNamed(printed, order.file, viewer, workspace)
      if (!found) return
      const path = `/arbeidsrom/${workspace.slug}/last-ned/${order.file}`
      const request: Request = {
        platform, db, viewer, lang: workspace.language, now, requestId: jobId, sessionToken: null, browser: null, address: '', path: `${path}?${order.query}`, pathname: path, query: new URLSearchParams(order.query),
      }
      await progress(0, 3)
      const document = await found.one.make(asRead(request, workspace), workspace, found.format, found.asked)
      if (!document) return
      await progress(1, 3)
      const bytes = await bytesOf(document, found.format)
      await progress(2, 3)
      const receipt = await platform.files.receive(Readable.from([bytes]), mostBytes)
      if (!receipt.ok) throw new Error(`The document was not kept: ${receipt.why}`)
      const kept = await keepFile(tx, platform.files, receipt.received, { name: fileNameOf(workspace, found.name, found.format, now), mediaType: mediaTypes[found.format], uploadedBy: order.personId, now, stagedUntil: now.add({ hours: 24 * daysKept }) })
      await setFile(tx, order.id, kept.id)
      await progress(3, 3)
    },
  })
