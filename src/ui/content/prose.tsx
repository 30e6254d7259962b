import type { Child } from 'hono/jsx'

const address = /https?:\/\/[^\s<>"'«»]+/g
const trailing = /[.,;:!?)\]}]+$/

/** The address when it is a plain web, mail or local one; undefined for anything that could run (`javascript:` and its like). */
export function safeAddress(href: string): string | undefined {
  // Browsers skip control characters and white space inside a scheme, so they are taken out before looking.
  const bare = href.replace(/[\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028\u2029\ufeff]/g, '')
  if (/^(https?:\/\/|mailto:|tel:)/i.test(bare)) return bare
  return /^(\/(?![/\\])|#|\?)/.test(bare) ? bare : undefined
}

function withLinks(line: string): Child[] {
  const parts: Child[] = []
  let from = 0
  for (const match of line.matchAll(address)) {
    const found = match[0].slice(0, 2000)
    const href = found.replace(trailing, '')
    parts.push(
      line.slice(from, match.index),
      <a href={href} rel="noopener noreferrer nofollow ugc">
        {href}
      </a>,
    )
    from = match.index + href.length
  }
  return [...parts, line.slice(from)]
}

const lines = (block: string[]): Child[] => block.flatMap((line, index) => (index === 0 ? withLinks(line) : [<br />, ...withLinks(line)]))

const bullet = /^\s*[-*•]\s+/

/** What people have written: paragraphs, line breaks, plain lists and web addresses. Never HTML. */
export const Prose = ({ text, lang }: { text: string; lang?: string }) => (
  <div class="prose" lang={lang}>
    {text
      .replace(/\r\n?/g, '\n')
      .split(/\n[ \t]*(?:\n[ \t]*)+/)
      .map(block => block.split('\n').filter(line => line.trim() !== ''))
      .filter(block => block.length > 0)
      .map(block =>
        block.every(line => bullet.test(line)) ? (
          <ul>
            {block.map(line => (
              <li>{withLinks(line.replace(bullet, ''))}</li>
            ))}
          </ul>
        ) : (
          <p>{lines(block)}</p>
        ),
      )}
  </div>
)
