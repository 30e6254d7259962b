import type { FieldValues } from '../../../platform/item/field.ts'
import type { Place } from '../../../platform/item/item.policy.ts'
import { addItems } from '../../../platform/item/item.actions.ts'
import { answerTask, type FollowUpAnswer, followUp, meeting } from '../../../modules/arenas/index.ts'
import { tieAll } from '../../../modules/thread/index.ts'
import type { Calendar } from '../calendar.ts'
import type { OrganisationKey } from '../organisations.ts'
import type { PersonKey } from '../people.ts'
import type { Deed } from '../story.ts'

type Told = { workspace: Place; calendar: Calendar; organisation(key: OrganisationKey): string; person(key: PersonKey): string }

/** A task of the example: whose, by when (days from today), and what has been said of it. */
type Task = { title: string; owner: OrganisationKey | null; by: PersonKey | null; due: number | null; answered?: { day: number; answer: FollowUpAnswer } }

const said = (word: FollowUpAnswer['said'], note: string | null = null): FollowUpAnswer => ({ said: word, note, givenTo: null })

const tasks: readonly Task[] = [
  { title: 'Sende kommunene utkastet til felles søknad om fagskoletilbud', owner: 'lia', by: 'partner', due: 6 },
  { title: 'Spørre bedriftene om de tar imot traineer til våren', owner: 'lia', by: 'partner', due: -4, answered: { day: 12, answer: said('on_the_way', 'Seks av ti bedrifter har svart ja.') } },
  { title: 'Avklare hvem som leder arbeidet med felles lærlingplasser', owner: 'vassoy', by: 'vassoy', due: -25 },
  { title: 'Finne et lokale til åpen dag i næringshagen', owner: 'naeringsforeningen', by: 'naering', due: 2, answered: { day: 5, answer: said('problem', 'Alle lokalene er opptatt i mars. Kan fylkeskommunen låne ut sitt?') } },
  { title: 'Regne ut hva et felles utstyrslager koster', owner: 'klyngen', by: null, due: -16 },
  { title: 'Samle tallene om pendling til neste partnerskapsmøte', owner: 'fylket', by: 'sekretariat', due: 12 },
  { title: 'Skrive til departementet om lærlingtilskuddet', owner: 'fylket', by: 'leder', due: -20, answered: { day: 24, answer: said('done', 'Brevet er sendt.') } },
]

/** A meeting in which people took something upon them, and how it has gone since: answered, late, and stuck. */
export function followUpDeeds({ workspace, calendar, organisation, person }: Told): Deed[] {
  const day = (days: number) => calendar.today.add({ days }).toString()
  const ids: string[] = []
  const heldDays = 34
  return [
    {
      day: heldDays, order: 9, by: 'sekretariat',
      async does(work) {
        const fields: FieldValues = { held_on: calendar.ago(heldDays), starts_at: '09:00', ends_at: '11:30', venue: 'Fylkeshuset', about: 'Oppdiktet eksempel.' }
        const [held = ''] = made(await addItems(work, workspace, meeting, [{ title: 'Partnerskapsmøte om kompetanse', state: 'approved', fields }]))
        ids.push(...made(await addItems(work, workspace, followUp, tasks.map((task) => ({
          title: task.title, state: 'open',
          fields: { due_on: task.due === null ? null : day(task.due), owner: task.owner ? [organisation(task.owner)] : [], responsible_id: task.by && person(task.by) },
        })))))
        await tieAll(work, workspace.id, ids.map((id) => ({ relation: 'comes_from', fromId: id, fromKind: followUp.name, toId: held, toKind: meeting.name, note: null })))
      },
    },
    ...tasks.flatMap(({ answered, by }, i): Deed[] => (!answered || !by ? [] : [{
      day: answered.day, order: 9, by,
      async does(work) {
        if ('refused' in (await answerTask(work, workspace, { itemId: ids[i] ?? '', version: 1, channel: 'link' }, answered.answer))) throw new Error('The demo answers a task that is not theirs')
      },
    }])),
  ]
}

function made<T>(outcome: { done: T } | { refused: unknown }): T {
  if ('refused' in outcome) throw new Error('The demo may not write tasks')
  return outcome.done
}
