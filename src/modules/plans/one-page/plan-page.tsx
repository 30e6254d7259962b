import { page } from '../../../platform/http/page.ts'
import { membershipsIn } from '../../../platform/access/viewer.ts'
import { mayAdd } from '../../../platform/item/item.policy.ts'
import { formatDate, formatDateTime } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { ButtonLink, Card, Cards, Checkbox, Details, Downloads, EmptyState, Filters, Heading, Lead, Select, TextInput } from '../../../ui/index.ts'
import { itemPath } from '../../thread/index.ts'
import { type InWorkspace, workspacePath, workspaceReaders } from '../../workspaces/index.ts'
import { goal } from '../goal/goal.ts'
import { measure } from '../measure/measure.ts'
import { lastAnswers, type LastAnswer } from '../status/answer.store.ts'
import { statusNow } from '../status/now.ts'
import { roundsPath } from '../status/pages/paths.ts'
import { roundWords } from '../status/pages/round.words.ts'
import { planWords } from './one-page.words.ts'
import { readPlan } from './plan.store.ts'
import { chosenPlan, isChosen, type PlanChoice, type PlanItem, tally } from './plan-tree.ts'
import { foldAbove, planItemPath, PlanView, tallyText } from './plan-view.tsx'

const numberIn = (query: URLSearchParams, name: string): number | null => {
  const value = Number(query.get(name))
  return Number.isInteger(value) && value > 0 ? value : null
}

/** The choice is in the address, so that it can be shared. */
export const choiceIn = (query: URLSearchParams): PlanChoice => ({
  status: query.get('status') ?? '', organisation: query.get('organisasjon') ?? '', goal: numberIn(query, 'mal'), area: numberIn(query, 'omrade'),
  text: (query.get('ord') ?? '').slice(0, 200), onlyLate: query.get('forsinket') === 'ja',
})

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text)
const collator = new Intl.Collator('nb')

const PlanFilters = ({ lang, path, query, items, choice }: { lang: Lang; path: string; query: URLSearchParams; items: readonly PlanItem[]; choice: PlanChoice }) => {
  const w = planWords[lang]
  const state = { values: Object.fromEntries(query), errors: {} }
  const organisations = new Map(items.flatMap((item) => [...item.owners, ...item.partners]).map((one) => [one.id, one.name]))
  const numbered = (kind: PlanItem['kind']) => items.filter((item) => item.kind === kind).map((item) => ({ value: String(item.number), label: short(`${item.code ? `${item.code} ` : ''}${item.title}`) }))
  const [goals, areas] = [numbered('goal'), numbered('priority_area')]
  const common = { lang, state, blank: w.all }
  return (
    <Details summary={w.filter} open={isChosen(choice)}>
      <Filters lang={lang} path={path} query={query} active={isChosen(choice)}>
        <TextInput lang={lang} state={state} name="ord" label={w.text} type="search" />
        <Select {...common} name="status" label={w.status} options={Object.entries(measure.states).map(([value, s]) => ({ value, label: s.text[lang] }))} />
        {organisations.size > 0 ? <Select {...common} name="organisasjon" label={w.organisation} options={[...organisations].map(([value, label]) => ({ value, label })).toSorted((a, b) => collator.compare(a.label, b.label))} /> : null}
        {goals.length > 1 ? <Select {...common} name="mal" label={w.goal} options={goals} /> : null}
        {areas.length > 1 ? <Select {...common} name="omrade" label={w.area} options={areas} /> : null}
        <Checkbox lang={lang} state={state} name="forsinket" label={w.onlyLate} />
      </Filters>
    </Details>
  )
}

const Views = ({ lang, workspace, leads, member }: { lang: Lang; workspace: { slug: string }; leads: boolean; member: boolean }) => {
  const w = planWords[lang]
  const views = [
    ...(member ? [['plan/status', w.rounds] as const, ['utfordringer/felles-bilde', w.commonPicture] as const] : []),
    ['plan/fokus', w.focus], ['plan/bidrag', w.contributions], ['plan/tidslinje', w.timeline], ['plan/forsinket', w.lateView], ['plan/indikatorer', w.indicators],
    ['plan/plandokumenter', w.documents], ['plan/per-dato', w.asOf], ['plan/endringer', w.changes], ['ark', w.sheet], ['plan/eksport.xlsx', w.export],
    ...(leads ? [['plan/importer', w.import] as const] : []),
  ] as const
  return (
    <nav class="plan-views no-print" aria-label={w.views}>
      <ul>{views.map(([path, text]) => <li><a href={workspacePath(workspace, path)}>{text}</a></li>)}</ul>
    </nav>
  )
}

