import { membershipsIn } from '../../../../platform/access/viewer.ts'
import { page } from '../../../../platform/http/page.ts'
import { mayAdd } from '../../../../platform/item/item.policy.ts'
import { isId } from '../../../../platform/item/id.ts'
import { largestNumber } from '../../../../platform/item/item.store.ts'
import { formatDate, formatRelativeDay } from '../../../../platform/text/format.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { ButtonLink, type Column, DataTable, Downloads, EmptyState, Filters, Heading, Lead, readPage, Select, TextInput } from '../../../../ui/index.ts'
import { itemPath, ItemState, listDownload } from '../../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../../workspaces/index.ts'
import { meeting } from '../../meeting/meeting.ts'
import { followUp } from '../follow-up.ts'
import { byMeeting, byOwner, type Chosen, type ListedTask, listTasks, type Tally, views } from '../list.store.ts'
import { ArenaPlaces } from '../../room/places.tsx'
import { listWords } from './list.words.ts'

const pageSize = 50

/** What the address has chosen. Nothing chosen is what is open. */
function chosenIn(query: URLSearchParams): Chosen {
  const [owner, from] = [query.get('eier') ?? '', query.get('mote') ?? '']
  const number = Number(from)
  const state = query.get('status') ?? ''
  return {
    view: views.find((one) => one === query.get('vis')) ?? (state ? 'alle' : 'apne'), words: (query.get('ord') ?? '').trim().replaceAll('\0', ''), state: Object.hasOwn(followUp.states, state) ? state : null,
    owner: owner === 'ingen' ? 'ingen' : isId(owner) ? owner : null, meeting: from === 'ingen' ? 'ingen' : Number.isInteger(number) && number > 0 && number <= largestNumber ? number : null,
  }
}

