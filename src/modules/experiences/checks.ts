import { check, type Check, out } from '../../platform/item/check.ts'

const uses = [out('used_in')]

export const checks: readonly Check[] = [
  check({
    id: 'lesson-unused', kind: 'lesson', severity: 3, parts: ['lesson'], end: 'after',
    looks: [uses],
    fails: ({ loose }) => loose(uses),
    mend: [{ by: 'tie', hop: out('used_in', 'goal', 'priority_area', 'measure'), make: ['measure'] }],
    source: { nb: 'Utviklingsprogram for byregioner, 2014', nn: 'Utviklingsprogram for byregionar, 2014', en: 'The development programme for city regions, 2014' },
    words: {
      nb: { title: 'Læring som ikke er brukt', word: 'ikke brukt', why: 'Utbyttet kommer når kjeden går ubrutt fra det én lærer, til det fellesskapet gjør annerledes.', mend: 'Knytt læringen til der den er brukt.' },
      nn: { title: 'Læring som ikkje er brukt', word: 'ikkje brukt', why: 'Utbyttet kjem når kjeda går ubroten frå det éin lærer, til det fellesskapet gjer annleis.', mend: 'Knyt læringa til der ho er brukt.' },
      en: { title: 'Lessons that are not used', word: 'not used', why: 'The benefit comes when the chain runs unbroken from what one person learns to what all do differently.', mend: 'Tie the lesson to where it is used.' },
    },
  }),
]
