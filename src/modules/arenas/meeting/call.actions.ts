import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { changeItem } from '../../../platform/item/item.actions.ts'
import { mayChange } from '../../../platform/item/item.policy.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { choicesOf, deliveryOf, queueMail, takeBackMails } from '../../../platform/mail/mail.ts'
import { lengthenPasses, passToken } from '../../../platform/pass/pass.ts'
import type { Linking } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { type Reach, reachOf } from '../../actors/index.ts'
import { itemPath } from '../../thread/index.ts'
import { signedAs, workspacePath } from '../../workspaces/index.ts'
import { type Point, pointsOf } from '../agenda/agenda.store.ts'
import { callMail, type CallKind } from './call.mails.ts'
import { type Call, callsOf, findSeries, meetingIdsIn, noteSent, noteSeriesSent } from './call.store.ts'
import { eventOf, type Scheduled, seriesEvents } from './calendar.ts'
import { type CalendarEvent, calendarText } from './ics.ts'
import { clearAnswers, inviteesOf, setSent } from './invitee.store.ts'
import { meeting } from './meeting.ts'
import { daysOf, type Series } from './series.ts'
import { momentOf, sentFace, whenSent } from './when.ts'

export type CallRefusal = 'forbidden' | 'nobody' | 'no-day' | 'past' | 'stale'

export const answerUrl = ({ passKey, config }: Linking, passId: string): string => `${config.baseUrl}/mote/${passToken(passKey, 'meeting', passId)}`

/** One meeting with all that a mail about it says. */
type Sent = { item: Item; call: Call | null; points: Point[]; sequence: number }

/**
 * Calls to a meeting, or to all the meetings of its series that are to come, as one. Everybody on the list gets one mail in their own
 * language with one link to answer and one invitation that calendars understand.
 */
export async function callMeeting(work: Work, linking: Linking, workspace: WorkspaceHead, item: Item, { message, wholeSeries }: { message: string | null; wholeSeries: boolean }): Promise<Outcome<{ people: number }, CallRefusal>> {
  const own = await callsOf(work.tx, [item.id])
  const seriesId = own.get(item.id)?.seriesId ?? null
  if (!wholeSeries || seriesId === null) return sendMeetings(work, linking, workspace, [item], own, message, 'call')
  const today = osloDate(work.now).toString()
  const all = await readItems(work.tx, work.viewer, meeting, { workspaceId: workspace.id, ids: await meetingIdsIn(work.tx, seriesId) })
  const coming = all.filter((one) => (momentOf(one).heldOn ?? '') >= today && one.state !== 'cancelled')
  return sendMeetings(work, linking, workspace, coming, await callsOf(work.tx, coming.map((one) => one.id)), message, 'call', seriesId)
}

/** Tells those who are called what has changed since they were: those of these meetings that differ from what was sent. */
export async function sendUpdates(work: Work, linking: Linking, workspace: WorkspaceHead, items: readonly Item[], message: string | null): Promise<Outcome<{ people: number }, CallRefusal>> {
  const calls = await callsOf(work.tx, items.map((one) => one.id))
  const changed = items.filter((one) => calls.get(one.id)?.calledAt && calls.get(one.id)?.sentAs !== sentFace(one))
  const moved = changed.filter((one) => whenSent(calls.get(one.id)?.sentAs ?? null) !== whenSent(sentFace(one)))
  await clearAnswers(work.tx, moved.map((one) => one.id))
  const [off, on] = [changed.filter((one) => one.state === 'cancelled'), changed.filter((one) => one.state !== 'cancelled')]
  let people = 0
  for (const [kind, some] of [['cancel', off], ['update', on]] as const) {
    // Under one name in one mail; those that were sent by themselves each in theirs.
    const groups = [...Map.groupBy(some, (one) => (calls.get(one.id)?.withSeries ? (calls.get(one.id)?.seriesId ?? one.id) : one.id)).values()]
    for (const group of groups) {
      const sent = await sendMeetings(work, linking, workspace, group, calls, message, kind)
      if ('refused' in sent) return sent
      people = Math.max(people, sent.done.people)
    }
  }
  return { done: { people } }
}

