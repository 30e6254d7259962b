import type { DeclaredRelation } from '../../platform/item/manifest.ts'

/**
 * Relations are few, and named as verbs. They stand here together, because the thread is made of them; the kinds that
 * they tie belong to the modules.
 */
const claims = ['challenge', 'goal', 'priority_area', 'measure', 'result', 'effect', 'lesson'] as const

export const relations: readonly DeclaredRelation[] = [
  {
    name: 'supports', inThread: true, from: ['finding'], to: claims,
    words: {
      nb: { forward: 'støtter', backward: 'støttes av' },
      nn: { forward: 'støttar', backward: 'er støtta av' },
      en: { forward: 'supports', backward: 'is supported by' },
    },
  },
  {
    name: 'weakens', inThread: false, from: ['finding'], to: claims,
    words: {
      nb: { forward: 'svekker', backward: 'svekkes av' },
      nn: { forward: 'svekkjer', backward: 'er svekt av' },
      en: { forward: 'weakens', backward: 'is weakened by' },
    },
  },
  {
    name: 'addresses', inThread: true, from: ['goal'], to: ['challenge'],
    words: {
      nb: { forward: 'svarer på', backward: 'møtes av' },
      nn: { forward: 'svarer på', backward: 'er møtt av' },
      en: { forward: 'addresses', backward: 'is addressed by' },
    },
  },
  {
    name: 'pursues', inThread: true, from: ['priority_area'], to: ['goal'],
    words: {
      nb: { forward: 'bygger opp om', backward: 'bygges opp av' },
      nn: { forward: 'byggjer opp om', backward: 'er bygd opp av' },
      en: { forward: 'pursues', backward: 'is pursued by' },
    },
  },
  {
    name: 'delivers', inThread: true, from: ['measure'], to: ['priority_area', 'goal'],
    words: {
      nb: { forward: 'leverer til', backward: 'får levert av' },
      nn: { forward: 'leverer til', backward: 'får levert av' },
      en: { forward: 'delivers to', backward: 'is delivered by' },
    },
  },
  {
    name: 'leads_to', inThread: true, from: ['measure', 'result'], to: ['result', 'effect'],
    words: {
      nb: { forward: 'har ført til', backward: 'kommer av' },
      nn: { forward: 'har ført til', backward: 'kjem av' },
      en: { forward: 'has led to', backward: 'comes from' },
    },
  },
  {
    name: 'learned_from', inThread: true, from: ['lesson'], to: 'anything',
    words: {
      nb: { forward: 'er lært av', backward: 'har gitt læringen' },
      nn: { forward: 'er lært av', backward: 'har gitt lærdomen' },
      en: { forward: 'was learned from', backward: 'gave the lesson' },
    },
  },
  {
    name: 'used_in', inThread: false, from: ['lesson'], to: 'anything',
    words: {
      nb: { forward: 'er brukt i', backward: 'bygger på læringen' },
      nn: { forward: 'er brukt i', backward: 'byggjer på lærdomen' },
      en: { forward: 'is used in', backward: 'builds on the lesson' },
    },
  },
  {
    name: 'measures', inThread: false, from: ['indicator'], to: ['goal', 'priority_area', 'measure', 'result', 'effect'],
    words: {
      nb: { forward: 'måler', backward: 'måles av' },
      nn: { forward: 'måler', backward: 'er målt av' },
      en: { forward: 'measures', backward: 'is measured by' },
    },
  },
  {
    name: 'anchored_in', inThread: false, from: ['challenge', 'goal', 'priority_area', 'measure'], to: ['plan_document'],
    words: {
      nb: { forward: 'er forankret i', backward: 'forankrer' },
      nn: { forward: 'er forankra i', backward: 'forankrar' },
      en: { forward: 'is anchored in', backward: 'anchors' },
    },
  },
  {
    name: 'decides', inThread: false, from: ['decision'], to: 'anything',
    words: {
      nb: { forward: 'gjelder', backward: 'er vedtatt i' },
      nn: { forward: 'gjeld', backward: 'er vedteke i' },
      en: { forward: 'decides on', backward: 'was decided in' },
    },
  },
  {
    name: 'handles', inThread: false, from: ['matter'], to: 'anything',
    words: {
      nb: { forward: 'handler om', backward: 'tas opp i saken' },
      nn: { forward: 'handlar om', backward: 'blir teken opp i saka' },
      en: { forward: 'is about', backward: 'is raised in the matter' },
    },
  },
  {
    name: 'held_in', inThread: false, from: ['meeting'], to: ['arena'],
    words: {
      nb: { forward: 'er et møte i', backward: 'har møtet' },
      nn: { forward: 'er eit møte i', backward: 'har møtet' },
      en: { forward: 'is a meeting of', backward: 'has the meeting' },
    },
  },
  {
    name: 'comes_from', inThread: false, from: ['decision', 'follow_up', 'measure', 'challenge', 'lesson'], to: ['meeting', 'matter', 'evaluation'],
    words: {
      nb: { forward: 'kommer fra', backward: 'førte til' },
      nn: { forward: 'kjem frå', backward: 'førte til' },
      en: { forward: 'comes from', backward: 'gave rise to' },
    },
  },
  {
    name: 'replaces', inThread: false, from: ['agreement'], to: ['agreement'],
    words: {
      nb: { forward: 'erstatter', backward: 'er erstattet av' },
      nn: { forward: 'erstattar', backward: 'er erstatta av' },
      en: { forward: 'replaces', backward: 'is replaced by' },
    },
  },
]
