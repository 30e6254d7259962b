import { membershipsIn, type Viewer } from '../../platform/access/viewer.ts'
import { type Block, type Document, NotMade, toPdf, toWord, toXlsx } from '../../platform/document/index.ts'
import { contentDisposition } from '../../platform/files/name.ts'
import { type Request, type Resource, resource } from '../../platform/http/page.ts'
import { limits, orUncounted } from '../../platform/limits/limits.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type Format, formats, type InWorkspace, type Printed, type Workspace, workspacePath, workspaceReaders } from '../../modules/workspaces/index.ts'

export const mediaTypes: Record<Format, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export async function bytesOf(document: Document, format: Format): Promise<Uint8Array> {
  if (format === 'pdf') return (await toPdf(document)).bytes
  return format === 'docx' ? await toWord(document) : await toXlsx(document)
}

/** The document in the language that it is read in: the workspace's. */
export const asRead = (request: Request, workspace: Workspace): Request => ({ ...request, lang: workspace.language })

export const fileNameOf = (workspace: { slug: string }, name: string, format: Format, now: Temporal.Instant): string =>
  `${workspace.slug}-${name}-${osloDate(now).toString()}.${format}`

/** An answer that is saved as a file, is never run, and is kept by no cache: the next one who asks may see something else. */
export const fileAnswer = (bytes: Uint8Array, format: Format, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaTypes[format], 'Content-Length': String(bytes.byteLength), 'Content-Disposition': contentDisposition('attachment', name),
      'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin', 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex',
    },
  })

/** Which document a file's name stands for, and what of it. */
export function documentNamed(printed: readonly Printed[], file: string, viewer: Viewer, workspace: Workspace): { one: Printed; name: string; format: Format; asked: string } | null {
  const [, name = '', ending = ''] = /^([a-z0-9-]{1,80})\.(pdf|docx|xlsx)$/.exec(file) ?? []
  const format = formats.find((known) => known === ending)
  for (const one of printed) {
    const found = one.name.exec(name)
    if (!found || !format || !one.formats.includes(format)) continue
    if (one.membersOnly && membershipsIn(viewer, workspace.id).length === 0) return null
    return { one, name, format, asked: found[1] ?? '' }
  }
  return null
}

/** Rows and paragraphs that are made while one waits: about half a second. A spreadsheet is made ten times as fast. */
export const mostAtOnce: Record<Format, number> = { pdf: 600, docx: 600, xlsx: 6_000 }

const weightOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.is === 'table' ? block.rows.length : block.is === 'list' ? block.items.length : block.is === 'facts' ? block.facts.length / 4 : block.is === 'beside' ? weightOf(block.left) + weightOf(block.right) : 0.5), 0)

export const isLong = (document: Document, format: Format): boolean => weightOf(document.blocks) > mostAtOnce[format]

/** Where a long document is asked for. */
export const orderPath = (workspace: { slug: string }, file: string, query: string): string => workspacePath(workspace, `last-ned?${new URLSearchParams([...new URLSearchParams(query), ['fil', file]])}`)

/** Every document of a workspace, under one address: the name of its file. */
export const downloads = (printed: readonly Printed[]): Resource => resource({
  path: '/arbeidsrom/:workspace/last-ned/:fil',
  access: workspaceReaders,
  respond: async (request, { workspace }: InWorkspace, params) => {
    const found = documentNamed(printed, params.fil ?? '', request.viewer, workspace)
    const document = found && (await found.one.make(asRead(request, workspace), workspace, found.format, found.asked))
    if (!document) return null
    if (isLong(document, found.format)) return new Response(null, { status: 303, headers: { Location: orderPath(workspace, params.fil ?? '', request.query.toString()), 'Cache-Control': 'private, no-store' } })
    const asking = request.viewer.person?.id ?? request.address
    const allowed = await orUncounted(request.platform.limit(limits.document, asking, request.now))
    if (!allowed.ok) return new Response(null, { status: 429, headers: { 'Retry-After': String(allowed.retryAfter) } })
    try {
      return fileAnswer(await bytesOf(document, found.format), found.format, fileNameOf(workspace, found.name, found.format, request.now))
    } catch (error) {
      if (!(error instanceof NotMade) || error.why !== 'busy') throw error
      return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
    }
  },
})
