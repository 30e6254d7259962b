import type { JSX } from 'hono/jsx/jsx-runtime'
import { escapeHtml } from '../text/escape.ts'

/** HTML that is finished: everything in it is escaped. Only this file makes it, so nothing else can be taken for it. */
class Markup {
  readonly #html: string
  constructor(html: string) {
    this.#html = html
  }
  toString(): string {
    return this.#html
  }
}

type Props = Readonly<Record<string, unknown>>
type Component = (props: Props) => unknown

const empty = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Attributes that say something by standing there. All others are written with their value, also `false`. */
const standing = new Set(
  'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate hidden inert ismap itemscope loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'.split(' '),
)

/** Names that are known to be plain: they come from our own source, so they are few. */
const plainNames = new Set<string>()
function plain(name: string): string {
  if (plainNames.has(name)) return name
  if (!/^[a-zA-Z][a-zA-Z0-9:_.-]*$/.test(name)) throw new Error(`Not a name of an element or an attribute: ${name}`)
  if (plainNames.size < 2_000) plainNames.add(name)
  return name
}

function attribute(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean' && standing.has(name)) return value ? ` ${name}=""` : ''
  if (typeof value === 'function') throw new Error(`${name} cannot be a function`)
  return ` ${plain(name)}="${escapeHtml(String(value))}"`
}

function inner(child: unknown): string {
  if (typeof child === 'string') return escapeHtml(child)
  if (child instanceof Markup) return child.toString()
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (!Array.isArray(child)) throw new Error(`Cannot be shown: ${Object.prototype.toString.call(child)}`)
  let html = ''
  for (const one of child) html += inner(one)
  return html
}

function element(tag: string, props: Props): string {
  let html = `<${plain(tag)}`
  for (const name in props) if (name !== 'children') html += attribute(name, props[name])
  if (props.children === undefined && empty.has(tag)) return `${html}/>`
  return `${html}>${inner(props.children)}</${tag}>`
}

/**
 * What the compiler makes of `<tag …>`. Views are pure and synchronous, so each element is text at once: no tree is built and walked, and
 * there is no context, no promise and no way to put in HTML as it stands. A component that gives nothing gives empty markup.
 */
export const jsx = (tag: string | Component, props: Props): JSX.Element =>
  new Markup(typeof tag === 'string' ? element(tag, props) : inner(tag(props))) as unknown as JSX.Element

export { jsx as jsxs, jsx as jsxDEV }
export const Fragment = ({ children }: { children?: unknown }): JSX.Element => new Markup(inner(children)) as unknown as JSX.Element
export type { JSX }
