import { NotMade, toPdf, toWord } from '../../../platform/document/index.ts'
import { contentDisposition } from '../../../platform/files/name.ts'
import { findFile } from '../../../platform/files/file.store.ts'
import { type Request, resource } from '../../../platform/http/page.ts'
import { limits, orUncounted } from '../../../platform/limits/limits.ts'
import { itemChangers, itemReaders, type ItemScope } from '../../thread/index.ts'
import { meeting } from '../meeting/meeting.ts'
import { packageOf, paperPath } from './archive.ts'
import { minutesDocument, readMinutes } from './minutes-document.ts'
import { seesMinutes } from './minutes.policy.ts'

const types = { pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', zip: 'application/zip' } as const

/** More than this in papers is fetched one by one. */
const mostBytes = 100_000_000

const saved = (bytes: Uint8Array, type: keyof typeof types, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': types[type], 'Content-Length': String(bytes.byteLength), 'Content-Disposition': contentDisposition('attachment', name), 'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex',
    },
  })

/** Makes a file when the one who asks has not asked too often, and there is room for it. */
async function making(request: Request, make: () => Promise<Response | null>): Promise<Response | null> {
  const allowed = await orUncounted(request.platform.limit(limits.document, request.viewer.person?.id ?? request.address, request.now))
  if (!allowed.ok) return new Response(null, { status: 429, headers: { 'Retry-After': String(allowed.retryAfter) } })
  try {
    return await make()
  } catch (error) {
    if (!(error instanceof NotMade) || error.why !== 'busy') throw error
    return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
  }
}

const nameOf = ({ workspace, item }: ItemScope, what: string, type: string) => `${workspace.slug}-${what}-${item.number}.${type}`

/** The minutes as PDF or Word, for whoever sees them. */
const minutesFile = (type: 'pdf' | 'docx') => resource({
  path: `/arbeidsrom/:workspace/moter/:number{[0-9]+}/referat.${type}`,
  access: itemReaders(meeting),
  respond: async (request, scope: ItemScope) => {
    if (!seesMinutes(request.viewer, scope.workspace, scope.item)) return null
    return making(request, async () => {
      const document = minutesDocument(await readMinutes(request.db, request.viewer, scope.workspace, scope.item, request.now))
      return saved(type === 'pdf' ? (await toPdf(document)).bytes : await toWord(document), type, nameOf(scope, 'referat', type))
    })
  },
})

/** What the archive gets: PDF/A, the facts as JSON and XML, and the papers. */
const archiveFile = resource({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/arkivpakke.zip',
  access: itemChangers(meeting),
  respond: (request, scope: ItemScope) => making(request, async () => {
    const minutes = await readMinutes(request.db, request.viewer, scope.workspace, scope.item, request.now)
    if (minutes.whole.papers.reduce((sum, one) => sum + Number(one.size), 0) > mostBytes) return new Response(null, { status: 413 })
    const { bytes } = await toPdf(minutesDocument(minutes), { standard: 'a-2a' })
    const papers = []
    for (const [i, paper] of minutes.whole.papers.entries()) {
      const file = await findFile(request.db, paper.fileId)
      const body = file && (await request.platform.files.read(file.sha256))
      if (!body) continue
      const parts: Uint8Array[] = []
      for await (const part of body) parts.push(part as Uint8Array)
      papers.push({ ...paper, path: paperPath(paper, i), bytes: new Uint8Array(Buffer.concat(parts)) })
    }
    return saved(packageOf(minutes, bytes, papers), 'zip', nameOf(scope, 'arkivpakke', 'zip'))
  }),
})

export const minutesFiles = [minutesFile('pdf'), minutesFile('docx'), archiveFile]
