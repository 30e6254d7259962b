import type { Platform } from '../../platform/platform.ts'
import { accept, findWaiting, lastDayFrom, sendInvitations } from '../../modules/workspaces/index.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'
import type { Deed } from './story.ts'

/** Two organisations that the secretariat has asked to name somebody: one has answered, one has not yet. */
export function invitationDeeds(platform: Platform, workspaceId: string, organisations: ReadonlyMap<OrganisationKey, string>, persons: ReadonlyMap<PersonKey, string>): Deed[] {
  const post = { passKey: platform.passKey, baseUrl: platform.config.baseUrl }
  const ask = (day: number, organisation: OrganisationKey, email: string, greeting: string): Deed => ({
    day, order: 0, by: 'sekretariat',
    async does(work) {
      await sendInvitations(work, post, workspaceId, {
        kind: 'person', addresses: [email], role: 'partner', organisationId: organisations.get(organisation) ?? null, memberFrom: null, memberTo: null, greeting, language: 'nb', lastDay: lastDayFrom(work.now),
      })
    },
  })
  return [
    ask(33, 'klyngen', 'klynge@eksempel.example', 'Dere eier tre av tiltakene. Da er det bedre at dere selv skriver hvordan det går.'),
    {
      day: 31, order: 0, by: 'klynge',
      async does(work) {
        const id = await findWaiting(work.tx, workspaceId, persons.get('klynge') ?? '')
        if (id) await accept(work, id, { name: null, title: 'Daglig leder' })
      },
    },
    ask(9, 'reiselivet', 'reiselivet@eksempel.example', 'Vi trenger en fra reiselivet når vi skal velge tiltak for neste år.'),
  ]
}
