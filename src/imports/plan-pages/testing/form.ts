/** The fields that a browser would send for the form on a page, as it stands when nobody has touched it. */
export function formOn(html: string): Record<string, string | string[]> {
  const form = /<form class="form"[^>]*>([\s\S]*?)<\/form>/.exec(html)?.[1] ?? ''
  const fields: [string, string][] = []
  for (const [tag] of form.matchAll(/<input\b[^>]*>|<select\b[^>]*>[\s\S]*?<\/select>/g)) {
    const name = attribute(tag, 'name')
    if (name === null || /^<input[^>]*\bdisabled/.test(tag)) continue
    if (tag.startsWith('<select')) {
      const options = [...tag.matchAll(/<option\b[^>]*>/g)].map(([option]) => option)
      const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0]
      fields.push([name, (chosen && attribute(chosen, 'value')) ?? ''])
    } else if (/type="(checkbox|radio)"/.test(tag)) {
      if (/\bchecked\b/.test(tag)) fields.push([name, attribute(tag, 'value') ?? 'on'])
    } else if (!/type="file"/.test(tag)) fields.push([name, attribute(tag, 'value') ?? ''])
  }
  return Object.fromEntries([...Map.groupBy(fields, ([name]) => name)].map(([name, all]) => [name, all.length === 1 ? (all[0]?.[1] ?? '') : all.map(([, value]) => value)]))
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? null : found.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
