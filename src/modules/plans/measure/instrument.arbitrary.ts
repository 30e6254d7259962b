import fc from 'fast-check'
import { type Instrument, instrumentStates, instrumentTypes } from './instrument.ts'

/** Amounts as the column holds them: at most two decimals. */
export const hundredths = fc.integer({ min: 0, max: 1e9 }).map((n) => n / 100)
export const anyInstrument: fc.Arbitrary<Instrument> = fc.record({
  id: fc.uuid(),
  measureId: fc.constantFrom('m1', 'm2', 'm3'),
  organisationId: fc.option(fc.constantFrom('o1', 'o2', 'o3')),
  type: fc.constantFrom(...instrumentTypes),
  year: fc.option(fc.integer({ min: 2025, max: 2029 })),
  amount: fc.option(hundredths),
  state: fc.constantFrom(...instrumentStates),
  note: fc.option(fc.constantFrom('a', 'b')),
})
