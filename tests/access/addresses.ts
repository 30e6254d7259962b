import { catalogue } from '../../src/app/app.ts'
import { organisationKey } from '../../src/modules/actors/index.ts'
import type { House } from '../support/house.ts'

/** An address for a route in the example workspace, with an item that all members may see; null when what it needs is made elsewhere. */
export type AddressOf = (path: string, slug?: string) => string | null

export async function addressesIn(house: House): Promise<AddressOf> {
  const { db } = house.platform
  const workspace = await db.selectFrom('workspace').select('id').where('slug', '=', 'eksempelfylket').executeTakeFirstOrThrow()
  const rows = await db.selectFrom('item').select(['kind', (eb) => eb.fn.min('number').as('number')])
    .where('workspace_id', '=', workspace.id).where('audience', '=', 'workspace').where('removed_at', 'is', null)
    // Not what the partner's organisation owns: that is theirs to change.
    .where('id', 'not in', (eb) => eb.selectFrom('item_organisation as o').innerJoin('membership as m', 'm.organisation_id', 'o.organisation_id').where('m.role', '=', 'partner').where('o.role', '=', 'owner').select('o.item_id'))
    .groupBy('kind').execute()
  // An organisation that is for everybody, and what the secretariat wrote on its behalf.
  const offer = await db.selectFrom('offer').innerJoin('organisation as o', 'o.id', 'offer.organisation_id').select(['offer.id', 'o.id as organisation', 'o.name', 'o.kind', 'o.orgnr', 'o.official_number'])
    .where('on_behalf_in', '=', workspace.id).where('o.id', 'in', (eb) => eb.selectFrom('offer as f').where('f.audience', '=', 'public').select('f.organisation_id'))
    .executeTakeFirstOrThrow()
  const key = organisationKey({ ...offer, id: offer.organisation })
  // Somebody who shows nothing of themselves, in the example workspace.
  const person = await db.selectFrom('membership as m').innerJoin('person', 'person.id', 'm.person_id').select('person.id').where('m.workspace_id', '=', workspace.id)
    .where('person.name', 'like', 'Representant for Vassøy%').executeTakeFirstOrThrow()
  const affiliation = await db.selectFrom('affiliation as a').innerJoin('identity as i', 'i.person_id', 'a.person_id').select('a.id').where('i.provider', '=', 'demo').where('i.subject', '=', 'sekretariat').where('a.valid_to', 'is', null)
    .executeTakeFirstOrThrow()
  const numbers = new Map(rows.map((row) => [row.kind, Number(row.number)]))
  return (path, slug = 'eksempelfylket') => {
    const kind = [...catalogue.kinds.values()].find((k) => path.startsWith(`/arbeidsrom/:workspace/${k.segment}/`))
    const number = kind ? numbers.get(kind.name) : undefined
    const address = path.replace(':workspace', slug).replace(':fil', 'planen.docx').replace(/:key(\{[^}]*\})?/, key).replace(/:offer(\{[^/]*\})?/, offer.id).replace(/:organisation\{.*\}$/, offer.organisation).replace(/:person(\{[^/]*\})?/, person.id).replace(/:affiliation(\{[^/]*\})?/, affiliation.id).replace(/:provider(\{[^}]*\})?/, 'idporten').replace(/:token(\{[^}]*\})?/, 'A'.repeat(43)).replace(/:number(\{[^}]*\})?/, number ? String(number) : '§')
    // What is to be ordered stands in the query; an order is made elsewhere.
    return /[§:]/.test(address) ? null : path.endsWith('/last-ned') ? `${address}?fil=planen.pdf` : address
  }
}
