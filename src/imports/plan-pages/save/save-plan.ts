import type { Outcome, Work } from '../../../platform/db/work.ts'
import { addItems, changeItem, removeItem } from '../../../platform/item/item.actions.ts'
import type { FieldValues } from '../../../platform/item/field.ts'
import type { Item, NewItem } from '../../../platform/item/item.store.ts'
import type { Kind, StepId } from '../../../platform/item/kind.ts'
import { partiesByName } from '../../../modules/actors/index.ts'
import { goal, measure, priorityArea, writePlannedCosts } from '../../../modules/plans/index.ts'
import { type NewLink, tieAll, untie } from '../../../modules/thread/index.ts'
import { setPlanShape, type Workspace } from '../../../modules/workspaces/index.ts'
import type { Choices } from '../compare/choices.ts'
import type { Name } from '../compare/names.ts'
import { type Changed, type Incoming, isAdded, isTaken, type Proposal } from '../compare/proposal.ts'
import { type PlanKind, planKinds, type Said, saidFields } from '../compare/said.ts'
import { deliversTo } from '../compare/shape.ts'
import type { StandingPlan } from '../compare/standing.store.ts'
import type { Counts, ImportedRow } from '../plan-import.store.ts'
import { anchorLinks } from './anchor.ts'
import { fieldsOf, titleOf } from './fields.ts'

const kinds: Readonly<Record<PlanKind, Kind>> = { goal, priority_area: priorityArea, measure }
const steps: Readonly<Record<PlanKind, StepId>> = { goal: 'goal', priority_area: 'priorityArea', measure: 'measure' }

export type ToSave = {
  workspace: Workspace
  standing: StandingPlan
  proposal: Proposal
  names: readonly Name[]
  choices: Choices
  /** Priority areas above goals. */
  areasAbove: boolean
}
export type SaveRefusal = 'forbidden' | 'stale'
export type Saved = { counts: Counts; rows: ImportedRow[] }

const chunkSize = 500

/**
 * Puts what was chosen of a file into the plan, in the transaction that it is handed: all of it, or nothing.
 * What stands is changed where that was chosen, and nowhere else.
 */
