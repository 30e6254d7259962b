import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { type Column, DataTable, State, type StateKind } from '../../../ui/index.ts'
import type { AgreementParty } from './party.store.ts'
import { partyWords } from './party.words.ts'
import type { PartyState } from './standing.ts'

export const partyShapes: Readonly<Record<PartyState, StateKind>> = { waiting: 'not_started', anchored: 'in_progress', earlier: 'watch', signed: 'completed', taken_over: 'completed', left: 'cancelled' }

export type SeenParty = { party: AgreementParty; state: PartyState; anchor: boolean }

type Props = {
  lang: Lang
  rows: readonly SeenParty[]
  /** Where the pages of a party are. */
  here: string
  write: boolean
  /** Names of people, and what they signed, are for members. */
  people: boolean
  /** Only how far each has come, where there is little room. */
  brief?: boolean
  caption: string
}

/** Each party, what it has done and what may be done about it. */
export const PartyTable = ({ lang, rows, here, write, people, brief, caption }: Props) => {
  const w = partyWords[lang]
  const day = (on: string) => formatDate(on, lang)
  const columns: Column<SeenParty>[] = [
    {
      key: 'party', header: w.party, rowHeader: true,
      cell: ({ party }) => (
        <>
          {party.name}
          {party.succeeds ? <div class="hint">{w.succeeds(party.succeeds)}</div> : null}
          {party.joinedOn ? <div class="hint">{w.joined(day(party.joinedOn))}</div> : null}
          {party.leftOn ? <div class="hint">{w.left(day(party.leftOn), party.leftWhy ?? '')}</div> : null}
        </>
      ),
    },
    {
      key: 'anchored', header: w.anchored,
      cell: ({ party }) => party.anchoredOn ? (
        <>
          {w.bodyOn(party.anchoredBody ?? '', day(party.anchoredOn))}{party.anchoredCase ? `, ${w.case(party.anchoredCase)}` : ''}
          {people && party.anchoredBy ? <div class="hint">{w.by(party.anchoredBy)}</div> : null}
        </>
      ) : <span class="hint">{w.notYet}</span>,
    },
    {
      key: 'signed', header: w.signed,
      cell: ({ party }) => party.signedOn ? (
        <>
          {[day(party.signedOn), people && party.signedName, party.signedEdition && w.editionShort(party.signedEdition)].filter(Boolean).join(', ')}
          {party.signedEarly ? <div class="hint">{w.early(party.signedEarly)}</div> : null}
          {people && party.signedFileId ? <div><a href={`${here}/${party.id}/signert`}>{w.file}<span class="ds-sr-only">: {party.name}</span></a></div> : null}
          {people && party.signedBy ? <div class="hint">{w.by(party.signedBy)}</div> : null}
        </>
      ) : <span class="hint">{w.notYet}</span>,
    },
    { key: 'state', header: w.state, cell: ({ state }) => <State lang={lang} kind={partyShapes[state]}>{w.states[state]}</State> },
    ...(write || rows.some((one) => one.anchor) ? [{
      key: 'does', header: w.does,
      cell: ({ party, anchor }: SeenParty) => {
        const link = (rest: string, text: string) => <div><a class="no-print" href={`${here}/${party.id}/${rest}`}>{text}<span class="ds-sr-only">: {party.name}</span></a></div>
        return (
          <>
            {anchor ? link('forankring', party.anchoredOn ? w.changeAnchored : w.anchorThis) : null}
            {write ? link('signatur', party.signedOn ? w.changeSigned : w.signThis) : null}
            {write ? link('ut', party.leftOn ? w.changeLeft : w.leaveThis) : null}
          </>
        )
      },
    }] : []),
  ]
  const shown = brief ? columns.filter((one) => one.key === 'party' || one.key === 'state') : columns
  return <DataTable lang={lang} caption={caption} captionHidden columns={shown} rows={rows} />
}