/** What is late, and whose: by owner and by meeting, and the tasks themselves. */
export const followUpsPage = page({
  path: `/arbeidsrom/:workspace/${followUp.segment}`,
  access: workspaceReaders,
  listed: true,
  load: async ({ db, viewer, now, query }, { workspace }: InWorkspace) => {
    const today = osloDate(now).toString()
    const [owners, meetings, { tasks, total }] = await Promise.all([
      byOwner(db, viewer, workspace.id, today), byMeeting(db, viewer, workspace.id, today),
      listTasks(db, viewer, workspace.id, chosenIn(query), { today, limit: pageSize, offset: (readPage(query) - 1) * pageSize }),
    ])
    return { owners, meetings, tasks, total, member: membershipsIn(viewer, workspace.id).length > 0, mayAdd: mayAdd(viewer, workspace, followUp) }
  },
  title: (_, { lang }) => followUp.words[lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  view: ({ owners, meetings, tasks, total, member, mayAdd: add }, { lang, query, pathname, now }, { workspace }) => {
    const w = listWords[lang]
    const words = followUp.words[lang]
    const here = itemPath(workspace, followUp)
    const button = add ? <ButtonLink href={`${here}/ny`} variant="primary">{w.new}</ButtonLink> : null
    if (owners.length === 0) return <><Heading level={1}>{words.title}</Heading><ArenaPlaces workspace={workspace} lang={lang} here="followUps" /><EmptyState picture="start" title={w.new} actions={button}><p>{words.empty}</p></EmptyState></>
    const today = osloDate(now)
    const chosen = chosenIn(query)
    // Counted by meeting: there each stands once.
    const [open, late] = [meetings.reduce((n, one) => n + one.open, 0), meetings.reduce((n, one) => n + one.late, 0)]
    const columns: Column<ListedTask>[] = [
      { key: 'title', header: w.task, rowHeader: true, cell: (one) => <><a href={itemPath(workspace, followUp, one)} lang={one.language === lang ? undefined : one.language}>{one.title}</a>{one.answer ? <div class="hint">{w.said}: {one.answer}</div> : null}</> },
      { key: 'state', header: w.state, cell: (one) => <ItemState kind={followUp} state={one.state} lang={lang} /> },
      { key: 'due', header: w.due, cell: (one) => (one.dueOn ? `${formatDate(one.dueOn, lang)}${['done', 'dropped'].includes(one.state) ? '' : `, ${formatRelativeDay(one.dueOn, today, lang)}`}` : '') },
      { key: 'owner', header: w.owner, cell: (one) => [...one.owners, ...(member && one.responsible ? [one.responsible] : [])].join(', ') || w.none },
      { key: 'meeting', header: w.meeting, cell: (one) => (one.meeting ? <a href={itemPath(workspace, meeting, one.meeting)}>{one.meeting.heldOn ? w.at(one.meeting.title, formatDate(one.meeting.heldOn, lang)) : one.meeting.title}</a> : '') },
    ]
    const to = (field: 'eier' | 'mote', { key }: Tally, view: string) => `${pathname}?${new URLSearchParams({ vis: view, [field]: key ?? 'ingen' })}#oppgaver`
    const tallies = (field: 'eier' | 'mote', header: string, none: string): Column<Tally>[] => [
      { key: 'name', header, rowHeader: true, cell: (one) => <a href={to(field, one, 'apne')}>{one.name === null ? none : one.on ? w.at(one.name, formatDate(one.on, lang)) : one.name}</a> },
      { key: 'late', header: w.late, align: 'number', cell: (one) => (one.late > 0 ? <a href={to(field, one, 'sene')}>{one.late}</a> : 0) },
      { key: 'oldest', header: w.oldest, cell: (one) => (one.oldest ? formatRelativeDay(one.oldest, today, lang) : '') },
      { key: 'help', header: w.help, align: 'number', cell: (one) => one.help },
      { key: 'open', header: w.open, align: 'number', cell: (one) => one.open },
      { key: 'done', header: w.done, align: 'number', cell: (one) => one.done },
    ]
    const filterState = { values: { ord: query.get('ord') ?? '', vis: chosen.view, eier: chosen.owner ?? '', mote: chosen.meeting === null ? '' : String(chosen.meeting) }, errors: {} }
    const option = (one: Tally, none: string) => ({ value: one.key ?? 'ingen', label: one.name === null ? none : one.on ? w.at(one.name, formatDate(one.on, lang)) : one.name })
    const narrowed = chosen.words !== '' || chosen.owner !== null || chosen.meeting !== null || chosen.view !== 'apne'
    return (
      <>
        <Heading level={1}>{words.title}</Heading>
        <ArenaPlaces workspace={workspace} lang={lang} here="followUps" />
        <Lead>{w.lead(late, open)}</Lead>
        <div class="actions">{button}{member ? <ButtonLink href="/min-side/oppgaver">{w.mine}</ButtonLink> : null}{add ? <ButtonLink href={`${here}/fjernet`} variant="quiet">{w.removed}</ButtonLink> : null}</div>
        <Heading level={2}>{w.whose}</Heading>
        <DataTable lang={lang} caption={w.whose} captionHidden columns={tallies('eier', w.owner, w.none)} rows={owners} />
        {meetings.some((one) => one.key !== null) ? <><Heading level={2}>{w.whence}</Heading><DataTable lang={lang} caption={w.whence} captionHidden columns={tallies('mote', w.meeting, w.noMeeting)} rows={meetings} /></> : null}
        <Heading level={2} id="oppgaver">{w.tasks}</Heading>
        <DataTable
          lang={lang} caption={w.tasks} captionHidden columns={columns} rows={tasks} path={pathname} query={query} paging={{ page: readPage(query), pageSize, total }}
          empty={<p class="empty-rows">{chosen.view === 'sene' && chosen.owner === null && chosen.meeting === null ? w.graceful : w.noneHere}</p>}
          filters={
            <Filters lang={lang} path={pathname} query={query} active={narrowed}>
              <TextInput lang={lang} state={filterState} name="ord" label={w.search} type="search" />
              <Select lang={lang} state={filterState} name="vis" label={w.view} blank={false} options={views.map((value) => ({ value, label: w.views[value] }))} />
              <Select lang={lang} state={filterState} name="eier" label={w.owner} blank={w.all} options={owners.map((one) => option(one, w.none))} />
              <Select lang={lang} state={filterState} name="mote" label={w.meeting} blank={w.all} options={meetings.map((one) => option(one, w.noMeeting))} />
            </Filters>
          }
        />
        <Downloads lang={lang} path={listDownload(workspace, followUp)} />
      </>
    )
  },
})
