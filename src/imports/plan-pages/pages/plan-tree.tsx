import type { Lang } from '../../../platform/text/texts.ts'
import { Details, Facts } from '../../../ui/index.ts'
import type { ParsedMeasure } from '../../plan/index.ts'
import { saidOf, type Said } from '../compare/said.ts'
import { partyKeys } from '../compare/names.ts'
import type { Weighed } from '../weighed.ts'
import { checkWords } from './check.words.ts'
import { periodRead, saidText, titlesOf } from './said-view.ts'

/** So many measures are shown before one asks for all. */
const mostShown = 200
/** Goals and areas stand open while they are this few. */
const mostOpen = 3

type Group = { key: string; goal: string | null; area: string | null; measures: ParsedMeasure[] }

/** The plan in the file as we read it: goals and areas as headings in the way that it is built, measures under them. */
export const PlanTree = ({ lang, weighed, all, allHref }: { lang: Lang; weighed: Weighed; all: boolean; allHref: string }) => {
  const w = checkWords[lang]
  const { plan } = weighed
  const shown = all ? plan.measures : plan.measures.slice(0, mostShown)
  const goals = new Map(plan.goals.map((each) => [each.id, label(each)]))
  const areas = new Map(plan.priorityAreas.map((each) => [each.id, label(each)]))
  const groups = new Map<string, Group>()
  for (const measure of shown) {
    const goal = measure.goals.map((id) => goals.get(id) ?? id).join(' · ') || null
    const area = measure.priorityArea === null ? null : (areas.get(measure.priorityArea) ?? null)
    const key = `${goal}\n${area}`
    const group = groups.get(key) ?? { key, goal, area, measures: [] }
    group.measures.push(measure)
    groups.set(key, group)
  }
  const title = titlesOf(weighed)
  const keys = { goal: (id: string) => id, area: (id: string) => id, party: partyKeys(weighed.names) }
  return (
    <div class="plan-read">
      {[...groups.values()].map(({ goal, area, measures }) => {
        const [upper, lower] = weighed.areasAbove ? [area, goal] : [goal, area]
        return (
          <Details summary={`${[upper, lower].filter(Boolean).join(' › ') || w.noGoal} (${w.measures(measures.length)})`} open={groups.size <= mostOpen}>
            <ol>
              {measures.map((measure) => (
                <li>
                  <h3>{measure.number ? <span class="number">{measure.number}</span> : null} {measure.title}</h3>
                  <Facts facts={factsOf(measure, saidOf(measure, keys, []), lang, title)} />
                </li>
              ))}
            </ol>
          </Details>
        )
      })}
      {shown.length < plan.measures.length ? <p>{w.shown(shown.length, plan.measures.length)} <a href={allHref}>{w.showAll(plan.measures.length)}</a></p> : null}
    </div>
  )
}

const label = (each: { number: string | null; title: string }): string => (each.number ? `${each.number} ${each.title}` : each.title)

/** What is understood, with their own words beside it where they are not the same. */
function factsOf(measure: ParsedMeasure, said: Said, lang: Lang, title: (key: string) => string) {
  const w = checkWords[lang]
  const period = periodRead(said, lang).join(' ')
  const state = saidText('status', { ...said, status: { ...said.status, note: null } }, lang, title)
  // What they wrote is shown where it is not what we say already.
  const written = (text: string, said: string): string => (text === '' || text.trim().toLowerCase() === said.toLowerCase() ? '' : ` ${w.written(text)}`)
  const values = {
    owners: saidText('owners', said, lang, title),
    partners: saidText('partners', said, lang, title),
    period: measure.period.text === '' && period === '' ? '' : `${period || w.noDate}${written(measure.period.text, period)}`,
    status: measure.status.text === '' ? '' : `${state || w.notNow}${written(measure.status.text, state)}`,
    cost: saidText('cost', said, lang, title),
    indicators: said.indicators,
    anchoring: said.anchoring,
    notes: said.notes,
  }
  return (Object.keys(values) as (keyof typeof values)[]).filter((field) => values[field] !== '').map((field) => ({ term: w.fields[field], value: <span class="as-written">{values[field]}</span> }))
}
