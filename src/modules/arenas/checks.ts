import { type SqlBool, sql } from 'kysely'
import { check, type Check } from '../../platform/item/check.ts'
import { arenaChecks } from './arena/arena.checks.ts'
import { matterChecks } from './matter/matter.checks.ts'
import { buskerud } from './sources.ts'

export const checks: readonly Check[] = [
  ...matterChecks,
  ...arenaChecks,
  check({
    id: 'decision-not-followed-up', kind: 'decision', severity: 1, parts: [], byDate: true,
    fails: ({ today }) => sql<SqlBool>`item.state = 'decided' and own.due_on < ${today}::date`,
    mend: [{ by: 'state', states: ['followed_up'] }, { by: 'field', field: 'due_on' }],
    source: buskerud,
    words: {
      nb: { title: 'Vedtak som ikke er fulgt opp', word: 'ikke fulgt opp', why: 'Der arenaene ikke henger sammen, blir ikke det dere er enige om, til målrettet handling. Si hva som kom ut av vedtaket.', mend: 'Si at det er fulgt opp, eller sett en ny frist.' },
      nn: { title: 'Vedtak som ikkje er følgde opp', word: 'ikkje følgt opp', why: 'Der arenaene ikkje heng saman, blir ikkje det de er samde om, til målretta handling. Sei kva som kom ut av vedtaket.', mend: 'Sei at det er følgt opp, eller set ein ny frist.' },
      en: { title: 'Decisions that are not followed up', word: 'not followed up', why: 'Where arenas are not connected, what you agree on does not become focused action. Say what came of the decision.', mend: 'Say that it has been followed up, or set a new date.' },
    },
  }),
  check({
    id: 'decision-needed', kind: 'decision', severity: 2, parts: [],
    fails: () => sql<SqlBool>`item.state = 'needed'`,
    mend: [{ by: 'state', states: ['decided'] }, { by: 'open', rest: '/endre' }],
    source: buskerud,
    words: {
      nb: { title: 'Saker som må avgjøres', word: 'må avgjøres', why: 'Så lenge ingen avgjør, venter alle. Politikken skal kunne styre uten å sitte i møtene, og da må sakene være synlige.', mend: 'Ta saken til den som avgjør. Er det vedtatt, si det her.' },
      nn: { title: 'Saker som må avgjerast', word: 'må avgjerast', why: 'Så lenge ingen avgjer, ventar alle. Politikken skal kunne styre utan å sitje i møta, og då må sakene vere synlege.', mend: 'Ta saka til den som avgjer. Er det vedteke, sei det her.' },
      en: { title: 'Matters to be decided', word: 'to be decided', why: 'As long as nobody decides, everybody waits. Politics should be able to steer without sitting in the meetings, so matters must be visible.', mend: 'Take it to whoever decides. If it has been decided, say so here.' },
    },
  }),
]
