import type { Work } from '../../platform/db/work.ts'
import { page, type PageAction } from '../../platform/http/page.ts'
import { allTexts, type FieldErrors, firstText } from '../../platform/item/parse.ts'
import { queueAll } from '../../platform/jobs/jobs.ts'
import { mayTell } from '../../platform/outside/tell.ts'
import { formatDateTime } from '../../platform/text/format.ts'
import type { InWorkspace } from '../../modules/workspaces/index.ts'
import { Button, CheckboxGroup, type Column, DataTable, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextInput } from '../../ui/index.ts'
import { keyKeepers } from '../keys/keepers.ts'
import { settingsCrumbs } from '../keys/paths.ts'
import { deliveryJobInput } from './delivery-input.ts'
import { webhooksPath } from './paths.ts'
import { hoursBothSign, secretOf, topics } from './webhook.ts'
import { changeSecret, type Delivery, deleteWebhook, insertWebhook, latestDeliveries, setPaused, waitingDeliveries, type Webhook, webhooksOf } from './webhook.store.ts'
import { webhookWords } from './webhook.words.ts'

const most = 20

type Loaded = { hooks: Webhook[]; latest: Delivery[]; open: boolean }

/** A button in the list: finds the one it is for, does it, and says so. */
const one = (what: string, act: (work: Work, hook: Webhook, passKey: Uint8Array, lang: 'nb' | 'nn' | 'en') => Promise<string>): PageAction<InWorkspace, Loaded> => async (work, { request, scope: { workspace }, loaded, raw }) => {
  const hook = loaded.hooks.find((each) => each.id === firstText(raw, 'hvilken'))
  if (!hook) return { refused: 'missing' }
  const text = await act(work, hook, request.platform.passKey, request.lang)
  work.record({ workspaceId: workspace.id, what, body: { webhook: hook.id, address: hook.address } })
  return { done: { to: webhooksPath(workspace), flash: { text } } }
}

/** Which other systems are told when something happens, what they answered lately, and a form for one more. */
export const webhooksPage = page<InWorkspace, Loaded>({
  path: '/arbeidsrom/:workspace/innstillinger/beskjeder',
  access: keyKeepers,
  styles: ['api.page.css'],
  load: async (request, { workspace }) => {
    const hooks = await webhooksOf(request.db, workspace.id)
    return { hooks, latest: await latestDeliveries(request.db, hooks.map((hook) => hook.id)), open: workspace.state === 'active' }
  },
  title: (_, { lang }) => webhookWords[lang].title,
  crumbs: (_, { lang }, { workspace }) => settingsCrumbs(workspace, lang),
  actions: {
    add: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = webhookWords[request.lang]
      const address = firstText(raw, 'address').slice(0, 500)
      const events = topics.filter((topic) => allTexts(raw, 'events').includes(topic))
      const errors: FieldErrors = {}
      if (!mayTell(address, request.platform.config.webhooksInside)) errors.address = w.addressWrong
      else if (loaded.hooks.length >= most) errors.address = w.full
      if (events.length === 0) errors.events = w.eventsMissing
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      const id = await insertWebhook(work.tx, { workspaceId: workspace.id, address: new URL(address).href, events }, { personId: work.viewer.person?.id ?? null, now: work.now })
      work.record({ workspaceId: workspace.id, what: 'webhook.made', body: { webhook: id, address, events } })
      return { done: { to: webhooksPath(workspace), flash: { text: w.added(secretOf(request.platform.passKey, id, 1)) } } }
    },
    rotate: one('webhook.secret', async (work, hook, passKey, lang) => webhookWords[lang].rotated(secretOf(passKey, hook.id, await changeSecret(work.tx, hook.id, work.now.add({ hours: hoursBothSign }))))),
    pause: one('webhook.paused', async (work, hook, _, lang) => {
      await setPaused(work.tx, hook.id, { at: work.now, why: 'self' })
      return webhookWords[lang].pausedNow
    }),
    resume: one('webhook.resumed', async (work, hook, _, lang) => {
      if (await setPaused(work.tx, hook.id, null)) await queueAll(work.tx, deliveryJobInput, (await waitingDeliveries(work.tx, hook.id)).map((delivery) => ({ delivery })))
      return webhookWords[lang].resumed
    }),
    remove: one('webhook.removed', async (work, hook, _, lang) => {
      await deleteWebhook(work.tx, hook.id)
      return webhookWords[lang].removed
    }),
  },
  view: ({ hooks, latest, open }, { lang, path }, _, returned) => {
    const w = webhookWords[lang]
    const why = (code: string) => (Object.hasOwn(w.why, code) ? w.why[code as 'down'] : w.code(code))
    const state = formState(returned, { address: '', events: [...topics] })
    const button = (hook: Webhook, does: string, text: string) => (
      <form method="post" action={path}>
        <input type="hidden" name="handling" value={does} />
        <Button small variant="quiet" name="hvilken" value={hook.id}>{text}<span class="ds-sr-only">{w.of(hook.address)}</span></Button>
      </form>
    )
    const columns: Column<Webhook>[] = [
      { key: 'where', header: w.where, rowHeader: true, cell: (hook) => hook.address },
      { key: 'what', header: w.what, cell: (hook) => hook.events.map((topic) => w.topics[topic]).join(', ') },
      { key: 'state', header: w.state, cell: (hook) => (hook.pausedAt ? w.paused(why(hook.pausedWhy ?? 'down')) : w.active) },
      ...(open ? [{ key: 'do', header: w.todo, cell: (hook: Webhook) => <div class="actions">{hook.pausedAt ? button(hook, 'resume', w.resume) : button(hook, 'pause', w.pause)}{button(hook, 'rotate', w.rotate)}{button(hook, 'remove', w.remove)}</div> }] : []),
    ]
    const addressOf = new Map(hooks.map((hook) => [hook.id, hook.address]))
    const told: Column<Delivery>[] = [
      { key: 'when', header: w.when, cell: (row) => formatDateTime(row.createdAt, lang) },
      { key: 'where', header: w.where, cell: (row) => addressOf.get(row.webhookId) ?? '' },
      { key: 'event', header: w.event, cell: (row) => <code>{row.event}</code> },
      { key: 'answer', header: w.answer, cell: (row) => <>{row.lastStatus ?? (row.lastFailure ? why(row.lastFailure) : w.waits)}{row.attempts > 1 ? <p class="hint">{w.tries(row.attempts)}</p> : null}</> },
    ]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead}</Lead>
        {hooks.length > 0 ? <section><DataTable lang={lang} caption={w.title} captionHidden columns={columns} rows={hooks} /></section> : <p>{w.none}</p>}
        {latest.length > 0 ? <section><DataTable lang={lang} caption={w.latest} columns={told} rows={latest} /></section> : null}
        {open ? (
          <section>
            <Heading level={2}>{w.new}</Heading>
            <ErrorSummary lang={lang} state={state} />
            <Form action={path} does="add" submissionKey={crypto.randomUUID()}>
              <TextInput lang={lang} state={state} name="address" label={w.address} hint={w.addressHint} />
              <CheckboxGroup lang={lang} state={state} name="events" label={w.events} options={topics.map((value) => ({ value, label: w.topics[value] }))} />
              <FormActions><Button variant="primary">{w.add}</Button></FormActions>
            </Form>
          </section>
        ) : null}
        <Heading level={2}>{w.about}</Heading>
        <p>{w.aboutText}</p>
      </>
    )
  },
})
