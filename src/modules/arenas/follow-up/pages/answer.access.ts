import type { Viewer } from '../../../../platform/access/viewer.ts'
import { type Access, loggedIn, type Request, type Scope } from '../../../../platform/http/page.ts'
import { passHolders } from '../../../../platform/pass/pass.ts'
import { viewerOfPerson } from '../../../../platform/session/viewer-of-person.ts'
import type { Channel } from '../answer.ts'
import { readerOf, tasksOf, type Task } from '../answer.store.ts'

/** Where tasks are answered, by whom, and which they are. */
export type Answering = Scope & { base: string; channel: Channel; mailId: string | null; ended: boolean }

/** Whoever has the link of a mail: with the roles that they have now, and for what it told them alone. */
export const withLink: Access<Answering> = {
  name: 'pass-follow-up',
  async check(request, params) {
    const found = await passHolders('follow-up').check(request, params)
    if ('denied' in found) return found
    const { pass } = found
    const reader = pass.holder.person && (await readerOf(request.db, pass.subjectId)) === pass.holder.person.id ? await viewerOfPerson(request.db, pass.holder.person.id, request.now) : null
    if (!reader) return { denied: 'missing' }
    return { base: `/oppgaver/${params.token}`, channel: 'link', mailId: pass.subjectId, ended: pass.state !== 'open', closed: pass.state !== 'open', holder: reader }
  },
}

/** Those who are logged in, each with their own. */
export const ownTasks: Access<Answering> = {
  name: loggedIn.name,
  async check(request, params) {
    const scope = await loggedIn.check(request, params)
    return 'denied' in scope ? scope : { ...scope, base: '/min-side/oppgaver', channel: 'page', mailId: null, ended: false }
  },
}

export const answererOf = (request: Request, scope: Answering): Viewer => scope.holder ?? request.viewer

/** How long what was answered stays on one's own list. */
const daysShown = 14

/** The tasks that are answered here. */
export const tasksHere = (request: Request, scope: Answering): Promise<Task[]> =>
  tasksOf(request.db, answererOf(request, scope), scope.mailId === null ? { since: request.now.subtract({ hours: 24 * daysShown }) } : { mailId: scope.mailId })
