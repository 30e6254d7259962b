import { page } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { formatDateShort, formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate, plainDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, EmptyState, Heading, Lead, State, StateShape, type StateKind } from '../../../ui/index.ts'
import { itemPath, ItemState } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { measure } from '../measure/measure.ts'
import { milestoneShapes, milestoneState } from '../measure/milestone.ts'
import { type Milestone, milestonesOf } from '../measure/milestone.store.ts'
import { readStructure } from '../structure/read.ts'
import { dateOf, isOpen, ownersOf, placeOf, type Structure } from '../structure/structure.ts'
import { diamond, type Row, TimelinePicture } from './picture.tsx'
import { axisOf, daysOf, dueDay, type Span, spanOf } from './timeline.ts'
import { timelineWords } from './timeline.words.ts'

type Entry = { item: Item; span: Span; milestones: readonly Milestone[]; owners: string }

/** When each measure begins and is to be finished, as a picture in groups and as a list by deadline. */
export const timelinePage = page({
  path: '/arbeidsrom/:workspace/plan/tidslinje',
  access: workspaceReaders,
  shared: true,
  listed: true,
  load: async (request, { workspace }: InWorkspace) => {
    const structure = await readStructure(request, workspace)
    return { structure, milestones: await milestonesOf(request.db, structure.measures.map((m) => m.id)) }
  },
  title: (_, { lang }) => timelineWords[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: 'Plan', href: workspacePath(workspace, 'plan') }],
  view: ({ structure, milestones }, { lang, now, query, pathname }, { workspace }) => {
    const w = timelineWords[lang]
    if (structure.measures.length === 0) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <EmptyState picture="start" title={w.emptyTitle} actions={<ButtonLink href={itemPath(workspace, measure)}>{w.toMeasures}</ButtonLink>}><p>{w.empty}</p></EmptyState>
        </>
      )
    }
    const today = osloDate(now)
    const byMeasure = Map.groupBy(milestones, (m) => m.itemId)
    const entries = structure.measures.map((item): Entry => ({
      item,
      span: spanOf({ starts: dateOf(item, 'starts_on'), ends: dateOf(item, 'ends_on'), recurrence: typeof item.fields.recurrence === 'string' ? item.fields.recurrence : null }),
      milestones: byMeasure.get(item.id) ?? [],
      owners: formatList(ownersOf(item).map((id) => structure.organisations.get(id) ?? '?'), lang),
    }))
    const placed = entries.filter((e) => e.span.kind !== 'undated' || e.milestones.some((m) => m.dueOn !== null))
    const undated = entries.filter((e) => !placed.includes(e))
    const axis = axisOf(placed.flatMap((e) => [...daysOf(e.span), ...e.milestones.flatMap((m) => (m.dueOn ? [plainDate(m.dueOn)] : []))]), today)
    const by = query.get('etter') === 'mal' ? 'goals' : 'areas'
    const rowOf = ({ item, span, milestones: own, owners }: Entry): Row => {
      const state = measure.states[(item.state ?? '') as keyof typeof measure.states]
      return {
        href: itemPath(workspace, measure, item), title: item.title, span, open: isOpen(item),
        shape: item.state && item.state in measure.states ? (item.state as StateKind) : 'neutral',
        said: [item.title, state?.text[lang], spanText(span, lang), owners].filter(Boolean).join('. '),
        milestones: own.flatMap((m) => (m.dueOn ? [{ title: m.title, day: m.dueOn, state: milestoneState(m, today) }] : [])),
      }
    }
    return (
      <div class="landscape">
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead(w.measures(entries.length), String(placed.length))}</Lead>
        {placed.length > 0 ? (
          <div class="timeline-pictures">
            <nav class="choices-line no-print" aria-label={w.group}>
              <span>{w.group}:</span>
              <a href={pathname} aria-current={by === 'areas' ? 'true' : undefined}>{w.byArea}</a>
              <a href={`${pathname}?etter=mal`} aria-current={by === 'goals' ? 'true' : undefined}>{w.byGoal}</a>
            </nav>
            <Legend lang={lang} />
            {groupsOf(structure, by, placed, lang).map((group, i) => (
              <figure>
                <figcaption><Heading level={2}>{group.title}</Heading></figcaption>
                <TimelinePicture lang={lang} id={`linje-${i}`} title={group.title} axis={axis} today={today} rows={group.entries.map(rowOf)} />
              </figure>
            ))}
            <p class="hint no-print">{w.print}</p>
          </div>
        ) : null}
        <List lang={lang} today={today} workspace={workspace} entries={placed.toSorted(byDue)} />
        {undated.length > 0 ? (
          <section aria-labelledby="uten-datoer">
            <Heading level={2} id="uten-datoer">{w.undated} ({undated.length})</Heading>
            <p>{w.undatedText}</p>
            <ul>{undated.map(({ item, owners }) => <li><a href={itemPath(workspace, measure, item)}>{item.title}</a> <span class="hint">{owners || w.noOwner}</span></li>)}</ul>
          </section>
        ) : null}
      </div>
    )
  },
})

