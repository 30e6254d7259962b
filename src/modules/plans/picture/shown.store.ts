import { sql } from 'kysely'
import { readable } from '../../../platform/access/readable.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type MatterAbout, mattersAbout } from '../../arenas/index.ts'
import { challenge } from '../challenge/challenge.ts'
import type { Importance, Recognition } from './rating.ts'
import { sentIn } from './rating.store.ts'
import { challengesIn, shownBefore } from './round.store.ts'
import type { Round } from './round.ts'
import { fewest, type Spread, spreadByType, spreadOf } from './spread.ts'

/** A finding that supports or weakens a challenge. */
export type Evidence = { aboutId: string; relation: 'supports' | 'weakens'; number: number; title: string; language: Lang }

/** A challenge as the partners see it together. What too few said is not among it. */
export type PictureRow = {
  item: Item
  spread: Spread | null
  byType: ReadonlyMap<string, Spread>
  /** How many recognise it, do so partly, or do not; null when they are too few. */
  recognised: Readonly<Record<Recognition, number>> | null
  comments: { organisation: string; text: string }[]
  evidence: Evidence[]
  matters: readonly MatterAbout[]
  /** The median of the round before, where it was asked about and enough answered. */
  before: number | null
}

export type Picture = { rows: PictureRow[]; answered: number; before: Round | null }

/** The challenges that a round is about, in its order, of what the viewer may see. Two statements and those of the items. */
export async function challengesOf(db: Reader, viewer: Viewer, round: Round): Promise<Item[]> {
  const ids = await challengesIn(db, round.id)
  const items = new Map((await readItems(db, viewer, challenge, { workspaceId: round.workspaceId, ids })).map((item) => [item.id, item]))
  return ids.flatMap((id) => items.get(id) ?? [])
}

async function evidenceFor(db: Reader, viewer: Viewer, ids: readonly string[]): Promise<Map<string, Evidence[]>> {
  const { rows } = await sql<Evidence>`
    select link.to_id as "aboutId", link.relation, item.number, item.title, item.language from link join item on item.id = link.from_id
    where link.to_id = any(${[...ids]}::uuid[]) and link.relation in ('supports', 'weakens') and link.removed_at is null and item.kind = 'finding' and item.removed_at is null and ${readable(viewer)}
    order by link.relation, item.number`.execute(db)
  return Map.groupBy(rows, (row) => row.aboutId)
}

const ratingsOf = (said: Awaited<ReturnType<typeof sentIn>>) => said.flatMap(({ type, importance }) => (importance === null ? [] : [{ type, importance }]))
const spreadOfAll = (said: Awaited<ReturnType<typeof sentIn>>): Spread | null => spreadOf(ratingsOf(said).map((one) => one.importance), said.filter((one) => one.unsure).length)

/** How a challenge was seen in the latest round that is shown and asked about it, with the round; null where none has. The caller has read the challenge. */
export async function latestOf(db: Reader, itemId: string): Promise<{ number: number; title: string; spread: Spread | null } | null> {
  const { rows } = await sql<{ number: number; title: string; importance: number | null; unsure: boolean | null }>`
    with latest as (
      select r.id, r.number, r.title from picture_round r join picture_challenge c on c.round_id = r.id where c.item_id = ${itemId} and r.state = 'shown' order by r.shown_at desc limit 1)
    select latest.number, latest.title, g.importance, g.unsure from latest
    left join picture_answer a on a.round_id = latest.id left join picture_rating g on g.answer_id = a.id and g.item_id = ${itemId} and g.sent`.execute(db)
  const [first] = rows
  if (!first) return null
  return { number: first.number, title: first.title, spread: spreadOf(rows.flatMap(({ importance }) => (importance === null ? [] : [importance as Importance])), rows.filter((row) => row.unsure).length) }
}

/** The common picture of a round that is shown, as far as the viewer may see its challenges; null for one that is not shown: nobody reads that. */
export async function readPicture(db: Reader, viewer: Viewer, round: Round): Promise<Picture | null> {
  if (round.state !== 'shown') return null
  const [items, said, before] = await Promise.all([challengesOf(db, viewer, round), sentIn(db, round.id), shownBefore(db, round)])
  const ids = items.map((item) => item.id)
  const [evidence, matters, earlier] = await Promise.all([evidenceFor(db, viewer, ids), mattersAbout(db, viewer, ids), before ? sentIn(db, before.id) : []])
  const [byChallenge, last] = [Map.groupBy(said, (one) => one.itemId), Map.groupBy(earlier, (one) => one.itemId)]
  const rows = items.map((item): PictureRow => {
    const own = byChallenge.get(item.id) ?? []
    const known = own.filter((one) => one.recognised !== null)
    const count = (what: Recognition) => known.filter((one) => one.recognised === what).length
    return {
      item, spread: spreadOfAll(own), byType: spreadByType(ratingsOf(own)), recognised: known.length < fewest ? null : { yes: count('yes'), partly: count('partly'), no: count('no') },
      comments: own.flatMap((one) => (one.comment === null ? [] : [{ organisation: one.organisation, text: one.comment }])),
      evidence: evidence.get(item.id) ?? [], matters: matters.get(item.id) ?? [], before: spreadOfAll(last.get(item.id) ?? [])?.median ?? null,
    }
  })
  return { rows, answered: new Set(said.map((one) => one.organisation)).size, before }
}
