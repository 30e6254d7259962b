import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../src/platform/project-root.ts'

type Locked = { version?: string; integrity?: string; license?: string; hasInstallScript?: boolean; optional?: boolean; resolved?: string }
type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string>; optionalDependencies: Record<string, string>; allowScripts: Record<string, boolean> }
const read = <T>(file: string) => JSON.parse(readFileSync(join(projectRoot, file), 'utf8')) as T
const manifest = read<Manifest>('package.json')
const { packages } = read<{ packages: Record<string, Locked & Partial<Manifest>> }>('package-lock.json')
const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** What lets everybody use, change and pass on the whole. MPL asks for changes in its own files alone, and none are made. */
const allowed = new Set(['MIT', 'MIT-0', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'MPL-2.0', 'Python-2.0', '(MIT AND Zlib)', '(MIT OR CC0-1.0)'])

// Seen to fail on a range (`^`), a package that may run its script, and GPL-3.0. `npm audit` asks a server, and is for whoever makes a release.
describe('check 27: packages', () => {
  test('are of one exact version each, the same in both files, and what comes is what was locked', () => {
    const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies })
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
    expect(asked.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)).toEqual([])
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) expect(packages['']?.[kind]).toEqual(manifest[kind])
    expect(locked.filter(([, one]) => !/^sha512-[\w+/]{86}==$/.test(one.integrity ?? '')).map(([path]) => path)).toEqual([])
    expect(locked.filter(([, one]) => one.resolved !== undefined && !one.resolved.startsWith('https://registry.npmjs.org/')).map(([path]) => path)).toEqual([])
  })

  test('run nothing when they are installed: all that would are told not to, and none other is named', () => {
    expect(Object.keys(manifest.allowScripts).toSorted()).toEqual([...new Set(locked.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)))].toSorted())
    expect(Object.values(manifest.allowScripts).filter((may) => may)).toEqual([])
    expect(readFileSync(join(projectRoot, 'scripts/install.mjs'), 'utf8')).toContain('--ignore-scripts')
  })

  test('have licences that let everybody use and pass on the whole', () => {
    expect(locked.filter(([, { license }]) => !license || !allowed.has(license)).map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })
})
