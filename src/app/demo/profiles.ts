import type { Consent, ProfileChange } from '../../modules/actors/index.ts'
import type { OrganisationKey } from './organisations.ts'
import type { PersonKey } from './people.ts'

type DemoProfile = {
  /** Where they belong, and what they are there; `since` is years ago, `until` too when it is over. */
  belongs: readonly { to: OrganisationKey; title: string; since: number; until?: number }[]
  help?: Pick<ProfileChange, 'help' | 'topics'>
  /** What they have said yes to; nothing is the least. */
  consent?: Partial<Consent>
}

const everywhere: Partial<Consent> = { name: 'everybody', role: 'everybody', help: 'everybody', contact: 'workspaces' }
const together: Partial<Consent> = { name: 'workspaces', role: 'workspaces', help: 'workspaces', contact: 'workspaces' }

/** Everybody in the example belongs somewhere. Some show what they can help with, some only to those they work with, some to nobody. */
export const profiles: Readonly<Record<PersonKey, DemoProfile>> = {
  sekretariat: {
    belongs: [{ to: 'fylket', title: 'Rådgiver', since: 4 }, { to: 'elvestad', title: 'Prosjektleder', since: 9, until: 4 }], consent: everywhere,
    help: { help: 'Jeg kan lede arbeidsmøter der mange skal bli enige, og hjelpe dere å gjøre en handlingsplan kortere.', topics: ['møteledelse', 'handlingsplaner', 'partnerskap'] },
  },
  leder: { belongs: [{ to: 'fylket', title: 'Leder av partnerskapet', since: 2 }], consent: { name: 'workspaces', role: 'workspaces' } },
  partner: {
    belongs: [{ to: 'lia', title: 'Næringsrådgiver', since: 3 }], consent: together,
    help: { help: 'Jeg kjenner ordningene for norskopplæring på arbeidsplassen, og viser gjerne fram hvordan vi gjør det.', topics: ['norskopplæring', 'rekruttering', 'små kommuner'] },
  },
  politiker: { belongs: [{ to: 'lia', title: 'Ordfører', since: 3 }] },
  prosessleder: {
    belongs: [{ to: 'fjellbygda', title: 'Prosessleiar', since: 1 }, { to: 'frivilligsentralen', title: 'Dagleg leiar', since: 6, until: 1 }], consent: everywhere,
    help: { help: 'Eg kan fortelje korleis ein får folk i ei lita bygd til å vere med frå starten.', topics: ['medverknad', 'møteplassar', 'frivilligheit'] },
  },
  naeringssjef: { belongs: [{ to: 'lia', title: 'Næringssjef', since: 4 }, { to: 'naeringsforeningen', title: 'Styreleder', since: 2 }], consent: together },
  // Belongs there since the invitation was answered.
  klynge: { belongs: [] },
  reiselivet: { belongs: [{ to: 'reiselivet', title: 'Daglig leder', since: 6 }] },
  utenfor: { belongs: [{ to: 'gronnvik', title: 'Prosjektleder', since: 1 }] },
  it: { belongs: [{ to: 'fylket', title: 'IT-ansvarlig', since: 3 }], consent: {} },
  vassoy: { belongs: [{ to: 'vassoy', title: 'Plansjef', since: 5 }] },
  naering: {
    belongs: [{ to: 'naeringsforeningen', title: 'Daglig leder', since: 5 }], consent: everywhere,
    help: { help: 'Jeg finner bedrifter som vil stille som mentorer, og vet hva som skal til for at de blir med et år til.', topics: ['mentorordninger', 'bedriftskontakt'] },
  },
  forsker: {
    belongs: [{ to: 'hogskolen', title: 'Forsker', since: 7 }], consent: everywhere,
    help: { help: 'Jeg kan hjelpe med å lage spørsmål til innbyggere og bedrifter, og med å se om et tiltak har virket.', topics: ['undersøkelser', 'evaluering', 'følgeforskning'] },
  },
}
