import { createHash } from 'node:crypto'
import type { CarriedWorkspace } from '../format.ts'
import type { Names } from '../reading-page.ts'
import { zipWriter } from '../zip-writer.ts'
import { archiveOf } from './structure.ts'

/** The archive extract as a zip: the structure, the documents, and a checksum for each file in the form that `sha256sum -c` reads. */
export async function* archivePackage(carried: CarriedWorkspace, names: Names): AsyncGenerator<Uint8Array> {
  const zip = zipWriter(Temporal.Instant.from(carried.made.at).toZonedDateTimeISO('Europe/Oslo'))
  const { structure, documents } = archiveOf(carried, names)
  const sums: string[] = []
  for (const { path, content } of [{ path: 'arkivstruktur.xml', content: structure }, ...documents]) {
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${path}\n`)
    yield* zip.text(path, content)
  }
  yield* zip.text('sjekksummer.sha256', sums.join(''))
  yield* zip.end()
}
