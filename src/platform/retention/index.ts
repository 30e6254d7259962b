export { beforeFrom, daysOf, longWords, type Retention, settingName } from './retention.ts'
export { carryOut, lastRuns, type RetentionRun, waitingIn } from './retention.store.ts'
