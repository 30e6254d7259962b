import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { Done, Refusal } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import type { Check, Mend } from '../../../platform/item/check.ts'
import { addItems, changeItem, differing } from '../../../platform/item/item.actions.ts'
import { mayChange, type Place } from '../../../platform/item/item.policy.ts'
import { type Item, type ItemChange, readHeads, readItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue } from '../../../platform/item/manifest.ts'
import { firstText, parseFields, type RawForm } from '../../../platform/item/parse.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { partiesByName, partiesOf } from '../../actors/index.ts'
import { tie } from '../link/link.actions.ts'
import { mendWords } from './mend.words.ts'

/** One form of one loose thread: the rule, the item and which of its ways. Field names end with it, so that they are unique on the page. */
export const formKey = (rule: string, number: number, way: number | 'waive'): string => `${rule}.${number}.${way}`
export const chosenName = (key: string): string => `valg.${key}`
export const writtenName = (key: string): string => `ny.${key}`
export const reasonName = (key: string): string => `grunn.${key}`

export const mendsOf = (rule: Check, areasAboveGoals: boolean): readonly Mend[] => (typeof rule.mend === 'function' ? rule.mend(areasAboveGoals) : rule.mend)

export type At = { work: Work; catalogue: Catalogue; place: Place; lang: Lang; kind: Kind; item: Item; raw: RawForm; key: string; here: string }

/** The rule, the kind and the item that a form is about, as the viewer may see and change them. */
export async function aboutOf(work: Work, catalogue: Catalogue, place: Place, raw: RawForm): Promise<Outcome<{ rule: Check; kind: Kind; item: Item }, 'missing' | 'forbidden'>> {
  const rule = catalogue.checks.find((one) => one.id === firstText(raw, 'regel'))
  const kind = rule && catalogue.kinds.get(rule.kind)
  const item = kind && (await readItem(work.tx, work.viewer, kind, place.id, Number(firstText(raw, 'nummer')) || 0))
  if (!rule || !kind || !item) return { refused: 'missing' }
  return mayChange(work.viewer, place, kind, item) ? { done: { rule, kind, item } } : { refused: 'forbidden' }
}

/** Mends a loose thread the way that was chosen; what was wrong with the form is told beside its field. */
export async function mend(at: At, way: Mend): Promise<Outcome<Done, Refusal>> {
  switch (way.by) {
    case 'owner':
      return chooseOwner(at)
    case 'field':
      return writeField(at, way.field)
    case 'clear':
      return change(at, { fields: { [way.field]: null } })
    case 'state': {
      const state = firstText(at.raw, chosenName(at.key))
      return way.states.includes(state) ? change(at, { state }) : wrong(chosenName(at.key), mendWords[at.lang].chooseFirst)
    }
    case 'tie':
      return tieTo(at, way)
    default:
      return { refused: 'missing' }
  }
}

const wrong = (field: string, text: string): { refused: Refusal } => ({ refused: { errors: { [field]: text } } })

async function change({ work, place, kind, item, raw, here, lang }: At, wanted: ItemChange): Promise<Outcome<Done, Refusal>> {
  const version = Number(firstText(raw, versionField)) || item.version
  const changed = await changeItem(work, place, kind, item, version, { ...wanted, ...(wanted.fields && { fields: differing(item, wanted.fields) }) })
  if ('refused' in changed) return { refused: changed.refused }
  const undo = { action: here, label: mendWords[lang].undo, fields: { handling: 'undo', slag: kind.name, nummer: String(item.number), version: String(version + 1) } }
  return { done: { to: here, flash: { text: mendWords[lang].mended(item.title), undo } } }
}

async function chooseOwner(at: At): Promise<Outcome<Done, Refusal>> {
  const { work, place, kind, item, raw, key, lang } = at
  const name = firstText(raw, writtenName(key)).slice(0, 200)
  const chosen = firstText(raw, chosenName(key))
  const known = (await partiesOf(work.tx, place.id)).some((party) => party.id === chosen)
  const id = name ? (await partiesByName(work.tx, place.id, [name])).get(name) : known ? chosen : undefined
  if (!id) return wrong(chosenName(key), mendWords[lang].chooseOwner)
  const former = (item.fields.owner ?? []) as readonly string[]
  const partners = (item.fields.partner ?? []) as readonly string[]
  const rest = [...new Set([...partners, ...former])].filter((one) => one !== id)
  return change(at, { fields: { owner: [id], ...('partner' in kind.fields && former.length > 0 && { partner: rest }) } })
}

async function writeField(at: At, name: string): Promise<Outcome<Done, Refusal>> {
  const { kind, item, raw, key, lang } = at
  const field = kind.fields[name]
  if (!field) return { refused: 'missing' }
  const read = parseFields({ [writtenName(key)]: { ...field, required: true } }, raw, lang)
  if (Object.keys(read.errors).length > 0) return { refused: { errors: read.errors } }
  const value = read.values[writtenName(key)] ?? null
  const starts = item.fields.starts_on
  if (name === 'ends_on' && typeof starts === 'string' && typeof value === 'string' && value < starts) return wrong(writtenName(key), mendWords[lang].endsBeforeStart)
  return change(at, { fields: { [name]: value } })
}

async function tieTo(at: At, { hop, make }: Mend & { by: 'tie' }): Promise<Outcome<Done, Refusal>> {
  const { work, catalogue, place, kind, item, raw, key, lang, here } = at
  const w = mendWords[lang]
  const relation = catalogue.relations.find((one) => one.name === hop.relation)
  if (!relation) return { refused: 'missing' }
  const title = firstText(raw, writtenName(key)).replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ')
  const made = make[0] ? catalogue.kinds.get(make[0]) : undefined
  let number: number
  if (title && made) {
    if (title.length > 300) return wrong(writtenName(key), w.tooLong)
    const added = await addItems(work, place, made, [{ title, language: item.language }])
    if ('refused' in added) return wrong(writtenName(key), w.mayNotMake)
    const head = await readHeads(work.tx, work.viewer, { workspaceId: place.id, ids: added.done })
    number = head[0]?.number ?? 0
  } else number = numberIn(firstText(raw, chosenName(key)))
  const [head] = await readHeads(work.tx, work.viewer, { workspaceId: place.id, numbers: [number] })
  const otherKind = head && (hop.kinds.length === 0 || hop.kinds.includes(head.kind)) ? catalogue.kinds.get(head.kind) : undefined
  const other = otherKind && (await readItem(work.tx, work.viewer, otherKind, place.id, number))
  if (!other || !otherKind) return wrong(chosenName(key), w.chooseFromList)
  const [from, to] = hop.out ? [{ kind, item }, { kind: otherKind, item: other }] : [{ kind: otherKind, item: other }, { kind, item }]
  const tied = await tie(work, place, relation, from, to, null)
  if ('refused' in tied) return tied.refused === 'forbidden' ? { refused: 'forbidden' } : wrong(chosenName(key), w.alreadyTied)
  const fields = { handling: 'untie', lenke: tied.done.id, slag: kind.name, nummer: String(item.number), ...(title && made && { laget: String(number), lagetSlag: made.name }) }
  return { done: { to: here, flash: { text: w.tied(item.title, other.title), undo: { action: here, label: w.undo, fields } } } }
}

/** What the list offers reads «Tittel (nr. 12)»; a menu sends the number alone. */
const numberIn = (text: string): number => Number(/^(\d+)$|nr\. ?(\d+)\)$/.exec(text.trim())?.slice(1).find(Boolean) ?? 0)
