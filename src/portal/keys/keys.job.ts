import { z } from 'zod'
import { takeEndingKeys } from '../../platform/api/key.ts'
import type { Tx } from '../../platform/db/database.ts'
import { defineJob, type Job } from '../../platform/jobs/jobs.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import type { Platform } from '../../platform/platform.ts'
import { formatDate } from '../../platform/text/format.ts'
import { keepersOf } from './keepers.ts'
import { keysPath } from './paths.ts'
import { keyWords } from './keys.words.ts'

const daysBefore = 14

/** Tells those who keep a key that it is about to run out, once. Says how many mails were written. */
export async function remindOfKeys(tx: Tx, baseUrl: string, now: Temporal.Instant): Promise<number> {
  let written = 0
  for (const key of await takeEndingKeys(tx, daysBefore, now)) {
    for (const keeper of await keepersOf(tx, key.workspaceId, now)) {
      const w = keyWords[keeper.lang].mail
      const date = formatDate(key.lastDay, keeper.lang)
      const body = mailBody({ lang: keeper.lang, heading: w.heading(key.name), paragraphs: [w.text(key.name, key.workspace, date), w.what], action: { label: w.open, url: `${baseUrl}${keysPath(key)}` }, footer: w.footer })
      await queueMail(tx, { to: keeper.email, subject: w.subject(key.name, date), body, lang: keeper.lang, purpose: 'key-ending', personId: keeper.personId, from: { personId: null, workspaceId: key.workspaceId }, now })
      written++
    }
  }
  return written
}

/** Every morning: what is about to run out. */
export const keysJob = (platform: Platform): Job =>
  defineJob({
    name: 'api-keys',
    input: z.object({}),
    schedule: '20 7 * * *',
    async run({ tx, now }) {
      await remindOfKeys(tx, platform.config.baseUrl, now)
    },
  })
