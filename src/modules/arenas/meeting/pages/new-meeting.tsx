import { page } from '../../../../platform/http/page.ts'
import { mayAdd } from '../../../../platform/item/item.policy.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { readHeads } from '../../../../platform/item/item.store.ts'
import { type FieldErrors, firstText, parseFields, type RawForm } from '../../../../platform/item/parse.ts'
import { formatDate } from '../../../../platform/text/format.ts'
import { holidayOn } from '../../../../platform/time/holidays.ts'
import { plainDate } from '../../../../platform/time/oslo.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Alert, Button, ButtonLink, Checkbox, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { itemPath, listCrumbs } from '../../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceRoles } from '../../../workspaces/index.ts'
import { arena } from '../../arena/arena.ts'
import { makeMeetings } from '../meeting.actions.ts'
import { meeting } from '../meeting.ts'
import { meetingWords } from '../meeting.words.ts'
import { daysOf, mostMeetings, nthOf, type Rhythm } from '../series.ts'
import { meetingPath } from './paths.ts'

const { held_on, starts_at, ends_at, venue, online_url, about } = meeting.fields
const fields: Fields = { held_on, starts_at, ends_at, venue, online_url, about, last_on: { type: 'date', label: { nb: '', nn: '', en: '' } } }
const rhythms = ['', '1', '2', '3', '4', 'month', 'last'] as const

const isLastOfMonth = (day: string) => plainDate(day).add({ weeks: 1 }).month !== plainDate(day).month

/** Reads how a meeting comes again; nothing when it does not. */
function readSeries(raw: RawForm, day: string | null, last: string | null, clocks: boolean, lang: Lang): { series: { rhythm: Rhythm; lastOn: string; without: string[] } | null; errors: FieldErrors } {
  const w = meetingWords[lang]
  const chosen = rhythms.find((one) => one === firstText(raw, 'rytme')) ?? ''
  if (chosen === '' || day === null) return { series: null, errors: chosen !== '' ? { held_on: w.steps['set-day'] } : {} }
  const errors: FieldErrors = {
    ...(last === null ? { last_on: w.lastNeeded } : last < day ? { last_on: w.lastFirst } : {}),
    ...(!clocks && { starts_at: w.clockNeeded }),
    ...(chosen === 'last' && !isLastOfMonth(day) ? { held_on: w.notLast } : {}),
  }
  const rhythm: Rhythm = chosen === 'month' ? { nthInMonth: nthOf(day) } : chosen === 'last' ? { nthInMonth: -1 } : { everyWeeks: Number(chosen) }
  if (last === null) return { series: null, errors }
  const days = daysOf({ rhythm, firstOn: day, lastOn: last })
  if (days.length >= mostMeetings) errors.last_on ??= w.tooMany(mostMeetings)
  // The first day was chosen by itself.
  return { series: { rhythm, lastOn: last, without: firstText(raw, 'helligdager') === 'ja' ? days.slice(1).filter((one) => holidayOn(one) !== null) : [] }, errors }
}

/** A new meeting, or a whole series of them, in an arena. */
export const newMeetingPage = page({
  path: '/arbeidsrom/:workspace/moter/ny',
  access: workspaceRoles(`${meeting.name}-writers`, meeting.writers),
  load: async (request, { workspace }: InWorkspace) => ({ arenas: await readHeads(request.db, request.viewer, { workspaceId: workspace.id, kinds: [arena.name] }) }),
  title: (_, { lang }) => meetingWords[lang].newTitle,
  crumbs: (_, { lang }, { workspace }) => listCrumbs(workspace, meeting, lang),
  actions: {
    add: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = meetingWords[request.lang]
      if (!mayAdd(work.viewer, workspace, meeting)) return { refused: 'forbidden' }
      const { values, errors } = parseFields(fields, raw, request.lang)
      const { last_on: last, ...own } = values as Record<string, string | null>
      const day = own.held_on ?? null
      const [startsAt, endsAt] = [own.starts_at ?? null, own.ends_at ?? null]
      if (startsAt !== null && endsAt !== null && endsAt <= startsAt) errors.ends_at = w.endsFirst
      const again = readSeries(raw, day, last ?? null, startsAt !== null && endsAt !== null, request.lang)
      const all = { ...again.errors, ...errors }
      if (Object.keys(all).length > 0) return { refused: { errors: all } }
      const inArena = loaded.arenas.find((one) => String(one.number) === firstText(raw, 'arena')) ?? null
      const title = firstText(raw, 'title').replace(/\s+/g, ' ').slice(0, 300) || (inArena ? `${meetingIn[workspace.language]} ${inArena.title}` : meetingWords[workspace.language].meeting)
      const made = await makeMeetings(work, workspace, { title, arenaId: inArena?.id ?? null, language: workspace.language, fields: { ...own, held_on: day, starts_at: startsAt, ends_at: endsAt }, series: again.series })
      if ('refused' in made) return { refused: 'forbidden' }
      const [first] = await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, ids: made.done.slice(0, 1) })
      return { done: { to: first ? meetingPath(workspace, first) : itemPath(workspace, meeting), flash: { text: [made.done.length === 1 ? w.made : w.madeMany(made.done.length), again.series?.without.length ? w.skipped(again.series.without.map((one) => formatDate(one, request.lang)).join(', ')) : ''].filter(Boolean).join(' ') } } }
    },
  },
  view: ({ arenas }, { lang, path, query }, { workspace }, returned) => {
    const w = meetingWords[lang]
    const state = formState(returned, { arena: query.get('arena') ?? query.get('til') ?? '', helligdager: 'ja' })
    const common = { lang, state }
    return (
      <>
        <Heading level={1}>{w.newTitle}</Heading>
        <ErrorSummary lang={lang} state={state} />
        {arenas.length === 0 ? <Alert><p>{w.noArenas} <a href={workspacePath(workspace, `${arena.segment}/ny`)}>{w.newArena}</a></p></Alert> : null}
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          {arenas.length > 0 ? <Select {...common} name="arena" label={w.inArena} blank={w.noArena} options={arenas.map((one) => ({ value: String(one.number), label: one.title }))} /> : null}
          <TextInput {...common} name="title" label={w.name} hint={w.nameHint} optional />
          <DateInput {...common} name="held_on" label={w.day} optional />
          <TextInput {...common} name="starts_at" label={w.from} hint={w.clockHint} size={6} optional />
          <TextInput {...common} name="ends_at" label={w.to} size={6} optional />
          <TextInput {...common} name="venue" label={w.venue} hint={w.venueHint} optional />
          <TextInput {...common} name="online_url" type="url" label={w.online} optional />
          <TextArea {...common} name="about" label={w.about} hint={w.aboutHint} optional />
          <Select
            {...common} name="rytme" label={w.again} hint={w.againHint} blank={false}
            options={rhythms.map((value) => ({ value, label: value === '' ? w.once : value === 'month' ? w.monthly : value === 'last' ? w.monthlyLast : value === '1' ? w.weekly : w.weeks(Number(value)) }))}
          />
          <DateInput {...common} name="last_on" label={w.last} hint={w.lastHint} optional />
          <Checkbox {...common} name="helligdager" label={w.skip} />
          <FormActions>
            <Button variant="primary">{w.make}</Button>
            <ButtonLink href={itemPath(workspace, meeting)} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})

/** How a meeting that nobody has named is called, before the name of its arena. */
const meetingIn = { nb: 'Møte i', nn: 'Møte i', en: 'Meeting of' } as const
