import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../dist/assets')
let manifest: Readonly<Record<string, string>> | undefined

function read(): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  } catch {
    // Not built, as in unit tests: the plain name is as good.
    return {}
  }
}

/** The address of a built file: `asset('main.css')` is `/assets/main-3f9a….css`; the plain name when nothing is built. */
export function asset(name: string): string {
  manifest ??= read()
  return `/assets/${manifest[name] ?? name}`
}
