import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holderOf, lockFolder } from './lock.ts'

let folder: string
let scratch: string
beforeEach(() => { folder = scratch = mkdtempSync(join(tmpdir(), 'lock-')) })
afterEach(() => rmSync(scratch, { recursive: true, force: true }))

const program = `
  import { lockFolder } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)}
  const lock = await lockFolder(process.argv[1], { pid: process.pid })
  console.log('release' in lock ? 'mine' : 'taken by ' + lock.pid)
  setTimeout(() => {}, 60_000)`

/** Another process that tries to take the folder and stays; its answer is what it says first. */
async function another(): Promise<{ answer: string, kill(): Promise<unknown> }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [answer] = await once(child.stdout, 'data')
  return { answer: String(answer).trim(), kill: () => { child.kill('SIGKILL'); return once(child, 'exit') } }
}

test('one holds it, the next is told who, and it is free when let go', async () => {
  const lock = await lockFolder(folder, { pid: process.pid })
  expect(await holderOf(folder)).toEqual({ pid: process.pid })
  expect(await lockFolder(folder, { pid: 1 })).toEqual({ pid: process.pid })
  if ('release' in lock) lock.release()
  expect(await holderOf(folder)).toBeNull()
  const again = await lockFolder(folder, { pid: process.pid })
  expect(again).toHaveProperty('release')
  if ('release' in again) again.release()
})

test('it is free after kill -9, and of many that find it so only one takes it', async () => {
  const killed = await another()
  expect(killed.answer).toBe('mine')
  await killed.kill()
  const racers = await Promise.all(Array.from({ length: 5 }, another))
  expect(racers.map(({ answer }) => answer).sort()).toEqual(['mine', ...Array.from({ length: 4 }, () => expect.stringMatching(/^taken by \d+$/))])
  await Promise.all(racers.map(({ kill }) => kill()))
})

test('a folder with a long path can be locked too', async () => {
  folder = join(folder, 'x'.repeat(150))
  mkdirSync(folder)
  const lock = await lockFolder(folder, { pid: process.pid })
  expect(await lockFolder(folder, { pid: 1 })).toEqual({ pid: process.pid })
  if ('release' in lock) lock.release()
})
