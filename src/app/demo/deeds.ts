import type { Outcome, Work } from '../../platform/db/work.ts'
import { addItems, changeChildren, changeItem, type ItemRefusal, removeItem } from '../../platform/item/item.actions.ts'
import type { FieldValues } from '../../platform/item/field.ts'
import type { Place } from '../../platform/item/item.policy.ts'
import { type Item, readItems } from '../../platform/item/item.store.ts'
import { insertMeasurement, insertMilestone, linesOf, instrumentsOf, milestonesOf, updateMilestone, writeLine } from '../../modules/plans/index.ts'
import { insertArenaMember, insertArenaTie, takeStep } from '../../modules/arenas/index.ts'
import { insertWaiver, tieAll } from '../../modules/thread/index.ts'
import type { Calendar } from './calendar.ts'
import type { Entry, EntryFields, Gift, Measurement, Waived } from './entry.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'
import type { Deed } from './story.ts'

/** What the entries of one workspace are told with. */
type Telling = { workspace: Place; calendar: Calendar; /** Who writes when nobody else is named. */ keeper: PersonKey; organisations: ReadonlyMap<OrganisationKey, string> }

/** The order of what is done on one day: first things come, then they are tied, then they change. */
const order = { add: 0, tie: 1, rows: 2, later: 3 }

/** Turns entries into deeds: the same actions that the pages use, each on its day. Entries that belong together are written together. */
export function deedsOf(telling: Telling, entries: readonly Entry[]): Deed[] {
  const { workspace, calendar, keeper } = telling
  const byKey = new Map(entries.map((entry) => [entry.key, entry]))
  const ids = new Map<string, string>()
  const idOf = (key: string): string => ids.get(key) ?? fail(`${key} has not been written yet`)
  const fields = (given: EntryFields): FieldValues => ({
    ...given,
    ...(given.owner && { owner: given.owner.map((key) => telling.organisations.get(key) ?? fail(key)) }),
    ...(given.partner && { partner: given.partner.map((key) => telling.organisations.get(key) ?? fail(key)) }),
  })
  const current = async (work: Work, entry: Entry): Promise<Item> => {
    const [item] = await readItems(work.tx, work.viewer, entry.kind, { workspaceId: workspace.id, ids: [idOf(entry.key)] })
    return item ?? fail(`${entry.key} is not to be seen`)
  }
  const rows = (entry: Entry, day: number, what: string, write: (work: Work, itemId: string) => Promise<void>, by: PersonKey = entry.by ?? keeper, at = order.rows): Deed => ({
    day, order: at, by,
    async does(work) {
      const item = await current(work, entry)
      done(await changeChildren(work, workspace, entry.kind, item, item.version, what, () => write(work, item.id)))
    },
  })

  const waiving = (entry: Entry, { day, rule, reason }: Waived): Deed => ({
    day, order: order.later, by: keeper,
    async does(work) {
      const item = idOf(entry.key)
      await insertWaiver(work.tx, { workspaceId: workspace.id, rule, itemId: item, reason, at: work.now.toString(), by: work.viewer.person?.id ?? null })
      work.record({ workspaceId: workspace.id, what: 'check.waived', body: { rule, item, reason } })
    },
  })

  const adding = [...Map.groupBy(entries, (entry) => JSON.stringify([entry.day, entry.by, entry.kind.name])).values()].map((together): Deed => {
    const [{ day, by = keeper, kind }] = together as [Entry]
    return {
      day, order: order.add, by,
      async does(work) {
        const made = done(await addItems(work, workspace, kind, together.map((entry) => ({
          title: entry.title,
          place: entries.indexOf(entry),
          ...(entry.code !== undefined && { code: entry.code }),
          ...(entry.language && { language: entry.language }),
          ...(entry.state && { state: entry.state }),
          ...(entry.audience && { audience: entry.audience }),
          ...(entry.audienceRoles && { audienceRoles: entry.audienceRoles }),
          ...(entry.fields && { fields: fields(entry.fields) }),
        }))))
        together.forEach((entry, i) => ids.set(entry.key, made[i] ?? fail(entry.key)))
      },
    }
  })

  const wanted = entries.flatMap((entry) => (entry.ties ?? []).map((tie) => {
    const other = byKey.get(tie.to) ?? fail(`${entry.key} is tied to ${tie.to}, which is not there`)
    return { entry, other, tie, day: Math.min(entry.day, other.day) }
  }))
  const tying = [...Map.groupBy(wanted, (one) => one.day)].map(([day, together]): Deed => ({
    day, order: order.tie, by: keeper,
    async does(work) {
      await tieAll(work, workspace.id, together.map(({ entry, other, tie }) => ({
        relation: tie.relation, fromId: idOf(entry.key), fromKind: entry.kind.name, toId: idOf(other.key), toKind: other.kind.name, note: tie.note ?? null,
      })))
    },
  }))

  const own = entries.flatMap((entry): Deed[] => [
    ...(entry.milestones
      ? [rows(entry, entry.gifts?.day ?? entry.day, 'milestone.added', async (work, itemId) => {
          for (const { title, due } of entry.milestones ?? []) await insertMilestone(work.tx, itemId, { title, dueOn: due, doneOn: null })
        })]
      : []),
    ...(entry.milestones ?? []).flatMap(({ title, due, done: reached }) =>
      reached ? [rows(entry, reached.day, 'milestone.changed', (work, itemId) => reach(work, itemId, title, due, reached.on), keeper, order.later)] : []),
    ...givingOf(entry, telling, rows),
    ...arenaRowsOf(entry, telling, idOf, rows),
    ...stepsOf(entry, telling, idOf, current),
    ...(entry.measurements ?? []).map((one) => rows(entry, one.day, 'measurement.added', (work, itemId) => measureOn(work, itemId, calendar, one), keeper, order.later)),
    ...(entry.waived ? [waiving(entry, entry.waived)] : []),
    ...(entry.later ?? []).map((later): Deed => ({
      day: later.day, order: order.later, by: later.by ?? keeper,
      async does(work) {
        const item = await current(work, entry)
        if (later.removed) return void done(await removeItem(work, workspace, entry.kind, item))
        done(await changeItem(work, workspace, entry.kind, item, item.version, {
          ...(later.state && { state: later.state }), ...(later.title && { title: later.title }), ...(later.fields && { fields: fields(later.fields) }),
        }))
      },
    })),
  ])
  return [...adding, ...tying, ...own]
}

