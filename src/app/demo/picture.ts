import type { Work } from '../../platform/db/work.ts'
import type { Platform } from '../../platform/platform.ts'
import type { WorkspaceHead } from '../../platform/http/page.ts'
import { readHeads } from '../../platform/item/item.store.ts'
import { challenge, draftPicture, type Importance, pictureChallengesOf, pictureRoundById, pictures, ratings, type Recognition, showPicture } from '../../modules/plans/index.ts'
import { asking } from '../../modules/workspaces/index.ts'
import type { Calendar } from './calendar.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'
import type { Deed } from './story.ts'

type Told = { workspace: WorkspaceHead; platform: Platform; calendar: Calendar; idOf(key: OrganisationKey): string }
/** What is said of the challenges A to F, in that order: from 1 to 5, or that one does not know. */
type Says = { important: readonly (Importance | null)[]; recognised?: readonly (Recognition | null)[]; comments?: Readonly<Record<number, string>> }

const afterExpectations = 11

/** Answers of those who have a link of their own. */
const first: readonly (readonly [by: PersonKey, organisation: OrganisationKey, says: Says])[] = [
  ['sekretariat', 'fylket', { important: [5, 5, 3, 5, 2, 4], recognised: ['yes', 'yes', 'partly', 'yes', 'partly', 'yes'] }],
  ['partner', 'lia', { important: [5, 4, 2, 2, 3, 5], recognised: ['yes', 'yes', 'no', 'partly', 'yes', 'yes'], comments: { 3: 'Hos oss er det boliger og ikke kraft som stopper.' } }],
  ['vassoy', 'vassoy', { important: [5, 4, 2, 1, 2, 4], recognised: ['yes', 'yes', 'no', 'no', 'partly', 'yes'], comments: { 0: 'På Vassøy er dette den største av alle.' } }],
  ['naering', 'naeringsforeningen', { important: [4, 5, 4, 5, 2, 3], recognised: ['yes', 'yes', 'yes', 'yes', 'partly', 'partly'], comments: { 1: 'Bedriftene sier nei til oppdrag fordi de mangler folk.' } }],
]
/** Answers that were given at a meeting, and written in by the secretariat. */
const toldAt: readonly (readonly [organisation: OrganisationKey, who: string, says: Says])[] = [
  ['elvestad', 'rådgiveren for næring i Elvestad', { important: [4, 5, 3, 5, 3, 3], recognised: ['yes', 'yes', 'partly', 'yes', 'yes', 'partly'] }],
  ['gronnvik', 'næringssjefen i Grønnvik', { important: [4, 4, 2, 5, 4, 3], recognised: ['yes', 'yes', 'partly', 'yes', 'yes', 'yes'], comments: { 3: 'To bedrifter har lagt utvidelsen på is.' } }],
  ['storelv', 'næringssjefen i Storelv', { important: [5, 4, 2, 4, 2, 5], recognised: ['yes', 'yes', 'no', 'yes', 'partly', 'yes'] }],
  ['fjellbygda', 'dagleg leiar i næringshagen i Fjellbygda', { important: [5, 3, 1, 1, 2, 5], recognised: ['yes', 'partly', 'no', 'no', 'partly', 'yes'] }],
  ['hogskolen', 'prorektoren på høgskolen', { important: [4, 4, 5, null, 3, 2], recognised: ['yes', 'yes', 'yes', null, 'partly', 'no'] }],
  ['klyngen', 'daglig leder i Industriklyngen', { important: [4, 5, 4, 5, 4, 2], recognised: ['yes', 'yes', 'yes', 'yes', 'yes', 'partly'] }],
  ['reiselivet', 'daglig leder i reiselivslaget', { important: [3, 5, 1, 2, 3, 3], recognised: ['partly', 'yes', 'no', 'partly', 'yes', 'yes'] }],
]

