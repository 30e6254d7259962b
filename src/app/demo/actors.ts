import type { Tx } from '../../platform/db/database.ts'
import { localInstant } from '../../platform/time/oslo.ts'
import { insertAffiliation, insertOffer, leastConsent, writeConsent, writeProfile } from '../../modules/actors/index.ts'
import type { Calendar } from './calendar.ts'
import { offers } from './offers.ts'
import type { OrganisationKey } from './organisations.ts'
import { people, type PersonKey } from './people.ts'
import { profiles } from './profiles.ts'

type Ids = { organisations: ReadonlyMap<OrganisationKey, string>; persons: ReadonlyMap<PersonKey, string> }

const finders = (ids: Ids, calendar: Calendar) => ({
  organisation: (key: OrganisationKey) => ids.organisations.get(key) as string,
  person: (key: PersonKey) => ids.persons.get(key) as string,
  at: (day: number) => localInstant(Temporal.PlainDate.from(calendar.ago(day)).toPlainDateTime({ hour: 14 })),
})

/** Where people belong, what they can help with, and what they have said yes to show. */
export async function fillPeople(tx: Tx, calendar: Calendar, ids: Ids): Promise<void> {
  const { organisation, person, at } = finders(ids, calendar)
  for (const [key, { belongs, help, consent }] of Object.entries(profiles) as [PersonKey, (typeof profiles)[PersonKey]][]) {
    for (const one of belongs) {
      await insertAffiliation(tx, {
        personId: person(key), organisationId: organisation(one.to), title: one.title,
        from: `${calendar.year(-one.since)}-08-01`, to: one.until === undefined ? null : `${calendar.year(-one.until)}-07-31`,
      })
    }
    if (help) await writeProfile(tx, person(key), 0, { name: people[key].name, language: 'nb', phone: null, ...help })
    if (consent) await writeConsent(tx, person(key), { ...leastConsent, ...consent }, at(100))
  }
}

/** What the organisations can contribute: some have written it themselves, some is written on their behalf in the partnership. */
export async function fillOffers(tx: Tx, calendar: Calendar, ids: Ids, partnership: string): Promise<void> {
  const { organisation, person, at } = finders(ids, calendar)
  for (const one of offers(calendar).toSorted((a, b) => b.day - a.day)) {
    await insertOffer(
      tx, organisation(one.of),
      { kind: one.kind, text: one.text, audience: one.audience, startsOn: one.startsOn ?? null, endsOn: one.endsOn ?? null, contactId: one.contact ? person(one.contact) : null },
      one.language ?? 'nb', one.onBehalf ? partnership : null, { personId: person(one.by), at: at(one.day) },
    )
  }
}
