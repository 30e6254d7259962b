import { describe, expect, test } from 'vitest'
import { readActivities, readAll, readGoal } from './answers.ts'

const now = Temporal.Instant.from('2026-11-20T10:00:00Z')

describe('the quick start reads what was typed', () => {
  test('the goal and who you are must be there', () => {
    expect(Object.keys(readGoal({ mal: ' ', hvem: '' }, 'nb').errors)).toEqual(['mal', 'hvem'])
    expect(readGoal({ mal: '  Flere  unge\nhar sommerjobb ', hvem: 'Lia kommune' }, 'nb')).toEqual({ goal: 'Flere unge har sommerjobb', organisation: 'Lia kommune', errors: {} })
    expect(readGoal({ mal: 'x'.repeat(301), hvem: 'Lia' }, 'nn').errors.mal).toContain('301')
  })

  test('one activity is enough; who and when may come later', () => {
    const { activities, errors } = readActivities({ hva2: 'Spørre ti bedrifter' }, 'nb', now)
    expect(errors).toEqual({})
    expect(activities).toEqual([{ title: 'Spørre ti bedrifter', who: [], by: null }])
  })

  test('several may do it, and a date is read as people write it', () => {
    const { activities } = readActivities({ hva1: 'A', ansvarlig1: 'Kultur; NAV Lia ;', nar1: '1.6.2027' }, 'nb', now)
    expect(activities).toEqual([{ title: 'A', who: ['Kultur', 'NAV Lia'], by: '2027-06-01' }])
  })

  test('what cannot be read is said beside its field', () => {
    expect(readActivities({}, 'nb', now).errors).toHaveProperty('hva1')
    expect(readActivities({ hva1: 'A', ansvarlig2: 'NAV' }, 'nb', now).errors).toHaveProperty('hva2')
    expect(readActivities({ hva1: 'A', nar1: 'snart' }, 'nb', now).errors).toHaveProperty('nar1')
    expect(readActivities({ hva1: 'A', nar1: '2026-11-19' }, 'nb', now).errors).toHaveProperty('nar1')
    expect(readActivities({ hva1: 'A', nar1: '2026-11-20' }, 'nb', now).errors).toEqual({})
  })

  test('the page to go back to is the first that lacks something', () => {
    expect(readAll({ mal: '', hvem: '' }, 'nb', now).missing).toBe('goal')
    expect(readAll({ mal: 'A', hvem: 'B' }, 'nb', now).missing).toBe('activities')
    expect(readAll({ mal: 'A', hvem: 'B', hva1: 'C' }, 'nb', now).missing).toBe(null)
  })
})
