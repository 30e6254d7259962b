import type { Outcome, Work } from '../../../platform/db/work.ts'
import { changeChildren } from '../../../platform/item/item.actions.ts'
import { type Item, readItems } from '../../../platform/item/item.store.ts'
import {
  agreement, agreementSections, agreeOnText, anchor, answerSuccessor, commentOnText, draftText, governanceModel, governanceText, joinParties, materialFor, partiesTo, putInForce, settleRoles, sign, writeInfluence, writeSeat, writeSection,
} from '../../../modules/agreements/index.ts'
import type { Workspace } from '../../../modules/workspaces/index.ts'
import type { Calendar } from '../calendar.ts'
import type { Entry } from '../entry.ts'
import type { OrganisationKey } from '../organisations.ts'
import type { Deed } from '../story.ts'

const old = 'Samarbeidsavtale for næring og kompetanse i Storfylket'
const fresh = 'Partnerskapsavtale for Eksempelfylket'

/** An agreement that is to be renewed, made with a county that was dissolved since; and the one that is being written. */
export const agreementEntries = (t: Calendar): Entry[] => [
  {
    key: 'A1', kind: agreement, day: 480, title: old,
    fields: { purpose: 'Å samordne virkemidler for næring og kompetanse.', starts_on: '2022-04-01', ends_on: t.end(3), renew_by: t.end(1), notice: 'skriftlig, med seks måneders varsel.', case_number: '22/118 (eksempel)' },
  },
  {
    key: 'S1', kind: governanceModel, day: 60, by: 'leder', title: 'Slik styrer vi partnerskapet',
    fields: { leadership: 'administrative', why: 'Partnerskapet iverksetter det fylkestinget og kommunestyrene har vedtatt.', mandate: 'Arbeidsutvalget kan prioritere innenfor handlingsplanen. Nye mål og nye penger går til politisk behandling.' },
  },
  {
    key: 'A2', kind: agreement, day: 26, title: fresh,
    fields: { purpose: 'Vi vil gjøre færre ting sammen, og gjøre dem ferdige.', starts_on: t.start(4), ends_on: t.end(52), notice: 'skriftlig, med seks måneders varsel.' },
  },
]

type Telling = { workspace: Workspace; calendar: Calendar; idOf: (key: OrganisationKey) => string }

/** The county that was dissolved became two; whether they take over is answered for one of them. */
export const dissolved = { from: 'storfylket', to: ['fylket', 'nabofylket'], on: '2024-01-01' } as const satisfies { from: OrganisationKey; to: readonly OrganisationKey[]; on: string }

