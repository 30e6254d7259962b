import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { StatementSeen } from '../db/database.ts'
import type { RequestSeen } from '../http/house.ts'

/** What is counted for all processes together, asked of the database when somebody measures. */
export type Counts = {
  jobs: { waiting: number; running: number; failed: number; oldestSeconds: number }
  mails: { waiting: number; held: number; failed: number; bounced: number; oldestSeconds: number }
  sessions: number
}

export type Lines = { inUse: number; idle: number; waiting: number }

export type Metrics = {
  request(seen: RequestSeen): void
  statement(seen: StatementSeen): void
  /** How long it took to check the thread where something was changed, before the change was saved. */
  recheck(seconds: number): void
  /** In the text that Prometheus reads. */
  text(): Promise<string>
  contentType: string
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
const durations = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * Figures for those who run us. Labels are patterns, methods, codes and states from the source, never an id, a name or an address, so that their
 * number is bounded and no person is in them. What concerns all processes (`Counts`) is the same from each of them; add up nothing of it.
 */
export function createMetrics(of: { version: string; leaving(): boolean; lines(): Lines; counts(): Promise<Counts> }): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 })
  const registers = [registry]
  const requests = new Counter({ name: 'tradverk_requests_total', help: 'Requests by route pattern, method and status', labelNames: ['route', 'method', 'status'], registers })
  const spans = new Histogram({ name: 'tradverk_request_seconds', help: 'Time to answer, by route pattern', labelNames: ['route'], buckets: durations, registers })
  const statements = new Counter({ name: 'tradverk_statements_total', help: 'SQL statements by outcome', labelNames: ['outcome'], registers })
  const statementSpans = new Histogram({ name: 'tradverk_statement_seconds', help: 'Time of SQL statements', buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10], registers })
  const rechecks = new Histogram({ name: 'tradverk_recheck_seconds', help: 'Time to check the thread where something was changed', buckets: [0.005, 0.025, 0.1, 0.5, 2.5], registers })
  new Gauge({ name: 'tradverk_info', help: 'Version of the program', labelNames: ['version'], registers }).set({ version: of.version }, 1)
  new Gauge({ name: 'tradverk_leaving', help: '1 when this process is about to stop', registers, collect() { this.set(of.leaving() ? 1 : 0) } })
  new Gauge({
    name: 'tradverk_database_lines', help: 'Lines of this process to the database; waiting: work that has none', labelNames: ['state'], registers,
    collect() {
      for (const [state, n] of Object.entries(of.lines())) this.set({ state: state === 'inUse' ? 'in_use' : state }, n)
    },
  })
  const up = new Gauge({ name: 'tradverk_database_up', help: '1 when the database answers', registers })
  const shared = {
    jobs: new Gauge({ name: 'tradverk_jobs', help: 'Jobs by state, in all processes', labelNames: ['state'], registers }),
    oldestJob: new Gauge({ name: 'tradverk_job_oldest_seconds', help: 'How long the job that is most overdue has waited', registers }),
    mails: new Gauge({ name: 'tradverk_mails', help: 'Mails by state, in all processes', labelNames: ['state'], registers }),
    oldestMail: new Gauge({ name: 'tradverk_mail_oldest_seconds', help: 'How long the mail that has waited longest for the mail server has done so', registers }),
    sessions: new Gauge({ name: 'tradverk_sessions_open', help: 'Log-ins that have not ended', registers }),
  }

  async function count(): Promise<void> {
    const counts = await of.counts().catch(() => null)
    up.set(counts ? 1 : 0)
    for (const gauge of Object.values(shared)) gauge.reset()
    if (!counts) return
    const { oldestSeconds: oldestJob, ...jobs } = counts.jobs
    const { oldestSeconds: oldestMail, ...mails } = counts.mails
    for (const [state, n] of Object.entries(jobs)) shared.jobs.set({ state }, n)
    for (const [state, n] of Object.entries(mails)) shared.mails.set({ state }, n)
    shared.oldestJob.set(oldestJob)
    shared.oldestMail.set(oldestMail)
    shared.sessions.set(counts.sessions)
  }

  return {
    request({ route, method, status, seconds }) {
      requests.inc({ route, method: methods.has(method) ? method : 'other', status })
      spans.observe({ route }, seconds)
    },
    statement({ seconds, failed }) {
      statements.inc({ outcome: failed ? 'failed' : 'done' })
      statementSpans.observe(seconds)
    },
    recheck: (seconds) => rechecks.observe(seconds),
    async text() {
      await count()
      return registry.metrics()
    },
    contentType: registry.contentType,
  }
}