export async function savePlan(work: Work, save: ToSave, progress: (done: number, total: number) => Promise<void> = async () => {}): Promise<Outcome<Saved, SaveRefusal>> {
  const { workspace, standing, proposal, choices, names } = save
  const added = proposal.added.filter((each) => isAdded(choices, each)).map((each) => each.incoming)
  const changed = proposal.changed.map((each) => ({ ...each, differences: each.differences.filter((difference) => isTaken(choices, difference)) }))
  const wanted = changed.filter((each) => each.differences.length > 0)
  const total = added.length + wanted.length
  let done = 0

  const parties = await partiesByName(work.tx, workspace.id, names.filter((each) => each.taken === 'ny').map((each) => each.name), workspace.example)
  const made = new Map<string, string>(names.flatMap((each) => (each.taken === 'ny' && parties.has(each.name) ? [[`ny:${each.key}`, parties.get(each.name) ?? ''] as const] : [])))
  const settled = (said: Said): Said => {
    const key = (one: string) => made.get(one) ?? one
    // What leads to something that was left out leads nowhere.
    const stands = (one: string) => !one.startsWith('ny:')
    const area = said.area === null ? null : key(said.area)
    return { ...said, goals: said.goals.map(key).filter(stands), area: area !== null && stands(area) ? area : null, owners: said.owners.map(key).filter(stands), partners: said.partners.map(key).filter(stands) }
  }

  for (const kind of planKinds) {
    const ofKind = added.filter((each) => each.kind === kind)
    for (let i = 0; i < ofKind.length; i += chunkSize) {
      const chunk = ofKind.slice(i, i + chunkSize)
      const saids = chunk.map((each) => settled(each.said))
      const ids = await addItems(work, workspace, kinds[kind], chunk.map((each, n) => newItem(each, saids[n] ?? each.said, placeOf(each), workspace)), async (own) => {
        await writePlannedCosts(work.tx, saids.flatMap((said, n) => ({ measureId: own[n] ?? '', organisationId: payer(said), byYear: said.cost.byYear })), false)
      })
      if ('refused' in ids) return ids
      ids.done.forEach((id, n) => made.set(`ny:${chunk[n]?.key ?? ''}`, id))
      done += chunk.length
      await progress(done, total)
    }
  }

  const links = linksOf(added, made, save, settled)
  for (const each of wanted) {
    const outcome = await applyChange(work, save, each, made, settled)
    if ('refused' in outcome) return outcome
    links.push(...outcome.done)
    if (++done % 100 === 0) await progress(done, total)
  }
  const gone = proposal.gone.filter((each) => choices.removed.includes(each.id))
  for (const each of gone) {
    const item = standing.items.get(each.id)
    const outcome = item ? await removeItem(work, workspace, kinds[each.kind], item) : { done: true as const }
    if ('refused' in outcome) return outcome
  }
  links.push(...(await anchorLinks(work, workspace, added.filter((each) => each.kind === 'measure').map((each) => ({ id: made.get(`ny:${each.key}`) ?? '', anchoring: each.said.anchoring })), choices.notDocuments)))
  const tied = await tieAll(work, workspace.id, links)
  const used = planKinds.filter((kind) => added.some((each) => each.kind === kind)).map((kind) => steps[kind])
  const shapeIsNew = !standing.all.some((each) => !each.removed && each.kind !== 'measure')
  await setPlanShape(work.tx, workspace.id, { areasAboveGoals: shapeIsNew || choices.areasAbove !== null ? save.areasAbove : null, partsTaken: used })

  const count = (kind: PlanKind) => added.filter((each) => each.kind === kind).length
  const counts = { goals: count('goal'), areas: count('priority_area'), measures: count('measure'), changed: wanted.length, removed: gone.length, links: tied.length }
  const rows = [
    ...added.map((each) => rowOf(each, made.get(`ny:${each.key}`) ?? '', settled(each.said), null)),
    ...proposal.known.map(({ incoming, standing: stood }) => rowOf(incoming, stood.id, settled(incoming.said), stood.said)),
  ]
  return { done: { counts, rows } }
}

const placeOf = (each: Incoming): number => Number(each.key.slice(1)) + 1

function newItem(each: Incoming, said: Said, place: number, workspace: Workspace): NewItem {
  const { title, fields } = titleOf(said)
  return {
    title, code: said.number, place, language: workspace.language,
    ...(each.kind === 'measure' && said.status.state !== null && { state: said.status.state }),
    fields: { ...(each.kind === 'measure' ? fieldsOf(said, saidFields.measure) : {}), ...fields },
  }
}

/** A cost stands on the owner where there is one and no more; otherwise nobody is said to pay. */
const payer = (said: Said): string | null => (said.owners.length === 1 ? (said.owners[0] ?? null) : null)

/** What the new ones are tied to: areas to goals, measures to what they deliver to. */
function linksOf(added: readonly Incoming[], made: ReadonlyMap<string, string>, save: ToSave, settled: (said: Said) => Said): NewLink[] {
  const links: NewLink[] = []
  const goalsOfArea = goalsAfter(save, made, settled)
  const kindOf = kindsAfter(save, made)
  for (const each of added) {
    const id = made.get(`ny:${each.key}`) ?? ''
    const said = settled(each.said)
    if (each.kind === 'priority_area') for (const to of said.goals) links.push({ relation: 'pursues', fromId: id, fromKind: 'priority_area', toId: to, toKind: 'goal' })
    if (each.kind === 'measure') for (const to of deliversTo(said, goalsOfArea, save.areasAbove)) links.push({ relation: 'delivers', fromId: id, fromKind: 'measure', toId: to, toKind: kindOf.get(to) ?? 'goal' })
  }
  return links
}

