import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { settingNames } from '../../src/platform/config.ts'
import { projectRoot } from '../../src/platform/project-root.ts'

/** Names in the first column of the rows of a section. */
function namesIn(file: string, heading: string): string[] {
  const section = readFileSync(join(projectRoot, file), 'utf8').split(new RegExp(`^## ${heading}$`, 'm'))[1]?.split(/^## /m)[0] ?? ''
  return section.split('\n').filter((line) => line.startsWith('| `')).flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name))
}

// Seen to fail when a setting is added to `config.ts` and nowhere else.
test.each([['README.md', 'Settings'], ['docs/operations/drift.md', 'Innstillinger']])('%s tells of every setting', (file, heading) => {
  expect(settingNames.filter((name) => !namesIn(file, heading).includes(name))).toEqual([])
})

test('docs/operations/drift.md tells of no setting that is not there, and none twice', () => {
  expect(namesIn('docs/operations/drift.md', 'Innstillinger').sort()).toEqual([...settingNames].sort())
})
