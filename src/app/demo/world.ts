import type { Tx } from '../../platform/db/database.ts'
import type { Platform } from '../../platform/platform.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { insertPerson } from '../../modules/actors/index.ts'
import { addMember, insertWorkspace } from '../../modules/workspaces/index.ts'

/** People are roles, with no invented names. `subject` is what the log-in button sends. */
export const people = [
  { subject: 'sekretariat', name: 'Rådgiver i sekretariatet', role: 'secretariat', administrator: false },
  { subject: 'leder', name: 'Leder av partnerskapet', role: 'leader', administrator: false },
  { subject: 'partner', name: 'Representant for Lia kommune', role: 'partner', administrator: false },
  { subject: 'politiker', name: 'Ordfører i Lia kommune', role: 'political', administrator: false },
  { subject: 'utenfor', name: 'Prosjektleder i en liten kommune', role: null, administrator: false },
] as const

export async function fillWorld(platform: Platform, tx: Tx): Promise<void> {
  const now = platform.clock()
  const from = osloDate(now).toString()
  const workspaceId = await insertWorkspace(tx, {
    slug: 'eksempelfylket', title: 'Partnerskap for næring og kunnskap i Eksempelfylket', kind: 'partnership', template: 'partnership', language: 'nb', example: true,
    partsInUse: ['knowledge', 'challenge', 'goal', 'priorityArea', 'measure', 'result'],
  })
  for (const person of people) {
    const id = await insertPerson(tx, { name: person.name, administrator: person.administrator, demoRole: person.subject, email: `${person.subject}@eksempel.example` })
    if (person.role) await addMember(tx, { workspaceId, personId: id, role: person.role, organisationId: null, from })
  }
}
