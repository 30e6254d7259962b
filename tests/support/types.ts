import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/db/migrate.ts'
import { projectRoot } from '../../src/platform/project-root.ts'
import { startTestServer } from './server.ts'

export const schemaFile = join(projectRoot, 'src/platform/db/schema.ts')

/** The types of the tables in a migrated database, as TypeScript. What each type becomes stands in .kysely-codegenrc.json. */
export function tableTypes(url: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'types-'))
  const file = join(folder, 'schema.ts')
  const tool = join(projectRoot, 'node_modules/kysely-codegen/dist/cli/bin.js')
  const run = spawnSync(process.execPath, [tool, '--dialect', 'postgres', '--url', url, '--out-file', file], { cwd: projectRoot, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`)
  const types = readFileSync(file, 'utf8')
  rmSync(folder, { recursive: true })
  return types
}

/** `npm run types`: writes the types of the tables as the migrations make them. */
async function writeTypes(): Promise<void> {
  const server = await startTestServer()
  const name = `types_${process.pid}`
  const url = new URL(server.url)
  url.pathname = `/${name}`
  const client = new pg.Client({ connectionString: server.url })
  try {
    await client.connect()
    await client.query(`create database ${name}`)
    await migrate(url.href, projectRoot)
    writeFileSync(schemaFile, tableTypes(url.href))
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
    await server.stop()
  }
}

if (import.meta.main) await writeTypes()
