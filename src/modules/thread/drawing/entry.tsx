import type { Picture, PictureNode } from './picture.ts'
import { KnotMark, ToneMark } from './shapes.tsx'
import type { Ways } from './ways.ts'
import { words } from './words.ts'

type Props = {
  node: PictureNode
  ways: Ways
  weak?: readonly string[]
  picture: Pick<Picture, 'lang' | 'hrefFor'>
  follow?: boolean
  kind?: boolean
}

/** An item in running text: its link, its state, its loose words and why, its decisions, and a way to follow its thread. */
export const Entry = ({ node, ways, weak = [], picture, follow = false, kind = true }: Props) => {
  const w = words[picture.lang]
  const ends = ways.ends(node)
  const silent = [
    ...(ends.before === 'frayed' && !node.loose.some(({ end }) => end === 'before') ? [w.looseBefore] : []),
    ...(ends.after === 'frayed' && !node.loose.some(({ end }) => end === 'after') && !node.loose.length ? [w.looseAfter] : []),
  ]
  return (
    <div class="thread-entry">
      {kind && <span class="thread-kind">{node.kindName}</span>}
      <a href={node.href}>{node.number !== undefined && <span class="thread-number">{`${node.number} `}</span>}{node.title}</a>
      {follow && <a class="thread-follow" href={picture.hrefFor({ focus: node.id })} aria-label={w.followOne(node.title)}>{w.follow}</a>}
      {(node.state || node.loose.length > 0 || weak.length > 0 || silent.length > 0) && (
        <ul class="thread-words">
          {node.state && <li class={`thread-word is-${node.state.tone}`}><ToneMark tone={node.state.tone} />{node.state.word}</li>}
          {node.loose.map(({ word, why }) => (
            <li class="thread-word is-loose"><ToneMark tone="loose" />{word}{why && <span class="thread-why">{` – ${why}`}</span>}</li>
          ))}
          {silent.map((word) => <li class="thread-word is-loose"><ToneMark tone="loose" />{word}</li>)}
          {weak.map((word) => <li class="thread-word is-watch"><ToneMark tone="watch" />{word}</li>)}
        </ul>
      )}
      {node.knots.map((knot) => <a class="thread-decision" href={knot.href}><KnotMark />{w.decision(knot.title)}</a>)}
    </div>
  )
}
