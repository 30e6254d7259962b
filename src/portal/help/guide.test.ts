import { globSync, existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../app/app.ts'
import { projectRoot } from '../../platform/project-root.ts'
import { guide } from './guide.ts'
import { idOf, type Inline, plainText, readMarkdown } from './markdown.ts'

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...globSync('docs/**/*.md', { cwd: projectRoot })]
const read = (file: string) => readFileSync(join(projectRoot, file), 'utf8')
const headingsOf = (file: string) => readMarkdown(read(file)).filter((block) => block.type === 'heading').map((block) => block.id)
const linksOf = (file: string) => [...read(file).matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] ?? '')

describe('the documents', () => {
  test('every page of the guide is listed, and no other', () => {
    expect(guide.map((one) => one.side).sort()).toEqual(globSync(['docs/guide/*.md', 'docs/words/*.md'], { cwd: projectRoot }).map((file) => file.replace(/^.*[/\\]|\.md$/g, '')).sort())
  })

  test('every link between documents leads to a file and a heading', () => {
    const broken = documents.flatMap((file) => linksOf(file).filter((href) => !/^(https?:|mailto:|\/)/.test(href)).flatMap((href) => {
      const [path = '', anchor] = href.split('#')
      const target = path === '' ? file : join(dirname(file), path)
      if (!existsSync(join(projectRoot, target))) return [`${file}: ${href}`]
      return anchor && target.endsWith('.md') && !headingsOf(target).includes(idOf(decodeURIComponent(anchor))) ? [`${file}: ${href}`] : []
    }))
    expect(broken).toEqual([])
  })

  test('every decision is in the list, with a number of its own', () => {
    const files = globSync('docs/decisions/[0-9]*.md', { cwd: projectRoot }).map((file) => file.replace(/^.*[/\\]/, ''))
    const numbers = files.map((file) => file.slice(0, 4))
    expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
    expect(files.filter((file) => !read('docs/decisions/README.md').includes(`](${file})`))).toEqual([])
  })

  test('every dependency has its reason', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>
    const reasons = read('docs/decisions/0001-dependencies.md')
    const named = (name: string) => reasons.includes(`\`${name}\``) || (name.startsWith('@types/') && reasons.includes('`@types/*`'))
    expect([...Object.keys(dependencies), ...Object.keys(devDependencies)].filter((name) => !named(name))).toEqual([])
  })

  test('the glossary calls kinds and states what the pages call them, in three languages', () => {
    const words = (row: readonly (readonly Inline[])[]) => row.slice(0, 3).map(plainText).join(' · ')
    const rows = readMarkdown(read('docs/words/ord.md')).flatMap((block) => (block.type === 'table' ? block.rows.map(words) : []))
    const kinds = [...catalogue.kinds.values()].map(({ words: { nb, nn, en } }) => [nb.one, nn.one, en.one].join(' · '))
    const states = Object.values(catalogue.kinds.get('measure')?.states ?? {}).map(({ text: { nb, nn, en } }) => [nb, nn, en].join(' · '))
    const known = [...kinds, ...states].filter((row) => rows.some((other) => other.startsWith(`${row.split(' · ')[0]} · `)))
    expect(known.length).toBeGreaterThan(10)
    expect(known.filter((row) => !rows.includes(row))).toEqual([])
  })

  test('the guide is plain: short sentences, and nobody is begged', () => {
    for (const { side, lead, body } of guide) {
      // The page on how we write quotes the words that we do not use.
      const text = `${lead}\n${body.split('## Slik skriver vi')[0] ?? ''}`
      expect(/vennligst|brukeren|brukerne|<[a-z]/i.exec(text)?.[0], side).toBeUndefined()
      const sentences = text.split('\n').filter((line) => !line.startsWith('|')).flatMap((line) => line.split(/[.!?:](?:\s|$)/))
      expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 30), side).toEqual([])
    }
  })
})
