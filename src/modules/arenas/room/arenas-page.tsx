import { page } from '../../../platform/http/page.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { daysUntil, osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Downloads, EmptyState, Heading, Lead, State, type StateKind } from '../../../ui/index.ts'
import { itemPath, ItemState, listDownload } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { arena } from '../arena/arena.ts'
import { type MeetingInBrief, nextAndLastMeetings } from '../arena/arena-meetings.store.ts'
import { waitingByArena } from '../matter/matter-step.store.ts'
import { type ArenaMap, readArenaMap } from '../map/map.load.ts'
import type { MapArena } from '../map/map.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { arenasWords } from './arenas.words.ts'
import { ArenaPlaces } from './places.tsx'

export const whenMet = ({ on, from }: MeetingInBrief, lang: Lang): string => (from ? arenasWords[lang].at(formatDate(on, lang), from.replace(':', '.')) : formatDate(on, lang))

const levels = Object.keys(arena.fields.level.options)
/** As the levels stand, the political first; those without one last. */
const byLevel = (a: MapArena, b: MapArena) => rank(a) - rank(b)
const rank = ({ level }: MapArena) => (levels.indexOf(String(level)) + levels.length + 1) % (levels.length + 1)

type LooseEnd = { kind: StateKind; text: string }

/** What has come loose in an arena: it stands alone, has not met, or what it has agreed with others does not hold. Said where it was agreed. */
function looseIn({ connections, isolated, arenas }: ArenaMap, { id, everyDays, lastMet }: MapArena, now: Temporal.Instant, lang: Lang): LooseEnd[] {
  const w = arenasWords[lang]
  const titleOf = (other: string) => arenas.find((one) => one.id === other)?.title ?? ''
  const days = lastMet === null ? 0 : -daysUntil(lastMet, now)
  const ofTies = connections.filter((c) => c.ties.some((tie) => tie.itemId === id)).flatMap(({ one, other, standing, oneWay }): LooseEnd[] => {
    const title = titleOf(one === id ? other : one)
    if (standing === 'missing') return [{ kind: 'loose', text: w.missing(title) }]
    if (standing === 'overdue') return [{ kind: 'delayed', text: w.contact(title) }]
    return oneWay ? [{ kind: 'watch', text: w.oneWay(title) }] : []
  })
  const alone: LooseEnd[] = isolated.has(id) ? [{ kind: 'loose', text: w.alone }] : []
  const quiet: LooseEnd[] = everyDays !== null && days > everyDays ? [{ kind: 'delayed', text: w.notMet(days) }] : []
  return [...alone, ...quiet, ...ofTies]
}

/** All arenas, and what now: when each meets next, and what waits in it. */
export const arenasPage = page({
  path: '/arbeidsrom/:workspace/arenaer',
  access: workspaceReaders,
  shared: true,
  listed: true,
  load: async (request, { workspace }: InWorkspace) => {
    const { db, viewer, now } = request
    const [map, meetings, waiting] = await Promise.all([
      readArenaMap(request, workspace),
      nextAndLastMeetings(db, viewer, workspace.id, osloDate(now).toString()),
      waitingByArena(db, viewer, workspace.id),
    ])
    return { map, meetings, waiting, add: mayAdd(viewer, workspace, arena) }
  },
  title: (_, { lang }) => arena.words[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  view: ({ map, meetings, waiting, add }, { lang, query, now }, { workspace }) => {
    const w = arenasWords[lang]
    const { arenas } = map
    const here = itemPath(workspace, arena)
    const button = add ? <ButtonLink href={`${here}/ny`} variant="primary">{arena.words[lang].new}</ButtonLink> : null
    const head = (
      <>
        <Heading level={1}>{arena.words[lang].title}</Heading>
        <ArenaPlaces workspace={workspace} lang={lang} here="arenas" />
      </>
    )
    if (arenas.length === 0) return <>{head}<EmptyState picture="start" title={arena.words[lang].new} actions={button}><p>{arena.words[lang].empty}</p></EmptyState></>
    const [inUse, others] = [arenas.filter((one) => one.state === 'active').toSorted(byLevel), arenas.filter((one) => one.state !== 'active')]
    const meetingLink = (one: MeetingInBrief | null | undefined, otherwise: string) => (one ? <a href={itemPath(workspace, meeting, one)}>{whenMet(one, lang)}</a> : <span class="hint">{otherwise}</span>)
    const name: Column<MapArena> = { key: 'arena', header: w.arena, rowHeader: true, cell: (one) => <a href={itemPath(workspace, arena, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a> }
    const columns: Column<MapArena>[] = [
      name,
      { key: 'level', header: w.level, cell: ({ level }) => arena.fields.level.options[level as 'open']?.[lang] ?? '' },
      { key: 'next', header: w.next, cell: (one) => meetingLink(meetings.get(one.id)?.next, w.notPlanned) },
      { key: 'last', header: w.last, cell: (one) => meetingLink(meetings.get(one.id)?.last, w.neverMet) },
      { key: 'matters', header: w.matters, cell: (one) => { const here = waiting.get(one.id); return here ? w.waiting(here.count, -daysUntil(here.since, now)) : <span class="hint">{w.none}</span> } },
      { key: 'loose', header: w.loose, cell: (one) => { const ends = looseIn(map, one, now, lang); return ends.length > 0 ? <>{ends.map(({ kind, text }) => <div><State lang={lang} kind={kind}>{text}</State></div>)}</> : <span class="hint">{w.noneLoose}</span> } },
    ]
    return (
      <>
        {head}
        <Lead>{w.lead(inUse.length)}</Lead>
        <div class="actions">{button}{add ? <ButtonLink href={`${here}/fjernet`} variant="quiet">{w.removed}</ButtonLink> : null}</div>
        {inUse.length > 0 ? <DataTable lang={lang} caption={arena.words[lang].title} captionHidden columns={columns} rows={inUse} /> : null}
        {others.length > 0 ? (
          <section aria-labelledby="andre-arenaer">
            <Heading level={2} id="andre-arenaer">{w.resting}</Heading>
            <DataTable lang={lang} caption={w.restingLead} captionHidden columns={[name, { key: 'state', header: w.state, cell: (one) => <ItemState kind={arena} state={one.state} lang={lang} /> }]} rows={others} />
          </section>
        ) : null}
        <Downloads lang={lang} path={listDownload(workspace, arena)} query={query} />
      </>
    )
  },
})
