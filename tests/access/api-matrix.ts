import type { KeyReach } from '../../src/platform/api/key.ts'

/**
 * What a key may do, by the name of an operation's policy, written by hand and held against the declarations of the API. An operation whose
 * policy stands nowhere here fails. `in`: let through. `out`: told that it is not its to do (403). `hidden`: not found (404).
 */
export type ExpectedOfKey = 'in' | 'out' | 'hidden'
type Row = Readonly<Record<KeyReach, ExpectedOfKey>>

const everyKey: Row = { read: 'in', 'read-all': 'in', write: 'in' }
const writersOnly: Row = { read: 'out', 'read-all': 'out', write: 'in' }

export const keyExpectedByPolicy: Readonly<Record<string, Row>> = { 'any-key': everyKey, 'workspace-members': everyKey }
export const keyExpectedByKindPolicy: Readonly<Record<string, Row>> = { readers: everyKey, writers: writersOnly, changers: writersOnly }
