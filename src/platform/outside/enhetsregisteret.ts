import type { OutsideFailure } from './ask.ts'

/** An organisation as Enhetsregisteret has it. `form` is its code: KOMM, FYLK, ORGL, AS, FLI. `name` is in capitals, as it is kept there. */
export type Unit = {
  orgnr: string
  name: string
  form: string
  formText: string
  /** Of the business address. */
  municipalityNumber: string | null
  parentOrgnr: string | null
}

/** `off`: this installation does not ask. `notFound`: no such number. `deleted`: it was there once, ended on that day when known. */
export type UnitAnswer = { found: Unit } | { failed: OutsideFailure | 'off' | 'notFound' } | { failed: 'deleted'; on: string | null }
export type UnitsAnswer = { found: readonly Unit[] } | { failed: OutsideFailure | 'off' }

/** Look-ups in Enhetsregisteret. Never throws, and never takes longer than its time-out. */
export type Enhetsregisteret = {
  byOrgnr(orgnr: string): Promise<UnitAnswer>
  /** At most ten whose names fit. */
  byName(name: string): Promise<UnitsAnswer>
}
