import { sql } from 'kysely'
import { addRows, beginJournal, type Journal, removeRows, setColumn } from '../../../platform/db/journal/index.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'
import { partyRoles } from '../party.store.ts'
import { heldBy, type GoingOn, type Held } from './affected.store.ts'
import { passOnAnswers } from './pass-on-answers.ts'
import { passOnWaiting } from './pass-on-waiting.ts'
import { type Change, type Choices, dayBefore, firstYearAfter, successorFor } from './succession.ts'

export type Doing = { journal: Journal; tx: Tx; workspaceId: string; change: Change; choices: Choices }

const ids = (list: readonly string[]) => sql`any(${[...list]}::uuid[])`
const values = (rows: readonly { id: string; value: string }[], type: 'uuid' | 'date') =>
  type === 'uuid' ? sql`select id, value from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.value)}::uuid[]) x (id, value)` : sql`select id, value from unnest(${rows.map((r) => r.id)}::uuid[], ${rows.map((r) => r.value)}::date[]) x (id, value)`

/** Lets successors take over in one workspace: everything that goes on, from the day. What is over, and what was before, stands. */
export async function carryOut(tx: Tx, stepId: string, workspaceId: string, change: Change, choices: Choices, { open, answers }: GoingOn): Promise<void> {
  const held = await heldBy(tx, workspaceId, change.from.map((one) => one.id), open, { day: change.on, year: firstYearAfter(change.on) })
  const doing: Doing = { journal: await beginJournal(tx, stepId), tx, workspaceId, change, choices }
  const people = await passOnMemberships(doing, held.members)
  const taken = await passOnItems(doing, held)
  await passOnWaiting(doing, held.members)
  await passOnAnswers(doing, answers, held.members)
  await passOnParties(doing, held.parties, new Set([...people, ...taken, ...choices.parties]))
}

/** Old parties end the day before, and their successors begin; one that began after the day was the successor all along. */
async function passOnParties({ journal, tx, workspaceId, change, choices }: Doing, parties: Held['parties'], needed: ReadonlySet<string>): Promise<void> {
  const wanted = new Map<string, { role: string; from: string }>()
  for (const party of parties) {
    const own = change.pairs.filter((pair) => pair.from === party.organisationId).map((pair) => pair.to)
    for (const to of own.length === 1 ? own : own.filter((id) => needed.has(id) || choices.default === id)) {
      const before = wanted.get(to)
      const from = party.from && party.from > change.on ? party.from : change.on
      wanted.set(to, {
        role: before && partyRoles.indexOf(before.role as 'owner') < partyRoles.indexOf(party.role) ? before.role : party.role,
        from: before && before.from < from ? before.from : from,
      })
    }
  }
  const late = parties.filter((party) => party.from !== null && party.from >= change.on).map((party) => party.id)
  await removeRows(journal, 'party', sql`t.id = ${ids(late)}`)
  await setColumn(journal, 'party', 'valid_to', values(parties.filter((party) => !late.includes(party.id)).map((party) => ({ id: party.id, value: dayBefore(change.on) })), 'date'))
  const { rows: standing } = await sql<{ id: string; organisation_id: string; role: string }>`select id, organisation_id, role from party where workspace_id = ${workspaceId} and valid_to is null and organisation_id = ${ids([...wanted.keys()])}`.execute(tx)
  const stronger = standing.filter((party) => partyRoles.indexOf(party.role as 'owner') > partyRoles.indexOf((wanted.get(party.organisation_id)?.role ?? 'mentioned') as 'owner'))
  await setColumn(journal, 'party', 'role', sql`select t.id, x.role as value from party t join jsonb_to_recordset(${JSON.stringify(stronger.map((p) => ({ id: p.id, role: wanted.get(p.organisation_id)?.role })))}::jsonb) x (id uuid, role text) on x.id = t.id`)
  const fresh = [...wanted].filter(([id]) => !standing.some((party) => party.organisation_id === id)).map(([id, { role, from }]) => ({ id: v7(), organisation_id: id, role, valid_from: role === 'mentioned' ? null : from }))
  await addRows(journal, 'party', ['id', 'workspace_id', 'organisation_id', 'role', 'valid_from'], sql`
    select id, ${workspaceId}::uuid, organisation_id, role, valid_from from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) x (id uuid, organisation_id uuid, role text, valid_from date)`)
}