export function spanText(span: Span, lang: Lang): string {
  const { span: w } = timelineWords[lang]
  const date = (day: Temporal.PlainDate) => formatDateShort(day, lang)
  switch (span.kind) {
    case 'period':
      return w.period(date(span.from), date(span.to))
    case 'deadline':
      return w.deadline(date(span.to))
    case 'open':
      return w.open(date(span.from))
    case 'ongoing':
      return w.ongoing
    case 'undated':
      return ''
  }
}

/** Deadlines first, in order; what has none after them. */
const byDue = (a: Entry, b: Entry): number => {
  const [x, y] = [dueDay(a.span), dueDay(b.span)]
  return x && y ? Temporal.PlainDate.compare(x, y) : x ? -1 : y ? 1 : 0
}

/** Every measure stands once, under the first goal or area that it reaches. */
function groupsOf(structure: Structure, by: 'areas' | 'goals', entries: readonly Entry[], lang: Lang): { title: string; entries: Entry[] }[] {
  const w = timelineWords[lang]
  const groups = Map.groupBy(entries, (e) => placeOf(structure, e.item.id)[by][0] ?? null)
  return [...structure[by].map((head) => ({ id: head.id as string | null, title: head.title })), { id: null, title: by === 'areas' ? w.noArea : w.noGoal }]
    .flatMap(({ id, title }) => (groups.has(id) ? [{ title, entries: groups.get(id) ?? [] }] : []))
}

const signs: readonly { word: 'milestone' | 'reached' | 'overdue'; look: string }[] = [{ word: 'milestone', look: 'coming' }, { word: 'reached', look: 'done' }, { word: 'overdue', look: 'overdue' }]

const Legend = ({ lang }: { lang: Lang }) => {
  const w = timelineWords[lang]
  return (
    <ul class="legend" aria-label={w.legend}>
      {Object.entries(measure.states).map(([state, { text }]) => <li><StateShape kind={state as StateKind} /> {text[lang]}</li>)}
      {signs.map(({ word, look }) => <li><svg class="timeline-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path class={`milestone ${look}`} d={diamond(8, 8)} /></svg> {w[word]}</li>)}
      <li><svg class="timeline-sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path class="deadline" d="M13 1V15M13 2H3L6 6L3 10H13Z" /></svg> {w.deadline}</li>
      <li><svg class="timeline-sign" viewBox="0 0 28 16" width="28" height="16" aria-hidden="true" focusable="false"><path class="runs-on" d="M1 8H27" /></svg> {w.openEnd}</li>
    </ul>
  )
}

const List = ({ lang, today, workspace, entries }: { lang: Lang; today: Temporal.PlainDate; workspace: { slug: string }; entries: readonly Entry[] }) => {
  const w = timelineWords[lang]
  const columns: Column<Entry>[] = [
    { key: 'when', header: w.when, cell: ({ span }) => spanText(span, lang) },
    { key: 'title', header: w.measure, rowHeader: true, cell: ({ item }) => <a href={itemPath(workspace, measure, item)}>{item.title}</a> },
    { key: 'state', header: w.status, cell: ({ item }) => <ItemState kind={measure} state={item.state} fields={item.fields} lang={lang} /> },
    {
      key: 'milestones', header: w.milestones,
      cell: ({ milestones }) => (milestones.length === 0 ? null : (
        <ul class="puts">{milestones.map((m) => <li><State lang={lang} kind={milestoneShapes[milestoneState(m, today)]}>{m.title}{m.dueOn ? ` (${formatDateShort(m.dueOn, lang)})` : ''}</State></li>)}</ul>
      )),
    },
    { key: 'owner', header: w.owner, cell: ({ owners }) => owners || w.noOwner },
  ]
  return entries.length === 0 ? null : (
    <section aria-labelledby="etter-frist">
      <Heading level={2} id="etter-frist">{w.list}</Heading>
      <DataTable lang={lang} caption={w.list} captionHidden columns={columns} rows={entries} />
    </section>
  )
}
