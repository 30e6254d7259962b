import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'

/** The order of the house: a room may use those before it. */
const order = [
  ['platform', 'ui'], ['actors'], ['workspaces'], ['thread'], ['methods'], ['analysis'], ['surveys'], ['dialogue'], ['agreements'], ['arenas'], ['plans'],
  ['programmes'], ['guidance'], ['experiences'], ['portal', 'reports', 'imports'], ['app'],
]
const rank = new Map(order.flatMap((rooms, i) => rooms.map((room) => [room, i] as const)))

const files = globSync('src/**/*.{ts,tsx}', { cwd: projectRoot }).map((file) => file.replaceAll('\\', '/')).filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
const source = new Map(files.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')]))

/** `src/modules/plans/goal/goal.ts` stands in the room `plans`, `src/platform/db/work.ts` in `platform`. */
const roomOf = (file: string): string => {
  const [, first = '', second = ''] = file.split('/')
  return first === 'modules' ? second : first.replace(/\.tsx?$/, '')
}

const importsOf = (file: string): string[] =>
  [...(source.get(file) ?? '').matchAll(/(?:from|import)\s*\(?'(\.[^']+)'/g)].map((match) => normalize(join(dirname(file), match[1] ?? '')))

describe('the rooms', () => {
  test('every file stands in a room of the house', () => {
    expect(files.filter((file) => !rank.has(roomOf(file)) && file !== 'src/main.ts')).toEqual([])
  })

  test('a room uses only what stands before it', () => {
    const wrong = files.filter((file) => file !== 'src/main.ts').flatMap((file) =>
      importsOf(file).filter((target) => {
        const [here, there] = [roomOf(file), roomOf(target)]
        if (here === there) return false
        // The platform knows no look, although both stand first.
        if (here === 'platform' && there === 'ui') return true
        return (rank.get(there) ?? 99) > (rank.get(here) ?? -1) || ((rank.get(there) ?? 99) === rank.get(here) && !['platform', 'ui'].includes(there) && here !== there)
      }).map((target) => `${file} → ${target}`))
    expect(wrong).toEqual([])
  })

  test('a module is entered through its index', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => target.startsWith('src/modules/') && roomOf(target) !== roomOf(file) && !/^src\/modules\/[^/]+\/index\.ts$/.test(target))
        .map((target) => `${file} → ${target}`))
    expect(wrong).toEqual([])
  })

  test('no file imports itself in a circle, types aside', () => {
    const graph = new Map(files.map((file) => [file, valueImports(file)]))
    expect(circlesIn(graph)).toEqual([])
  })

  test('every import leads to a file', () => {
    const wrong = files.flatMap((file) => importsOf(file).filter((target) => /\.tsx?$/.test(target) && !source.has(target)).map((target) => `${file} → ${target}`))
    expect(wrong).toEqual([])
  })
})

describe('the tables', () => {
  const writes = /\b(?:insertInto|updateTable|deleteFrom)\('(\w+)(?: as \w+)?'\)|\b(?:insert into|update|delete from)\s+(?:only )?([a-z_]+)\s+(?:set|where|\(|using|k\b)/g

  test('each table is written by one room', () => {
    const writers = new Map<string, Set<string>>()
    for (const file of files) {
      // A text in sections is written through the one store that is handed its tables.
      const handed = [...(source.get(file) ?? '').matchAll(/writtenStore\(\{ edition: '(\w+)', section: '(\w+)'/g)].flatMap(([, edition = '', section = '']) => [edition, section])
      const written = [...(source.get(file) ?? '').matchAll(writes)].map((match) => match[1] ?? match[2] ?? '')
      for (const table of [...written, ...handed]) writers.set(table, (writers.get(table) ?? new Set()).add(roomOf(file)))
    }
    // The counter of item numbers stands in the workspace's row, so that counting locks what it must and no more.
    writers.get('workspace')?.delete('platform')
    const shared = [...writers].filter(([, rooms]) => rooms.size > 1).map(([table, rooms]) => `${table}: ${[...rooms].sort().join(', ')}`)
    expect(shared).toEqual([])
  })
})

function valueImports(file: string): string[] {
  return [...(source.get(file) ?? '').matchAll(/^(?:import|export)\s+(?!type\b)([^'";]*?)from '(\.[^']+)'/gm)]
    .filter((match) => !/^\{\s*(type \w+\s*,?\s*)+\}\s*$/.test(match[1] ?? ''))
    .map((match) => normalize(join(dirname(file), match[2] ?? '')))
}

/** Files that reach themselves, found by taking away those that lead nowhere until none is left. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map([...graph].map(([file, targets]) => [file, new Set(targets.filter((target) => graph.has(target)))]))
  for (;;) {
    const ends = [...left].filter(([, targets]) => targets.size === 0).map(([file]) => file)
    if (ends.length === 0) break
    for (const end of ends) {
      left.delete(end)
      for (const targets of left.values()) targets.delete(end)
    }
  }
  // What still leads into a circle but is not on one is not reported: each must be reached from the rest too.
  const reached = new Set([...left.values()].flatMap((targets) => [...targets]))
  return [...left.keys()].filter((file) => reached.has(file)).sort()
}
