import type { Lang } from '../../../platform/text/texts.ts'
import type { PictureNode, StepId, Tone } from './picture.ts'
import { countOf, words } from './words.ts'
import { textWidth, wrap } from './wrap.ts'

/** Type sizes and distances of the drawing, in pixels at 1:1. */
export const type = { title: 13, titleLine: 17, mark: 12, markLine: 16, shape: 14, knot: 24, thread: 2.75 } as const

/** A word under an item's line, with its shape; x and y from the item's upper left corner, y on the text's baseline. */
export type Mark = { readonly shape: Tone | 'more'; readonly word: string; readonly x: number; readonly y: number }

/** What an item, a group of items or a label looks like, before it has a place. */
export type Face = {
  readonly lines: readonly string[]
  /** How much of the first line is the item's number. */
  readonly numberLength: number
  readonly marks: readonly Mark[]
  readonly height: number
  /** Distance from the top to the line that runs through the item. */
  readonly lineAt: number
}

type Said = Omit<Mark, 'x' | 'y'>

function faceOf(lines: readonly string[], numberLength: number, said: readonly Said[], width: number, rope = 0): Face {
  const lineAt = 3 + lines.length * type.titleLine + 4 + Math.ceil(rope / 2)
  const marks: Mark[] = []
  let x = 0
  let y = lineAt + type.markLine + Math.ceil(rope / 2)
  for (const { shape, word } of said) {
    const space = shape === 'more' ? 0 : type.shape
    const text = wrap(word, width - space, type.mark, 1)[0] ?? ''
    const wide = space + textWidth(text, type.mark)
    if (x > 0 && x + wide > width) {
      x = 0
      y += type.markLine
    }
    marks.push({ shape, word: text, x: Math.round(x), y })
    x += wide + 10
  }
  return { lines, numberLength, marks, lineAt, height: (marks.length ? y : lineAt + Math.ceil(rope / 2)) + 6 }
}

/** An item: title above its line, state and loose words below. */
export function nodeFace(node: PictureNode, width: number, lang: Lang, options: { weak: readonly string[]; lines: number }): Face {
  const number = node.number === undefined ? '' : `${node.number} `
  const besideKnots = Math.max(width - type.knot * Math.min(node.knots.length, 3), width / 2)
  const lines = wrap(number + node.title, besideKnots, type.title, options.lines)
  const loose = node.loose.map(({ word }): Said => ({ shape: 'loose', word }))
  const weak = options.weak.map((word): Said => ({ shape: 'watch', word }))
  const state = node.state ? [{ shape: node.state.tone, word: node.state.word } satisfies Said] : []
  const shown = [...loose, ...weak]
  const rest = shown.length > 3 ? [{ shape: 'more', word: words[lang].more(shown.length - 2) } satisfies Said] : []
  const said = [...state, ...(rest.length ? shown.slice(0, 2) : shown), ...rest]
  return faceOf(lines.length ? lines : ['–'], Math.min(number.length, lines[0]?.length ?? 0), said, width)
}

/** Many items of one step in a closed group: «12 tiltak», and under the line how many are loose or match a search. */
export function bundleFace(step: StepId, count: number, loose: number, hits: number, width: number, rope: number, lang: Lang): Face {
  const w = words[lang]
  const said: Said[] = []
  if (loose) said.push({ shape: 'loose', word: w.loose(loose) })
  if (hits) said.push({ shape: 'more', word: w.hits(hits) })
  return faceOf(wrap(countOf(lang, step, count), width, type.title, 2), 0, said, width, rope)
}

/** The name of the group without a goal, where the goal would have stood. */
export function labelFace(text: string, width: number): Face {
  return faceOf(wrap(text, width, type.title, 3), 0, [], width)
}