/** Who is in an arena from the day it came, and what it has agreed with others when they are all there. */
function arenaRowsOf(entry: Entry, { organisations }: Telling, idOf: (key: string) => string, rows: Rows): Deed[] {
  const { members, intended } = entry
  return [
    ...(members ? [rows(entry, entry.day, 'arena_member.added', async (work, itemId) => {
      for (const one of members) await insertArenaMember(work.tx, itemId, { organisationId: organisations.get(one.organisation) ?? fail(one.organisation), personId: null, role: one.role, from: null, to: null })
    })] : []),
    ...(intended ?? []).map((one) => rows(entry, daysAgreed, 'arena_tie.added', async (work, itemId) => {
      await insertArenaTie(work.tx, itemId, { otherId: idOf(one.to), type: one.type, everyDays: one.everyDays, since: one.since, note: one.note ?? null })
    })),
  ]
}

/** What happened to a matter, each step on its day. */
const stepsOf = (entry: Entry, { workspace, calendar, keeper }: Telling, idOf: (key: string) => string, current: (work: Work, entry: Entry) => Promise<Item>): Deed[] =>
  (entry.steps ?? []).map(({ day, by = keeper, what, to, meeting, note }, i) => ({
    day, order: order.later + i, by,
    async does(work) {
      const item = await current(work, entry)
      const taken = await takeStep(work, workspace, item, item.version, { what, on: calendar.ago(day), ...(to && { toArenaId: idOf(to) }), ...(meeting && { meetingId: idOf(meeting) }), ...(note && { note }) })
      if ('refused' in taken) fail(`${entry.key}: ${what} is ${taken.refused}`)
    },
  }))

/** How many days ago the arenas agreed what they have to do with each other. */
const daysAgreed = 200

type Rows = (entry: Entry, day: number, what: string, write: (work: Work, itemId: string) => Promise<void>, by?: PersonKey, at?: number) => Deed

/** What is put in is first promised or wished; what binds in the end becomes binding on its own day. */
function givingOf(entry: Entry, { organisations, keeper }: Telling, rows: Rows): Deed[] {
  const { gifts } = entry
  if (!gifts) return []
  const line = (gift: Gift, state: Gift['state']) => ({
    organisationId: organisations.get(gift.from) ?? fail(gift.from), type: gift.type, state, note: gift.note ?? null, years: new Map<number | null, number | null>(gift.years),
  })
  const { committedDay } = gifts
  const atFirst = (gift: Gift) => (gift.state === 'committed' && committedDay !== undefined ? 'promised' : gift.state)
  const first = rows(entry, gifts.day, 'instrument.added', async (work, itemId) => {
    for (const gift of gifts.lines) await writeLine(work.tx, itemId, line(gift, atFirst(gift)), null)
  })
  if (committedDay === undefined) return [first]
  return [first, rows(entry, committedDay, 'instrument.changed', async (work, itemId) => {
    const before = linesOf(await instrumentsOf(work.tx, [itemId]))
    for (const gift of gifts.lines.filter((one) => one.state === 'committed')) {
      const now = line(gift, 'committed')
      await writeLine(work.tx, itemId, now, before.find((one) => one.organisationId === now.organisationId && one.type === now.type && one.note === now.note) ?? null)
    }
  }, keeper, order.later)]
}

async function reach(work: Work, itemId: string, title: string, due: string, on: string): Promise<void> {
  const milestone = (await milestonesOf(work.tx, [itemId])).find((one) => one.title === title) ?? fail(title)
  await updateMilestone(work.tx, itemId, milestone.id, { title, dueOn: due, doneOn: on })
}

async function measureOn(work: Work, itemId: string, calendar: Calendar, { day, value, text, source }: Measurement): Promise<void> {
  await insertMeasurement(work.tx, itemId, { onDate: calendar.ago(day), value: value ?? null, text: text ?? null, source: source ?? 'Oppdiktet eksempel' })
}

const done = <T>(outcome: Outcome<T, ItemRefusal>): T => ('done' in outcome ? outcome.done : fail(outcome.refused))

const fail = (what: string): never => {
  throw new Error(`The demo does not hang together: ${what}`)
}
