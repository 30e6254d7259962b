import type { Outcome, Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  addPoints, approveMinutes, arena, askForApproval, attendMeeting, callMeeting, decideAt, type Invitee, insertInvitees, inviteesOf, makeMeetings, meeting, type NewPoint, type Point, pointsOf, sayAt, setAnswer, takeOnAt,
} from '../../../modules/arenas/index.ts'
import type { Calendar } from '../calendar.ts'
import type { OrganisationKey } from '../organisations.ts'
import type { PersonKey } from '../people.ts'
import type { Deed } from '../story.ts'

type Told = { platform: Platform; workspace: WorkspaceHead; calendar: Calendar; organisation(key: OrganisationKey): string; person(key: PersonKey): string }

type Held = {
  /** Days ago. */
  on: number
  points: readonly (Partial<NewPoint> & { title: string; said: string; decided?: string; task?: { title: string; by: PersonKey; for: OrganisationKey; due: number } })[]
  came: readonly PersonKey[]
  /** How far the minutes have come, and on which day. */
  approved?: number
  asked?: number
}

const called: readonly (readonly [PersonKey, OrganisationKey | null])[] = [['leder', 'fylket'], ['sekretariat', 'fylket'], ['partner', 'lia'], ['vassoy', 'vassoy'], ['naering', 'naeringsforeningen']]
const clocks = { starts_at: '09:00', ends_at: '11:00', venue: 'Fylkeshuset, møterom 2' }
const committee = 'Arbeidsutvalget'

const held: readonly Held[] = [
  {
    on: 110, came: ['leder', 'sekretariat', 'partner', 'naering'], approved: 96,
    points: [
      { title: 'Felles portal for rekruttering: hvem drifter den?', kind: 'decision', minutes: 30, said: 'Næringsforeningen kan drifte portalen det første året. Kommunene vil se et regnskap før de forplikter seg lenger.', decided: 'Næringsforeningen drifter rekrutteringsportalen til og med neste år.', task: { title: 'Legge fram regnskap for rekrutteringsportalen', by: 'naering', for: 'naeringsforeningen', due: 30 } },
      { title: 'Orientering fra kommunene', kind: 'information', minutes: 20, said: 'Lia har ansatt ny næringsrådgiver. Vassøy leter fortsatt.' },
    ],
  },
  {
    on: 48, came: ['leder', 'sekretariat', 'partner'], approved: 40,
    points: [
      { title: 'For mange tiltak: hva velger vi bort?', kind: 'discussion', minutes: 45, said: 'Alle ser at planen er for bred. Utvalget vil ha et forslag til færre tiltak på bordet før de velger.', task: { title: 'Lage forslag til færre tiltak', by: 'sekretariat', for: 'fylket', due: 4 } },
      { title: 'Felles utstyr: garanti fra kommunene', kind: 'decision', minutes: 30, said: 'Lia er positiv. Vassøy var ikke til stede, og må spørres.', decided: 'Saken utsettes til alle kommunene har svart.' },
    ],
  },
  {
    on: 12, came: ['leder', 'sekretariat', 'vassoy', 'partner'], asked: 9,
    points: [
      { title: 'Forslag til færre tiltak', kind: 'discussion', minutes: 40, said: 'Sekretariatet la fram tolv tiltak som kan vente. Utvalget er enig om ni av dem.' },
      { title: 'Tilbakemelding fra Vassøy om felles utstyr', kind: 'information', minutes: 15, said: 'Vassøy kan garantere for sin del hvis Storelv gjør det samme.' },
    ],
  },
]

const coming: readonly NewPoint[] = [
  { title: 'Hvilke tiltak skal vente?', kind: 'decision', minutes: 45, note: 'Les forslaget fra sekretariatet på forhånd.' },
  { title: 'Felles utstyr: endelig svar', kind: 'decision', minutes: 30, note: null },
  { title: 'Møteplan for neste halvår', kind: 'information', minutes: 10, note: null },
].map((one) => ({ ...one, kind: one.kind as NewPoint['kind'], responsibleId: null, matterId: null, aboutId: null }))

