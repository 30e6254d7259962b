import { loggedIn, page, resource, type Scope } from '../../../../platform/http/page.ts'
import type { Access } from '../../../../platform/http/page.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Alert, Button, Form, FormActions, Heading, Lead } from '../../../../ui/index.ts'
import { itemPath } from '../../../thread/index.ts'
import { meetingsOfPerson } from '../answer.store.ts'
import { callWords } from '../call.words.ts'
import { feedOf, feedOwner, feedToken, makeFeed, revokeFeed } from '../feed.store.ts'
import { type CalendarEvent, calendarText } from '../ics.ts'
import { meeting } from '../meeting.ts'
import { whenText } from '../when.ts'

/** Whoever has the address: a calendar program logs in nowhere. */
const withAddress: Access<Scope & { owner: { personId: string; language: Lang } }> = {
  name: 'calendar-address',
  async check(request, params) {
    const owner = await feedOwner(request.db, request.platform.passKey, params.token ?? '')
    return owner ? { owner } : { denied: 'missing' }
  },
}

/** How far back a calendar keeps its meetings. */
const daysBack = 60

/** The meetings that a person is called to, for a calendar program that asks again and again. */
export const feedResource = resource({
  path: '/kalender/:token{[A-Za-z0-9_-]+\\.ics}',
  access: { ...withAddress, check: (request, params) => withAddress.check(request, { ...params, token: (params.token ?? '').replace(/\.ics$/, '') }) } as typeof withAddress,
  respond: async (request, { owner }) => {
    const meetings = await meetingsOfPerson(request.db, owner.personId, osloDate(request.now).subtract({ days: daysBack }).toString())
    const { baseUrl } = request.platform.config
    const events = meetings.flatMap((one): CalendarEvent[] => (one.heldOn === null ? [] : [{
      uid: one.meetingId, sequence: 0, title: one.title, day: one.heldOn, startsAt: one.startsAt, endsAt: one.endsAt, place: one.venue ?? one.onlineUrl, cancelled: one.state === 'cancelled', changedAt: request.now, organiser: null, attendee: null,
      about: [one.about, one.points.map((title, i) => `${i + 1}. ${title}`).join('\n'), one.onlineUrl].filter(Boolean).join('\n\n'), url: `${baseUrl}${itemPath(one.workspace, meeting, { number: one.number })}`,
    }]))
    return new Response(calendarText('PUBLISH', events, callWords[owner.language].feedName), {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="moter.ics"', 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' },
    })
  },
})

/** One's own meetings, and the address that puts them in one's calendar. */
export const calendarPage = page<Scope, { feed: string | null; meetings: Awaited<ReturnType<typeof meetingsOfPerson>> }>({
  path: '/min-side/kalender',
  access: loggedIn,
  load: async ({ db, viewer, now }) => {
    const id = viewer.person?.id ?? ''
    const [feed, meetings] = await Promise.all([feedOf(db, id), meetingsOfPerson(db, id, osloDate(now).toString())])
    return { feed, meetings }
  },
  title: (_, { lang }) => callWords[lang].feedTitle,
  crumbs: (_, { lang }) => [{ text: myPage[lang], href: '/min-side' }],
  actions: {
    make: async (work, { request }) => {
      if (!work.viewer.person) return { refused: 'forbidden' }
      await makeFeed(work.tx, work.viewer.person.id, work.now)
      return { done: { to: '/min-side/kalender', flash: { text: callWords[request.lang].feedMade } } }
    },
    revoke: async (work, { request }) => {
      if (!work.viewer.person) return { refused: 'forbidden' }
      await revokeFeed(work.tx, work.viewer.person.id, work.now)
      return { done: { to: '/min-side/kalender', flash: { text: callWords[request.lang].feedRevoked } } }
    },
  },
  view: ({ feed, meetings }, { lang, pathname, platform }) => {
    const w = callWords[lang]
    return (
      <>
        <Heading level={1}>{w.feedTitle}</Heading>
        <Lead>{w.feedLead}</Lead>
        {feed === null ? <p>{w.feedNone}</p> : (
          <>
            <Heading level={2}>{w.feedAddress}</Heading>
            <p><code>{`${platform.config.baseUrl}/kalender/${feedToken(platform.passKey, feed)}.ics`}</code></p>
            <p>{w.feedHow}</p>
            <Alert colour="warning"><p>{w.feedSecret}</p></Alert>
          </>
        )}
        <Form action={pathname} does="make" submissionKey={crypto.randomUUID()}><FormActions><Button variant={feed === null ? 'primary' : 'secondary'}>{feed === null ? w.makeFeed : w.newFeed}</Button></FormActions></Form>
        {feed === null ? null : <Form action={pathname} does="revoke" submissionKey={crypto.randomUUID()}><FormActions><Button variant="quiet">{w.revokeFeed}</Button></FormActions></Form>}
        <Heading level={2}>{w.comingMeetings}</Heading>
        {meetings.length === 0 ? <p>{w.noneComing}</p> : (
          <ul>
            {meetings.map((one) => <li><a href={itemPath(one.workspace, meeting, { number: one.number })} lang={one.language === lang ? undefined : one.language}>{one.title}</a> <span class="hint">{whenText(one, lang)} · {one.workspace.title} · {one.answer ? w.answers[one.answer] : w.noAnswer}</span></li>)}
          </ul>
        )}
      </>
    )
  },
})

const myPage = { nb: 'Min side', nn: 'Mi side', en: 'My page' } as const
