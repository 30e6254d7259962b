import type { Reporter, TestModule } from 'vitest/node'

/** Ends the output with one plain line that people and programs read: `12 passed, 0 failed`. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let passed = 0
    let skipped = 0
    // A file that could not be loaded has no tests to count, and is a failure all the same.
    let failed = errors.length + modules.filter((module) => module.errors().length > 0).length
    for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
      const { state } = test.result()
      if (state === 'passed') passed++
      else if (state === 'failed') failed++
      else skipped++
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`)
  }
}