/** The working committee's meetings: two whose minutes are approved, one whose minutes are out to be read, one that is called, and a series that waits for its agendas. */
export function meetingDeeds({ platform, workspace, calendar, organisation, person }: Told): Deed[] {
  const by: PersonKey = 'sekretariat'
  const read = async (work: Work, id: string): Promise<Item> => (await readItems(work.tx, work.viewer, meeting, { workspaceId: workspace.id, ids: [id] }))[0] ?? fail('a meeting is not to be seen')
  const arenaId = async (work: Work): Promise<string> => {
    const found = (await readItems(work.tx, work.viewer, arena, { workspaceId: workspace.id })).find((one) => one.title === committee)
    return found?.id ?? made(await addItems(work, workspace, arena, [{ title: committee, fields: { purpose: 'Forbereder saker for partnerskapet, og følger opp det som er bestemt. Oppdiktet eksempel.', rhythm: 'omtrent annenhver måned', level: 'administrative' } }]))[0] ?? ''
  }
  const setUp = async (work: Work, days: number, series: Parameters<typeof makeMeetings>[2]['series'] = null): Promise<string> =>
    made(await makeMeetings(work, workspace, { title: `Møte i ${committee}`, arenaId: await arenaId(work), language: 'nb', fields: { held_on: calendar.ago(days), ...clocks }, series }))[0] ?? ''
  const invite = (work: Work, meetingId: string) => insertInvitees(work.tx, called.map(([one, of]) => ({ meetingId, personId: person(one), organisationId: of === null ? null : organisation(of), role: null })))
  const ids: string[] = []
  const past = held.flatMap((one, i): Deed[] => [
    {
      day: one.on + 14, order: 5, by,
      async does(work) {
        ids[i] = await setUp(work, one.on)
        await invite(work, ids[i] ?? '')
        made(await addPoints(work, workspace, await read(work, ids[i] ?? ''), one.points.map(({ title, kind = 'discussion', minutes = null }) => ({ title, kind, minutes, note: null, responsibleId: null, matterId: null, aboutId: null }))))
      },
    },
    {
      day: one.on, order: 5, by,
      async does(work) {
        const id = ids[i] ?? ''
        const invitees: Invitee[] = await inviteesOf(work.tx, [id])
        made(await attendMeeting(work, workspace, await read(work, id), new Map(invitees.map((who) => [who.id, one.came.some((key) => person(key) === who.personId) ? 'present' as const : 'absent' as const]))))
        for (const [n, point] of (await pointsOf(work.tx, [id])).entries()) await write(work, await read(work, id), point, one.points[n])
      },
    },
    ...[['asked', one.asked ?? one.approved] as const, ['approved', one.approved] as const].flatMap(([what, day]): Deed[] => day === undefined ? [] : [{
      day, order: what === 'asked' ? 5 : 6, by: what === 'asked' ? by : 'leder',
      async does(work) {
        const item = await read(work, ids[i] ?? '')
        made(what === 'asked' ? await askForApproval(work, workspace, item, item.version) : await approveMinutes(work, workspace, item, item.version, 'workspace'))
      },
    }]),
  ])
  const write = async (work: Work, item: Item, point: Point, told: Held['points'][number] | undefined): Promise<void> => {
    if (!told) return
    made(await sayAt(work, workspace, item, point, point.saidVersion, told.said))
    if (told.decided) made(await decideAt(work, workspace, await read(work, item.id), point, { title: told.decided, by: committee, about: null }))
    const { task } = told
    if (task) made(await takeOnAt(work, workspace, await read(work, item.id), point, { title: task.title, personId: person(task.by), organisationId: organisation(task.for), dueOn: calendar.today.add({ days: task.due }).toString() }))
  }
  return [
    ...past,
    {
      day: 7, order: 5, by,
      async does(work) {
        const id = await setUp(work, -8)
        made(await addPoints(work, workspace, await read(work, id), coming))
        await invite(work, id)
        const item = await read(work, id)
        made(await callMeeting(work, platform, workspace, item, { message: 'Vi trenger et endelig svar om utstyret. Kan du ikke komme, si fra hvem som kommer for deg.', wholeSeries: false }))
        await setUp(work, -36, { rhythm: { everyWeeks: 4 }, lastOn: calendar.today.add({ days: 100 }).toString() })
        ids.push(id)
      },
    },
    {
      day: 6, order: 5, by: 'partner',
      async does(work) {
        const mine = (await inviteesOf(work.tx, ids.slice(-1))).find((one) => one.personId === person('partner'))
        if (mine) await setAnswer(work.tx, mine.id, 'yes', null, work.now)
      },
    },
    {
      day: 5, order: 5, by: 'vassoy',
      async does(work) {
        const mine = (await inviteesOf(work.tx, ids.slice(-1))).find((one) => one.personId === person('vassoy'))
        if (mine) await setAnswer(work.tx, mine.id, 'no', 'Er på reise. Kommunalsjefen møter for meg.', work.now)
      },
    },
  ]
}

const made = <T>(outcome: Outcome<T, unknown>): T => ('done' in outcome ? outcome.done : fail(String(outcome.refused)))

const fail = (what: string): never => {
  throw new Error(`The demo does not hang together: ${what}`)
}
