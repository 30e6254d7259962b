import { sql } from 'kysely'
import { holdsOn } from '../../platform/access/holds.ts'
import type { Reader } from '../../platform/db/database.ts'

export type Acting = { personId: string; person: string; organisationId: string; organisation: string }

/** Who acts for which organisation in a workspace today, each pair once. */
export async function actingIn(db: Reader, workspaceId: string, today: string): Promise<Acting[]> {
  const { rows } = await sql<Acting>`
    select distinct p.id as "personId", p.name as person, o.id as "organisationId", o.name as organisation
    from membership m join person p on p.id = m.person_id join organisation o on o.id = m.organisation_id
    where m.workspace_id = ${workspaceId} and ${holdsOn('m', today)} order by p.name, o.name, p.id, o.id`.execute(db)
  return rows
}

/** Whether a person acts for an organisation somewhere else than in this workspace, today or later. */
export async function actsElsewhere(db: Reader, personId: string, organisationId: string, workspaceId: string, today: string): Promise<boolean> {
  const row = await db.selectFrom('membership').select('id').where('person_id', '=', personId).where('organisation_id', '=', organisationId).where('workspace_id', '<>', workspaceId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>=', today)])).executeTakeFirst()
  return row !== undefined
}
