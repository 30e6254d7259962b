import { texts } from '../../../platform/text/texts.ts'

export const placeWords = texts({
  nb: { label: 'Arenaer og møter', arenas: 'Arenaer', map: 'Arenakart', meetings: 'Møter', matters: 'Saker', followUps: 'Oppfølging', decisions: 'Vedtak' },
  nn: { label: 'Arenaer og møte', arenas: 'Arenaer', map: 'Arenakart', meetings: 'Møte', matters: 'Saker', followUps: 'Oppfølging', decisions: 'Vedtak' },
  en: { label: 'Arenas and meetings', arenas: 'Arenas', map: 'Arena map', meetings: 'Meetings', matters: 'Matters', followUps: 'Follow-up', decisions: 'Decisions' },
})
