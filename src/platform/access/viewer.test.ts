import { expect, test } from 'vitest'
import { mayChange } from '../item/item.policy.ts'
import type { Item } from '../item/item.store.ts'
import type { Kind } from '../item/kind.ts'
import { actingFor, type Membership, organisationsOf, partnerFor, type Viewer } from './viewer.ts'

const at = (role: Membership['role'], organisationId: string | null): Membership => ({ workspaceId: 'w', role, organisationId, organisationName: organisationId })
const viewer = (...memberships: Membership[]): Viewer => ({ person: { id: 'p', name: 'P', language: 'nb', administrator: false }, memberships, lang: 'nb' })
const may = (who: Viewer, owner: string) => mayChange(who, { id: 'w', state: 'active' }, { writers: ['leader'] } as unknown as Kind, { fields: { owner: [owner] } } as unknown as Item)

test('with several organisations, the one chosen decides what a partner may change', () => {
  const [lia, forening] = [at('partner', 'lia'), at('partner', 'forening')]
  expect([may(viewer(lia, forening), 'lia'), may(viewer(lia, forening), 'forening')]).toEqual([true, false])
  expect([may(viewer(forening, lia), 'lia'), may(viewer(forening, lia), 'forening')]).toEqual([false, true])
})

test('acting for an organisation as something else than its partner gives no right to change what it owns', () => {
  const who = viewer(at('political', 'lia'), at('partner', 'forening'))
  expect(actingFor(who, 'w')).toBe('lia')
  expect(partnerFor(who, 'w')).toBeNull()
  expect(may(who, 'forening')).toBe(false)
  expect(partnerFor(viewer(at('political', 'lia'), at('partner', 'lia')), 'w')).toBe('lia')
})

test('the organisations to choose among are those of this workspace, once each, the one acted for first', () => {
  const who = viewer(at('partner', 'b'), at('political', 'b'), at('researcher', null), at('partner', 'a'), { ...at('partner', 'c'), workspaceId: 'other' })
  expect(organisationsOf(who, 'w').map((one) => one.id)).toEqual(['b', 'a'])
})
