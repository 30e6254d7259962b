import type { Work } from '../../platform/db/work.ts'
import type { WorkspaceHead } from '../../platform/http/page.ts'
import { readItems } from '../../platform/item/item.store.ts'
import type { Platform } from '../../platform/platform.ts'
import {
  answersIn, askedIn, closeStatusRound, draftRound, insertIntroduction, keepDraft, measure, nameContact, roundById, saidOf, seenBy, sendAnswer, sendRound, sharesIn,
} from '../../modules/plans/index.ts'
import type { Calendar } from './calendar.ts'
import type { PersonKey } from './people.ts'
import type { Deed } from './story.ts'

type Told = { workspace: WorkspaceHead; platform: Platform; calendar: Calendar; elvestad: string; idOf(key: PersonKey): string }
/** Who answers on which day; `all`, or all but one measure. */
type Answering = { by: PersonKey; day: number; all: boolean }

const afterMeasures = 9

/** What the secretariat wrote first in the report of the round that is over. */
const introduction = 'De fleste tiltakene for unge voksne går som planlagt. Byggesakene i Lia tar fortsatt for lang tid. Arbeidsutvalget må følge med på hvem som kan avlaste saksbehandlerne.'

/** Two status rounds: one that is over, and one under way in which the representative of Lia kommune has a question waiting. */
export function statusDeeds(told: Told): Deed[] {
  const { workspace, platform, calendar, elvestad } = told
  const rounds: { id: string }[] = []
  const asking = (day: number, title: string, dueOn: string, message: string): Deed => ({
    day, order: afterMeasures, by: 'sekretariat',
    async does(work) {
      if (rounds.length === 0) await nameContact(work, workspace, { organisationId: elvestad, name: 'Rådgiver for næring i Elvestad kommune', title: 'Rådgiver for næring', email: 'elvestad@eksempel.example' })
      const made = await draftRound(work, workspace, { title, message, dueOn, scope: 'open', scopeId: null })
      rounds.push(made)
      const round = await roundById(work.tx, made.id)
      if (!round || 'refused' in (await sendRound(work, platform, workspace, round))) throw new Error('The demo asks nobody about status')
    },
  })
  const answering = (nth: number, { by, day, all }: Answering): Deed => ({ day, order: afterMeasures, by, does: (work) => answer(work, told, rounds[nth]?.id ?? '', by, all) })
  const closing = (nth: number, day: number): Deed => ({
    day, order: afterMeasures, by: 'sekretariat',
    async does(work) {
      const round = await roundById(work.tx, rounds[nth]?.id ?? '')
      if (!round) return
      await closeStatusRound(work, platform, workspace, round)
      await insertIntroduction(work.tx, round.id, 0, introduction, { personId: work.viewer.person?.id ?? null, at: work.now.toString() })
    },
  })
  const over = ([['partner', 124, true], ['naering', 122, true], ['vassoy', 119, false]] as const).map(([by, day, all]) => answering(0, { by, day, all }))
  const underWay = ([['naering', 4, true], ['vassoy', 2, true]] as const).map(([by, day, all]) => answering(1, { by, day, all }))
  return [
    asking(127, 'Status i sommer', calendar.ago(113), 'Vi samler status før møtet i arbeidsutvalget. Noen få ord om hvert tiltak er nok.'), ...over, closing(0, 112),
    asking(6, 'Status før partnerskapsmøtet', calendar.today.add({ days: 8 }).toString(), 'Svarene går inn i arket som lederen tar med til partnerskapsmøtet.'), ...underWay,
    { day: 1, order: afterMeasures, by: 'sekretariat', does: (work) => answerByPhone(work, told, rounds[1]?.id ?? '') },
  ]
}

/** What somebody says is what the plan of the day says: the story is told in the measures. */
async function tell(work: Work, { workspace }: Told, roundId: string, answerIds: readonly string[], sender: Parameters<typeof sendAnswer>[3]): Promise<void> {
  const round = await roundById(work.tx, roundId)
  const reader = seenBy(work.viewer, workspace.id, sender.organisationId)
  const answers = (await answersIn(work.tx, [roundId])).filter((one) => answerIds.includes(one.id) && !one.sending)
  const items = new Map((await readItems(work.tx, reader, measure, { workspaceId: workspace.id, ids: answers.map((one) => one.itemId) })).map((item) => [item.id, item]))
  for (const one of answers) {
    const item = items.get(one.itemId)
    if (!item || !round) continue
    await keepDraft(work, { answer: one, version: one.version, seenVersion: item.version, draft: { ...saidOf(item), result: null, notOurs: false, whyNot: null } })
    await sendAnswer(work, { workspace, round, reader }, one.id, sender)
  }
}

async function answer(work: Work, told: Told, roundId: string, by: PersonKey, all: boolean): Promise<void> {
  const asked = (await askedIn(work.tx, roundId)).find((one) => one.personId === told.idOf(by))
  const own = (await sharesIn(work.tx, roundId)).filter((share) => share.askedId === asked?.id).map((share) => share.answerId)
  if (!asked) return
  await tell(work, told, roundId, all ? own : own.slice(0, -1), { askedId: asked.id, channel: 'link', organisationId: asked.organisationId, toldBy: null, toldOn: null })
}

async function answerByPhone(work: Work, told: Told, roundId: string): Promise<void> {
  const asked = (await askedIn(work.tx, roundId)).find((one) => one.organisationId === told.elvestad)
  const own = (await sharesIn(work.tx, roundId)).filter((share) => share.askedId === asked?.id).map((share) => share.answerId)
  await tell(work, told, roundId, own.slice(0, 1), { askedId: null, channel: 'phone', organisationId: told.elvestad, toldBy: 'rådgiveren for næring i Elvestad', toldOn: told.calendar.ago(1) })
}
