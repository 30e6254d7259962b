import { membershipsIn, type Viewer } from '../../platform/access/viewer.ts'
import { type Document, NotMade, toPdf, toWord, toXlsx } from '../../platform/document/index.ts'
import { contentDisposition } from '../../platform/files/name.ts'
import { type Request, type Resource, resource } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type Format, formats, type InWorkspace, type Printed, type Workspace, workspaceReaders } from '../../modules/workspaces/index.ts'

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

/** Every document of a workspace, under one address: the name of its file. */
export const downloads = (printed: readonly Printed[]): Resource => resource({
  path: '/arbeidsrom/:workspace/last-ned/:fil',
  access: workspaceReaders,
  respond: async (request, { workspace }: InWorkspace, params) => {
    const found = documentNamed(printed, params.fil ?? '', request.viewer, workspace)
    const document = found && (await found.one.make(asRead(request, workspace), workspace, found.format, found.asked))
    if (!document) return null
    try {
      return fileAnswer(await bytesOf(document, found.format), found.format, fileNameOf(workspace, found.name, found.format, request.now))
    } catch (error) {
      if (!(error instanceof NotMade) || error.why !== 'busy') throw error
      return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
    }
  },
})
