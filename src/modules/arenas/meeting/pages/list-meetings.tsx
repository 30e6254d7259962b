import { membershipsIn } from '../../../../platform/access/viewer.ts'
import { page } from '../../../../platform/http/page.ts'
import { mayAdd } from '../../../../platform/item/item.policy.ts'
import { readHeads } from '../../../../platform/item/item.store.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Downloads, EmptyState, Filters, Heading, Lead, readPage, Select, Tag } from '../../../../ui/index.ts'
import { ItemState, itemPath, roomCrumbs } from '../../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../../workspaces/index.ts'
import { arena } from '../../arena/arena.ts'
import { ArenaPlaces } from '../../room/places.tsx'
import { meeting } from '../meeting.ts'
import { type ListedMeeting, listMeetings } from '../meeting.store.ts'
import { meetingWords } from '../meeting.words.ts'
import { whenText } from '../when.ts'
import { meetingPath } from './paths.ts'

const pageSize = 30

/** Meetings that are coming, the next first; and those that have been, under their own address. */
export const listMeetingsPage = page({
  path: '/arbeidsrom/:workspace/moter',
  access: workspaceReaders,
  listed: true,
  load: async (request, { workspace }: InWorkspace) => {
    const { db, viewer, query } = request
    const when = query.get('vis') === 'har-vart' ? 'past' as const : 'coming' as const
    const arenas = await readHeads(db, viewer, { workspaceId: workspace.id, kinds: [arena.name] })
    const chosen = arenas.find((one) => String(one.number) === query.get('arena')) ?? null
    const current = readPage(query)
    const found = await listMeetings(db, viewer, { workspaceId: workspace.id, when, today: osloDate(request.now).toString(), arena: chosen?.id ?? null, limit: pageSize, offset: (current - 1) * pageSize })
    return { ...found, when, arenas, chosen, current, mayAdd: mayAdd(viewer, workspace, meeting), member: membershipsIn(viewer, workspace.id).length > 0 }
  },
  title: (_, { lang }) => meetingWords[lang].title,
  crumbs: (_, { lang }, { workspace }) => roomCrumbs(workspace, meeting, lang),
  view: ({ meetings, total, when, arenas, chosen, current, mayAdd: add, member }, { lang, query }, { workspace }) => {
    const w = meetingWords[lang]
    const here = workspacePath(workspace, meeting.segment)
    const past = when === 'past'
    const columns: Column<ListedMeeting>[] = [
      { key: 'when', header: w.when, cell: (one) => whenText(one, lang, true) },
      { key: 'title', header: w.meeting, rowHeader: true, cell: (one) => <><a href={meetingPath(workspace, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a>{one.seriesId ? <> <Tag>{w.inSeries}</Tag></> : null}</> },
      { key: 'arena', header: w.arena, cell: (one) => (one.arena ? <a href={itemPath(workspace, arena, one.arena)}>{one.arena.title}</a> : '') },
      { key: 'state', header: w.state, cell: (one) => <ItemState kind={meeting} state={one.state} lang={lang} /> },
      { key: 'agenda', header: w.agenda, cell: (one) => w.points(one.points) },
      ...(member && !past ? [{ key: 'answers', header: w.answers, cell: (one: ListedMeeting) => w.answered(one.answered, one.called) }] : []),
    ]
    const button = add ? <ButtonLink href={`${here}/ny${chosen ? `?arena=${chosen.number}` : ''}`} variant="primary">{w.new}</ButtonLink> : null
    const state = { values: { arena: chosen ? String(chosen.number) : '', vis: past ? 'har-vart' : '' }, errors: {} }
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <ArenaPlaces workspace={workspace} lang={lang} here="meetings" />
        <Lead>{w.lead}</Lead>
        {meetings.length > 0 && button ? <div class="actions">{button}</div> : null}
        <Filters lang={lang} path={here} query={query} active={past || chosen !== null}>
          <Select lang={lang} state={state} name="vis" label={w.which} blank={false} options={[{ value: '', label: w.coming }, { value: 'har-vart', label: w.past }]} />
          {arenas.length > 0 ? <Select lang={lang} state={state} name="arena" label={w.arena} blank={w.allArenas} options={arenas.map((one) => ({ value: String(one.number), label: one.title }))} /> : null}
        </Filters>
        {meetings.length === 0 ? (
          <EmptyState picture="start" title={past ? w.nonePast : w.noneComing} actions={button}><p>{past ? w.nonePastText : w.noneComingText}</p></EmptyState>
        ) : (
          <DataTable lang={lang} caption={past ? w.past : w.coming} captionHidden columns={columns} rows={meetings} path={here} query={query} paging={{ page: current, pageSize, total }} />
        )}
        <Downloads lang={lang} path={workspacePath(workspace, 'last-ned/moter')} />
      </>
    )
  },
})
