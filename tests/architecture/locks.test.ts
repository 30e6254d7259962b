import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'

// Seen to fail when opening the database took the lock of uploads: nobody could upload while another process started.
test('each advisory lock has a number of its own, so that nobody waits for what is no concern of theirs', async () => {
  const named: [string, string][] = []
  for await (const file of glob('src/**/*.ts', { cwd: projectRoot })) {
    for (const [, name = '', number = ''] of readFileSync(`${projectRoot}/${file}`, 'utf8').matchAll(/const (\w*Lock) = ([\d_]+)/g)) named.push([number, `${file}: ${name}`])
  }
  expect(named.length).toBeGreaterThan(5)
  const shared = [...Map.groupBy(named, ([number]) => number)].filter(([, all]) => all.length > 1).map(([, all]) => all.map(([, where]) => where))
  expect(shared).toEqual([])
})
