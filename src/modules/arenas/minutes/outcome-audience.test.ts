import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roles } from '../../../platform/access/viewer.ts'
import { leading } from '../../../platform/item/kind.ts'
import { outcomeSeen, type Seen } from './outcome-audience.ts'

const way = { draft: { state: 'held', approvalAskedOn: null }, asked: { state: 'held', approvalAskedOn: '2026-11-20' }, approved: { state: 'approved', approvalAskedOn: '2026-11-20' } }
const workspace: Seen = { audience: 'workspace', roles: [] }

test('what is taken down is seen by those who see the minutes, and by the workspace when they are approved', () => {
  expect(outcomeSeen({ ...workspace, ...way.draft }, null)).toEqual({ seen: { audience: 'roles', roles: leading }, waits: true })
  expect(outcomeSeen({ ...workspace, ...way.asked }, null).seen.roles).toEqual(roles.filter((one) => one !== 'political'))
  expect(outcomeSeen({ ...workspace, ...way.approved }, null)).toEqual({ seen: workspace, waits: false })
  // That the minutes are open to everybody makes no task so.
  expect(outcomeSeen({ audience: 'public', roles: [], ...way.approved }, null).seen).toEqual(workspace)
})

test('what comes of a meeting for some is for those of them who see its minutes; a decision that stood before gets its own back', () => {
  const some: Seen = { audience: 'roles', roles: ['political', 'secretariat'] }
  expect([outcomeSeen({ ...some, ...way.draft }, null).seen.roles, outcomeSeen({ ...some, ...way.approved }, null).seen]).toEqual([['secretariat'], some])
  expect(outcomeSeen({ ...workspace, ...way.approved }, { audience: 'public', roles: [] }).seen.audience).toBe('public')
  expect(outcomeSeen({ ...workspace, ...way.draft }, { audience: 'author', roles: [] })).toEqual({ seen: { audience: 'author', roles: [] }, waits: false })
})

// Seen to fail when the roles of the meeting were taken as they stand.
test('the political body never sees what is not approved, and somebody always does', () => {
  const seen = fc.record({ audience: fc.constantFrom('public', 'workspace', 'roles'), roles: fc.subarray([...roles]) }) as fc.Arbitrary<Seen>
  fc.assert(fc.property(seen, fc.option(seen), fc.constantFrom('draft', 'asked'), (meeting, before, how) => {
    const told = outcomeSeen({ ...meeting, ...way[how as 'draft'] }, before)
    expect([told.seen.audience, told.seen.roles.includes('political'), told.seen.roles.length > 0, told.waits]).toEqual(['roles', false, true, true])
  }))
})
