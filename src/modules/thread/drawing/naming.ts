import type { Lang } from '../../../platform/text/texts.ts'
import type { PictureNode } from './picture.ts'
import type { End } from './ways.ts'
import { words } from './words.ts'

const sentences = (parts: readonly (string | undefined | false)[]) => parts.filter(Boolean).map((part) => `${part}.`).join(' ')

type Seen = { whole: boolean; weak: readonly string[]; ends: { before: End; after: End } }

/** What an item is called to one who hears the picture: first what is written, then kind, state and what is loose. */
export function nodeName(node: PictureNode, { whole, weak, ends }: Seen, lang: Lang): string {
  const w = words[lang]
  const title = node.number === undefined ? node.title : `${node.number} ${node.title}`
  return sentences([
    title.replace(/\.$/u, ''),
    node.kindName,
    node.state?.word,
    ...node.loose.map(({ word }) => word),
    ...weak,
    whole && w.whole,
    ends.before === 'frayed' && !node.loose.some(({ end }) => end === 'before') && w.looseBefore,
    ends.after === 'frayed' && !node.loose.some(({ end }) => end === 'after') && w.looseAfter,
    node.knots.length > 0 && w.knots(node.knots.length),
  ])
}

/** The words under the pointer: the whole title and why each loose thread matters. */
export function nodeTip(node: PictureNode): string {
  const why = node.loose.flatMap(({ word, why }) => (why ? [`${word}: ${why}`] : []))
  return [node.title, ...why].join('\n')
}