/** Two rounds of the common picture: one that is shown, where they see power and land differently, and one under way. */
export function pictureDeeds(told: Told): Deed[] {
  const { workspace, platform, calendar, idOf } = told
  const rounds: { id: string }[] = []
  const ask = (day: number, draft: { title: string; message: string; dueOn: string }, organisations: readonly OrganisationKey[]): Deed => ({
    day, order: afterExpectations, by: 'sekretariat',
    async does(work) {
      const challenges = (await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, kinds: [challenge.name] })).toSorted((a, b) => (a.code ?? '').localeCompare(b.code ?? ''))
      const made = await draftPicture(work, workspace, draft, challenges.map((one) => one.id), organisations.map(idOf))
      rounds.push(made)
      const klynge = (await asking.answersIn(work.tx, 'picture', made.id)).find((one) => one.organisationId === idOf('klyngen'))
      if (klynge) await asking.namePerson(work, pictures, workspace, klynge, { name: 'Daglig leder i Industriklyngen', email: 'klynge@eksempel.example' })
      const round = await pictureRoundById(work.tx, made.id)
      if (!round || 'refused' in (await asking.sendRound(work, platform, pictures, workspace, round))) throw new Error('The demo asks nobody about the challenges')
    },
  })
  const answer = (nth: number, day: number, by: PersonKey, organisation: OrganisationKey, says: Says, who: string | null = null, sends = true): Deed => ({
    day, order: afterExpectations, by, does: (work) => write(work, told, rounds[nth]?.id ?? '', organisation, says, { who, on: calendar.ago(day), sends }),
  })
  return [
    ask(96, { title: 'Utfordringene før handlingsplanen ble justert', message: 'Vi tar bildet med til partnerskapsmøtet, og ser hva vi er enige om.', dueOn: calendar.ago(82) }, ['fylket', 'lia', 'vassoy', 'naeringsforeningen', ...toldAt.map(([key]) => key)]),
    ...first.map(([by, organisation, says], i) => answer(0, 92 - i, by, organisation, says)), ...toldAt.map(([organisation, who, says]) => answer(0, 85, 'sekretariat', organisation, says, who)),
    {
      day: 81, order: afterExpectations, by: 'sekretariat',
      async does(work) {
        const round = await pictureRoundById(work.tx, rounds[0]?.id ?? '')
        if (!round) return
        await asking.close(work, platform, pictures, workspace, round)
        await showPicture(work, round)
      },
    },
    ask(5, { title: 'Utfordringene før ny avtale', message: 'Det er snart et år siden sist. Er bildet det samme?', dueOn: calendar.today.add({ days: 11 }).toString() }, ['fylket', 'lia', 'vassoy', 'naeringsforeningen', 'klyngen']),
    answer(1, 3, 'vassoy', 'vassoy', { important: [5, 5, 2, 2, 2, 4], recognised: ['yes', 'yes', 'no', 'partly', 'partly', 'yes'] }),
    // Begun, and not sent: nobody but Lia kommune sees it.
    answer(1, 2, 'partner', 'lia', { important: [5, 4] }, null, false),
  ]
}

async function write(work: Work, { workspace, idOf }: Told, roundId: string, organisation: OrganisationKey, says: Says, { who, on, sends }: { who: string | null; on: string; sends: boolean }): Promise<void> {
  const round = await pictureRoundById(work.tx, roundId)
  const answer = (await asking.answersIn(work.tx, 'picture', roundId)).find((one) => one.organisationId === idOf(organisation))
  if (!round || !answer) return
  // Those who answer by a link see the challenges as members of the workspace do.
  const reader = { ...work.viewer, memberships: [{ workspaceId: workspace.id, role: 'participant' as const, organisationId: answer.organisationId }] }
  const challenges = await pictureChallengesOf(work.tx, reader, round)
  const kept = await asking.keepDraft(work, ratings, answer, answer.version, challenges.flatMap((item, i) => (i >= says.important.length ? [] : [{
    itemId: item.id, importance: says.important[i] ?? null, unsure: says.important[i] === null, recognised: says.recognised?.[i] ?? null, comment: says.comments?.[i] ?? null,
  }])))
  if ('refused' in kept || !sends) return
  const sent = await asking.sendAnswer(work, pictures, ratings, round, 'active', answer.id, who === null ? { channel: 'link', toldBy: null, toldOn: null } : { channel: 'meeting', toldBy: who, toldOn: on })
  if ('refused' in sent) throw new Error('The demo does not rate the challenges')
}
