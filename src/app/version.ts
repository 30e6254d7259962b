import { readFileSync } from 'node:fs'
import { projectRoot } from '../platform/project-root.ts'

/** The version of the program that runs. */
export const version: string = (JSON.parse(readFileSync(`${projectRoot}/package.json`, 'utf8')) as { version: string }).version
