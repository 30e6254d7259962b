import type { Child } from 'hono/jsx'
import { safeAddress } from '../../ui/index.ts'
import { pictureAt } from './pictures.ts'
import { type Block, type Inline, plainText, readMarkdown } from './markdown.ts'

/** `fra-regneark-til-trad.md#kost` in the files is `/hjelp/fra-regneark-til-trad#kost` here. */
const addressOf = (href: string): string | undefined => {
  const file = /^(?:\.{1,2}\/)*(?:[\w-]+\/)*([\w-]+)\.md(#.*)?$/.exec(href)
  return file ? `/hjelp/${file[1]}${file[2] ?? ''}` : safeAddress(href)
}

const words = (inline: readonly Inline[]): Child[] =>
  inline.map((part) => {
    if ('href' in part) {
      const href = addressOf(part.href)
      return href ? <a href={href}>{part.text}</a> : part.text
    }
    if (part.as === 'strong') return <strong>{part.text}</strong>
    return part.as === 'code' ? <code>{part.text}</code> : part.text
  })

const Part = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'heading': {
      const Level = `h${block.level}` as const
      return <Level id={block.id}>{words(block.inline)}</Level>
    }
    case 'picture': {
      const found = pictureAt(block.src)
      return found ? <p><img src={found.href} alt={block.alt} width={found.width} height={found.height} loading="lazy" decoding="async" /></p> : <p>{block.alt}</p>
    }
    case 'paragraph':
      return <p>{words(block.inline)}</p>
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul'
      return <List>{block.items.map((item) => <li>{words(item)}</li>)}</List>
    }
    case 'table':
      return (
        <table class="table">
          <thead><tr>{block.head.map((cell) => <th scope="col">{words(cell)}</th>)}</tr></thead>
          <tbody>
            {block.rows.map((row) => (
              <tr>{row.map((cell, i) => (i === 0 ? <th scope="row">{words(cell)}</th> : <td data-label={plainText(block.head[i] ?? [])}><div>{words(cell)}</div></td>))}</tr>
            ))}
          </tbody>
        </table>
      )
  }
}

/** Our own guide, as it is written in `docs/`. No HTML comes through, and no address that could run; a picture that is not the guide's own is told by its words. */
export const Markdown = ({ source }: { source: string }) => <>{readMarkdown(source).map((block) => <Part block={block} />)}</>
