import type { Reader, Tx } from '../db/database.ts'

/** What administrators have decided, by name; only names that begin like this, when given. */
export async function readSettings(db: Reader, beginning = ''): Promise<Map<string, unknown>> {
  const rows = await db.selectFrom('setting').select(['name', 'value']).execute()
  return new Map(rows.filter((row) => row.name.startsWith(beginning)).map((row) => [row.name, row.value]))
}

/** Every setting that administrators have decided, the newest first, with who did it when. */
export const decidedSettings = (db: Reader): Promise<{ name: string; value: unknown; at: Temporal.Instant; by: string | null }[]> =>
  db.selectFrom('setting').leftJoin('person', 'person.id', 'setting.changed_by').select(['setting.name', 'setting.value', 'setting.changed_at as at', 'person.name as by']).orderBy('changed_at', 'desc').orderBy('setting.name').execute()

/** Sets one, or takes it back to what the program has (null). Says whether it was otherwise before. */
export async function writeSetting(tx: Tx, name: string, value: string | number | null, by: { personId: string; now: Temporal.Instant }): Promise<boolean> {
  const before = (await tx.selectFrom('setting').select('value').where('name', '=', name).forUpdate().executeTakeFirst())?.value ?? null
  if (before === value) return false
  const row = { value: JSON.stringify(value), changed_at: by.now.toString(), changed_by: by.personId }
  if (value === null) await tx.deleteFrom('setting').where('name', '=', name).execute()
  else await tx.insertInto('setting').values({ name, ...row }).onConflict((c) => c.column('name').doUpdateSet(row)).execute()
  return true
}
