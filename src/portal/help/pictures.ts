import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../platform/project-root.ts'
import { everyone, resource } from '../../platform/http/page.ts'

const folder = join(projectRoot, 'docs/guide/bilder')

type Picture = { bytes: Buffer; width: number; height: number }

/** The pictures of the guide are part of the program, so they are read once. A PNG says its size in px in its first 24 bytes. */
const pictures: ReadonlyMap<string, Picture> = new Map(readdirSync(folder).filter((name) => name.endsWith('.png')).map((name) => {
  const bytes = readFileSync(join(folder, name))
  return [name, { bytes, width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }]
}))

/** Where a picture that the guide names (`bilder/min-side.png`) is shown, and how large it is; null for any other. */
export function pictureAt(src: string): { href: string; width: number; height: number } | null {
  const name = /^bilder\/([\w-]+\.png)$/.exec(src)?.[1] ?? ''
  const found = pictures.get(name)
  return found ? { href: `/hjelp/bilder/${name}`, width: found.width, height: found.height } : null
}

/** The pictures of the guide, for everybody: only those that are there by name. */
export const guidePictures = resource({
  path: '/hjelp/bilder/:bilde',
  access: everyone,
  respond: async (_, __, { bilde }) => {
    const found = pictures.get(bilde ?? '')
    return found ? new Response(new Uint8Array(found.bytes), { headers: { 'Content-Type': 'image/png', 'Content-Length': String(found.bytes.byteLength), 'Cache-Control': 'public, max-age=86400' } }) : null
  },
})
