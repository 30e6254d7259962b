import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Viewer } from '../access/viewer.ts'
import type { Reader } from '../db/database.ts'
import type { Text } from '../text/texts.ts'

/** Who is asked, and on which day (YYYY-MM-DD in Oslo). */
export type AskedOf = { viewer: Viewer; today: string }

/**
 * Something that a module asks people for, as My page and the mail of the week show it. All that is asked is read in one statement, so a
 * declaration is a select and not a function that reads.
 */
export type AskedKind = {
  what: string
  /** «Svar på oppgave», beside the title. */
  words: Text
  /**
   * The rows, in this order: title text, due date, workspace_id uuid, ref text, mine boolean (named themselves, and not only their
   * organisation). Only what they may read, what is theirs to do today, and where the workspace is in use. `ref` is the address: from the root when
   * it begins with a stroke, else under the workspace. Null when there is nobody to ask.
   */
  rows(of: AskedOf): RawBuilder<unknown> | null
  /** The address, where it is made of a secret that the database does not have. */
  href?(ref: string, passKey: Uint8Array): string
}

/** One thing that a person is asked for: what, from whom, by when, and where it is done. */
export type Asked = {
  what: string
  words: Text
  title: string
  href: string
  /** The workspace that asks. */
  from: string
  /** The whole day in Oslo. */
  due: string | null
  /** They are named themselves, and not only their organisation. */
  mine: boolean
}

/** Everything that is asked of a viewer, what has a date first; one statement, at most `limit`. */
export async function readAsked(db: Reader, kinds: readonly AskedKind[], of: AskedOf, passKey: Uint8Array, limit: number): Promise<Asked[]> {
  if (!of.viewer.person) return []
  const parts = kinds.flatMap((kind) => {
    const rows = kind.rows(of)
    return rows ? [sql`select ${kind.what}::text as what, part.* from (${rows}) as part (title, due, workspace_id, ref, mine)`] : []
  })
  if (parts.length === 0) return []
  const { rows } = await sql<{ what: string; title: string; due: string | null; slug: string; workspace: string; ref: string; mine: boolean }>`
    select asked.what, asked.title, asked.due, w.slug, w.title as workspace, asked.ref, asked.mine
    from (${sql.join(parts, sql` union all `)}) asked join workspace w on w.id = asked.workspace_id
    where w.state = 'active' order by asked.due nulls last, asked.title, asked.ref limit ${limit}`.execute(db)
  const byWhat = new Map(kinds.map((kind) => [kind.what, kind]))
  return rows.flatMap(({ what, title, due, slug, workspace, ref, mine }) => {
    const kind = byWhat.get(what)
    const href = kind?.href ? kind.href(ref, passKey) : ref.startsWith('/') ? ref : `/arbeidsrom/${slug}/${ref}`
    return kind ? [{ what, words: kind.words, title, href, from: workspace, due, mine }] : []
  })
}

/** That an organisation which the viewer acts for owns an item, there where they act for it: a condition on a table `item`. */
export function ownedFor({ memberships }: Viewer): RawBuilder<SqlBool> {
  const acting = memberships.filter((one) => one.organisationId !== null)
  return sql<SqlBool>`exists (
    select from item_organisation io join unnest(${acting.map((one) => one.workspaceId)}::uuid[], ${acting.map((one) => one.organisationId)}::uuid[]) as acting (workspace_id, organisation_id)
      on acting.organisation_id = io.organisation_id and acting.workspace_id = item.workspace_id
    where io.item_id = item.id and io.role = 'owner')`
}
