import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { ClosingLine } from './tests/support/closing-line.ts'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/global.ts'],
    reporters: ['default', new ClosingLine()],
    // The program holds nothing between two houses, so a worker need not be made anew for each file: that takes a third of the time away.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Much of what a test does is to wait for the database, a browser or a program that starts.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
})
