export { agreement } from './agreement/agreement.ts'
export { agreements } from './manifest.ts'
export { expectationJob, tendExpectations } from './round/round.jobs.ts'
