import { versionField } from '../../../platform/http/form.ts'
import { type Access, page } from '../../../platform/http/page.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { mayWriteAll } from '../../../platform/item/item.policy.ts'
import { type Item, readItem, readItems } from '../../../platform/item/item.store.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, Select, TextArea } from '../../../ui/index.ts'
import { itemCrumbs, itemPath } from '../../thread/index.ts'
import { findWorkspace, type InWorkspace } from '../../workspaces/index.ts'
import { leadsArena } from '../arena/arena-member.store.ts'
import { openArenas } from '../arena/open-arenas.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { recentMeetings } from '../meeting/recent.store.ts'
import { readCourse } from './course.load.ts'
import { arenaName, whereNow } from './course.part.tsx'
import { cameFrom, mayFollow, standingOf, stepKinds } from './life.ts'
import { takeStep } from './matter.actions.ts'
import { matter } from './matter.ts'
import { matterWords } from './matter.words.ts'
import { stepsOf } from './matter-step.store.ts'

/** Those who may say what happens to a matter: those who keep all of them, and those who lead the arena that has it. The one who raised it writes its text, and no more. */
const steppers: Access<InWorkspace & { item: Item }> = {
  name: 'matter-steppers',
  async check({ db, viewer, now }, params) {
    const workspace = await findWorkspace(db, viewer, params.workspace ?? '')
    const item = workspace && (await readItem(db, viewer, matter, workspace.id, Number(params.number)))
    if (!workspace || !item) return { denied: 'missing' }
    if (workspace.state === 'archived') return { denied: 'archived' }
    if (mayWriteAll(viewer, workspace, matter)) return { workspace, item }
    const here = standingOf(await stepsOf(db, [item.id]))?.arenaId
    return here && (await leadsArena(db, viewer, workspace.id, here, osloDate(now).toString())) ? { workspace, item } : { denied: 'forbidden' }
  },
}

const fields = (required: string): Fields => ({
  on: { type: 'date', required: true, label: { nb: required, nn: required, en: required } },
  note: { type: 'longText', max: 2_000, label: { nb: required, nn: required, en: required } },
})

/** What happens to a matter: one small form for every step. The step may stand in the address (`?hva=forwarded`). */
export const stepPage = page({
  path: '/arbeidsrom/:workspace/saker/:number{[0-9]+}/videre',
  access: steppers,
  load: async (request, { workspace, item }) => {
    const { db, viewer, now } = request
    const [course, arenas, meetings] = await Promise.all([readCourse(request, workspace, item), openArenas(db, viewer, workspace.id), recentMeetings(db, viewer, workspace.id, osloDate(now).toString())])
    return { course, arenas, meetings }
  },
  title: (_, { lang }) => matterWords[lang].stepTitle,
  crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, matter, lang, item),
  actions: {
    step: async (work, { request: { lang }, scope: { workspace, item }, loaded, raw }) => {
      const w = matterWords[lang]
      const { values, errors } = parseFields(fields(w.what), raw, lang)
      const what = stepKinds.find((one) => one === firstText(raw, 'what'))
      if (!what) errors.what = w.chooseWhat
      const to = firstText(raw, 'arena')
      const toArena = loaded.arenas.find((one) => one.id === to)
      if ((what === 'forwarded' || what === 'raised') && !toArena) errors.arena = w.why['no-arena']
      const wantedMeeting = firstText(raw, 'meeting')
      const [inMeeting] = wantedMeeting ? await readItems(work.tx, work.viewer, meeting, { workspaceId: workspace.id, numbers: [Number(wantedMeeting)] }) : []
      if (wantedMeeting && !inMeeting) errors.meeting = w.meetingHint
      if (!what || Object.keys(errors).length > 0) return { refused: { errors } }
      const taken = await takeStep(work, workspace, item, Number(firstText(raw, versionField)), { what, toArenaId: toArena?.id ?? null, meetingId: inMeeting?.id ?? null, on: String(values.on), note: values.note as string | null }, true)
      if ('done' in taken) return { done: { to: itemPath(workspace, matter, item), flash: { text: w.taken(w.done[what]) } } }
      const { refused } = taken
      if (refused === 'stale' || refused === 'forbidden') return { refused }
      const field = refused === 'before-last' || refused === 'not-yet' ? 'on' : refused === 'not-now' ? 'what' : 'arena'
      return { refused: { errors: { [field]: w.why[refused] } } }
    },
  },
  view: ({ course, arenas, meetings }, { lang, path, query, now }, { workspace, item }, returned) => {
    const w = matterWords[lang]
    const possible = mayFollow(course.steps)
    const asked = possible.find((one) => one === query.get('hva'))
    const state = formState(returned, { what: asked ?? (possible.length === 1 ? (possible[0] ?? '') : ''), on: osloDate(now).toString(), arena: '', meeting: '', note: '' })
    const back = cameFrom(course.steps)
    const hint = (what: (typeof possible)[number]) => (what === 'returned' && back ? w.returnTo(arenaName(course, back, lang)) : w.hints[what])
    const elsewhere = arenas.filter((one) => one.id !== course.standing?.arenaId)
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.stepTitle}</Heading>
        <Lead>{whereNow(course, lang)}</Lead>
        {returned?.stale ? <Alert colour="warning" title={w.staleTitle}><p>{w.stale}</p></Alert> : null}
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} version={item.version} guard unsaved={returned !== null}>
          <RadioGroup lang={lang} state={state} name="what" label={w.what} options={possible.map((what) => ({ value: what, label: w.does[what], ...(hint(what) && { hint: hint(what) }) }))} />
          {possible.includes('forwarded') || possible.includes('raised') ? <Select lang={lang} state={state} name="arena" label={w.toArena} optional={!possible.includes('raised')} options={elsewhere.map((one) => ({ value: one.id, label: one.title }))} /> : null}
          <DateInput lang={lang} state={state} name="on" label={w.on} max={osloDate(now).toString()} />
          {meetings.length > 0 ? <Select lang={lang} state={state} name="meeting" label={w.meeting} hint={w.meetingHint} blank={w.noMeeting} options={meetings.map((one) => ({ value: String(one.number), label: `${formatDate(one.on, lang)}: ${one.title}` }))} /> : null}
          <TextArea lang={lang} state={state} name="note" label={w.note} hint={w.noteHint} rows={3} optional />
          <FormActions>
            <Button variant="primary">{w.stepButton}</Button>
            <ButtonLink href={itemPath(workspace, matter, item)} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})
