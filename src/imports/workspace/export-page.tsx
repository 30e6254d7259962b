import { Readable } from 'node:stream'
import { stagedFiles } from '../../platform/files/file.store.ts'
import { fileHeaders } from '../../platform/files/headers.ts'
import { type Page, page, type PageAction, type Resource, resource } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { jobStatus, queue } from '../../platform/jobs/jobs.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import { type InWorkspace, workspacePath } from '../../modules/workspaces/index.ts'
import { Button, DataTable, Form, FormActions, Heading, JobProgress, Lead, Progress } from '../../ui/index.ts'
import { workspaceExporters } from './access.ts'
import { type ExportKind, exportsOf, findExport, insertExport, setExport } from './exchange.store.ts'
import { exchangeWords } from './exchange.words.ts'
import { exportJob } from './export.job.ts'

const exportPath = 'innstillinger/ta-med'

/** The whole workspace as one file, and its decisions for the archive: made by a job, fetched by the one who asked. */
export const exportPage = (catalogue: Catalogue): Page => page({
  path: `/arbeidsrom/:workspace/${exportPath}`,
  access: workspaceExporters,
  load: async (request, { workspace }: InWorkspace) => {
    const personId = request.viewer.person?.id ?? ''
    const asked = await exportsOf(request.db, workspace.id, personId)
    const files = new Map((await stagedFiles(request.db, asked.flatMap((one) => one.fileId ?? []), { personId, now: request.now })).map((file) => [file.id, file]))
    const underWay = asked.find((one) => one.fileId === null && one.jobId !== null)
    const status = underWay?.jobId ? await jobStatus(request.db, underWay.jobId) : null
    return { asked: asked.map((one) => ({ ...one, file: (one.fileId && files.get(one.fileId)) || null })), status, underWay: status?.state === 'waiting' || status?.state === 'running' ? underWay?.id : null }
  },
  title: (_, { lang }) => exchangeWords[lang].title,
  crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: exchangeWords[lang].settings, href: workspacePath(workspace, 'innstillinger') }],
  whenArchived: ['workspace', 'noark5'],
  actions: Object.fromEntries((['workspace', 'noark5'] as const).map((what): [string, PageAction<InWorkspace, unknown>] => [what, async (work, { request, scope: { workspace } }) => {
    const id = await insertExport(work.tx, { workspaceId: workspace.id, personId: work.viewer.person?.id ?? '', what, madeAt: work.now })
    await setExport(work.tx, id, { jobId: await queue(work.tx, exportJob(request.platform, catalogue), { exportId: id }) })
    return { done: { to: workspacePath(workspace, exportPath), flash: { text: exchangeWords[request.lang].began } } }
  }])),
  width: 'text',
  view: ({ asked, status, underWay }, { lang, path }, { workspace }) => {
    const w = exchangeWords[lang]
    const called = (what: ExportKind) => w[what]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <p>{w.holds}</p>
        <p>{w.holdsNot}</p>
        <Form action={path} does="workspace" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.make}</Button></FormActions></Form>
        <section>
          <Heading level={2}>{w.archiveTitle}</Heading>
          <p>{w.archiveLead}</p>
          <Form action={path} does="noark5" submissionKey={crypto.randomUUID()}><FormActions><Button>{w.makeArchive}</Button></FormActions></Form>
        </section>
        <section>
          <Heading level={2}>{w.made}</Heading>
          {underWay ? <JobProgress>{status && status.total > 0 ? <Progress lang={lang} value={status.done} max={status.total} label={w.files} /> : <p>{w.waiting}</p>}</JobProgress> : null}
          {asked.length === 0 ? <p>{w.none}</p> : (
            <>
              <DataTable
                lang={lang} caption={w.made} captionHidden rows={asked}
                columns={[
                  { key: 'what', header: w.what, rowHeader: true, cell: (one) => called(one.what) },
                  { key: 'when', header: w.when, cell: (one) => formatDateTime(one.madeAt, lang) },
                  { key: 'file', header: w.file, cell: (one) => one.file ? <a href={workspacePath(workspace, `${exportPath}/${one.id}/fil`)}>{w.fetch}</a> : one.id === underWay ? w.underWay : one.fileId === null && status?.state === 'failed' ? w.failed : w.gone },
                ]}
              />
              <p class="hint">{w.kept}</p>
            </>
          )}
        </section>
      </>
    )
  },
})

/** What was made, for the one who asked for it and still may. */
export const exportedFile: Resource = resource({
  path: `/arbeidsrom/:workspace/${exportPath}/:id/fil`,
  access: workspaceExporters,
  respond: async (request, { workspace }: InWorkspace, params) => {
    const personId = request.viewer.person?.id ?? ''
    const id = params.id ?? ''
    const one = /^[0-9a-f-]{36}$/.test(id) ? await findExport(request.db, id) : null
    if (one?.workspaceId !== workspace.id || one.personId !== personId || !one.fileId) return null
    const [file] = await stagedFiles(request.db, [one.fileId], { personId, now: request.now })
    const body = file && (await request.platform.files.read(file.sha256))
    return file && body ? new Response(Readable.toWeb(body) as ReadableStream, { headers: { ...fileHeaders(file), 'Cache-Control': 'private, no-store' } }) : null
  },
})