/** The plan on one page: goals, what hangs under them, who, when and how much, and what hangs in nothing yet. */
export const planPage = page({
  path: '/arbeidsrom/:workspace/plan',
  access: workspaceReaders,
  shared: true,
  listed: true,
  styles: ['plan.page.css'],
  load: async (request, { workspace }: InWorkspace) => {
    // Who answered what is for those who work here.
    const member = membershipsIn(request.viewer, workspace.id).length > 0
    const [plan, now, answered] = await Promise.all([readPlan(request.db, request.viewer, workspace.id), member ? statusNow(request.db, workspace.id, request.now) : null, member ? lastAnswers(request.db, workspace.id) : new Map<string, LastAnswer>()])
    return { ...plan, member, statusNow: now, answered,
    add: { goal: mayAdd(request.viewer, workspace, goal), measure: mayAdd(request.viewer, workspace, measure) },
    }
  },
  title: (_, request) => planWords[request.lang].title,
  crumbs: (_, __, { workspace }) => [{ text: workspace.title, href: workspacePath(workspace) }],
  view: ({ items, links, add, member, statusNow: status, answered }, { lang, query, pathname, now }, { workspace }) => {
    const w = planWords[lang]
    if (items.length === 0) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <EmptyState picture="start" title={w.empty}><p>{add.goal ? w.emptyText : w.emptyForOthers}</p></EmptyState>
          {add.goal ? (
            <Cards>
              <Card href={workspacePath(workspace, 'plan/importer')} title={w.ways.import}><p>{w.ways.importText}</p></Card>
              <Card href={`/kom-i-gang?i=${workspace.slug}`} title={w.ways.quick}><p>{w.ways.quickText}</p></Card>
              <Card href={`${itemPath(workspace, goal)}/ny`} title={w.ways.goal}><p>{w.ways.goalText}</p></Card>
            </Cards>
          ) : null}
        </>
      )
    }
    const choice = choiceIn(query)
    const tree = chosenPlan(items, links, workspace.areasAboveGoals, choice, now)
    const all = [...tree.tied, ...tree.untied]
    const counts = tally(all, now)
    const size = [counts.goals > 0 ? w.goals(counts.goals) : '', counts.areas > 0 ? w.areas(counts.areas) : ''].filter(Boolean).join(' · ')
    return (
      <div class="plan-page">
        <Heading level={1}>{w.title}</Heading>
        <Lead>{[size, tallyText(counts, lang)].filter(Boolean).join(' · ')}</Lead>
        <Views lang={lang} workspace={workspace} leads={add.measure} member={member} />
        {add.measure ? (
          <div class="actions">
            <ButtonLink href={`${itemPath(workspace, measure)}/ny`} variant="primary">{w.newMeasure}</ButtonLink>
            <ButtonLink href={`${itemPath(workspace, goal)}/ny`}>{w.newGoal}</ButtonLink>
            <ButtonLink href={roundsPath(workspace, 'ny')}>{w.askStatus}</ButtonLink>
          </div>
        ) : null}
        {status ? <p><a href={roundsPath(workspace, String(status.round.number))}>{roundWords[lang].planLine(status.round.title, status.count.answered, status.count.asked, formatDate(status.round.dueOn, lang))}</a></p> : null}
        <PlanFilters lang={lang} path={pathname} query={query} items={items} choice={choice} />
        {all.length === 0 ? <p>{w.nothing} <a href={pathname}>{w.showAll}</a></p> : null}
        <PlanView tree={tree} workspace={workspace} lang={lang} now={now} add={add.measure} answeredOn={(item) => { const last = answered.get(item.id); return last ? (last.toldOn ?? osloDate(last.at).toString()) : null }} hrefOf={(item) => planItemPath(workspace, item)} open={isChosen(choice) || counts.measures <= foldAbove} />
        <Downloads lang={lang} path={workspacePath(workspace, 'last-ned/planen')} query={query} what={w.wholePlan} />
        <Downloads lang={lang} path={workspacePath(workspace, 'last-ned/ark')} formats={['pdf', 'docx']} what={w.sheet.toLocaleLowerCase(lang)} />
        <p class="hint plan-note">{counts.money === null ? '' : w.moneyNote} {w.source(formatDateTime(now, lang))}</p>
      </div>
    )
  },
})
