import { installation } from '../../../platform/audit/installation.ts'
import type { Outcome, Work } from '../../../platform/db/work.ts'
import { administrators, type Done, type Page, page, type Refusal } from '../../../platform/http/page.ts'
import { formatDate, formatNumber } from '../../../platform/text/format.ts'
import { type Lang, texts } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { archive, restore, roleWords } from '../../../modules/workspaces/index.ts'
import { Button, DataTable, Facts, Filters, formState, Heading, Lead, readPage, Select, State, Tag, TextInput } from '../../../ui/index.ts'
import { type AdministeredWorkspace, administeredWorkspaces, leadersOf, workspaceStates } from './workspaces.store.ts'

const words = texts({
  nb: {
    up: 'Administrasjon', title: 'Arbeidsrom', lead: 'Alle arbeidsrom, og hvem som svarer for dem. Innholdet ser du bare i dem du selv er med i.', search: 'Navn', state: 'Vis', states: { all: 'Alle', active: 'I bruk', archived: 'Avsluttet', leaderless: 'Uten noen som leder' }, none: 'Ingen arbeidsrom passer til det du søkte etter.', owner: 'Eier', changed: 'Sist endret', never: 'Aldri', size: 'Innhold', items: (n: string) => `${n} ting`, members: 'Personer', standing: 'Status', active: 'I bruk', archived: 'Avsluttet', example: 'Eksempel',
    facts: 'Hvem svarer for hva', controller: 'Ansvarlig for personopplysninger', archiver: 'Ansvarlig for arkiv', funder: 'Betaler', ends: 'Varer til', made: 'Laget', open: 'Åpent for alle', yes: 'Ja', no: 'Nei', missing: 'Ikke sagt', leaders: 'Leder i dag', noLeaders: 'Ingen leder dette arbeidsrommet. Be eieren om å si hvem det skal være.', name: 'Navn', role: 'Rolle', organisation: 'For',
    close: 'Avslutt arbeidsrommet', closeText: 'Det kan leses som før, men ikke endres. De som er med, ser at det er avsluttet.', reopen: 'Åpne arbeidsrommet igjen', reopenText: 'Det blir som det var før det ble avsluttet.', closed: 'Arbeidsrommet er avsluttet.', reopened: 'Arbeidsrommet er åpent igjen.', stale: 'Noen har alt gjort dette.', visit: 'Gå til arbeidsrommet',
  },
  nn: {
    up: 'Administrasjon', title: 'Arbeidsrom', lead: 'Alle arbeidsrom, og kven som svarer for dei. Innhaldet ser du berre i dei du sjølv er med i.', search: 'Namn', state: 'Vis', states: { all: 'Alle', active: 'I bruk', archived: 'Avslutta', leaderless: 'Utan nokon som leier' }, none: 'Ingen arbeidsrom passar til det du søkte etter.', owner: 'Eigar', changed: 'Sist endra', never: 'Aldri', size: 'Innhald', items: (n: string) => `${n} ting`, members: 'Personar', standing: 'Status', active: 'I bruk', archived: 'Avslutta', example: 'Døme',
    facts: 'Kven svarer for kva', controller: 'Ansvarleg for personopplysningar', archiver: 'Ansvarleg for arkiv', funder: 'Betaler', ends: 'Varer til', made: 'Laga', open: 'Ope for alle', yes: 'Ja', no: 'Nei', missing: 'Ikkje sagt', leaders: 'Leier i dag', noLeaders: 'Ingen leier dette arbeidsrommet. Be eigaren om å seie kven det skal vere.', name: 'Namn', role: 'Rolle', organisation: 'For',
    close: 'Avslutt arbeidsrommet', closeText: 'Det kan lesast som før, men ikkje endrast. Dei som er med, ser at det er avslutta.', reopen: 'Opne arbeidsrommet att', reopenText: 'Det blir som det var før det blei avslutta.', closed: 'Arbeidsrommet er avslutta.', reopened: 'Arbeidsrommet er ope att.', stale: 'Nokon har alt gjort dette.', visit: 'Gå til arbeidsrommet',
  },
  en: {
    up: 'Administration', title: 'Workspaces', lead: 'Every workspace, and who answers for it. You see the contents only of those you take part in.', search: 'Name', state: 'Show', states: { all: 'All', active: 'In use', archived: 'Closed', leaderless: 'With nobody who leads' }, none: 'No workspace fits what you searched for.', owner: 'Owner', changed: 'Last changed', never: 'Never', size: 'Contents', items: (n: string) => `${n} things`, members: 'People', standing: 'State', active: 'In use', archived: 'Closed', example: 'Example',
    facts: 'Who answers for what', controller: 'Responsible for personal data', archiver: 'Responsible for the archive', funder: 'Pays', ends: 'Lasts until', made: 'Made', open: 'Open to everybody', yes: 'Yes', no: 'No', missing: 'Not said', leaders: 'Lead today', noLeaders: 'Nobody leads this workspace. Ask the owner to say who it shall be.', name: 'Name', role: 'Role', organisation: 'For',
    close: 'Close the workspace', closeText: 'It can be read as before, but not changed. Those who take part see that it is closed.', reopen: 'Open the workspace again', reopenText: 'It becomes as it was before it was closed.', closed: 'The workspace is closed.', reopened: 'The workspace is open again.', stale: 'Somebody has done this already.', visit: 'Go to the workspace',
  },
})

