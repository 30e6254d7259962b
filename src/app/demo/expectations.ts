import type { Work } from '../../platform/db/work.ts'
import type { Platform } from '../../platform/platform.ts'
import { draftExpectations, expectationRoundById, expectations, expectationStatements, readShown, releaseExpectations, replyToExpectation } from '../../modules/agreements/index.ts'
import { asking } from '../../modules/workspaces/index.ts'
import type { Calendar } from './calendar.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'
import type { Deed } from './story.ts'

type Told = { workspace: { id: string; slug: string; title: string }; platform: Platform; calendar: Calendar; idOf(key: OrganisationKey): string }
type Kind = 'instrument' | 'people' | 'competence' | 'network' | 'other'
/** What one says: of whom (nobody is the partnership as a whole), of what kind, and in which words. */
type Says = { expects?: readonly (readonly [of: OrganisationKey | null, kind: Kind, text: string])[]; offers?: readonly (readonly [kind: Kind, text: string])[]; needs?: readonly string[] }

const afterStatus = 10

/** What was said in the round before the plan was made, and is shown. */
const first: readonly (readonly [by: PersonKey, organisation: OrganisationKey, day: number, says: Says])[] = [
  ['sekretariat', 'fylket', 196, {
    expects: [['lia', 'people', 'At kommunen setter av en person som følger opp tiltakene for unge voksne.'], [null, 'other', 'At vi velger færre innsatsområder enn sist.']],
    offers: [['instrument', 'Utviklingsmidler til prosjekter som flere står bak.'], ['people', 'Sekretariat for partnerskapet.']],
  }],
  ['partner', 'lia', 194, {
    expects: [['fylket', 'instrument', 'At vi får vite om utlysninger i god tid.'], ['vassoy', 'competence', 'At Vassøy deler det de har lært om grønn havn.']],
    offers: [['people', 'En halv stilling i næringsavdelingen.']], needs: ['Et vedtak i kommunestyret om å være med.'],
  }],
  ['vassoy', 'vassoy', 191, { expects: [['lia', 'competence', 'At Lia tar seg av det faglige om grønn havn for oss begge.'], [null, 'network', 'At vi møter bedriftene i hele fylket, ikke bare i byen.']], needs: ['Møter vi kan være med på digitalt.'] }],
  ['naering', 'naeringsforeningen', 190, { expects: [['fylket', 'network', 'At fylket inviterer bedriftene sammen med oss.']], offers: [['network', 'Medlemsmøter der partnerskapet kan få en time.']] }],
  ['klynge', 'klyngen', 189, { expects: [['naeringsforeningen', 'people', 'At foreningen finner bedriftene som skal ta imot lærlinger.']], offers: [['competence', 'Fagfolk som kan holde kurs i automatisering.']] }],
]

/** What was replied: whose expectation, to whom, and the word. The others have not been replied to. */
const replied: readonly (readonly [by: PersonKey, organisation: OrganisationKey, from: OrganisationKey, kind: Kind, reply: 'accepted' | 'adjusted' | 'declined', word: string | null])[] = [
  ['partner', 'lia', 'fylket', 'people', 'accepted', null],
  ['sekretariat', 'fylket', 'lia', 'instrument', 'adjusted', 'Vi sier fra når vi vet det selv, og senest to måneder før.'],
  ['naering', 'naeringsforeningen', 'klyngen', 'people', 'declined', 'Vi har ikke folk til det nå, men kan sende det ut til medlemmene.'],
]

