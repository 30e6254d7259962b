import type { Answers } from '../../platform/draft/draft.store.ts'
import { parseDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { isPast } from '../../platform/time/oslo.ts'
import { quickWords } from './quick-start.words.ts'

/** How many activities are asked for. A small plan that is followed is worth more than a large one that is not. */
export const places = [1, 2, 3] as const

export const goalFields = ['mal', 'hvem'] as const
export const activityFields = places.flatMap((n) => [`hva${n}`, `ansvarlig${n}`, `nar${n}`])

export type Activity = { title: string; who: string[]; by: string | null }
export type Errors = Record<string, string>

const longest = 300
const clean = (text: string | undefined) => (text ?? '').replaceAll('\0', '').toWellFormed().trim().replace(/\s+/g, ' ')

/** The first page: what should have happened, and who you are. */
export function readGoal(answers: Answers, lang: Lang): { goal: string; organisation: string; errors: Errors } {
  const w = quickWords[lang]
  const [goal, organisation] = [clean(answers.mal), clean(answers.hvem)]
  const errors: Errors = {
    ...(goal === '' ? { mal: w.goalMissing } : goal.length > longest ? { mal: w.tooLong(goal.length, longest) } : {}),
    ...(organisation === '' ? { hvem: w.organisationMissing } : organisation.length > 120 ? { hvem: w.tooLong(organisation.length, 120) } : {}),
  }
  return { goal, organisation, errors }
}

/** The second page: up to three activities. One is enough; who and when may be found out later, and show as loose threads. */
export function readActivities(answers: Answers, lang: Lang, now: Temporal.Instant): { activities: Activity[]; errors: Errors } {
  const w = quickWords[lang]
  const errors: Errors = {}
  const activities = places.flatMap((n) => {
    const title = clean(answers[`hva${n}`])
    const who = (answers[`ansvarlig${n}`] ?? '').split(';').map(clean).filter(Boolean)
    const typed = clean(answers[`nar${n}`])
    const read = typed === '' ? null : parseDate(typed)
    if (title.length > longest) errors[`hva${n}`] = w.tooLong(title.length, longest)
    if (who.some((name) => name.length > 120)) errors[`ansvarlig${n}`] = w.tooLong(Math.max(...who.map((name) => name.length)), 120)
    if (title === '' && (who.length > 0 || typed !== '')) errors[`hva${n}`] = w.whatMissing
    if (read && !read.ok) errors[`nar${n}`] = w.badDate
    else if (read?.ok && isPast(read.value, now)) errors[`nar${n}`] = w.pastDate
    return title === '' ? [] : [{ title, who, by: read?.ok ? read.value.toString() : null }]
  })
  if (activities.length === 0 && Object.keys(errors).length === 0) errors.hva1 = w.oneNeeded
  return { activities, errors }
}

/** Everything that is needed to make the plan, or where something is missing. */
export function readAll(answers: Answers, lang: Lang, now: Temporal.Instant) {
  const goal = readGoal(answers, lang)
  const rest = readActivities(answers, lang, now)
  return { ...goal, ...rest, missing: Object.keys(goal.errors).length > 0 ? ('goal' as const) : Object.keys(rest.errors).length > 0 ? ('activities' as const) : null }
}
