import { check, type Check, into } from '../../../platform/item/check.ts'
import { buskerud, restructuring } from '../sources.ts'

const knowledge = [into('supports', 'finding')]
const goals = [into('addresses', 'goal')]

export const challengeChecks: readonly Check[] = [
  check({
    id: 'challenge-without-knowledge', kind: 'challenge', severity: 2, parts: ['knowledge', 'challenge'], end: 'before',
    looks: [knowledge],
    fails: ({ loose }) => loose(knowledge),
    mend: [{ by: 'tie', hop: into('supports', 'finding'), make: ['finding'] }],
    source: restructuring,
    words: {
      nb: { title: 'Utfordringer uten kunnskap bak', word: 'uten kunnskap bak', why: 'Gode grunnlagsdata gjør at partnerne ser det samme. Uten dem blir det fort en strid om meninger.', mend: 'Knytt et funn til utfordringen, eller skriv hva dere vet.' },
      nn: { title: 'Utfordringar utan kunnskap bak', word: 'utan kunnskap bak', why: 'Gode grunnlagsdata gjer at partnarane ser det same. Utan dei blir det fort ein strid om meiningar.', mend: 'Knyt eit funn til utfordringa, eller skriv kva de veit.' },
      en: { title: 'Challenges without knowledge behind them', word: 'no knowledge behind it', why: 'Good base data let the partners see the same thing. Without them it soon becomes a clash of opinions.', mend: 'Tie a finding to the challenge, or write what you know.' },
    },
  }),
  check({
    id: 'challenge-without-goal', kind: 'challenge', severity: 2, parts: ['challenge', 'goal'], end: 'after',
    looks: [goals],
    fails: ({ loose }) => loose(goals),
    mend: [{ by: 'tie', hop: into('addresses', 'goal'), make: ['goal'] }],
    source: buskerud,
    words: {
      nb: { title: 'Utfordringer som ingen mål svarer på', word: 'uten mål', why: 'En utfordring dere er enige om, men ikke gjør noe med, er verdt å velge bort med åpne øyne.', mend: 'Knytt utfordringen til et mål, eller si at den ikke skal løses her.' },
      nn: { title: 'Utfordringar som ingen mål svarer på', word: 'utan mål', why: 'Ei utfordring de er samde om, men ikkje gjer noko med, er verd å velje bort med opne auge.', mend: 'Knyt utfordringa til eit mål, eller sei at ho ikkje skal løysast her.' },
      en: { title: 'Challenges that no goal addresses', word: 'no goal', why: 'A challenge that you agree on but do nothing about is worth setting aside with open eyes.', mend: 'Tie the challenge to a goal, or say that it is not to be solved here.' },
    },
  }),
]
