export { agreement } from './agreement/agreement.ts'
export { agreements } from './manifest.ts'
export { askedOf as expectationsAskedOf } from './round/asked.store.ts'
export { expectationJob, tendExpectations } from './round/round.jobs.ts'