export function agreementDeeds({ workspace, calendar, idOf }: Telling): Deed[] {
  const find = async (work: Work, title: string): Promise<Item> => (await readItems(work.tx, work.viewer, agreement, { workspaceId: workspace.id })).find((one) => one.title === title) ?? fail(title)
  const partyOf = async (work: Work, item: Item, key: OrganisationKey) => (await partiesTo(work.tx, item.id)).find((one) => one.organisationId === idOf(key)) ?? fail(key)
  const first: readonly OrganisationKey[] = ['storfylket', 'elvestad', 'lia', 'hogskolen', 'naeringsforeningen']
  return [
    {
      day: 480, order: 3, by: 'sekretariat',
      async does(work) {
        const item = await find(work, old)
        done(await draftText(work, workspace, item, {
          workspace: 'Storfylket', parties: ['Storfylket fylkeskommune', 'Elvestad kommune', 'Lia kommune', 'Høgskolen i Eksempelfylket', 'Eksempelfylket næringsforening'],
          challenges: ['Unge flytter ut', 'Bedriftene mangler fagfolk'], goals: ['Flere unge i jobb', 'Mer forskning i bedriftene'], arenas: [{ title: 'Partnerskapsmøtet', rhythm: 'fire ganger i året' }],
          contributions: [{ organisation: 'Storfylket fylkeskommune', measure: 'Sekretariat', type: 'people', amount: 1.5, year: null }],
          governance: 'Fylkeskommunen leder partnerskapet og er sekretariat.', purpose: 'Å samordne virkemidler for næring og kompetanse.', startsOn: '2022-04-01', endsOn: calendar.end(3), renewBy: calendar.end(1), notice: 'skriftlig, med seks måneders varsel.',
        }))
        done(await joinParties(work, workspace, item, first.map((key) => ({ organisationId: idOf(key), joinedOn: null }))))
        for (const [i, key] of first.entries()) {
          const party = await partyOf(work, item, key)
          done(await anchor(work, workspace, item, party, party.revision, { body: bodies[key] ?? 'Styret', on: `2022-03-0${i + 1}`, caseNumber: `22/${40 + i} (eksempel)` }))
        }
        done(await agreeOnText(work, workspace, item, (await find(work, old)).version, { on: '2022-03-15', note: 'Partnerskapsmøtet på Elvestad' }))
        const text = await find(work, old)
        settled(await settleRoles(work, workspace, text, text.version, first.map((key) => ({ organisationId: idOf(key), role: key === 'storfylket' ? 'leads' as const : 'takes_part' as const })), null))
        for (const key of first) {
          const party = await partyOf(work, item, key)
          done(await sign(work, workspace, item, party, party.revision, { name: signers[key] ?? 'Styrelederen', on: '2022-03-22', fileId: null, early: null }))
        }
        const signed = await find(work, old)
        done(await putInForce(work, workspace, signed, signed.version))
      },
    },
    {
      day: 60, order: 3, by: 'leder',
      async does(work) {
        const [model] = await readItems(work.tx, work.viewer, governanceModel, { workspaceId: workspace.id })
        if (!model) return fail('governance')
        done(await changeChildren(work, workspace, governanceModel, model, model.version, 'governance-seat.added', async () => {
          await writeSeat(work.tx, model.id, { role: 'chair', organisationId: idOf('fylket'), holder: 'Fylkesdirektør for næring (eksempel)', fromOn: calendar.start(-6), toOn: calendar.end(18) }, null)
          await writeSeat(work.tx, model.id, { role: 'deputy', organisationId: idOf('elvestad'), holder: 'Kommunedirektør (eksempel)', fromOn: calendar.start(-6), toOn: calendar.end(18) }, null)
          await writeSeat(work.tx, model.id, { role: 'secretariat', organisationId: idOf('fylket'), holder: null, fromOn: null, toOn: null }, null)
          await writeInfluence(work.tx, model.id, { means: 'mandate', body: 'Fylkestinget', dueOn: null, doneOn: calendar.ago(150), note: 'Sak 14 (eksempel)' }, null)
          await writeInfluence(work.tx, model.id, { means: 'consultation', body: 'Fylkesutvalget og formannskapene', dueOn: calendar.end(3), doneOn: null, note: 'Før handlingsprogrammet rulleres' }, null)
          await writeInfluence(work.tx, model.id, { means: 'orientation', body: 'Hovedutvalget for næring', dueOn: calendar.end(1), doneOn: null, note: null }, null)
          await writeInfluence(work.tx, model.id, { means: 'report', body: 'Fylkestinget', dueOn: calendar.end(4), doneOn: null, note: 'Årsrapporten' }, null)
        }))
      },
    },
    {
      day: 41, order: 3, by: 'leder',
      async does(work) {
        done(await answerSuccessor(work, workspace, await find(work, old), { fromId: idOf('storfylket'), toId: idOf('nabofylket') }, 'not', 'Fylkesdirektøren skrev at de lager sitt eget samarbeid.'))
      },
    },
    {
      day: 26, order: 3, by: 'sekretariat',
      async does(work) {
        const item = await find(work, fresh)
        done(await draftText(work, workspace, item, await materialFor(work.tx, work.viewer, workspace, item, await governanceText(work.tx, work.viewer, workspace))))
        done(await joinParties(work, workspace, item, (['fylket', 'elvestad', 'lia', 'gronnvik', 'hogskolen', 'naeringsforeningen'] as const).map((key) => ({ organisationId: idOf(key), joinedOn: null }))))
      },
    },
    {
      day: 19, order: 3, by: 'partner',
      async does(work) {
        const item = await find(work, fresh)
        const goals = (await agreementSections(work.tx, item.id, 1)).find((one) => one.key === 'goals') ?? fail('goals')
        done(await commentOnText(work, workspace, item, goals.id, 'Fem mål er mange. Kan vi samle oss om tre?'))
      },
    },
    {
      day: 12, order: 3, by: 'leder',
      async does(work) {
        const item = await find(work, fresh)
        const evaluation = (await agreementSections(work.tx, item.id, 1)).find((one) => one.key === 'evaluation') ?? fail('evaluation')
        done(await writeSection(work, workspace, item, evaluation, evaluation.revision, { heading: evaluation.heading, body: `${evaluation.body} Evalueringen er ferdig før handlingsplanen skal rulleres.` }))
      },
    },
  ]
}

const bodies: Partial<Record<OrganisationKey, string>> = { storfylket: 'Fylkestinget', elvestad: 'Kommunestyret', lia: 'Kommunestyret', hogskolen: 'Høgskolestyret' }
const signers: Partial<Record<OrganisationKey, string>> = { storfylket: 'Fylkesordføreren', elvestad: 'Ordføreren', lia: 'Ordføreren', hogskolen: 'Rektor' }

const done = <T>(outcome: Outcome<T, string>): T => ('done' in outcome ? outcome.done : fail(outcome.refused))
const fail = (what: string): never => {
  throw new Error(`The demo does not hang together: ${what}`)
}

const settled = (outcome: Awaited<ReturnType<typeof settleRoles>>): void => {
  if ('refused' in outcome) fail(JSON.stringify(outcome.refused))
}
