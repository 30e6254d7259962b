import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Done, Refusal } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import { columnsOf, type FieldValues } from '../../../platform/item/field.ts'
import { changeItem, differing, removeItem } from '../../../platform/item/item.actions.ts'
import { mayLink, type Place } from '../../../platform/item/item.policy.ts'
import { readItem } from '../../../platform/item/item.store.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText, type RawForm } from '../../../platform/item/parse.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { untie } from '../link/link.actions.ts'
import { findLink } from '../link/link.store.ts'
import { mendWords } from './mend.words.ts'

type At = { work: Work; catalogue: Catalogue; place: Place; lang: Lang; raw: RawForm; here: string }
type Body = { state: string | null; fields: FieldValues; owner: string[]; partner: string[] }

async function itemOf({ work, catalogue, place, raw }: At, kindField = 'slag', numberField = 'nummer') {
  const kind = catalogue.kinds.get(firstText(raw, kindField))
  const item = kind && (await readItem(work.tx, work.viewer, kind, place.id, Number(firstText(raw, numberField)) || 0))
  return kind && item ? { kind, item } : null
}

/** Brings an item back to the version before the one that was just made, as its history has it. */
export async function undoChange(at: At): Promise<Outcome<Done, Refusal>> {
  const { work, place, lang, raw, here } = at
  const found = await itemOf(at)
  if (!found) return { refused: 'missing' }
  const { kind, item } = found
  const version = Number(firstText(raw, versionField))
  const before = await work.tx.selectFrom('event').select('body').where('workspace_id', '=', place.id).where('item_id', '=', item.id).where('item_version', '=', version - 1).executeTakeFirst()
  if (!before || item.version !== version) return { refused: { message: mendWords[lang].changedSince } }
  const body = before.body as unknown as Body
  const organisations = Object.entries(kind.fields).flatMap(([name, field]) => (field.type === 'organisations' ? [[name, body[field.role]] as const] : []))
  const fields = { ...Object.fromEntries(columnsOf(kind.fields).map((column) => [column, body.fields[column] ?? null])), ...Object.fromEntries(organisations) }
  const changed = await changeItem(work, place, kind, item, version, { ...(body.state !== item.state && { state: body.state }), fields: differing(item, fields) })
  if ('refused' in changed) return { refused: changed.refused }
  return { done: { to: here, flash: { text: mendWords[lang].undone(item.title) } } }
}

/** Takes away a tie that was just made, and the item that was made with it. */
export async function undoTie(at: At): Promise<Outcome<Done, Refusal>> {
  const { work, place, lang, raw, here } = at
  const found = await itemOf(at)
  const link = found && (await findLink(work.tx, work.viewer, place.id, firstText(raw, 'lenke')))
  if (!found || !link || (link.from_id !== found.item.id && link.to_id !== found.item.id)) return { refused: 'missing' }
  if (!mayLink(work.viewer, place, found.kind, found.item)) return { refused: 'forbidden' }
  await untie(work, place.id, link.id)
  const made = await itemOf(at, 'lagetSlag', 'laget')
  const isItsEnd = made && (made.item.id === link.from_id || made.item.id === link.to_id)
  // Only what was made here and now, and has not been touched since, goes with it.
  if (made && isItsEnd && made.item.version === 1 && made.item.created_by === work.viewer.person?.id) await removeItem(work, place, made.kind, made.item)
  return { done: { to: here, flash: { text: mendWords[lang].undone(found.item.title) } } }
}
