import { afterAll, describe, expect, it } from 'vitest'
import { changeSinceMonth, mostImportant } from '../../src/modules/thread/check/health.ts'
import { countsByDay } from '../../src/modules/thread/check/count.store.ts'
import { checkNewDay } from '../../src/modules/thread/index.ts'
import { testDatabase } from '../support/database.ts'
import { catalogue, workshop } from './world.ts'

const database = await testDatabase()
afterAll(() => database.close())

describe('over time', () => {
  it('a day is kept as it ended, without what not everybody may see', async () => {
    const w = await workshop(database.db, { now: '2026-09-01T10:00:00Z' })
    const rules = ['measure-without-owner']
    await w.add('measure', 'ett')
    await w.add('measure', 'to')
    await w.add('measure', 'hemmelig', { audience: 'author' })
    w.wait({ hours: 24 })
    await w.add('measure', 'tre', { audience: 'public' })
    w.wait({ hours: 24 })
    await checkNewDay(database.db, catalogue, w.now)
    const days = (member: boolean) => countsByDay(database.db, w.id, rules, member, '2026-01-01')
    expect(await days(true)).toEqual([{ day: '2026-09-01', count: 2 }, { day: '2026-09-02', count: 3 }])
    expect(await days(false)).toEqual([{ day: '2026-09-01', count: 0 }, { day: '2026-09-02', count: 1 }])
  })

  it('is compared with the last day that was kept a month ago or more', () => {
    const days = [{ day: '2026-08-01', count: 20 }, { day: '2026-10-10', count: 18 }, { day: '2026-10-11', count: 9 }]
    const on = (day: string) => changeSinceMonth(days, 14, Temporal.PlainDate.from(day))
    expect(on('2026-11-10')).toBe(-4)
    expect(on('2026-11-11')).toBe(5)
    expect(on('2026-08-31')).toBe(null)
  })
})

it('the most serious come first, then one of each sort, then what most hangs on', () => {
  const rules = catalogue.checks.filter((rule) => ['measure-without-owner', 'measure-overdue', 'finding-unused'].includes(rule.id))
  const row = (rule: string, rank: number, weight: number) => ({ rule, rank, weight, item_id: `${rule}${rank}`, organisation: null, since: Temporal.Instant.from('2026-01-01T00:00:00Z') })
  const rows = [row('finding-unused', 1, 99), row('measure-overdue', 1, 1), row('measure-without-owner', 1, 9), row('measure-without-owner', 2, 8)]
  expect(mostImportant(rules, rows).map((one) => one.item_id)).toEqual(['measure-without-owner1', 'measure-overdue1', 'measure-without-owner2'])
})
