import { readFileSync } from 'node:fs'
import { join } from 'node:path'

type Manifest = Readonly<Record<string, string>>

/** The server runs bundled in dist/; tests run from src/ui. */
const places = ['assets/manifest.json', '../../dist/assets/manifest.json'].map(path => join(import.meta.dirname, path))
let manifest: Manifest | undefined

function read(): Manifest {
  for (const place of places) {
    try {
      return JSON.parse(readFileSync(place, 'utf8')) as Manifest
    } catch {
      continue
    }
  }
  // Nothing is built, as in unit tests: the plain name is as good.
  return {}
}

/** The address of a built file: `asset('main.css')` is `/assets/main-3F9A….css`; the plain name when nothing is built. */
export function asset(name: string): string {
  manifest ??= read()
  return manifest[name] ?? `/assets/${name}`
}
