import { Readable } from 'node:stream'
import { stagedFiles } from '../../../platform/files/file.store.ts'
import { fileHeaders } from '../../../platform/files/headers.ts'
import { page, type Page, type Request, type Resource, resource } from '../../../platform/http/page.ts'
import { jobStatus, queue } from '../../../platform/jobs/jobs.ts'
import { limits } from '../../../platform/limits/limits.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type InWorkspace, type Printed, type Workspace, workspacePath, workspaceReaders } from '../../../modules/workspaces/index.ts'
import { Button, ButtonLink, Form, FormActions, Heading, JobProgress, Lead, Progress } from '../../../ui/index.ts'
import { documentNamed, orderPath } from '../download.ts'
import { makingJob } from './order.job.ts'
import { daysKept, findOrder, insertOrder, type Order, rightsOf, setJob } from './order.store.ts'
import { orderWords } from './order.words.ts'

const crumbs = (_: unknown, __: Request, { workspace }: InWorkspace) => [{ text: workspace.title, href: workspacePath(workspace) }]

type Asked = { file: string; query: string; known: boolean }

/** A document that is too long to wait for: here one asks for it. What is asked for is in the address. */
const orderPage = (printed: readonly Printed[]) => page({
  path: '/arbeidsrom/:workspace/last-ned',
  access: workspaceReaders,
  load: async ({ query, viewer }, { workspace }: InWorkspace): Promise<Asked | null> => {
    const file = query.get('fil') ?? ''
    const chosen = new URLSearchParams([...query].filter(([name]) => name !== 'fil'))
    return documentNamed(printed, file, viewer, workspace) ? { file, query: chosen.toString().slice(0, 2_000), known: viewer.person !== null } : null
  },
  title: (_, { lang }) => orderWords[lang].title,
  crumbs,
  actions: {
    order: async (work, { request, scope: { workspace }, loaded }) => {
      const { file, query } = loaded as Asked
      const { person } = work.viewer
      if (!person) return { refused: 'forbidden' }
      if (!(await request.platform.limit(limits.document, person.id, work.now)).ok) return { refused: 'forbidden' }
      const id = await insertOrder(work.tx, { workspaceId: workspace.id, personId: person.id, file, query, rights: rightsOf(work.viewer, workspace.id), askedAt: work.now })
      await setJob(work.tx, id, await queue(work.tx, makingJob(request.platform, printed), { orderId: id, slug: workspace.slug }))
      return { done: { to: workspacePath(workspace, `last-ned/bestilt/${id}`) } }
    },
  },
  whenArchived: ['order'],
  view: ({ file, known }, { lang, path }, { workspace }) => {
    const w = orderWords[lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead(file)}</Lead>
        <p>{w.how(daysKept)}</p>
        {known ? <Form action={path} does="order" submissionKey={crypto.randomUUID()}><FormActions><Button variant="primary">{w.make}</Button></FormActions></Form>
          : <p><ButtonLink href={`/logg-inn?til=${encodeURIComponent(path)}`} variant="primary">{w.login}</ButtonLink></p>}
        <p class="hint">{w.narrower} <a href={workspacePath(workspace)}>{w.back}</a></p>
      </>
    )
  },
})

/** The order, when it is this viewer's own, in this workspace, and their roles are as when they asked. */
async function ownOrder({ db, viewer }: Request, workspace: Workspace, id: string): Promise<Order | null> {
  const order = await findOrder(db, id)
  return order && viewer.person?.id === order.personId && order.workspaceId === workspace.id && order.rights === rightsOf(viewer, workspace.id) ? order : null
}

/** How far it has come, and the document when it is there: for the one who asked, and nobody else. */
const orderedPage = page({
  path: '/arbeidsrom/:workspace/last-ned/bestilt/:order',
  access: workspaceReaders,
  load: async (request, { workspace }: InWorkspace, params) => {
    const order = await ownOrder(request, workspace, params.order ?? '')
    return order && { order, status: order.fileId || !order.jobId ? null : await jobStatus(request.db, order.jobId) }
  },
  title: ({ order, status }, { lang }) => orderWords[lang][order.fileId ? 'ready' : status?.state === 'waiting' || status?.state === 'running' ? 'making' : 'failed'],
  crumbs,
  view: ({ order, status }, { lang }, { workspace }) => {
    const w = orderWords[lang]
    if (order.fileId) {
      return (
        <>
          <Heading level={1}>{w.ready}</Heading>
          <p><ButtonLink href={workspacePath(workspace, `last-ned/bestilt/${order.id}/fil`)} variant="primary">{w.open(order.file)}</ButtonLink></p>
          <p class="hint">{w.until(formatDate(osloDate(order.askedAt).add({ days: daysKept }), lang))}</p>
        </>
      )
    }
    if (status?.state === 'waiting' || status?.state === 'running') {
      return (
        <>
          <Heading level={1}>{w.making}</Heading>
          <JobProgress>{status.total > 0 ? <Progress lang={lang} value={status.done} max={status.total} label={w.step} /> : <p>{w.begin}</p>}</JobProgress>
          <p>{w.wait}</p>
        </>
      )
    }
    return (
      <>
        <Heading level={1}>{w.failed}</Heading>
        <p>{w.failedText}</p>
        <p><a href={orderPath(workspace, order.file, order.query)}>{w.again}</a></p>
      </>
    )
  },
})

const orderedFile: Resource = resource({
  path: '/arbeidsrom/:workspace/last-ned/bestilt/:order/fil',
  access: workspaceReaders,
  respond: async (request, { workspace }: InWorkspace, params) => {
    const order = await ownOrder(request, workspace, params.order ?? '')
    // Kept as what was uploaded and not used is: for its owner, until its day.
    const [file] = order?.fileId ? await stagedFiles(request.db, [order.fileId], { personId: order.personId, now: request.now }) : []
    const body = file && (await request.platform.files.read(file.sha256))
    return file && body ? new Response(Readable.toWeb(body) as ReadableStream, { headers: { ...fileHeaders(file), 'Cache-Control': 'private, no-store' } }) : null
  },
})

export const orderPages = (printed: readonly Printed[]): Page[] => [orderPage(printed), orderedPage]
export const orderResources: readonly Resource[] = [orderedFile]
