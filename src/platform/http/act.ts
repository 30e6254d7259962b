import type { Context } from 'hono'
import type { Viewer } from '../access/viewer.ts'
import { inTransaction, type Outcome, WorkspaceArchived } from '../db/work.ts'
import { type FieldErrors, firstText, type RawForm } from '../item/parse.ts'
import { actingIn } from './acting-in.ts'
import { enter } from './enter.ts'
import { actionField, attachments, readForm, submissionKeyField } from './form.ts'
import type { House, Vars } from './house.ts'
import { httpWords } from './http.words.ts'
import type { Done, Page, Refusal, Returned, Scope } from './page.ts'
import { type Entered, fail, redirect, render } from './render.ts'
import { isFromOurselves } from './security.ts'
import { findSubmission, keepSubmission } from './submission.ts'

/** What a form did may have taken its page away, such as a draft that was sent: sent twice, it is answered as it was the first time. */
async function answeredBefore(c: Context<Vars>): Promise<Response | null> {
  const request = c.get('request')
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) return null
  const raw = await readForm(request, c.req.raw, attachments)
  const key = 'form' in raw ? firstText(raw.form, submissionKeyField) : ''
  const earlier = key && (await findSubmission(request.db, key, request.viewer))
  return earlier ? redirect(c, { to: earlier }) : null
}

/** A form that was sent: the action by its name, in one transaction, once. */
export async function act(house: House, c: Context<Vars>, page: Page): Promise<Response> {
  const request = c.get('request')
  if (!isFromOurselves(c.req.raw.headers, house.platform.config.baseUrl)) return fail(house, c, 403)
  const found = await enter(house, c, page)
  if (found instanceof Response) return (await answeredBefore(c)) ?? found
  const raw = await readForm(request, c.req.raw, page.uploads ?? attachments, (sent) => c.set('sent', sent))
  if ('tooBig' in raw) return fail(house, c, 413)
  const [onlyName] = Object.keys(page.actions ?? {})
  const name = String(raw.form[actionField] ?? onlyName ?? '')
  // Nothing is done any more, and what was typed goes back to the one who typed it.
  if (found.scope.closed) return render(house, c, page, found, { action: name, raw: raw.form, errors: {} }, 409)
  const action = Object.hasOwn(page.actions ?? {}, name) ? page.actions?.[name] : undefined
  if (!action) return fail(house, c, 404)

  if (found.scope.workspace?.state === 'archived' && !page.whenArchived?.includes(name)) return refuseArchived(house, c, page, found, name, raw.form)

  const key = firstText(raw.form, submissionKeyField) || null
  const viewer = found.scope.holder ?? request.viewer
  const by = { viewer, now: request.now, via: found.scope.holder ? 'mail-link' : 'page', ...(found.scope.actingFor !== undefined && { actingFor: found.scope.actingFor?.id ?? null }) }
  let recorded = false
  const earlier = key && (await findSubmission(request.db, key, viewer))
  if (earlier) return redirect(c, { to: earlier })
  const outcome: Outcome<Done, Refusal> = Object.keys(raw.errors).length > 0 ? { refused: { errors: raw.errors } } : await inTransaction<Done, Refusal>(house.platform, by, async (work) => {
    const done = await action(work, { request: c.get('request'), raw: raw.form, ...found })
    recorded = work.happenings.length > 0
    if ('done' in done && key) await keepSubmission(work, key, done.done.to)
    return done
  }).catch(async (error) => {
    // The same form was sent twice at once, and the other one came first.
    const location = key && isTaken(error) ? await findSubmission(request.db, key, viewer) : null
    if (location) return { done: { to: location } as Done }
    if (error instanceof WorkspaceArchived) return { refused: 'archived' as const }
    throw error
  })
  if ('done' in outcome && outcome.done.stay) {
    const after = await enter(house, c, page)
    return after instanceof Response ? after : render(house, c, page, after, null, 200)
  }
  if ('done' in outcome) return redirect(c, recorded ? toldFor(outcome.done, found.scope, viewer) : outcome.done)
  const refusal = outcome.refused
  // The other of two that were sent at once came first, and changed what this one started from: both were the same form.
  const answered = refusal === 'stale' && key ? await findSubmission(request.db, key, viewer) : null
  if (answered) return redirect(c, { to: answered })
  if (refusal === 'missing') return fail(house, c, 404)
  if (refusal === 'forbidden') return fail(house, c, 403)
  if (refusal === 'archived') return refuseArchived(house, c, page, found, name, raw.form)
  const { lang } = c.get('request')
  const returned: Returned = {
    action: name,
    raw: raw.form,
    errors: (refusal !== 'stale' && 'errors' in refusal ? refusal.errors : {}) as FieldErrors,
    ...(refusal === 'stale' && { stale: true, message: httpWords[lang].stale }),
    ...(refusal !== 'stale' && 'message' in refusal && { message: refusal.message }),
  }
  // What stands now, for the page that shows both versions.
  const again = await enter(house, c, page)
  return again instanceof Response ? again : render(house, c, page, again, returned, refusal === 'stale' ? 409 : 422)
}

/** The receipt says for whom it was done, when that was one of several: as it was recorded, and not as it is chosen by then. */
function toldFor(done: Done, scope: Scope, viewer: Viewer): Done {
  const acting = actingIn(scope, viewer)
  return done.flash && acting ? { ...done, flash: { ...done.flash, actingFor: acting.name } } : done
}

/** The page again, with what was typed, and why nothing came of it. */
const refuseArchived = (house: House, c: Context<Vars>, page: Page, found: Entered, action: string, raw: RawForm): Promise<Response> =>
  render(house, c, page, found, { action, raw, errors: {}, message: httpWords[c.get('request').lang].archived }, 409)

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '23505'
