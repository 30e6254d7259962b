import { defineConfig } from 'vitest/config'

/** Check 62: the tests that must notice when a rule of access, or of the event chain, is changed. How it is run stands in CONTRIBUTING.md. */
export default defineConfig({
  test: {
    include: ['src/platform/access/*.test.ts', 'src/platform/audit/*.test.ts', 'src/modules/actors/organisation/*.test.ts'],
    globalSetup: ['tests/support/global.ts'],
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
  },
})
