import type { Role } from '../../../platform/access/viewer.ts'
import type { Lang } from '../../../platform/text/texts.ts'

/** A measure to be asked about: who owns it, and the person who is named responsible, if any. */
export type ToAsk = { id: string; owners: readonly string[]; responsibleId: string | null }

/** A person one may write to. Without an address they are not reached. */
export type Reachable = { personId: string; name: string; email: string | null; language: Lang }
export type Member = Reachable & { role: Role; organisationId: string | null }
/** Somebody who was named for an organisation that nobody represents; null is for measures without an owner. */
export type Contact = Reachable & { organisationId: string | null }

/** One person and everything they are asked, on behalf of the organisation by which they were found first. */
export type Recipient = Reachable & { email: string; organisationId: string | null; measureIds: readonly string[] }
/** Measures that nobody can be asked about yet, by the organisation that owns them (null: no owner). */
export type Unreached = { organisationId: string | null; measureIds: readonly string[] }

type Found = Reachable & { email: string; organisationId: string | null }
const reached = <R extends Reachable>(one: R): one is R & { email: string } => one.email !== null

/**
 * Whom to ask about each measure: the responsible person; else those who represent an organisation that owns it, which for the
 * organisation that owns the workspace is its secretariat, or its leader where it has none; else whoever was named for it.
 * Each person comes once, with all their measures, in the order of the measures.
 */
export function whomToAsk(
  measures: readonly ToAsk[],
  known: { members: readonly Member[]; responsible: ReadonlyMap<string, Reachable>; contacts: readonly Contact[]; workspaceOwners: readonly string[] },
): { recipients: Recipient[]; unreached: Unreached[] } {
  const found = new Map<string, { who: Found; ids: string[] }>()
  const missing = new Map<string | null, string[]>()
  for (const measure of measures) {
    const people = peopleFor(measure, known)
    for (const who of people) {
      const before = found.get(who.personId) ?? { who, ids: [] }
      before.ids.push(measure.id)
      found.set(who.personId, before)
    }
    if (people.length > 0) continue
    const owner = measure.owners[0] ?? null
    missing.set(owner, [...(missing.get(owner) ?? []), measure.id])
  }
  return {
    recipients: [...found.values()].map(({ who: { personId, name, email, language, organisationId }, ids }) => ({ personId, name, email, language, organisationId, measureIds: ids })),
    unreached: [...missing].map(([organisationId, measureIds]) => ({ organisationId, measureIds })),
  }
}

function peopleFor({ owners, responsibleId }: ToAsk, { members, responsible, contacts, workspaceOwners }: Parameters<typeof whomToAsk>[1]): Found[] {
  const named = responsibleId === null ? undefined : responsible.get(responsibleId)
  if (named && reached(named)) {
    const own = members.find((one) => one.personId === named.personId && one.organisationId !== null && owners.includes(one.organisationId))
    return [{ ...named, organisationId: own?.organisationId ?? owners[0] ?? null }]
  }
  const inRoom = owners.flatMap((owner) => {
    const here = members.filter((one) => one.organisationId === owner).filter(reached)
    const withRole = (...roles: Role[]) => here.filter((one) => roles.includes(one.role))
    const partners = withRole('partner')
    if (!workspaceOwners.includes(owner)) return partners
    const keepers = withRole('secretariat', 'process_leader')
    return [...partners, ...(keepers.length > 0 ? keepers : withRole('leader'))]
  })
  const people: Found[] = inRoom.length > 0 ? inRoom : contacts.filter((one) => (owners.length === 0 ? one.organisationId === null : one.organisationId !== null && owners.includes(one.organisationId))).filter(reached)
  return [...new Map(people.map((one) => [one.personId, one])).values()]
}
