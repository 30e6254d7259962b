import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes tokens.css from what Designsystemet's command-line tool built: only the tokens our style sheets
 * use, directly or through another token, and each colour once as light-dark(day, night).
 * Usage and reason: docs/decisions/0003-theme.md
 */
type Tokens = Map<string, string>

const here = import.meta.dirname
const used = (css: string) => [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map(match => match[1] as string)

/** The declarations of every rule whose selector fits; a rule inside `@supports` counts for the rule around it, and the last one wins. */
function declarations(css: string, fits: (selector: string) => boolean): Tokens {
  const found: Tokens = new Map()
  const open: string[] = []
  for (const [part = ''] of css.matchAll(/[^{};]*[{};]/g)) {
    const text = part.slice(0, -1).trim()
    if (part.endsWith('{')) open.push(text)
    else {
      const declared = /^(--[\w-]+):\s*([\s\S]+)$/.exec(text)
      const selector = open.findLast(name => !name.startsWith('@')) ?? ''
      if (declared && fits(selector)) found.set(declared[1] as string, (declared[2] as string).replace(/\s+/g, ' '))
      if (part.endsWith('}')) open.pop()
    }
  }
  return found
}

function reachable(start: readonly string[], tokens: Tokens): Set<string> {
  const seen = new Set<string>()
  const queue = [...start]
  for (let name = queue.pop(); name; name = queue.pop()) {
    const value = tokens.get(name)
    if (value === undefined || seen.has(name)) continue
    seen.add(name)
    queue.push(...used(value))
  }
  return seen
}

const built = readFileSync(process.argv[2] as string, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
const own = globSync(join(here, '../../../**/*.css')).filter(file => !file.endsWith('tokens.css')).map(file => readFileSync(file, 'utf8')).join('\n')
const imported = [...own.matchAll(/@import ['"](@digdir\/[^'"]+)['"]/g)]
  .map(([, name]) => readFileSync(new URL(import.meta.resolve(name as string)), 'utf8'))
  .join('\n')

const root = declarations(built, selector => selector.startsWith(':root') && !selector.includes('secondary'))
const night = declarations(built, selector => selector === '[data-color-scheme="dark"]')
const schemes = ['accent', 'neutral', 'success', 'warning', 'danger']
const general = new Map([...root].filter(([name]) => /^--ds-color-(background|surface|border|text|base)-/.test(name)))
const wanted = reachable(used(own + imported), root)
const roles = [...general.keys()].filter(name => wanted.has(name))
for (const role of roles) for (const scheme of schemes) wanted.add(role.replace('--ds-color-', `--ds-color-${scheme}-`))

const value = (name: string) => {
  const day = root.get(name) as string
  const dark = night.get(name)
  return dark && dark !== day ? `light-dark(${day}, ${dark})` : day
}
const line = (name: string) => `  ${name}: ${value(name)};`
const names = [...wanted].filter(name => root.has(name) && !general.has(name)).sort()
// Sizes have one step here (md), so the tool's switch between sizes is replaced by its medium value.
root.set('--ds-size-mode-font-size', '1.125')
const switches = /^--ds-size(--|-mode-font-size--)|^--ds-size$/

process.stdout.write(`/* Made by prune.ts from Designsystemet's tokens: see docs/decisions/0003-theme.md. Do not edit by hand. */
@layer ds.theme {
:root {
${names.filter(name => !switches.test(name)).map(line).join('\n')}
}
${schemes
  .map(
    scheme => `${scheme === 'neutral' ? ':root, ' : ''}[data-color="${scheme}"] {
${roles.map(role => `  ${role}: var(${role.replace('--ds-color-', `--ds-color-${scheme}-`)});`).join('\n')}
}`,
  )
  .join('\n')}
}
`)
