/** Reading HTML in tests: enough to ask about tags, attributes and ids, without a browser. */
export type Tag = { name: string; attributes: Readonly<Record<string, string>> }

const plain = (text: string) => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '')

/** All start tags in order. */
export function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(([, name = '', rest = '']) => ({
    name,
    attributes: Object.fromEntries([...rest.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, plain(value)])),
  }))
}

/** The shape of a page without its words: hostile text must never change it. */
export const skeletonOf = (html: string): string =>
  tagsOf(html)
    .map(tag => `${tag.name} ${Object.keys(tag.attributes).join(' ')}`)
    .join('\n')
