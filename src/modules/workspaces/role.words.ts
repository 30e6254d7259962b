import type { Role } from '../../platform/access/viewer.ts'
import { texts } from '../../platform/text/texts.ts'

type Words = Readonly<Record<Role, { name: string; may: string }>>

/** What each role is called, and what one may do with it. Said where somebody is invited, and where they see who they are. */
export const roleWords = texts<Words>({
  nb: {
    leader: { name: 'Leder', may: 'Leser og endrer alt i planen, inviterer andre og bestemmer innstillinger.' },
    secretariat: { name: 'Sekretariat', may: 'Holder planen i orden: leser og endrer alt, inviterer andre og bestemmer innstillinger.' },
    partner: { name: 'Partner', may: 'Leser planen, svarer for organisasjonen sin og oppdaterer det organisasjonen eier.' },
    process_leader: { name: 'Prosessleder', may: 'Leser og endrer alt i planen, inviterer andre og bestemmer innstillinger.' },
    guide: { name: 'Veileder', may: 'Leser planen, og skriver funn og læringspunkter.' },
    reference_group: { name: 'Referansegruppe', may: 'Leser planen.' },
    researcher: { name: 'Forsker', may: 'Leser planen, og skriver funn, effekter og læringspunkter.' },
    political: { name: 'Politiker', may: 'Leser planen.' },
    participant: { name: 'Deltaker', may: 'Leser planen.' },
  },
  nn: {
    leader: { name: 'Leiar', may: 'Les og endrar alt i planen, inviterer andre og avgjer innstillingar.' },
    secretariat: { name: 'Sekretariat', may: 'Held planen i orden: les og endrar alt, inviterer andre og avgjer innstillingar.' },
    partner: { name: 'Partnar', may: 'Les planen, svarer for organisasjonen sin og oppdaterer det organisasjonen eig.' },
    process_leader: { name: 'Prosessleiar', may: 'Les og endrar alt i planen, inviterer andre og avgjer innstillingar.' },
    guide: { name: 'Rettleiar', may: 'Les planen, og skriv funn og læringspunkt.' },
    reference_group: { name: 'Referansegruppe', may: 'Les planen.' },
    researcher: { name: 'Forskar', may: 'Les planen, og skriv funn, effektar og læringspunkt.' },
    political: { name: 'Politikar', may: 'Les planen.' },
    participant: { name: 'Deltakar', may: 'Les planen.' },
  },
  en: {
    leader: { name: 'Leader', may: 'Reads and changes all of the plan, invites others and decides settings.' },
    secretariat: { name: 'Secretariat', may: 'Keeps the plan in order: reads and changes everything, invites others and decides settings.' },
    partner: { name: 'Partner', may: 'Reads the plan, answers for the organisation and updates what it owns.' },
    process_leader: { name: 'Process leader', may: 'Reads and changes all of the plan, invites others and decides settings.' },
    guide: { name: 'Guide', may: 'Reads the plan, and writes findings and lessons.' },
    reference_group: { name: 'Reference group', may: 'Reads the plan.' },
    researcher: { name: 'Researcher', may: 'Reads the plan, and writes findings, effects and lessons.' },
    political: { name: 'Politician', may: 'Reads the plan.' },
    participant: { name: 'Participant', may: 'Reads the plan.' },
  },
})