/** Roles held for the old organisation end the day before and go on for the new one: never a day without, and never twice. Says for whom. */
async function passOnMemberships({ journal, tx, workspaceId, change, choices }: Doing, members: Held['members']): Promise<Set<string>> {
  const passed = members.flatMap((member) => {
    const to = successorFor(change, choices, member.organisationId, choices.people[member.id])
    return to ? [{ ...member, successor: to }] : []
  })
  const { rows: standing } = await sql<{ person_id: string; role: string; organisation_id: string; from: string; to: string | null }>`
    select person_id, role, organisation_id, valid_from as "from", valid_to as "to" from membership where workspace_id = ${workspaceId} and organisation_id = ${ids([...new Set(passed.map((one) => one.successor))])}`.execute(tx)
  const fresh: { id: string; person_id: string; role: string; organisation_id: string; valid_from: string; valid_to: string | null }[] = []
  const reaches = (to: string | null, other: string | null) => to === null || (other !== null && other <= to)
  for (const member of passed.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = member.from > change.on ? member.from : change.on
    const same = <T extends { person_id: string; role: string; organisation_id: string }>(one: T) => one.person_id === member.personId && one.role === member.role && one.organisation_id === member.successor
    if (standing.some((one) => same(one) && one.from <= from && reaches(one.to, member.to))) continue
    const touching = fresh.find((one) => same(one) && reaches(one.valid_to, from))
    if (touching) touching.valid_to = reaches(touching.valid_to, member.to) ? touching.valid_to : member.to
    else fresh.push({ id: v7(), person_id: member.personId, role: member.role, organisation_id: member.successor, valid_from: from, valid_to: member.to })
  }
  await removeRows(journal, 'membership', sql`t.id = ${ids(passed.filter((one) => one.from >= change.on).map((one) => one.id))}`)
  await setColumn(journal, 'membership', 'valid_to', values(passed.filter((one) => one.from < change.on).map((one) => ({ id: one.id, value: dayBefore(change.on) })), 'date'))
  await addRows(journal, 'membership', ['id', 'workspace_id', 'person_id', 'role', 'organisation_id', 'valid_from', 'valid_to'], sql`
    select id, ${workspaceId}::uuid, person_id, role, organisation_id, valid_from, valid_to
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) x (id uuid, person_id uuid, role text, organisation_id uuid, valid_from date, valid_to date)`)
  return new Set(passed.map((one) => one.successor))
}

/** What is open is owned by the successor, what is put in from the day on is theirs, and so is what only the old one might see. Says whose. */
async function passOnItems({ journal, tx, workspaceId, change, choices }: Doing, held: Held): Promise<Set<string>> {
  const successor = (itemId: string, fromId: string) => successorFor(change, choices, fromId, choices.items[itemId])
  const owned = held.owned.flatMap((one) => {
    const to = successor(one.itemId, one.organisationId)
    return to ? [{ item_id: one.itemId, role: one.role, organisation_id: one.organisationId, to }] : []
  })
  const { rows: standing } = await sql<{ key: string }>`
    select io.item_id || io.role || io.organisation_id as key from item_organisation io where io.item_id = ${ids([...new Set(owned.map((one) => one.item_id))])}`.execute(tx)
  const there = new Set(standing.map((row) => row.key))
  const [moving, doubled]: [typeof owned, typeof owned] = [[], []]
  for (const one of owned) {
    const key = `${one.item_id}${one.role}${one.to}`
    ;(there.has(key) ? doubled : moving).push(one)
    there.add(key)
  }
  const rows = (list: typeof owned) => sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb) x (item_id uuid, role text, organisation_id uuid, "to" uuid)`
  await removeRows(journal, 'item_organisation', sql`exists (select from ${rows(doubled)} where x.item_id = t.item_id and x.role = t.role and x.organisation_id = t.organisation_id)`)
  await setColumn(journal, 'item_organisation', 'organisation_id', sql`select x.item_id, x.role, x.organisation_id, x."to" as value from ${rows(moving)}`)
  const lines = held.lines.flatMap((line) => {
    const to = successor(line.itemId, line.organisationId)
    return to ? [{ id: line.id, value: to }] : []
  })
  await setColumn(journal, 'instrument', 'organisation_id', values(lines, 'uuid'))
  const hidden = held.hidden.flatMap((item) => {
    const own = change.pairs.filter((pair) => pair.from === item.organisationId)
    // Of a split, only where it is known whose it is: the successor that its author acts for.
    const authors = held.members.filter((member) => member.personId === item.authorId && member.organisationId === item.organisationId).flatMap((member) => successorFor(change, choices, member.organisationId, choices.people[member.id]) ?? [])
    const to = own.length === 1 ? own[0]?.to : authors[0]
    return to ? [{ id: item.itemId, value: to }] : []
  })
  await setColumn(journal, 'item', 'audience_organisation_id', values(hidden, 'uuid'))
  for (const { column, organisationId } of held.answersFor) {
    const to = successorFor(change, choices, organisationId, undefined)
    if (to) await setColumn(journal, 'workspace', column, sql`select ${workspaceId}::uuid as id, ${to}::uuid as value`)
  }
  return new Set([...owned.map((one) => one.to), ...lines.map((one) => one.value)])
}