const path = '/admin/arbeidsrom'
const pageSize = 50
const crumbs = (lang: Lang) => [{ text: words[lang].up, href: '/admin' }]
const Standing = ({ lang, workspace }: { lang: Lang; workspace: AdministeredWorkspace }) => (workspace.state === 'active' ? <State lang={lang} kind="in_progress">{words[lang].active}</State> : <State lang={lang} kind="cancelled">{words[lang].archived}</State>)

const workspacesPage = page({
  path,
  access: administrators,
  load: async ({ db, query, now }) => {
    const text = (query.get('ord') ?? '').replaceAll('\0', '').trim().slice(0, 100)
    const state = workspaceStates.find((one) => one === query.get('vis')) ?? 'all'
    const number = readPage(query)
    return { text, state, number, ...(await administeredWorkspaces(db, { text, state, today: osloDate(now).toString(), page: number, pageSize })) }
  },
  title: (_, { lang }) => words[lang].title,
  crumbs: (_, { lang }) => crumbs(lang),
  width: 'wide',
  view: ({ text, state, number, workspaces, total }, { lang, query }) => {
    const w = words[lang]
    const form = formState(null, { ord: text, vis: state })
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        <DataTable
          lang={lang} caption={w.title} captionHidden rows={workspaces} path={path} query={query} paging={{ page: number, pageSize, total }} empty={<p>{w.none}</p>}
          filters={(
            <Filters lang={lang} path={path} query={query} active={text !== '' || state !== 'all'}>
              <TextInput lang={lang} state={form} name="ord" label={w.search} />
              <Select lang={lang} state={form} name="vis" label={w.state} blank={false} options={workspaceStates.map((value) => ({ value, label: w.states[value] }))} />
            </Filters>
          )}
          columns={[
            { key: 'title', header: w.name, rowHeader: true, cell: (one) => <><a href={`${path}/${one.slug}`}>{one.title}</a> {one.example ? <Tag>{w.example}</Tag> : null}</> }, { key: 'owner', header: w.owner, cell: (one) => one.owner ?? w.missing },
            { key: 'state', header: w.standing, cell: (one) => <Standing lang={lang} workspace={one} /> }, { key: 'changed', header: w.changed, cell: (one) => (one.changedAt ? formatDate(osloDate(one.changedAt), lang) : w.never) },
            { key: 'size', header: w.size, align: 'number', cell: (one) => w.items(formatNumber(one.items, lang)) }, { key: 'members', header: w.members, align: 'number', cell: (one) => formatNumber(one.members, lang) },
          ]}
        />
      </>
    )
  },
})

