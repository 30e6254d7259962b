import { page } from '../../../platform/http/page.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import { capitalised, formatDate, formatDateTime } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Alert, Button, DateInput, Details, Heading, Lead } from '../../../ui/index.ts'
import { organisationsById } from '../../actors/index.ts'
import { differences, itemPath, type Snapshot } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { challenge } from '../challenge/challenge.ts'
import { effect } from '../effect/effect.ts'
import { goal } from '../goal/goal.ts'
import { indicator } from '../indicator/indicator.ts'
import { measure } from '../measure/measure.ts'
import { planTree, tally } from '../one-page/plan-tree.ts'
import { planItemPath, PlanView, tallyText } from '../one-page/plan-view.tsx'
import { planDocument } from '../plan-document/plan-document.ts'
import { priorityArea } from '../priority-area/priority-area.ts'
import { result } from '../result/result.ts'
import { askedDay, momentOf, planItemsFrom, type Since, since } from './as-of.ts'
import { asOfWords } from './as-of.words.ts'
import { beganAt, linksAt, readableEver, standingAt } from './as-of.store.ts'

const kinds: ReadonlyMap<string, Kind> = new Map([challenge, goal, priorityArea, measure, indicator, result, effect, planDocument].map((kind) => [kind.name, kind as Kind]))

type Names = { organisations: ReadonlyMap<string, string>; files: ReadonlyMap<string, string> }

const Changed = ({ one, lang, names, workspace }: { one: Since; lang: Lang; names: Names; workspace: { slug: string } }) => {
  const standing = one.after ?? one.before
  const kind = standing && kinds.get(standing.kind)
  if (!standing || !kind) return null
  const differing = one.before && one.after ? differences(kind, one.before, one.after, lang, names) : []
  return (
    <li>
      {one.after ? <a href={itemPath(workspace, kind, standing)}>{standing.title}</a> : standing.title} <span class="hint">{kind.words[lang].one}</span>
      {differing.length > 0 ? (
        <ul class="changes">
          {differing.map((d) => <li>{d.label}: {d.before ? <><del>{d.before}</del> → </> : null}{d.after ? <ins>{d.after}</ins> : '–'}</li>)}
        </ul>
      ) : null}
    </li>
  )
}

/** The plan as it stood when a day was over, and what is different now. */
export const asOfPage = page({
  path: '/arbeidsrom/:workspace/plan/per-dato',
  access: workspaceReaders,
  styles: ['plan.page.css'],
  load: async (request, { workspace }: InWorkspace) => {
    const asked = askedDay(request.query.get('dato'), request.now)
    const at = momentOf(asked.day, request.now)
    const mayRead = await readableEver(request.db, request.viewer, workspace.id)
    const [then, now, links, began] = await Promise.all([
      standingAt(request.db, workspace.id, at, mayRead),
      standingAt(request.db, workspace.id, request.now, mayRead),
      linksAt(request.db, workspace.id, at),
      beganAt(request.db, workspace.id),
    ])
    const ids = [...then.values(), ...now.values()].flatMap((body) => [...body.owner, ...body.partner])
    const organisations = new Map([...(await organisationsById(request.db, ids))].map(([id, one]) => [id, one.name]))
    const items = planItemsFrom(then, (id) => organisations.get(id) ?? '?', (id) => mayRead.get(id) ?? workspace.language)
    const ofPlan = (map: ReadonlyMap<string, Snapshot>) => new Map([...map].filter(([, body]) => kinds.has(body.kind)))
    return { asked, at, items, links, began, standing: new Set(now.keys()), changes: since(ofPlan(then), ofPlan(now)), names: { organisations, files: new Map<string, string>() } }
  },
  title: (_, request) => asOfWords[request.lang].title,
  crumbs: (_, request, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }, { text: asOfWords[request.lang].plan, href: workspacePath(workspace, 'plan') }],
  view: ({ asked, at, items, links, began, standing, changes, names }, { lang, now, pathname, query }, { workspace }) => {
    const w = asOfWords[lang]
    const today = osloDate(now)
    const day = formatDate(asked.day, lang)
    const isToday = asked.day.equals(today)
    const problem = 'why' in asked ? w[asked.why] : null
    const state = { values: { dato: problem && query.get('dato') ? (query.get('dato') ?? '') : asked.day.toString() }, errors: {} }
    const tree = planTree(items, links, workspace.areasAboveGoals)
    const summary = tallyText(tally([...tree.tied, ...tree.untied], at), lang)
    const some = changes.added.length + changes.gone.length + changes.changed.length > 0
    const groups = [['changed', w.changedTitle, w.changed], ['added', w.addedTitle, w.added], ['gone', w.goneTitle, w.gone]] as const
    return (
      <div class="plan-page">
        <Heading level={1}>{w.title}</Heading>
        <Lead>{isToday ? w.leadToday(formatDateTime(now, lang)) : w.lead(day)} {summary}</Lead>
        {problem ? <Alert colour="warning"><p>{problem}</p></Alert> : null}
        <form class="filters" method="get" action={pathname}>
          <DateInput lang={lang} state={state} name="dato" label={w.day} max={today.toString()} />
          <div class="filter-actions"><Button>{w.show}</Button></div>
        </form>
        <nav class="plan-views no-print" aria-label={w.day}>
          <ul>
            <li><a href={`${pathname}?dato=${today.subtract({ months: 1 })}`}>{w.month}</a></li>
            <li><a href={`${pathname}?dato=${today.with({ month: 1, day: 1 }).subtract({ days: 1 })}`}>{w.year}</a></li>
            <li><a href={`${pathname}?dato=${today}`}>{w.today}</a></li>
            <li><a href={workspacePath(workspace, 'plan/endringer')}>{w.all}</a></li>
            <li><a href={workspacePath(workspace, 'plan')}>{w.back}</a></li>
          </ul>
        </nav>
        {isToday ? null : (
          <section>
            <Heading level={2}>{w.since(day)}</Heading>
            {some ? groups.map(([key, title, count]) => changes[key].length === 0 ? null : (
              <Details summary={`${title}: ${count(changes[key].length)}`} open={changes[key].length <= 10}>
                <ul>{changes[key].map((one) => <Changed one={one} lang={lang} names={names} workspace={workspace} />)}</ul>
              </Details>
            )) : <p>{w.none}</p>}
          </section>
        )}
        {items.length === 0 ? <p>{w.nothing(day)} {began ? w.began(formatDate(osloDate(began), lang)) : ''}</p> : (
          <section>
            <Heading level={2}>{capitalised(day)}</Heading>
            <PlanView tree={tree} workspace={workspace} lang={lang} now={at} add={false} open hrefOf={(item) => (standing.has(item.id) ? planItemPath(workspace, item) : null)} />
          </section>
        )}
        <p class="hint plan-note">{w.audience}</p>
      </div>
    )
  },
})