function kindsAfter(save: ToSave, made: ReadonlyMap<string, string>): Map<string, PlanKind> {
  return new Map([...save.standing.all.map((each) => [each.id, each.kind] as const), ...save.proposal.added.flatMap(({ incoming }) => {
    const id = made.get(`ny:${incoming.key}`)
    return id ? [[id, incoming.kind] as const] : []
  })])
}

/** The goals of each area when everything is done. */
function goalsAfter(save: ToSave, made: ReadonlyMap<string, string>, settled: (said: Said) => Said): Map<string, readonly string[]> {
  const after = new Map(save.standing.goalsOfArea)
  for (const { incoming } of save.proposal.added) {
    const id = made.get(`ny:${incoming.key}`)
    if (incoming.kind === 'priority_area' && id) after.set(id, settled(incoming.said).goals)
  }
  for (const { standing, theirs, differences } of save.proposal.changed) {
    if (differences.some((each) => each.field === 'goals' && standing.kind === 'priority_area' && isTaken(save.choices, each))) after.set(standing.id, settled(theirs).goals)
  }
  return after
}

/** Changes one that stands, and tells the links it is to have; those it is to lose are taken away. */
async function applyChange(work: Work, save: ToSave, { standing: each, theirs, differences }: Changed, made: ReadonlyMap<string, string>, settled: (said: Said) => Said): Promise<Outcome<NewLink[], SaveRefusal>> {
  const { workspace, standing } = save
  const item = standing.items.get(each.id)
  if (!item) return { refused: 'stale' }
  const said = settled(theirs)
  const which = differences.map((difference) => difference.field)
  const change = itemChange(item, each.kind, said, which)
  if (which.includes('cost')) await writePlannedCosts(work.tx, [{ measureId: each.id, organisationId: payer(which.includes('owners') ? said : each.said), byYear: said.cost.byYear }], true)
  if (change) {
    const outcome = await changeItem(work, workspace, kinds[each.kind], item, item.version, change)
    if ('refused' in outcome) return outcome
  }
  if (!which.includes('goals') && !which.includes('area')) return { done: [] }
  const place = { goals: which.includes('goals') ? said.goals : each.said.goals, area: which.includes('area') ? said.area : each.said.area }
  const relation = each.kind === 'priority_area' ? 'pursues' : 'delivers'
  const targets = each.kind === 'priority_area' ? place.goals : deliversTo(place, goalsAfter(save, made, settled), save.areasAbove)
  const before = standing.links.filter((link) => link.from_id === each.id && link.relation === relation)
  for (const link of before.filter((one) => !targets.includes(one.to_id))) await untie(work, workspace.id, link.id)
  const goals = new Set(place.goals)
  return { done: targets.map((to) => ({ relation, fromId: each.id, fromKind: each.kind, toId: to, toKind: goals.has(to) ? 'goal' : 'priority_area' })) }
}

function itemChange(item: Item, kind: PlanKind, said: Said, which: readonly (keyof Said)[]) {
  const own = which.filter((field) => field !== 'goals' && field !== 'area')
  if (own.length === 0) return null
  const { title, fields } = titleOf(said)
  // What stood in the description only because the title was too long goes with that title.
  const before: FieldValues = item.title.endsWith('…') ? { description: null } : {}
  return {
    ...(which.includes('title') && { title }),
    ...(which.includes('number') && { code: said.number }),
    ...(which.includes('status') && said.status.state !== null && { state: said.status.state }),
    fields: { ...(kind === 'measure' ? fieldsOf(said, own) : {}), ...(which.includes('title') && { ...before, ...fields }) },
  }
}

/** What the file said, kept for the next version of it. A state that it did not tell is the one that stands. */
const rowOf = (each: Incoming, itemId: string, said: Said, stood: Said | null): ImportedRow => ({
  itemId, sheet: each.sheet, row: each.row,
  said: each.kind === 'measure' ? { ...said, status: { ...said.status, state: said.status.state ?? stood?.status.state ?? 'not_started' } } : said,
})