/** Sends one mail to each person on the lists of these meetings, which are one meeting or go under the name of one series. `calls` is what calendars know of them. */
async function sendMeetings(work: Work, linking: Linking, workspace: WorkspaceHead, items: readonly Item[], calls: ReadonlyMap<string, Call>, message: string | null, kind: CallKind, callAs: string | null = null): Promise<Outcome<{ people: number }, CallRefusal>> {
  const { tx, now } = work
  const today = osloDate(now).toString()
  const [first] = items
  if (!first || items.some((one) => momentOf(one).heldOn === null)) return { refused: 'no-day' }
  if (items.some((one) => !mayChange(work.viewer, workspace, meeting, one))) return { refused: 'forbidden' }
  if (kind === 'call' && items.some((one) => (momentOf(one).heldOn ?? '') < today)) return { refused: 'past' }
  const ids = items.map((one) => one.id)
  const [points, invitees] = await Promise.all([pointsOf(tx, ids), inviteesOf(tx, ids)])
  const seriesId = callAs ?? items.flatMap((one) => (calls.get(one.id)?.withSeries ? (calls.get(one.id)?.seriesId ?? []) : []))[0] ?? null
  const series = seriesId === null ? null : await findSeries(tx, seriesId)
  const sent: Sent[] = items.map((item) => ({
    item, points: points.filter((one) => one.meetingId === item.id), sequence: sequenceOf(calls.get(item.id) ?? null, series, kind),
    // What goes out as one from now on is known under the name of the series; what has been sent by itself stays so.
    call: withName(calls.get(item.id) ?? null, callAs),
  }))
  const reached = await reachOf(tx, invitees.map((one) => one.personId))
  // A call goes to those who have not had it; what has changed goes to everybody.
  const readers = [...Map.groupBy(invitees.filter((one) => kind !== 'call' || one.mailedAt === null), (one) => one.personId).values()].flatMap((own) => {
    const to = reached.get(own[0]?.personId ?? '')
    return to?.email ? [{ to: { ...to, email: to.email }, own }] : []
  })
  if (readers.length === 0) return kind === 'call' ? { refused: 'nobody' } : noteAll(work, workspace, sent, series, message, kind, 0, callAs)
  const asker = work.viewer.person ? ((await reachOf(tx, [work.viewer.person.id])).get(work.viewer.person.id) ?? null) : null
  const signed = asker && (await signedAs(tx, workspace.id, { id: asker.personId, name: asker.name }, today))
  const choices = await choicesOf(tx, readers.map((one) => one.to.personId))
  const waiting = await deliveryOf(tx, readers.flatMap(({ own }) => own.flatMap((one) => one.mailId ?? [])))
  // A call that has not left the house is replaced: nobody gets an old time after a new one.
  const unsent = new Set([...waiting].flatMap(([id, { state }]) => (state === 'held' || state === 'waiting' ? [id] : [])))
  await takeBackMails(tx, [...unsent])
  const lastDayOf = (some: readonly Sent[]) => some.map((one) => momentOf(one.item).heldOn ?? today).sort().at(-1) ?? today
  // The links of all of them, until the last of these meetings.
  const made = new Map((await lengthenPasses(tx, 'meeting', readers.flatMap(({ to, own }) => own.map((one) => ({ subjectId: one.id, personId: to.personId }))), lastDayOf(sent), now)).map((one) => [one.subjectId, one.passId]))
  const noted: { id: string; passId: string; mailId: string }[] = []
  for (const { to, own } of readers) {
    const theirs = sent.filter((one) => own.some((row) => row.meetingId === one.item.id))
    const replaced = own.some((one) => one.mailId !== null && unsent.has(one.mailId))
    const lastDay = lastDayOf(theirs)
    const passes = own.map((one) => made.get(one.id) ?? one.passId ?? '')
    const mail = callMail({
      kind: replaced && kind === 'update' ? 'call' : kind, lang: to.language, workspace: workspace.title, asker: signed, title: series && theirs.length > 1 ? series.title : (theirs[0]?.item.title ?? first.title),
      meetings: theirs.map((one) => ({ ...momentOf(one.item), title: one.item.title, points: one.points.map((point) => point.title) })), message, url: answerUrl(linking, passes[0] ?? ''),
    })
    const calendar = calendarText(kind === 'cancel' ? 'CANCEL' : 'REQUEST', eventsFor(linking, workspace, theirs, series, callAs !== null, asker, to, now))
    // What concerns an appointment that they have is theirs to know at once; one who wants no mail at all is left alone, and it shows.
    const asks = kind === 'call' || replaced || choices.get(to.personId)?.nothing === true
    // Each mail is planned under its reader's lock, and is written by itself.
    const mailId = await queueMail(tx, {
      to: to.email, ...(asker?.email && { replyTo: asker.email }), ...mail, lang: to.language, purpose: `meeting-${kind}`, calendar, now, from: { personId: asker?.personId ?? null, workspaceId: workspace.id }, personId: to.personId,
      ...(asks ? { nature: 'question' as const, lastDay: lastDay < today ? today : lastDay } : { nature: 'own' as const }),
    })
    noted.push(...own.map((one, i) => ({ id: one.id, passId: passes[i] ?? '', mailId })))
  }
  await setSent(tx, noted, now)
  return noteAll(work, workspace, sent, series, message, kind, readers.length, callAs)
}

