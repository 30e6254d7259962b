import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { findFile } from '../../../platform/files/file.store.ts'
import { fileHeaders } from '../../../platform/files/headers.ts'
import { everyone, resource } from '../../../platform/http/page.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'

/** Whether an item that the viewer may read has this file in one of its fields, or in a row that belongs to it. */
async function mayOpen(db: Reader, viewer: Viewer, catalogue: Catalogue, fileId: string): Promise<boolean> {
  const holders = [...catalogue.kinds.values()].flatMap((kind) => [
    ...Object.entries(kind.fields).filter(([, field]) => field.type === 'file').map(([name]) => sql`select id from ${sql.table(kind.table)} where ${sql.ref(name)} = ${fileId}::uuid`),
    ...(kind.childFiles ?? []).map((table) => sql`select item_id from ${sql.table(table)} where file_id = ${fileId}::uuid`),
  ])
  if (holders.length === 0) return false
  const { rows } = await sql<{ seen: boolean }>`
    select exists (select from item where id in (${sql.join(holders, sql` union all `)}) and removed_at is null and ${readable(viewer)}) as seen`.execute(db)
  return rows[0]?.seen ?? false
}

/** A file that belongs to an item: whoever may read the item may open it, and for others it is not there. */
export const fileResource = (catalogue: Catalogue) =>
  resource({
    path: '/filer/:id{[0-9a-f-]{36}}',
    access: everyone,
    respond: async (request, _, params) => {
      const file = await findFile(request.db, params.id ?? '')
      if (!file || !(await mayOpen(request.db, request.viewer, catalogue, file.id))) return null
      const body = await request.platform.files.read(file.sha256)
      if (!body) return null
      return new Response(Readable.toWeb(body) as ReadableStream, { headers: fileHeaders(file) })
    },
  })