/** Two rounds of expectations: one that is shown and replied to in part, and one under way before the new agreement, which few have answered. */
export function expectationDeeds(told: Told): Deed[] {
  const { workspace, platform, calendar, idOf } = told
  const rounds: { id: string }[] = []
  const ask = (day: number, draft: { title: string; message: string; dueOn: string; shownTo: 'asked' | 'members' }, organisations: readonly OrganisationKey[], named: readonly (readonly [OrganisationKey, string, string])[]): Deed => ({
    day, order: afterStatus, by: 'sekretariat',
    async does(work) {
      const made = await draftExpectations(work, workspace, draft, organisations.map(idOf))
      rounds.push(made)
      const answers = await asking.answersIn(work.tx, 'expectation', made.id)
      for (const [key, name, email] of named) {
        const answer = answers.find((one) => one.organisationId === idOf(key))
        if (answer) await asking.namePerson(work, expectations, workspace, answer, { name, email })
      }
      const round = await expectationRoundById(work.tx, made.id)
      if (!round || 'refused' in (await asking.sendRound(work, platform, expectations, workspace, round))) throw new Error('The demo asks nobody what they expect')
    },
  })
  const answer = (nth: number, [by, organisation, day, says]: (typeof first)[number], sends: boolean): Deed => ({ day, order: afterStatus, by, does: (work) => write(work, told, rounds[nth]?.id ?? '', organisation, says, sends) })
  const replies = replied.map(([by, organisation, from, kind, reply, word]): Deed => ({
    day: 170, order: afterStatus, by,
    async does(work) {
      const round = await expectationRoundById(work.tx, rounds[0]?.id ?? '')
      const row = round && (await readShown(work.tx, round))?.rows.find(({ said }) => said.fromId === idOf(from) && said.aboutId === idOf(organisation) && said.kind === kind)
      if (round && row) await replyToExpectation(work, round, 'active', row.said, { reply, word, version: 0, channel: 'link', organisationId: idOf(organisation), toldBy: null, toldOn: null })
    },
  }))
  const named = [['klyngen', 'Daglig leder i Industriklyngen', 'klynge@eksempel.example'], ['reiselivet', 'Daglig leder i reiselivslaget', 'reiselivet@eksempel.example']] as const
  return [
    ask(200, { title: 'Forventninger før handlingsplanen', message: 'Svarene er grunnlaget for planen. Vi går gjennom dem på partnerskapsmøtet.', dueOn: calendar.ago(182), shownTo: 'asked' }, ['fylket', 'lia', 'vassoy', 'naeringsforeningen', 'klyngen'], named.slice(0, 1)),
    ...first.map((one) => answer(0, one, true)),
    {
      day: 181, order: afterStatus, by: 'sekretariat',
      async does(work) {
        const roundNow = () => expectationRoundById(work.tx, rounds[0]?.id ?? '')
        const open = await roundNow()
        if (open) await asking.close(work, platform, expectations, workspace, open)
        const closed = await roundNow()
        if (closed) await releaseExpectations(work, platform, workspace, closed, calendar.ago(160))
      },
    },
    ...replies,
    ask(12, { title: 'Forventninger før ny avtale', message: 'Partnerskapsavtalen går ut neste år. Si hva dere venter av den neste, og hva dere kan bidra med.', dueOn: calendar.today.add({ days: 25 }).toString(), shownTo: 'asked' }, ['fylket', 'lia', 'vassoy', 'naeringsforeningen', 'reiselivet', 'hogskolen'], named.slice(1)),
    answer(1, ['vassoy', 'vassoy', 4, { expects: [['lia', 'competence', 'At vi lager én plan for grønn havn sammen med Lia.'], [null, 'network', 'At vi møter bedriftene i hele fylket.']], offers: [['competence', 'Det vi har lært om landstrøm.']] }], true),
    // Begun, and not sent: nobody but Lia kommune sees it.
    answer(1, ['partner', 'lia', 2, { expects: [['fylket', 'instrument', 'At fylket setter av midler for hele perioden.']] }], false),
  ]
}

async function write(work: Work, { idOf }: Told, roundId: string, organisation: OrganisationKey, says: Says, sends: boolean): Promise<void> {
  const round = await expectationRoundById(work.tx, roundId)
  const answer = (await asking.answersIn(work.tx, 'expectation', roundId)).find((one) => one.organisationId === idOf(organisation))
  if (!round || !answer) return
  const kept = await asking.keepDraft(work, expectationStatements, answer, answer.version, [
    ...(says.expects ?? []).map(([of, kind, text]) => ({ what: 'expects' as const, kind, aboutId: of === null ? null : idOf(of), text })),
    ...(says.offers ?? []).map(([kind, text]) => ({ what: 'offers' as const, kind, aboutId: null, text })),
    ...(says.needs ?? []).map((text) => ({ what: 'needs' as const, kind: null, aboutId: null, text })),
  ])
  if ('refused' in kept || !sends) return
  const sent = await asking.sendAnswer(work, expectations, expectationStatements, round, 'active', answer.id, { channel: 'link', toldBy: null, toldOn: null })
  if ('refused' in sent) throw new Error('The demo does not answer what it expects')
}
