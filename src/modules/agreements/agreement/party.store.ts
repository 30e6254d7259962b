import { sql } from 'kysely'
import type { Reader, Tx } from '../../../platform/db/database.ts'
import { v7 } from '../../../platform/item/id.ts'

/** A party of an agreement. Days as YYYY-MM-DD. `revision` counts its own changes, so that two who write of different parties do not meet. */
export type AgreementParty = {
  id: string; organisationId: string; name: string; joinedOn: string | null; succeedsId: string | null; succeeds: string | null
  anchoredBody: string | null; anchoredOn: string | null; anchoredCase: string | null; anchoredBy: string | null
  signedName: string | null; signedOn: string | null; signedEdition: number | null; signedFileId: string | null; signedFile: string | null; signedEarly: string | null; signedBy: string | null
  leftOn: string | null; leftWhy: string | null; revision: number
}

/** The parties of an agreement in Norwegian order, with the names of those who registered what stands. */
export const partiesTo = async (db: Reader, agreementId: string): Promise<AgreementParty[]> =>
  await db.selectFrom('agreement_party as p').innerJoin('organisation as o', 'o.id', 'p.organisation_id').leftJoin('organisation as before', 'before.id', 'p.succeeds_id')
    .leftJoin('person as anchorer', 'anchorer.id', 'p.anchored_by').leftJoin('person as signer', 'signer.id', 'p.signed_by').leftJoin('file', 'file.id', 'p.signed_file_id')
    .select([
      'p.id', 'p.organisation_id as organisationId', 'o.name', 'p.joined_on as joinedOn', 'p.succeeds_id as succeedsId', 'before.name as succeeds',
      'p.anchored_body as anchoredBody', 'p.anchored_on as anchoredOn', 'p.anchored_case as anchoredCase', 'anchorer.name as anchoredBy',
      'p.signed_name as signedName', 'p.signed_on as signedOn', 'p.signed_edition as signedEdition', 'p.signed_file_id as signedFileId', 'file.name as signedFile', 'p.signed_early as signedEarly', 'signer.name as signedBy',
      'p.left_on as leftOn', 'p.left_why as leftWhy', 'p.revision',
    ])
    .where('p.item_id', '=', agreementId).orderBy('o.name').orderBy('p.id').execute()

export async function insertParties(tx: Tx, agreementId: string, parties: readonly { organisationId: string; joinedOn: string | null; succeedsId?: string | null }[]): Promise<void> {
  const rows = parties.map((one, place) => ({ id: v7(), organisation: one.organisationId, joined: one.joinedOn, succeeds: one.succeedsId ?? null, place }))
  await sql`insert into agreement_party (id, item_id, place, organisation_id, joined_on, succeeds_id)
    select id, ${agreementId}::uuid, place, organisation, joined, succeeds from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) x (id uuid, organisation uuid, joined date, succeeds uuid, place integer)
    on conflict (item_id, organisation_id) do update set left_on = null, left_why = null, joined_on = excluded.joined_on, revision = agreement_party.revision + 1`.execute(tx)
}

export type Anchored = { body: string; on: string; caseNumber: string | null; by: string | null }
export type Signed = { name: string; on: string; edition: number | null; fileId: string | null; early: string | null; by: string | null }

type Change = Partial<{
  anchored_body: string | null; anchored_on: string | null; anchored_case: string | null; anchored_by: string | null
  signed_name: string | null; signed_on: string | null; signed_edition: number | null; signed_file_id: string | null; signed_early: string | null; signed_by: string | null
  left_on: string | null; left_why: string | null
}>

/** Compare and swap on the party's own revision. */
async function update(tx: Tx, id: string, revision: number, change: Change): Promise<boolean> {
  const updated = await tx.updateTable('agreement_party').set({ ...change, revision: revision + 1 }).where('id', '=', id).where('revision', '=', revision).executeTakeFirst()
  return updated.numUpdatedRows > 0n
}

export const setAnchored = (tx: Tx, id: string, revision: number, anchored: Anchored | null): Promise<boolean> =>
  update(tx, id, revision, { anchored_body: anchored?.body ?? null, anchored_on: anchored?.on ?? null, anchored_case: anchored?.caseNumber ?? null, anchored_by: anchored?.by ?? null })

export const setSigned = (tx: Tx, id: string, revision: number, signed: Signed | null): Promise<boolean> => update(tx, id, revision, {
  signed_name: signed?.name ?? null, signed_on: signed?.on ?? null, signed_edition: signed?.edition ?? null, signed_file_id: signed?.fileId ?? null, signed_early: signed?.early ?? null, signed_by: signed?.by ?? null,
})

export const setLeft = (tx: Tx, id: string, revision: number, left: { on: string; why: string | null } | null): Promise<boolean> => update(tx, id, revision, { left_on: left?.on ?? null, left_why: left?.why ?? null })

/** Takes away a party that was put there by mistake: one that has neither anchored nor signed. */
export async function deleteParty(tx: Tx, id: string, revision: number): Promise<boolean> {
  const gone = await tx.deleteFrom('agreement_party').where('id', '=', id).where('revision', '=', revision).where('anchored_on', 'is', null).where('signed_on', 'is', null).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
