import { catalogue } from '../../src/app/app.ts'
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
  const numbers = new Map(rows.map((row) => [row.kind, Number(row.number)]))
  return (path, slug = 'eksempelfylket') => {
    const kind = [...catalogue.kinds.values()].find((k) => path.startsWith(`/arbeidsrom/:workspace/${k.segment}/`))
    const number = kind ? numbers.get(kind.name) : undefined
    const address = path.replace(':workspace', slug).replace(/:token(\{[^}]*\})?/, 'A'.repeat(43)).replace(/:number(\{[^}]*\})?/, number ? String(number) : '§')
    return /[§:]/.test(address) ? null : address
  }
}
