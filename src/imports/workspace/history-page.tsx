import { page } from '../../platform/http/page.ts'
import { formatDate } from '../../platform/text/format.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type InWorkspace, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { DataTable, Heading, Lead, readPage } from '../../ui/index.ts'
import { broughtHistory, findBrought } from './exchange.store.ts'
import { exchangeWords } from './exchange.words.ts'

const perPage = 100

/** What happened where a workspace came from: read, and no more. */
export const earlierHistoryPage = page({
  path: '/arbeidsrom/:workspace/innstillinger/historikk-fra-for',
  access: workspaceMembers,
  load: async (request, { workspace }: InWorkspace) => {
    const brought = await findBrought(request.db, workspace.id)
    const current = readPage(request.query)
    return { brought, current, events: await broughtHistory(request.db, workspace.id, { skip: (current - 1) * perPage, most: perPage }), query: request.query }
  },
  title: (_, { lang }) => exchangeWords[lang].historyTitle,
  crumbs: (_, { lang }, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: exchangeWords[lang].settings, href: workspacePath(workspace, 'innstillinger') }],
  width: 'wide',
  view: ({ brought, current, events, query }, { lang, pathname }) => {
    const w = exchangeWords[lang]
    return (
      <>
        <Heading level={1}>{w.historyTitle}</Heading>
        {brought ? <Lead>{w.historyLead(brought.origin, formatDate(osloDate(brought.madeAt), lang))}</Lead> : <Lead>{w.madeHere}</Lead>}
        <DataTable
          lang={lang} caption={w.historyTitle} captionHidden rows={events} path={pathname} query={query} paging={{ page: current, pageSize: perPage, total: brought?.count ?? 0 }}
          columns={[
            { key: 'at', header: w.when, cell: (one) => formatDate(one.at.slice(0, 10), lang) }, { key: 'about', header: w.about, cell: (one) => one.item ?? w.nobody },
            { key: 'what', header: w.what, cell: (one) => one.what }, { key: 'who', header: w.who, cell: (one) => [one.who, one.actingFor].filter((each) => each !== null).join(', ') || w.nobody },
          ]}
        />
      </>
    )
  },
})
