import type { Work } from '../../platform/db/work.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { formatDate, formatList } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { endAffiliations, type LeftBehind, raiseHandovers } from '../../modules/actors/index.ts'
import { endActingFor, workspacePath } from '../../modules/workspaces/index.ts'
import { leavingWords } from './leaving.words.ts'
import { type Left, readLeft, whomToTell } from './left.store.ts'

export type Departure = {
  person: { id: string; name: string }
  organisation: { id: string; name: string }
  lastDay: string
  successorId: string | null
  /** Where it was said by those who lead; null is by the person, and holds everywhere. */
  workspaceId: string | null
  /** They belong to the organisation no more: not when only one of several workspaces has said so. */
  endsBelonging: boolean
  baseUrl: string
}

/**
 * Somebody leaves an organisation: what they leave behind is raised to somebody, once; their roles for it end on the last day; and those who
 * take over are told. Returns what was raised now.
 */
export async function leaveOrganisation(work: Work, departure: Departure): Promise<LeftBehind[]> {
  const { person, organisation, lastDay, successorId, workspaceId } = departure
  const today = osloDate(work.now).toString()
  const left = await readLeft(work.tx, work.viewer, { personId: person.id, organisationId: organisation.id, workspaceId, successorId }, today)
  const raised = await raiseHandovers(work.tx, { personId: person.id, organisationId: organisation.id, lastDay, proposedId: successorId, by: work.viewer.person?.id ?? null, at: work.now }, left)
  await endActingFor(work.tx, { personId: person.id, organisationId: organisation.id, workspaceId }, lastDay)
  if (departure.endsBelonging) await endAffiliations(work.tx, person.id, organisation.id, lastDay)
  // A closed workspace keeps its history as it is: only the role in it ends.
  for (const place of new Set(left.map((one) => one.workspaceId))) {
    work.record({ workspaceId: place, what: 'member.left-organisation', body: { person: person.id, organisation: organisation.id, lastDay, raised: raised.filter((one) => one.workspaceId === place).length } })
  }
  await tellThem(work, departure, left, raised, today)
  return raised
}

/** One mail to each who is to see to something, whatever the number of workspaces; only workspaces that they are in are named. */
async function tellThem(work: Work, { person, organisation, lastDay, baseUrl }: Departure, left: readonly Left[], raised: readonly LeftBehind[], today: string): Promise<void> {
  if (raised.length === 0) return
  const unclaimed = raised.filter((one) => one.receiverId === null)
  const reached = await whomToTell(work.tx, person.id, [...new Set(raised.flatMap((one) => one.receiverId ?? []))], [...new Set(unclaimed.map((one) => one.workspaceId))], today)
  const places = new Map(left.map((one) => [one.workspaceId, one]))
  for (const [id, own] of Map.groupBy(reached, (one) => one.id)) {
    const theirs = raised.filter((one) => one.receiverId === id || (one.receiverId === null && own.some((place) => place.workspaceId === one.workspaceId)))
    const [first] = own
    if (!first || theirs.length === 0 || id === work.viewer.person?.id) continue
    const lang = first.language as Lang
    const w = leavingWords[lang]
    const slugs = [...new Set(theirs.map((one) => one.workspaceId))].flatMap((place) => places.get(place) ?? [])
    const [only] = slugs
    await queueMail(work.tx, {
      to: first.email, subject: w.mailSubject(organisation.name), lang, purpose: 'handover', nature: 'question', personId: id, now: work.now,
      body: mailBody({
        lang, heading: w.mailSubject(organisation.name), footer: w.mailFooter,
        paragraphs: [w.mailText(person.name, organisation.name, formatDate(lastDay, lang)), w.mailLeft(theirs.length, formatList(slugs.map((one) => `«${one.workspace}»`), lang))],
        action: { label: w.mailButton, url: `${baseUrl}${slugs.length === 1 && only ? workspacePath(only, 'overlevering') : '/min-side'}` },
      }),
    })
  }
}