/** Closes or opens it, in the workspace's own chain and in the installation's. */
async function turn(work: Work, workspace: AdministeredWorkspace, to: 'archived' | 'active', lang: Lang): Promise<Outcome<Done, Refusal>> {
  const w = words[lang]
  const turned = to === 'archived' ? await archive(work, workspace.id) : await restore(work, workspace.id)
  if ('refused' in turned) return { refused: { message: w.stale } }
  work.record({ workspaceId: installation, what: to === 'archived' ? 'workspace-closed' : 'workspace-opened', body: { workspace: workspace.id } })
  return { done: { to: `${path}/${workspace.slug}`, flash: { text: to === 'archived' ? w.closed : w.reopened } } }
}

/** One workspace: who answers for it, and the switch. Whether the administrator may read it follows from their roles alone. */
const workspacePage = page({
  path: `${path}/:workspace`,
  access: administrators,
  load: async ({ db, now }, _, params) => {
    const today = osloDate(now).toString()
    const { workspaces: [workspace] } = await administeredWorkspaces(db, { text: '', state: 'all', slug: params.workspace ?? '', today, page: 1, pageSize: 1 })
    return workspace ? { workspace, leaders: await leadersOf(db, workspace.id, today) } : null
  },
  title: ({ workspace }) => workspace.title,
  crumbs: (_, { lang }) => [...crumbs(lang), { text: words[lang].title, href: path }],
  actions: { close: (work, { request, loaded }) => turn(work, loaded.workspace, 'archived', request.lang), reopen: (work, { request, loaded }) => turn(work, loaded.workspace, 'active', request.lang) },
  view: ({ workspace, leaders }, { lang, pathname, viewer }) => {
    const w = words[lang]
    const open = workspace.state === 'active'
    const mine = viewer.memberships.some((one) => one.workspaceId === workspace.id) || workspace.public
    return (
      <>
        <Heading level={1}>{workspace.title}</Heading>
        <Facts facts={[
          { term: w.standing, value: <Standing lang={lang} workspace={workspace} /> }, { term: w.owner, value: workspace.owner ?? w.missing }, { term: w.controller, value: workspace.controller ?? w.missing }, { term: w.archiver, value: workspace.archive ?? w.missing },
          { term: w.funder, value: workspace.funder ?? w.missing }, { term: w.ends, value: workspace.endsOn ? formatDate(workspace.endsOn, lang) : w.missing }, { term: w.open, value: workspace.public ? w.yes : w.no }, { term: w.made, value: formatDate(osloDate(workspace.createdAt), lang) },
          { term: w.changed, value: workspace.changedAt ? formatDate(osloDate(workspace.changedAt), lang) : w.never }, { term: w.size, value: w.items(formatNumber(workspace.items, lang)) }, { term: w.members, value: formatNumber(workspace.members, lang) },
        ]} />
        {mine ? <p><a href={`/arbeidsrom/${workspace.slug}`}>{w.visit}</a></p> : null}
        <section>
          <Heading level={2}>{w.leaders}</Heading>
          <DataTable lang={lang} caption={w.leaders} captionHidden rows={leaders} empty={<p>{w.noLeaders}</p>} columns={[
            { key: 'name', header: w.name, rowHeader: true, cell: (one) => <a href={`/admin/personer/${one.id}`}>{one.name}</a> }, { key: 'role', header: w.role, cell: (one) => roleWords[lang][one.role as keyof (typeof roleWords)['nb']].name }, { key: 'organisation', header: w.organisation, cell: (one) => one.organisation ?? '–' },
          ]} />
        </section>
        <form method="post" action={pathname}><input type="hidden" name="handling" value={open ? 'close' : 'reopen'} /><p>{open ? w.closeText : w.reopenText}</p><p><Button>{open ? w.close : w.reopen}</Button></p></form>
      </>
    )
  },
})

export const administeredWorkspacePages: readonly Page[] = [workspacesPage, workspacePage]
