import { buffer } from 'node:stream/consumers'
import type { Platform } from '../../../platform/platform.ts'

/** The content of a kept file. */
export async function contentOf(platform: Platform, sha256: Uint8Array): Promise<Uint8Array> {
  const stream = await platform.files.read(sha256)
  if (!stream) throw new Error('The content of an imported file is gone')
  return await buffer(stream)
}
