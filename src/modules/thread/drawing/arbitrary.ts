import fc from 'fast-check'
import { stepIds } from './picture.ts'
import type { Picture, PictureNode, Thread } from './picture.ts'

const words = fc.array(fc.constantFrom('mål', 'tiltak', 'kompetansesamarbeidsavtale', 'i', '<b>', '"og"', 'W'.repeat(40), 'å', '–', '漢字', ''), { maxLength: 12 })

/** Any picture at all, for properties: odd titles, threads both ways, within a step and to nowhere, every choice. */
export const pictures = (most = 60): fc.Arbitrary<Picture> =>
  fc
    .record({
      inUse: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      areasFirst: fc.boolean(),
      nodes: fc.array(
        fc.record({
          step: fc.constantFrom(...stepIds),
          title: words.map((all) => all.join(' ')),
          number: fc.option(fc.oneof(fc.nat(99), fc.constantFrom('T1', '2.10', '2.9')), { nil: undefined }),
          loose: fc.array(fc.record({ word: fc.constantFrom('uten eier', 'ikke målt', 'x'.repeat(60)), end: fc.constantFrom('before', 'after', undefined) }), { maxLength: 5 }),
          knots: fc.array(fc.constant({ title: 'Vedtak', href: '/v' }), { maxLength: 4 }),
          group: fc.option(fc.nat(most).map((n) => `n${n}`), { nil: undefined }),
        }),
        { maxLength: most },
      ),
      threads: fc.array(fc.tuple(fc.nat(most), fc.nat(most), fc.boolean()), { maxLength: most * 2 }),
      focus: fc.option(fc.nat(most).map((n) => `n${n}`), { nil: undefined }),
      onlyLoose: fc.boolean(),
      groupBy: fc.constantFrom('goal', 'priorityArea', 'none', undefined),
      open: fc.array(fc.nat(most).map((n) => `n${n}`), { maxLength: 2 }),
      query: fc.constantFrom(undefined, '', 'mål', 'finnes ikke'),
    })
    .map(({ inUse, areasFirst, nodes, threads, ...choices }): Picture => {
      const order = areasFirst ? (['knowledge', 'challenge', 'priorityArea', 'goal', 'measure', 'result', 'effect', 'lesson'] as const) : stepIds
      return {
        ...choices,
        lang: 'nb',
        steps: order.map((id, i) => ({ id, name: id, inUse: inUse[i] ?? false })),
        nodes: nodes.map((node, i): PictureNode => ({ ...node, id: `n${i}`, href: `/${i}`, kindName: 'Tiltak' })),
        threads: threads.map(([from, to, holds]): Thread => ({ from: `n${from}`, to: `n${to}`, holds })),
        hrefFor: () => '/traden',
      }
    })
