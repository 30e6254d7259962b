import { sql } from 'kysely'
import type { Block } from '../../platform/document/index.ts'
import type { Reader, Tx } from '../../platform/db/database.ts'
import { writtenStore } from '../../modules/thread/index.ts'

/** The text of yearly reports, an edition at a time. */
export const reportText = writtenStore({ edition: 'yearly_report_edition', section: 'yearly_report_section', event: 'yearly-report.text' })
export const { editionsOf, sectionsOf } = reportText

/** What the workspace gave to a section: its text, and its figures. */
export type Fetched = { key: string; drafted: string; figures: readonly Block[] }

/** What was fetched for the sections of an edition, by their key, and on which day (YYYY-MM-DD). A section that people made themselves has nothing. */
export async function fetchedOf(db: Reader, itemId: string, edition: number): Promise<{ on: string | null; sections: Map<string, Fetched> }> {
  const [day, { rows }] = await Promise.all([
    db.selectFrom('yearly_report_edition').select('fetched_on').where('item_id', '=', itemId).where('number', '=', edition).executeTakeFirst(),
    sql<{ key: string; drafted: string | null; figures: string }>`select key, drafted, figures from yearly_report_section where item_id = ${itemId} and edition = ${edition}`.execute(db),
  ])
  return { on: day?.fetched_on ?? null, sections: new Map(rows.map((row) => [row.key, { key: row.key, drafted: row.drafted ?? '', figures: JSON.parse(row.figures) as Block[] }])) }
}

/** Keeps what was fetched for the sections that are there. */
export async function keepFetched(tx: Tx, itemId: string, edition: number, fetched: readonly Fetched[], on: string): Promise<void> {
  await tx.updateTable('yearly_report_edition').set({ fetched_on: on }).where('item_id', '=', itemId).where('number', '=', edition).execute()
  await sql`update yearly_report_section set drafted = given.drafted, figures = given.figures
    from unnest(${fetched.map((one) => one.key)}::text[], ${fetched.map((one) => one.drafted)}::text[], ${fetched.map((one) => JSON.stringify(one.figures))}::text[]) given (key, drafted, figures)
    where item_id = ${itemId} and edition = ${edition} and yearly_report_section.key = given.key`.execute(tx)
}

/** Gives sections of an edition these texts; each gets its next revision. */
export async function replaceBodies(tx: Tx, itemId: string, edition: number, bodies: readonly { key: string; body: string }[]): Promise<void> {
  await sql`update yearly_report_section set body = given.body, revision = revision + 1
    from unnest(${bodies.map((one) => one.key)}::text[], ${bodies.map((one) => one.body)}::text[]) given (key, body)
    where item_id = ${itemId} and edition = ${edition} and yearly_report_section.key = given.key`.execute(tx)
}

/** What was fetched for one edition, for the next one too. */
export async function copyFetched(tx: Tx, itemId: string, from: number, to: number): Promise<void> {
  await sql`update yearly_report_edition set fetched_on = (select e.fetched_on from yearly_report_edition e where e.item_id = ${itemId} and e.number = ${from}) where item_id = ${itemId} and number = ${to}`.execute(tx)
  await sql`update yearly_report_section set drafted = old.drafted, figures = old.figures from yearly_report_section old
    where yearly_report_section.item_id = ${itemId} and yearly_report_section.edition = ${to} and old.item_id = ${itemId} and old.edition = ${from} and old.key = yearly_report_section.key`.execute(tx)
}

/** The years (their first days, YYYY-MM-DD) that have a report. */
export async function reportedPeriods(db: Reader, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ on: string }>`select own.from_on as "on" from yearly_report own join item on item.id = own.id where item.workspace_id = ${workspaceId} and item.removed_at is null and own.from_on is not null order by own.from_on`.execute(db)
  return rows.map((row) => row.on)
}

/** To whom the plan for political influence says that a yearly report goes next, and by when. */
export async function nextRecipient(db: Reader, workspaceId: string): Promise<{ body: string; dueOn: string | null } | null> {
  const { rows } = await sql<{ body: string; dueOn: string | null }>`
    select i.body, i.due_on as "dueOn" from governance_influence i join item on item.id = i.item_id
    where item.workspace_id = ${workspaceId} and item.removed_at is null and item.audience in ('public', 'workspace') and i.means = 'report' and i.done_on is null order by i.due_on nulls last limit 1`.execute(db)
  return rows[0] ?? null
}
