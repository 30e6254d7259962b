import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/project-root.ts'

const resultsFile = join(projectRoot, 'bench/results.json')

/** What a figure is to be: of the value itself, or of its ratio to the baseline. */
export type Target = { of: 'value' | 'ratio'; atMost: number } | { of: 'value' | 'ratio'; atLeast: number }

export type Figure = {
  name: string
  value: number
  unit: string
  /** The same unit, measured in the same run; null where there is nothing to hold it against. */
  baseline: number | null
  ratio: number | null
  target: Target | null
  /** How far apart the rounds were: the middle half of them, as a share of the middle one. */
  spread: number
}

/** Whether a figure is where it is to be; null when nothing was asked of it. */
export function reached({ value, ratio, target }: Figure): boolean | null {
  if (!target) return null
  const measured = target.of === 'value' ? value : ratio
  if (measured === null) return null
  return 'atMost' in target ? measured <= target.atMost : measured >= target.atLeast
}

const targetText = (target: Target | null, unit: string): string => {
  if (!target) return ''
  const amount = 'atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`
  return target.of === 'ratio' ? `${amount}×` : `${amount} ${unit}`
}

/** Three digits that say something. */
export const digits = (n: number): string => (Math.abs(n) >= 100 ? n.toFixed(0) : n.toPrecision(3))

export function line(figure: Figure): string {
  const { name, value, unit, baseline, ratio, target, spread } = figure
  const mark = { true: 'holds ', false: 'MISSES', null: '      ' }[String(reached(figure)) as 'true']
  return [
    name.padEnd(52), `${digits(value)} ${unit}`.padStart(14), (baseline === null ? '' : `${digits(baseline)} ${unit}`).padStart(14),
    (ratio === null ? '' : `${digits(ratio)}×`).padStart(9), targetText(target, unit).padStart(12), mark, `± ${(spread * 100).toFixed(0)} %`,
  ].join('  ')
}

/** A figure as it is kept: what it was to be in words, whether it was, and how many items there were in the world. */
type Kept = Omit<Figure, 'target'> & { target: string; reached: boolean | null; items: number }
type Results = { machine: Readonly<Record<string, string | number>>; figures: Kept[] }

/** Writes the figures. With `beside`, those of an earlier run that were not measured now, or in a world of another size, stand beside them. */
export function write(size: number, figures: readonly Figure[], beside: boolean): void {
  const now = figures.map((one): Kept => ({ ...one, target: targetText(one.target, one.unit), reached: reached(one), items: size }))
  const earlier = beside && existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Results).figures : []
  const keyOf = ({ name, items }: Kept) => `${name} ${items}`
  const measured = new Set(now.map(keyOf))
  const machine = { processors: cpus().length, model: cpus()[0]?.model ?? '', memoryGB: Math.round(totalmem() / 1e9), node: process.version, at: new Date().toISOString() }
  const results: Results = { machine, figures: [...earlier.filter((one) => !measured.has(keyOf(one))), ...now] }
  writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)
}
