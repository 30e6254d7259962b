import { itemPart, type PartContext } from '../../../platform/item/manifest.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import type { ItemHead } from '../../../platform/item/item.store.ts'
import { formatDate, formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { plainDate } from '../../../platform/time/oslo.ts'
import { Button, emptyForm, Form, FormActions, Heading, Select } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { openArenas } from '../arena/open-arenas.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { namesOfSteps, type StepNames } from './course.load.ts'
import { arenaName } from './course.part.tsx'
import { type Step, standingOf } from './life.ts'
import { matter } from './matter.ts'
import { matterWords } from './matter.words.ts'
import { stepsOf, type TakenStep } from './matter-step.store.ts'
import { type Origin, originsOf } from './origin.store.ts'

type Data = StepNames & { origins: Origin[]; steps: ReadonlyMap<string, TakenStep[]>; /** The arenas that this viewer may take it up in. */ open: ItemHead[] }

/** They are where things are taken up: nothing is asked of them here. */
const ofRoom: ReadonlySet<string> = new Set(['arena', 'meeting', 'matter'])

/** The way of a matter in words: where it was raised, what it went through, and in which meeting it was decided. */
export function journeyOf(steps: readonly Step[], names: StepNames, lang: Lang): string {
  const w = matterWords[lang]
  const [first] = steps
  if (!first) return ''
  const settled = steps.findLast((step) => step.what === 'decided') ?? steps.findLast((step) => step.what === 'closed')
  const through = [...new Set(steps.filter((step) => step.arenaId !== first.arenaId && step.arenaId !== settled?.arenaId).flatMap((step) => step.arenaId ?? []))]
  const inMeeting = names.meetings.get(settled?.meetingId ?? '')?.title ?? ''
  const parts = [
    w.journey(arenaName(names, first.arenaId, lang), formatDate(first.on, lang)),
    ...(through.length > 0 ? [w.via(formatList(through.map((id) => arenaName(names, id, lang)), lang))] : []),
    settled ? w.decidedIn(inMeeting, arenaName(names, settled.arenaId, lang), formatDate(settled.on, lang)) : w.notDecided,
  ]
  const days = settled ? plainDate(first.on).until(plainDate(settled.on), { largestUnit: 'days' }).days : 0
  return `${parts.join(', ')}.${days > 0 ? ` ${w.took(days)}` : ''}`
}

const Came = ({ origin, data, context: { workspace, request: { lang } } }: { origin: Origin; data: Data; context: PartContext }) => {
  const w = matterWords[lang]
  if (origin.kind === 'meeting') {
    return <p>{w.fromMeeting} <a href={itemPath(workspace, meeting, origin)}>{origin.title}</a>{[origin.on && formatDate(origin.on, lang), origin.arena].filter(Boolean).map((text) => `, ${text}`).join('')}.</p>
  }
  return <p>{w.fromMatter} <a href={itemPath(workspace, matter, origin)}>{origin.title}</a>. {journeyOf(data.steps.get(origin.id) ?? [], data, lang)}</p>
}

function whereIs(origin: Origin, data: Data, lang: Lang): string {
  const w = matterWords[lang]
  const standing = standingOf(data.steps.get(origin.id) ?? [])
  if (!standing) return ''
  return standing.settled ? w.settled(w.done[standing.last], formatDate(standing.lastOn, lang)) : w.nowIn(arenaName(data, standing.arenaId, lang), formatDate(standing.since, lang))
}

/** On every item's page: in which meeting it came to be, the matters that take it up, and one button that makes a new one. */
export const originPart = itemPart<Data | null>({
  kind: 'anything',
  load: async (request, workspace, item) => {
    if (ofRoom.has(item.kind)) return null
    const { db, viewer } = request
    const [origins, open] = await Promise.all([originsOf(db, viewer, item.id), mayAdd(viewer, workspace, matter) ? openArenas(db, viewer, workspace.id) : []])
    const steps = await stepsOf(db, origins.filter((one) => one.kind === 'matter').map((one) => one.id))
    return { origins, open, steps: Map.groupBy(steps, (step) => step.itemId), ...(await namesOfSteps(request, workspace, steps)) }
  },
  lead: (data, context) => (data ? <>{data.origins.filter((one) => one.relation === 'comes_from').map((origin) => <Came origin={origin} data={data} context={context} />)}</> : null),
  view: (data, context) => {
    const { request: { lang }, workspace, item } = context
    const w = matterWords[lang]
    if (!data) return null
    const takenUp = data.origins.filter((one) => one.relation === 'handles')
    if (takenUp.length === 0 && data.open.length === 0) return null
    return (
      <section class="item-rows" aria-labelledby="i-motene">
        <Heading level={2} id="i-motene">{w.inMeetings}</Heading>
        {takenUp.length > 0 ? <ul>{takenUp.map((origin) => <li><a href={itemPath(workspace, matter, origin)}>{origin.title}</a> <span class="hint">{whereIs(origin, data, lang)}</span></li>)}</ul> : <p class="hint">{w.noneTaken}</p>}
        {data.open.length > 0 ? (
          <div class="no-print">
            <Form action={`${itemPath(workspace, matter)}/ny?til=${item.number}`} submissionKey={crypto.randomUUID()} hidden={{ title: item.title }}>
              <Select lang={lang} state={{ ...emptyForm, values: { arena: data.open[0]?.id ?? '' } }} name="arena" label={w.takeUpIn} blank={false} options={data.open.map((one) => ({ value: one.id, label: one.title }))} />
              <FormActions><Button small>{w.takeUp}</Button></FormActions>
            </Form>
          </div>
        ) : null}
      </section>
    )
  },
})
