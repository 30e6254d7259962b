/** A process that only works on the jobs of the crash test, until it is killed. Started by `jobs.test.ts` with a database as argument. */
import { openDatabase } from '../db/database.ts'
import { silentLog } from '../log/log.ts'
import { systemClock } from '../time/clock.ts'
import { crashingJobs } from './crash-jobs.ts'
import { startWorkers } from './workers.ts'

const url = process.argv[2] ?? ''
await startWorkers({ url, db: openDatabase(url), jobs: crashingJobs, clock: systemClock, log: silentLog, everySeconds: 0.5, superviseSeconds: 1 })
process.stdout.write('working\n')
