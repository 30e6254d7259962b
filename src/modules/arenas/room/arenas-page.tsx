import { page } from '../../../platform/http/page.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { daysUntil, osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Downloads, EmptyState, Heading, Lead } from '../../../ui/index.ts'
import { itemPath, ItemState, listDownload } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { arena } from '../arena/arena.ts'
import { type MeetingInBrief, nextAndLastMeetings } from '../arena/arena-meetings.store.ts'
import { waitingByArena } from '../matter/matter-step.store.ts'
import { meeting } from '../meeting/meeting.ts'
import { arenasWords } from './arenas.words.ts'
import { ArenaPlaces } from './places.tsx'

export const whenMet = ({ on, from }: MeetingInBrief, lang: Lang): string => (from ? arenasWords[lang].at(formatDate(on, lang), from.replace(':', '.')) : formatDate(on, lang))

const levels = Object.keys(arena.fields.level.options)
/** As the levels stand, the political first; those without one last. */
const byLevel = (a: Item, b: Item) => rank(a) - rank(b)
const rank = ({ fields: { level } }: Item) => (levels.indexOf(String(level)) + levels.length + 1) % (levels.length + 1)

/** All arenas, and what now: when each meets next, and what waits in it. */
export const arenasPage = page({
  path: '/arbeidsrom/:workspace/arenaer',
  access: workspaceReaders,
  shared: true,
  listed: true,
  load: async ({ db, viewer, now }, { workspace }: InWorkspace) => {
    const [arenas, meetings, waiting] = await Promise.all([
      readItems(db, viewer, arena, { workspaceId: workspace.id }),
      nextAndLastMeetings(db, viewer, workspace.id, osloDate(now).toString()),
      waitingByArena(db, viewer, workspace.id),
    ])
    return { arenas, meetings, waiting, add: mayAdd(viewer, workspace, arena) }
  },
  title: (_, { lang }) => arena.words[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  view: ({ arenas, meetings, waiting, add }, { lang, query, now }, { workspace }) => {
    const w = arenasWords[lang]
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
    const name: Column<Item> = { key: 'arena', header: w.arena, rowHeader: true, cell: (one) => <a href={itemPath(workspace, arena, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a> }
    const columns: Column<Item>[] = [
      name,
      { key: 'level', header: w.level, cell: ({ fields: { level } }) => arena.fields.level.options[level as 'open']?.[lang] ?? '' },
      { key: 'next', header: w.next, cell: (one) => meetingLink(meetings.get(one.id)?.next, w.notPlanned) },
      { key: 'last', header: w.last, cell: (one) => meetingLink(meetings.get(one.id)?.last, w.neverMet) },
      { key: 'matters', header: w.matters, cell: (one) => { const here = waiting.get(one.id); return here ? w.waiting(here.count, -daysUntil(here.since, now)) : <span class="hint">{w.none}</span> } },
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
