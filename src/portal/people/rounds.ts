import { expectations } from '../../modules/agreements/index.ts'
import type { AskedRounds } from '../../modules/actors/index.ts'
import { pictures, statusRounds } from '../../modules/plans/index.ts'
import { asking } from '../../modules/workspaces/index.ts'

/** Rounds in which people are asked on behalf of others: a new kind is a line here. An evaluation asks each for themselves, and nobody takes it over. */
export const rounds: readonly AskedRounds[] = [
  statusRounds,
  asking.askedRounds(expectations, (number) => `${expectations.path}/${number}/spurt`, { table: 'expectation_statement', column: 'about_id' }),
  asking.askedRounds(pictures, (number) => `${pictures.path}/${number}`),
]
