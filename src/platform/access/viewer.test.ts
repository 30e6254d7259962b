import { expect, test } from 'vitest'
import { mayChange } from '../item/item.policy.ts'
import type { Item } from '../item/item.store.ts'
import type { Kind } from '../item/kind.ts'
import { actingFor, hasRole, keyWrites, type Membership, organisationsOf, partnerFor, type Viewer } from './viewer.ts'

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

test('somebody who acts for nobody changes nothing that has no owner, and nothing is changed where the work is over', () => {
  expect([actingFor(viewer(at('partner', null)), 'w'), actingFor(viewer(), 'w')]).toEqual([null, null])
  const kind = { writers: ['leader'] } as unknown as Kind
  const owned = { fields: { owner: ['lia', null] } } as unknown as Item
  const [lia, leader] = [viewer(at('partner', 'lia')), viewer(at('leader', 'lia'))]
  const may = (who: Viewer, state: string) => mayChange(who, { id: 'w', state }, kind, owned)
  expect([may(lia, 'active'), may(leader, 'active'), may(viewer(at('partner', null)), 'active')]).toEqual([true, true, false])
  expect([may(lia, 'archived'), may(leader, 'archived')]).toEqual([false, false])
})

test('a key writes what it is for, if it writes at all; a person needs none', () => {
  const writes = (limits: { writes: boolean; kinds: string[] | null } | null) => keyWrites({ person: null, memberships: [], lang: 'nb', ...(limits ? { key: { id: 'k', name: 'K', ...limits } } : {}) }, 'goal')
  expect([writes(null), writes({ writes: true, kinds: null }), writes({ writes: true, kinds: ['goal'] })]).toEqual([true, true, true])
  expect([writes({ writes: false, kinds: null }), writes({ writes: false, kinds: ['goal'] }), writes({ writes: true, kinds: ['measure'] }), writes({ writes: true, kinds: [] })]).toEqual([false, false, false, false])
})

test('one of the roles is enough, in that workspace', () => {
  const who = viewer(at('partner', 'lia'), at('leader', null), { ...at('guide', null), workspaceId: 'other' })
  expect([hasRole(who, 'w', 'leader'), hasRole(who, 'w', 'leader', 'secretariat'), hasRole(who, 'w', 'guide'), hasRole(who, 'w')]).toEqual([true, true, false, false])
})
