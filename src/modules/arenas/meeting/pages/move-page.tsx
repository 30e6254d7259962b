import type { Work } from '../../../../platform/db/work.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { changeItem, differing } from '../../../../platform/item/item.actions.ts'
import { type Item, readItems } from '../../../../platform/item/item.store.ts'
import { page } from '../../../../platform/http/page.ts'
import { actionField, versionField } from '../../../../platform/http/form.ts'
import { firstText, parseFields } from '../../../../platform/item/parse.ts'
import { osloDate, plainDate } from '../../../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, Checkbox, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup, TextInput } from '../../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope } from '../../../thread/index.ts'
import { sendUpdates } from '../call.actions.ts'
import { callsOf, meetingIdsIn } from '../call.store.ts'
import { callWords } from '../call.words.ts'
import { meeting } from '../meeting.ts'
import { meetingWords } from '../meeting.words.ts'
import { movedBy, type Reach, reaches } from '../series.ts'
import { momentOf, whenText } from '../when.ts'
import { meetingPath } from './paths.ts'

const { held_on, starts_at, ends_at, venue, online_url } = meeting.fields
const fields: Fields = { held_on: { ...held_on, required: true }, starts_at, ends_at, venue, online_url }

/** The meetings that a change reaches: this one, and of its series those that follow or all that have not been. */
async function reached(work: Work, workspaceId: string, item: Item, seriesId: string | null, reach: Reach): Promise<Item[]> {
  if (reach === 'one' || seriesId === null) return [item]
  const all = await readItems(work.tx, work.viewer, meeting, { workspaceId, ids: await meetingIdsIn(work.tx, seriesId) })
  const from = reach === 'all' ? osloDate(work.now).toString() : (momentOf(item).heldOn ?? '')
  return all.filter((one) => one.id === item.id || ((one.state === 'planned' || one.state === 'called') && (momentOf(one).heldOn ?? '') >= from))
}

