import type { Work } from '../../../platform/db/work.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import type { Platform } from '../../../platform/platform.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { personByEmail } from '../../../modules/actors/index.ts'
import {
  type Ballot, type Candidate, candidatesFor, closeEvaluation, evaluation, evaluationAskedIn, evaluationItem, evaluationRound, type PartnerType, publishEvaluation, sendBallot, sendEvaluation, standardNames, takeFurther,
} from '../../../modules/experiences/index.ts'
import type { Calendar } from '../calendar.ts'
import { type OrganisationKey, organisations } from '../organisations.ts'
import type { Deed } from '../story.ts'

type Told = { workspace: { id: string; slug: string; title: string; state: string }; platform: Platform; calendar: Calendar; idOf(key: OrganisationKey): string }

/** Who is asked beside those with a role: one for each of these. Roles, and no names. */
const others: readonly (readonly [name: string, organisation: OrganisationKey, left: boolean])[] = [
  ['Representant for Elvestad kommune', 'elvestad', false], ['Næringssjef i Grønnvik kommune', 'gronnvik', false], ['Representant for Storelv kommune', 'storelv', false], ['Rådgiver i Fjellbygda kommune', 'fjellbygda', false],
  ['Leder ved Høgskolen i Eksempelfylket', 'hogskolen', false], ['Leder av Fagskolen i Elvestad', 'fagskolen', false], ['Daglig leder i Næringshagen i Storelv', 'naeringshagen', false],
  ['Forsker i Eksempelforsk', 'forskning', true], ['Leder av fellesrådet', 'partene', true],
]

/** One row for each who answered: a digit for each statement, 0 for «don't know». Made up, as everything in the example. */
const first = ['4332231', '4422332', '3431221', '4332322', '5423332', '4321231', '4440322', '3332212', '4422331', '5432321', '4331222', '3321121', '4430232', '4332111']
const second = ['4443332', '5433343', '4442332', '4343432', '5534342', '4432233', '4540433', '4443322', '5433432', '4443332', '4342323', '4432332', '5540343', '3332221', '3432122']

const words: readonly Ballot['words'][] = [
  [{ topic: 'connections', text: 'Det vi blir enige om i faggruppene, kommer ikke opp på partnerskapsmøtet før det er for sent.' }, { topic: 'go_on', text: 'Møtene ute hos partnerne. Der blir vi kjent.' }],
  [{ topic: 'focus', text: 'Handlingsplanen er for omfattende til at vi klarer å følge med.' }], [], [{ topic: 'change', text: 'Færre saker på hvert møte, og bedre tid.' }], [],
  [{ topic: 'advice', text: 'Avtal fra første møte hvem som tar saken videre, og hvor.' }], [], [{ topic: 'leadership', text: 'Sekretariatet svarer fort, og vi vet hvem vi skal spørre.' }], [], [],
  [{ topic: 'go_on', text: 'At vi deler på midlene til kompetanse.' }], [], [{ topic: 'change', text: 'Flere møtepunkter mellom arenaene.' }],
]

const ballot = (row: string, nth: number): Ballot => ({ scores: new Map(standardNames.map((name, i) => [name, Number(row[i])])), words: words[nth] ?? [] })

/** Three evaluations: how it was at the start, last year's, and this year's, which is under way. */
export function evaluationDeeds({ workspace, platform, calendar, idOf }: Told): Deed[] {
  const ids: string[] = []
  const found = async (work: Work, nth: number) => {
    const item = await evaluationItem(work.tx, ids[nth] ?? '')
    if (!item) throw new Error('The demo has no such evaluation')
    return item
  }
  const begin = (day: number, title: string, greeting: string, answerDays: number): Deed => ({
    day, order: 8, by: 'sekretariat',
    async does(work) {
      const made = await addItems(work, workspace, evaluation, [{ title, language: 'nb', fields: { starts_on: calendar.ago(day + 365), ends_on: calendar.ago(day), greeting } }])
      const id = 'done' in made ? (made.done[0] ?? '') : ''
      ids.push(id)
      const item = await found(work, ids.length - 1)
      const people = [...(await candidatesFor(work.tx, workspace.id, calendar.ago(day + 365), osloDate(work.now).toString())), ...(await asked(work, day))]
      const sent = await sendEvaluation(work, platform, workspace, item, item.version, calendar.today.subtract({ days: day - answerDays }).toString(), people)
      if ('refused' in sent) throw new Error(`The demo asks nobody what they think: ${sent.refused}`)
    },
  })
  const asked = async (work: Work, day: number): Promise<Candidate[]> => {
    const all: Candidate[] = []
    for (const [name, organisation, left] of others) {
      const email = `${organisation}.svarer@eksempel.example`
      const person = await personByEmail(work.tx, email, name)
      const { kind, name: organisationName } = organisations[organisation]
      all.push({ personId: person.id, name, email, organisationId: idOf(organisation), organisation: organisationName, type: left ? 'left' : (kind as PartnerType), leftOn: left ? calendar.ago(day + 60) : null })
    }
    return all
  }
  /** The first of those who are asked answer; in the one that is under way, those whose turn it is. */
  const answers = (day: number, nth: number, rows: readonly string[], whose: (organisation: string) => boolean): Deed => ({
    day, order: 8, by: 'sekretariat',
    async does(work) {
      const people = (await evaluationAskedIn(work.tx, ids[nth] ?? '')).filter((one) => whose(one.organisation ?? '')).slice(0, rows.length)
      for (const [i, person] of people.entries()) await sendBallot({ ...work, viewer: { person: null, memberships: [], lang: 'nb' } }, person, 'active', ballot(rows[i] ?? '', i), false)
    },
  })
  const close = (day: number, nth: number): Deed => ({
    day, order: 8, by: 'leder',
    async does(work) {
      const round = await evaluationRound(work.tx, ids[nth] ?? '')
      if (!round || !(await closeEvaluation(work, platform, workspace, round)) || !(await publishEvaluation(work, workspace, await found(work, nth)))) throw new Error('The demo shows no results')
    },
  })
  const learn = (day: number, nth: number): Deed => ({
    day, order: 9, by: 'sekretariat',
    async does(work) {
      const item = await found(work, nth)
      const made = await takeFurther(work, workspace, item, { statement: 'connections', wordId: null }, {
        becomes: 'lesson', title: 'Avtal fra første møte hvilken arena som får sakene videre, og hvor ofte', background: 'Partnerne var minst enige i at det som tas opp på én møteplass, kommer fram til de andre.', arenaId: null, language: 'nb',
      })
      if ('refused' in made) throw new Error('The demo learns nothing')
    },
  })
  const year = (day: number) => calendar.ago(day).slice(0, 4)
  return [
    begin(535, `Startmåling ${year(535)}`, 'Vi vil vite hvordan samarbeidet er før vi begynner på den nye planen.', 18), answers(522, 0, first, () => true), close(512, 0),
    begin(400, `Evaluering ${year(400)}`, 'Svarene brukes når vi rullerer handlingsplanen.', 20), answers(385, 1, second, () => true), close(378, 1), learn(370, 1),
    begin(15, `Evaluering ${year(15)}`, 'Vi spør hvert år, også dere som har sluttet. Svarene er anonyme.', 40),
    answers(3, 2, second.slice(0, 4), (organisation) => ['Elvestad', 'Storelv', 'Høgskolen', 'Vassøy'].some((name) => organisation.startsWith(name))),
  ]
}
