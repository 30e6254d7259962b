import { z } from 'zod'
import { isHeldOn } from '../../../platform/access/holds.ts'
import { inTransaction } from '../../../platform/db/work.ts'
import { leading } from '../../../platform/item/kind.ts'
import { defineJob, type Job } from '../../../platform/jobs/jobs.ts'
import { mailBody, queueMail } from '../../../platform/mail/mail.ts'
import type { Platform } from '../../../platform/platform.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { texts } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { reachOf } from '../../actors/index.ts'
import { findWorkspaceById, membersOf } from '../../workspaces/index.ts'
import { agreementPath } from './crumbs.ts'
import { markReminded, renewalsDue } from './pressing.store.ts'

const words = texts({
  nb: {
    subject: (title: string, on: string) => `${title} må fornyes innen ${on}`, heading: 'Det er tid for å ta opp avtalen',
    opening: (title: string, workspace: string, on: string) => `${title} i ${workspace} skal tas opp til fornyelse innen ${on}.`,
    what: 'Begynn med forventningene: hva partene vil, og hva de kan bidra med. Så lager dere en ny avtale som erstatter denne. Trenger dere mer tid, setter dere en ny dag.',
    action: 'Se avtalen', footer: (workspace: string) => `Du får denne e-posten én gang, fordi du leder arbeidet i ${workspace}.`,
  },
  nn: {
    subject: (title: string, on: string) => `${title} må fornyast innan ${on}`, heading: 'Det er tid for å ta opp avtalen',
    opening: (title: string, workspace: string, on: string) => `${title} i ${workspace} skal takast opp til fornying innan ${on}.`,
    what: 'Byrj med forventningane: kva partane vil, og kva dei kan bidra med. Så lagar de ein ny avtale som erstattar denne. Treng de meir tid, set de ein ny dag.',
    action: 'Sjå avtalen', footer: (workspace: string) => `Du får denne e-posten éin gong, fordi du leier arbeidet i ${workspace}.`,
  },
  en: {
    subject: (title: string, on: string) => `${title} has to be renewed by ${on}`, heading: 'It is time to take up the agreement',
    opening: (title: string, workspace: string, on: string) => `${title} in ${workspace} is to be taken up for renewal by ${on}.`,
    what: 'Begin with the expectations: what the parties want, and what they can contribute. Then make a new agreement that replaces this one. If you need more time, set a new day.',
    action: 'See the agreement', footer: (workspace: string) => `You get this e-mail once, because you lead the work in ${workspace}.`,
  },
})

const nobody = { person: null, memberships: [], lang: 'nb' } as const

/** Writes to those who lead about agreements whose renewal is near: once for each day that was set. Says how many were written to. */
export async function remindOfRenewals(platform: Platform, now: Temporal.Instant): Promise<number> {
  const today = osloDate(now).toString()
  let written = 0
  for (const due of await renewalsDue(platform.db, today)) {
    const workspace = await findWorkspaceById(platform.db, due.workspaceId)
    const outcome = await inTransaction(platform, { viewer: nobody, now, via: 'job' }, async (work) => {
      if (!(await markReminded(work.tx, due.itemId, due.renewBy, now.toString()))) return { done: 0 }
      const here = (await membersOf(work.tx, due.workspaceId)).filter((one) => leading.includes(one.role) && isHeldOn(one, today))
      const people = [...(await reachOf(work.tx, here.map((one) => one.id))).values()].flatMap((one) => (one.email ? [{ ...one, email: one.email }] : []))
      for (const one of people) {
        const w = words[one.language]
        const on = formatDate(due.renewBy, one.language)
        await queueMail(work.tx, {
          to: one.email, lang: one.language, purpose: 'agreement-renewal', nature: 'news', personId: one.personId, from: { personId: null, workspaceId: due.workspaceId }, now, subject: w.subject(due.title, on),
          body: mailBody({ lang: one.language, heading: w.heading, paragraphs: [w.opening(due.title, workspace.title, on), w.what], action: { label: w.action, url: `${platform.config.baseUrl}${agreementPath(workspace, due)}` }, footer: w.footer(workspace.title) }),
        })
      }
      work.record({ workspaceId: due.workspaceId, what: 'agreement.reminded', body: { agreement: due.number, renewBy: due.renewBy, people: people.length } })
      return { done: people.length }
    })
    if ('done' in outcome) written += outcome.done
  }
  return written
}

/** In the morning, so that it is read. */
export const agreementJob = (platform: Platform): Job =>
  defineJob({ name: 'agreement-renewal', input: z.object({}), schedule: '30 6 * * *', run: async ({ now }) => void (await remindOfRenewals(platform, now)) })
