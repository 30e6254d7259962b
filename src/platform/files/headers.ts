import { contentDisposition } from './name.ts'

/** Only pictures are shown in the browser; everything else is saved, because a document may hold script. */
const shown = new Set(['image/png', 'image/jpeg'])

/**
 * The headers that a file is served with. It is never sniffed, never run, never shared by a cache, and has no rights on the
 * page's origin. Whoever serves it has checked that the reader may see it: the address alone is not enough.
 */
export function fileHeaders(file: { name: string; media_type: string; size: number; sha256: Uint8Array }): Record<string, string> {
  return {
    'Content-Type': file.media_type,
    'Content-Length': String(file.size),
    'Content-Disposition': contentDisposition(shown.has(file.media_type) ? 'inline' : 'attachment', file.name),
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-cache',
    ETag: `"${Buffer.from(file.sha256).toString('hex')}"`,
  }
}