/** Moves or cancels a meeting, those that follow it in its series, or all that have not been; and tells those who are called, if asked to. */
export const movePage = page<ItemScope, { seriesId: string | null; called: boolean }>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/flytt',
  access: itemChangers(meeting),
  load: async (request, { item }) => {
    const call = (await callsOf(request.db, [item.id])).get(item.id)
    return { seriesId: call?.seriesId ?? null, called: call !== undefined && call.calledAt !== null }
  },
  title: (_, { lang }, { item }) => `${callWords[lang].moveTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => itemCrumbs(workspace, meeting, lang, item),
  actions: {
    move: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const { lang } = request
      const w = callWords[lang]
      const { values, errors } = parseFields(fields, raw, lang)
      const clocks = values as Record<string, string | null>
      if (clocks.starts_at && clocks.ends_at && clocks.ends_at <= clocks.starts_at) errors.ends_at = meetingWords[lang].endsFirst
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      if (Object.keys(differing(item, values)).length === 0) return { refused: { message: w.nothing } }
      const before = momentOf(item).heldOn
      const days = before === null ? 0 : plainDate(before).until(plainDate(String(values.held_on)), { largestUnit: 'days' }).days
      const reach = reaches.find((one) => one === firstText(raw, 'gjelder')) ?? 'one'
      const all = await reached(work, workspace.id, item, loaded.seriesId, reach)
      const moved: Item[] = []
      for (const one of all) {
        const day = one.id === item.id ? values.held_on : momentOf(one).heldOn === null ? null : movedBy(momentOf(one).heldOn ?? '', days)
        const change = { ...values, held_on: day ?? null }
        const changed = await changeItem(work, workspace, meeting, one, one.id === item.id ? Number(firstText(raw, versionField)) : one.version, { fields: differing(one, change) })
        if ('refused' in changed) return changed
        moved.push({ ...one, version: one.version + 1, fields: { ...one.fields, ...change } })
      }
      return done(work, request, workspace, item, moved, raw, w.movedDone(moved.length))
    },
    cancel: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const reach = reaches.find((one) => one === firstText(raw, 'gjelder')) ?? 'one'
      const all = await reached(work, workspace.id, item, loaded.seriesId, reach)
      const off: Item[] = []
      for (const one of all) {
        const changed = await changeItem(work, workspace, meeting, one, one.id === item.id ? Number(firstText(raw, versionField)) : one.version, { state: 'cancelled' })
        if ('refused' in changed) return changed
        off.push({ ...one, version: one.version + 1, state: 'cancelled' })
      }
      return done(work, request, workspace, item, off, raw, callWords[request.lang].cancelledDone(off.length))
    },
    bring: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const changed = await changeItem(work, workspace, meeting, item, Number(firstText(raw, versionField)), { state: loaded.called ? 'called' : 'planned' })
      return 'refused' in changed ? changed : { done: { to: meetingPath(workspace, item), flash: { text: callWords[request.lang].broughtBack } } }
    },
  },
  view: ({ seriesId, called }, { lang, pathname }, { workspace, item }, returned) => {
    const w = callWords[lang]
    const m = meetingWords[lang]
    const now = momentOf(item)
    const state = formState(returned, { held_on: now.heldOn ?? '', starts_at: now.startsAt ?? '', ends_at: now.endsAt ?? '', venue: now.venue ?? '', online_url: now.onlineUrl ?? '', gjelder: 'one', sifra: called ? 'ja' : '' })
    const common = { lang, state }
    if (item.state === 'cancelled') {
      return (
        <>
          <p class="kind-line">{item.title}</p>
          <Heading level={1}>{w.moveTitle}</Heading>
          <p>{m.steps.cancelled}</p>
          <Form action={pathname} does="bring" submissionKey={crypto.randomUUID()} version={item.version}><FormActions><Button variant="primary">{w.bring}</Button></FormActions></Form>
        </>
      )
    }
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.moveTitle}</Heading>
        <Lead>{whenText(now, lang)}</Lead>
        <p>{w.moveLead}</p>
        {returned?.stale ? <Alert colour="warning"><p>{m.steps['call-again']} {whenText(now, lang)}</p></Alert> : null}
        <ErrorSummary lang={lang} state={state} />
        <Form action={pathname} submissionKey={crypto.randomUUID()} version={item.version} guard unsaved={returned !== null}>
          <DateInput {...common} name="held_on" label={w.newDay} {...(seriesId !== null && { hint: w.newDayHint })} />
          <TextInput {...common} name="starts_at" label={m.from} size={6} optional />
          <TextInput {...common} name="ends_at" label={m.to} size={6} optional />
          <TextInput {...common} name="venue" label={m.venue} optional />
          <TextInput {...common} name="online_url" type="url" label={m.online} optional />
          {seriesId === null ? null : <RadioGroup {...common} name="gjelder" label={w.reach} options={[{ value: 'one', label: w.one }, { value: 'following', label: w.following }, { value: 'all', label: w.all }]} />}
          {called ? <Checkbox {...common} name="sifra" label={w.tellNow} /> : null}
          <FormActions>
            <Button variant="primary" name={actionField} value="move">{w.move}</Button>
            <Button name={actionField} value="cancel">{w.cancelMeeting}</Button>
            <ButtonLink href={meetingPath(workspace, item)} variant="quiet">{m.cancel}</ButtonLink>
          </FormActions>
          <p class="hint">{w.cancelLead}</p>
        </Form>
      </>
    )
  },
})

type Args = { platform: Parameters<typeof sendUpdates>[1]; lang: 'nb' | 'nn' | 'en' }

/** What was changed is told to those who are called when that is ticked, in the same transaction. */
async function done(work: Work, request: Args, workspace: ItemScope['workspace'], item: Item, changed: readonly Item[], raw: Parameters<typeof firstText>[0], text: string) {
  const to = meetingPath(workspace, item)
  if (firstText(raw, 'sifra') !== 'ja') return { done: { to, flash: { text } } }
  const sent = await sendUpdates(work, request.platform, workspace, changed, null)
  if ('refused' in sent) return { refused: sent.refused === 'forbidden' || sent.refused === 'stale' ? sent.refused : { message: callWords[request.lang].noDay } }
  return { done: { to, flash: { text: `${text}${callWords[request.lang].toldThem(sent.done.people)}` } } }
}
