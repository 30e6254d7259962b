import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/database.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { Invitation } from './invitation.ts'
import { findInvitation } from './invitation.store.ts'

/** What the one who is invited may know before saying yes: who asks, to what, and who answers for it. */
export type Invited = Invitation & {
  workspace: { slug: string; title: string; language: Lang; state: string; template: string; public: boolean; endsOn: string | null }
  inviter: string | null
  organisation: string | null
  legalOwner: string | null
  dataController: string | null
  /** What the person is called here, and whether anybody has been let in as them. */
  name: string
  known: boolean
}

type Around = Pick<Invited, 'inviter' | 'organisation' | 'legalOwner' | 'dataController' | 'name' | 'known'> & Invited['workspace']

export async function readInvited(db: Reader, id: string): Promise<Invited | null> {
  const invitation = await findInvitation(db, id)
  if (!invitation) return null
  const { rows } = await sql<Around>`
    select w.slug, w.title, w.language, w.state, w.template, w.public, w.ends_on as "endsOn", inviter.name as inviter, o.name as organisation, owner.name as "legalOwner", controller.name as "dataController", p.name,
      not i.person_made or exists (select from first_login f where f.person_id = p.id) or exists (select from membership m where m.person_id = p.id) as known
    from invitation i
    join workspace w on w.id = i.workspace_id
    join person p on p.id = i.person_id
    left join person inviter on inviter.id = i.invited_by
    left join organisation o on o.id = i.organisation_id
    left join organisation owner on owner.id = w.legal_owner_id
    left join organisation controller on controller.id = w.data_controller_id
    where i.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) return null
  const { inviter, organisation, legalOwner, dataController, name, known, ...workspace } = row
  return { ...invitation, workspace, inviter, organisation, legalOwner, dataController, name, known }
}
