import type { Child } from 'hono/jsx'
import { itemPart, type PartContext } from '../../../platform/item/manifest.ts'
import { formatDate, formatDateShort, formatList, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { ButtonLink, type Column, DataTable, Heading, Lead } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { arena } from '../arena/arena.ts'
import { decision } from '../decision/decision.ts'
import { followUp } from '../follow-up/follow-up.ts'
import { meeting } from '../meeting/meeting.ts'
import { type Course, type Outcome, readCourse, type StepNames } from './course.load.ts'
import type { Stay } from './life.ts'
import { matter } from './matter.ts'
import { matterWords } from './matter.words.ts'
import type { TakenStep } from './matter-step.store.ts'

/** What an arena is called to this viewer. */
export const arenaName = ({ arenas }: Pick<StepNames, 'arenas'>, id: string | null, lang: Lang): string => (id === null ? '' : (arenas.get(id)?.title ?? matterWords[lang].hiddenArena))

/** Where it is, who has it, and since when, in one sentence or two. */
export function whereNow(course: Pick<Course, 'standing' | 'stays' | 'arenas' | 'ledBy'>, lang: Lang): string {
  const w = matterWords[lang]
  const { standing, stays, ledBy } = course
  if (!standing) return w.nowhere
  const last = formatDate(standing.lastOn, lang)
  const where = arenaName(course, standing.arenaId, lang)
  if (standing.settled) return w.settledIn(w.done[standing.last], where, last)
  return `${w.here(where, formatList(ledBy, lang), stays.at(-1)?.days ?? 0, formatDate(standing.since, lang))} ${w.last(w.done[standing.last], last)}`
}

type Row = { on: string; what: Child; meetingId: string | null; remark: string }

function stepRow(course: Course, step: TakenStep, lang: Lang): Row {
  const w = matterWords[lang]
  const to = arenaName(course, step.arenaId, lang)
  const where = step.fromArenaId !== null ? w.from(arenaName(course, step.fromArenaId, lang), to) : to ? w.inArena(to) : ''
  return { on: step.on, what: `${w.step[step.what]} ${where}`.trim(), meetingId: step.meetingId, remark: [step.note, course.member && step.by ? w.by(step.by) : null].filter(Boolean).join(' · ') }
}

function outcomeRow({ head, on }: Outcome, { workspace, catalogue, request: { lang } }: PartContext): Row {
  const w = matterWords[lang]
  const kind = catalogue.kinds.get(head.kind)
  const text = head.kind === decision.name ? w.decisionRow(head.title) : head.kind === followUp.name ? w.taskRow(head.title) : w.becameRow(kind?.words[lang].one ?? '', head.title)
  return { on, what: kind ? <a href={itemPath(workspace, kind, head)}>{text}</a> : text, meetingId: null, remark: '' }
}

const Stays = ({ course, context: { workspace, request: { lang } } }: { course: Course; context: PartContext }) => {
  const w = matterWords[lang]
  const columns: Column<Stay>[] = [
    { key: 'arena', header: w.arena, rowHeader: true, cell: ({ arenaId }) => { const head = course.arenas.get(arenaId ?? ''); return head ? <a href={itemPath(workspace, arena, head)}>{head.title}</a> : arenaName(course, arenaId, lang) } },
    { key: 'came', header: w.came, cell: (stay) => formatDate(stay.from, lang) },
    { key: 'left', header: w.left, cell: (stay) => (stay.to ? formatDate(stay.to, lang) : w.stillHere) },
    { key: 'days', header: w.days, align: 'number', cell: (stay) => formatNumber(stay.days, lang) },
  ]
  return (
    <section class="item-rows" aria-labelledby="tid-i-arenaene">
      <Heading level={2} id="tid-i-arenaene">{w.stays}</Heading>
      <DataTable lang={lang} caption={w.stays} captionHidden columns={columns} rows={course.stays} />
    </section>
  )
}

/** The course of a matter on its own page: where it is now, everything along the way, and how long it was in each arena. */
export const coursePart = itemPart<Course>({
  kind: matter.name,
  load: readCourse,
  lead: (course, { request: { lang } }) => <Lead>{whereNow(course, lang)}</Lead>,
  view: (course, context) => {
    const { request: { lang }, workspace, item } = context
    const w = matterWords[lang]
    const rows = [...course.steps.map((step) => stepRow(course, step, lang)), ...course.outcomes.map((outcome) => outcomeRow(outcome, context))].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    const meetingLink = (id: string | null) => { const head = course.meetings.get(id ?? ''); return head ? <a href={itemPath(workspace, meeting, head)}>{head.title}</a> : '' }
    const columns: Column<Row>[] = [
      { key: 'when', header: w.when, cell: (row) => formatDateShort(row.on, lang) },
      { key: 'what', header: w.happened, rowHeader: true, cell: (row) => row.what },
      { key: 'meeting', header: w.inMeeting, cell: (row) => meetingLink(row.meetingId) },
      { key: 'remark', header: w.remark, cell: (row) => row.remark },
    ]
    return (
      <>
        <section class="item-rows" aria-labelledby="gangen">
          <Heading level={2} id="gangen">{w.course}</Heading>
          {course.leads ? <p class="no-print"><ButtonLink href={itemPath(workspace, matter, item, '/videre')}>{w.stepTitle}</ButtonLink></p> : null}
          {rows.length === 0 ? <p>{w.noCourse}</p> : <DataTable lang={lang} caption={w.courseLead} captionHidden columns={columns} rows={rows} />}
        </section>
        {course.stays.length > 0 ? <Stays course={course} context={context} /> : null}
      </>
    )
  },
})
