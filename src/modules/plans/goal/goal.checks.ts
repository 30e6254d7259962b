import { type SqlBool, sql } from 'kysely'
import { check, type Check, into, out } from '../../../platform/item/check.ts'
import { bestCases, buskerud, cityRegions } from '../sources.ts'

const challenges = [out('addresses', 'challenge')]
const knowledge = [into('supports', 'finding')]
const knowledgeOfChallenges = [...challenges, ...knowledge]
const areas = [into('pursues', 'priority_area')]
const measures = [into('delivers', 'measure')]
const indicators = [into('measures', 'indicator')]

export const goalChecks: readonly Check[] = [
  check({
    id: 'goal-without-area-or-measure', kind: 'goal', severity: 1, parts: ['goal', 'measure'], end: 'after',
    looks: [areas, measures],
    // Where areas stand above goals, an area carries nothing on from its goal.
    fails: ({ tied, loose }) => sql<SqlBool>`${loose(measures)} and (workspace.areas_above_goals or not ${tied(areas)})`,
    mend: (above) => [
      ...(above ? [] : [{ by: 'tie' as const, hop: into('pursues', 'priority_area'), make: ['priority_area'] }]),
      { by: 'tie', hop: into('delivers', 'measure'), make: ['measure'] },
    ],
    source: buskerud,
    words: {
      nb: { title: 'Mål som ingenting bygger opp om', word: 'ingenting bygger opp om det', why: 'Et mål uten innsats forblir et ønske. Da er det bedre å ha færre mål og gjøre noe med dem.', mend: 'Knytt et innsatsområde eller tiltak til målet, eller ta målet ut av planen.' },
      nn: { title: 'Mål som ingenting byggjer opp om', word: 'ingenting byggjer opp om det', why: 'Eit mål utan innsats blir verande eit ønske. Då er det betre å ha færre mål og gjere noko med dei.', mend: 'Knyt eit innsatsområde eller tiltak til målet, eller ta målet ut av planen.' },
      en: { title: 'Goals that nothing pursues', word: 'nothing pursues it', why: 'A goal without effort remains a wish. It is better to have fewer goals and do something about them.', mend: 'Tie a priority area or measure to the goal, or take it out of the plan.' },
    },
  }),
  check({
    id: 'goal-without-knowledge', kind: 'goal', severity: 2, parts: ['knowledge', 'challenge', 'goal'], end: 'before',
    looks: [challenges, knowledge, knowledgeOfChallenges],
    // One that is tied to no challenge is another loose thread, and not this one too.
    fails: ({ tied, loose }) => sql<SqlBool>`${tied(challenges)} and ${loose(knowledge, knowledgeOfChallenges)}`,
    mend: [{ by: 'tie', hop: into('supports', 'finding'), make: ['finding'] }],
    source: cityRegions,
    words: {
      nb: { title: 'Mål uten kunnskap bak', word: 'uten kunnskap bak', why: 'Mål som bygger på noe dere vet, står seg når noen spør hvorfor. Strategier skal hvile på en helhetlig analyse.', mend: 'Knytt et funn til målet eller til utfordringen det svarer på.' },
      nn: { title: 'Mål utan kunnskap bak', word: 'utan kunnskap bak', why: 'Mål som byggjer på noko de veit, står seg når nokon spør kvifor. Strategiar skal kvile på ein heilskapleg analyse.', mend: 'Knyt eit funn til målet eller til utfordringa det svarer på.' },
      en: { title: 'Goals without knowledge behind them', word: 'no knowledge behind it', why: 'Goals that rest on something you know hold when somebody asks why. Strategies should rest on a whole analysis.', mend: 'Tie a finding to the goal or to the challenge that it addresses.' },
    },
  }),
  check({
    id: 'goal-without-challenge', kind: 'goal', severity: 2, parts: ['challenge', 'goal'], end: 'before',
    looks: [challenges],
    fails: ({ loose }) => loose(challenges),
    mend: [{ by: 'tie', hop: out('addresses', 'challenge'), make: ['challenge'] }],
    source: buskerud,
    words: {
      nb: { title: 'Mål som ikke svarer på en utfordring', word: 'uten utfordring', why: 'En felles forståelse av utfordringene er det partnerskapet i Buskerud selv trekker fram som grunnlaget.', mend: 'Knytt målet til utfordringen det svarer på.' },
      nn: { title: 'Mål som ikkje svarer på ei utfordring', word: 'utan utfordring', why: 'Ei felles forståing av utfordringane er det partnarskapet i Buskerud sjølv trekkjer fram som grunnlaget.', mend: 'Knyt målet til utfordringa det svarer på.' },
      en: { title: 'Goals that address no challenge', word: 'no challenge', why: 'A shared understanding of the challenges is what the Buskerud partnership itself points to as its foundation.', mend: 'Tie the goal to the challenge that it addresses.' },
    },
  }),
  check({
    id: 'goal-without-indicator', kind: 'goal', severity: 2, parts: ['goal'],
    looks: [indicators],
    fails: ({ loose }) => loose(indicators),
    mend: [{ by: 'tie', hop: into('measures', 'indicator'), make: ['indicator'] }],
    source: bestCases,
    words: {
      nb: { title: 'Mål som ikke måles', word: 'ikke målt', why: 'Uten noe å se etter vet dere ikke om målet nærmer seg. Regioner som lykkes, holder ut lenge, og da må en se framgangen.', mend: 'Skriv hva dere ser etter: et tall, eller med ord.' },
      nn: { title: 'Mål som ikkje blir målte', word: 'ikkje målt', why: 'Utan noko å sjå etter veit de ikkje om målet kjem nærare. Regionar som lukkast, held ut lenge, og då må ein sjå framgangen.', mend: 'Skriv kva de ser etter: eit tal, eller med ord.' },
      en: { title: 'Goals that are not measured', word: 'not measured', why: 'Without something to look for you do not know whether the goal is nearer. Regions that succeed keep at it for long, and need to see progress.', mend: 'Write what you look for: a number, or in words.' },
    },
  }),
]
