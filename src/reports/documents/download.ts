import { type Document, NotMade, toPdf, toWord, toXlsx } from '../../platform/document/index.ts'
import { contentDisposition } from '../../platform/files/name.ts'
import { type Params, type Request, type Resource, resource } from '../../platform/http/page.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import type { Format, InWorkspace, Printed, Workspace } from '../../modules/workspaces/index.ts'

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
  `${workspace.slug}-${name.replaceAll('/', '-')}-${osloDate(now).toString()}.${format}`

/** An answer that is saved as a file, is never run, and is kept by no cache: the next one who asks may see something else. */
export const fileAnswer = (bytes: Uint8Array, format: Format, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaTypes[format], 'Content-Length': String(bytes.byteLength), 'Content-Disposition': contentDisposition('attachment', name),
      'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin', 'Cache-Control': 'private, no-store', 'X-Robots-Tag': 'noindex',
    },
  })

export const pathOf = (name: string, format: Format): string => `/arbeidsrom/:workspace/last-ned/${name}.${format}`

/** Every document in each of its formats. */
export const downloads = (printed: readonly Printed[]): Resource[] =>
  printed.flatMap((one) => one.formats.map((format) => resource({
    path: pathOf(one.name, format),
    access: one.access,
    respond: async (request, { workspace }: InWorkspace, params) => answer(one, format, request, workspace, params),
  })))

async function answer(one: Printed, format: Format, request: Request, workspace: Workspace, params: Params): Promise<Response | null> {
  const document = await one.make(asRead(request, workspace), workspace, format, params)
  if (!document) return null
  const name = one.name.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '')
  try {
    return fileAnswer(await bytesOf(document, format), format, fileNameOf(workspace, name, format, request.now))
  } catch (error) {
    if (!(error instanceof NotMade) || error.why !== 'busy') throw error
    return new Response(null, { status: 503, headers: { 'Retry-After': '30' } })
  }
}
