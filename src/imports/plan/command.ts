import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { importPlan } from './importPlan.ts'
import type { Imported } from './importPlan.ts'
import { describe, message } from './messages.ts'
import type { Message } from './messages.ts'
import { comparePlans } from './plan/compare.ts'
import { planAsJson } from './planAsJson.ts'
import { limits } from './workbook/limits.ts'
import { isRefusal } from './workbook/workbook.ts'
import type { Refusal } from './workbook/workbook.ts'

/**
 * `FILE --dry-run [--compare OLDER]`: prints the plan in the file as one JSON
 * object. Resolves to the exit code: 0 when read, 2 with one line on standard
 * error when refused.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const asked = parse(argv)
  if (!asked) return refuse(message('usage'))
  const read = await importFile(asked.file)
  if (isRefusal(read)) return refuse(read.refused)
  if (asked.compare === undefined) return print(planAsJson(read.plan))
  const older = await importFile(asked.compare)
  if (isRefusal(older)) return refuse(message('otherRefused', { file: asked.compare, why: describe(older.refused, 'nb') }))
  return print({ ...planAsJson(read.plan), changes: comparePlans(older.plan, read.plan) })
}

function parse(argv: readonly string[]): { file: string; compare: string | undefined } | undefined {
  const files: string[] = []
  let compare: string | undefined
  let dryRun = false
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? ''
    if (word === '--dry-run') dryRun = true
    else if (word === '--compare') {
      compare = argv[++at]
      if (compare === undefined) return undefined
    } else if (word.startsWith('--compare=')) compare = word.slice('--compare='.length)
    else if (word.startsWith('--') && word !== '--') return undefined
    else if (word !== '--') files.push(word)
  }
  const [file] = files
  return file !== undefined && files.length === 1 && dryRun ? { file, compare } : undefined
}

/** npm runs in the folder of the package; the person may stand in another. */
const fromWhere = (path: string): string => (existsSync(path) ? path : resolve(process.env.INIT_CWD ?? '.', path))

async function importFile(file: string): Promise<Imported | Refusal> {
  const path = fromWhere(file)
  try {
    const found = await stat(path)
    if (!found.isFile()) return { refused: message('notAFile', { file }) }
    if (found.size > limits.fileBytes) return { refused: message('fileTooLarge', { megabytes: limits.fileBytes / 1024 / 1024 }) }
    return importPlan(await readFile(path), file)
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return { refused: message('missingFile', { file }) }
    if (code === 'EACCES' || code === 'EPERM') return { refused: message('notAllowed', { file }) }
    throw fault
  }
}

/** Waits until the text is handed on: a pipe may be slower than we are. */
async function print(value: object): Promise<number> {
  // A reader such as `head` may close the pipe before we are done; that is no fault of ours.
  process.stdout.once('error', () => {})
  await new Promise(done => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`, done))
  return 0
}

async function refuse(why: Message): Promise<number> {
  await new Promise(done => process.stderr.write(`${describe(why, 'nb')}\n`, done))
  return 2
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
