import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** What stands in the minutes of a meeting before the points; null when nothing does. The caller has asked who may see the minutes. */
export async function openingOf(db: Reader, meetingId: string): Promise<string | null> {
  return (await db.selectFrom('minutes_opening').select('said').where('item_id', '=', meetingId).executeTakeFirst())?.said ?? null
}

/** Writes it anew, or takes it away. */
export async function setOpening(tx: Tx, meetingId: string, said: string | null): Promise<void> {
  if (said === null) await tx.deleteFrom('minutes_opening').where('item_id', '=', meetingId).execute()
  else await tx.insertInto('minutes_opening').values({ id: v7(), item_id: meetingId, said }).onConflict((conflict) => conflict.column('item_id').doUpdateSet({ said })).execute()
}