/** What calendars go by: the first is 0, or what the series has come to; whoever is called later gets the same as the others. */
const sequenceOf = (call: Call | null, series: Series | null, kind: CallKind): number =>
  call?.calledAt ? call.sequence + (kind === 'call' ? 0 : 1) : Math.max(call?.sequence ?? 0, series?.sequence ?? 0)

const withName = (call: Call | null, callAs: string | null): Call | null => (call && callAs !== null && call.calledAt === null ? { ...call, withSeries: true } : call)

/** The events of one mail: the one meeting, those of a series that changed, or the whole series. */
function eventsFor(linking: Linking, workspace: WorkspaceHead, theirs: readonly Sent[], series: Series | null, whole: boolean, asker: Reach | null, to: Reach & { email: string }, now: Temporal.Instant): CalendarEvent[] {
  const url = (item: Item) => `${linking.config.baseUrl}${itemPath(workspace, meeting, item)}`
  const organiser = asker?.email ? { email: asker.email, name: asker.name } : null
  const attendee = { email: to.email, name: to.name }
  const scheduled = theirs.map((one): Scheduled => ({ item: one.item, call: one.call, points: one.points, url: url(one.item) }))
  if (series && whole) {
    return seriesEvents(series, scheduled, daysOf(series), { sequence: Math.max(...theirs.map((one) => one.sequence)), changedAt: now, organiser, attendee, url: `${linking.config.baseUrl}${workspacePath(workspace, meeting.segment)}` })
  }
  return scheduled.flatMap((one, i) => eventOf(one, series, { sequence: theirs[i]?.sequence ?? 0, changedAt: now, organiser, attendee }) ?? [])
}

/** Notes what was sent, and that the meetings are called. */
async function noteAll(work: Work, workspace: WorkspaceHead, sent: readonly Sent[], series: Series | null, message: string | null, kind: CallKind, people: number, callAs: string | null): Promise<Outcome<{ people: number }, CallRefusal>> {
  for (const one of sent) {
    let item = one.item
    if (kind === 'call' && item.state === 'planned') {
      const changed = await changeItem(work, workspace, meeting, item, item.version, { state: 'called' })
      if ('refused' in changed) return changed
      item = { ...item, state: 'called' }
    }
    await noteSent(work.tx, item.id, { sequence: one.sequence, sentAs: sentFace(item), message, withSeries: one.call?.withSeries ?? false, now: work.now })
  }
  if (callAs !== null && series) await noteSeriesSent(work.tx, series.id, Math.max(...sent.map((one) => one.sequence)), work.now)
  work.record({ workspaceId: workspace.id, what: `meeting.${kind === 'call' ? 'called' : kind === 'update' ? 'updated' : 'cancelled'}`, ...(sent.length === 1 && sent[0] ? { itemId: sent[0].item.id } : {}), body: { meetings: sent.map((one) => one.item.number), people } })
  return { done: { people } }
}

