import { page } from '../../../platform/http/page.ts'
import { mayAdd, raisesFor } from '../../../platform/item/item.policy.ts'
import { readHeads } from '../../../platform/item/item.store.ts'
import { firstText, words as parseWords } from '../../../platform/item/parse.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Button, ButtonLink, EmptyState, Form, FormActions, formState, Heading, Lead, Select } from '../../../ui/index.ts'
import { choicesFor, ItemForm, itemPath, listCrumbs, newTitle, readItemForm, settleItemForm, strangersIn, tieAll } from '../../thread/index.ts'
import { type InWorkspace, workspaceRoles } from '../../workspaces/index.ts'
import { arena } from '../arena/arena.ts'
import { openArenas } from '../arena/open-arenas.store.ts'
import { raiseMatter } from './matter.actions.ts'
import { matter } from './matter.ts'
import { matterWords } from './matter.words.ts'

/** A new matter, raised in an arena at once; by a partner, for its organisation. `?til=12`: what it is about, from that item's page. */
export const newMatterPage = page({
  path: '/arbeidsrom/:workspace/saker/ny',
  access: workspaceRoles('matter-raisers', [...matter.writers, 'partner']),
  load: async (request, { workspace }: InWorkspace) => {
    const { db, viewer, query } = request
    const raiser = raisesFor(viewer, workspace, matter)
    const number = Number(query.get('til'))
    const [choices, arenas, [about]] = await Promise.all([
      choicesFor(request, workspace, matter), openArenas(db, viewer, workspace.id),
      Number.isInteger(number) && number > 0 ? readHeads(db, viewer, { workspaceId: workspace.id, numbers: [number] }) : [],
    ])
    return { raiser, choices, arenas, about: about && about.kind !== matter.name ? about : null }
  },
  title: (_, { lang }) => newTitle(matter, lang),
  crumbs: (_, { lang }, { workspace }) => listCrumbs(workspace, matter, lang),
  actions: {
    add: async (work, { request, scope: { workspace }, loaded, raw }) => {
      const w = matterWords[request.lang]
      if (!mayAdd(work.viewer, workspace, matter)) return { refused: 'forbidden' }
      const read = readItemForm(matter, raw, request.lang)
      const chosen = loaded.arenas.find((one) => one.id === firstText(raw, 'arena'))
      if ('errors' in read || !chosen) return { refused: { errors: { ...('errors' in read && read.errors), ...(!chosen && { arena: w.chooseArena }) } } }
      const strangers = await strangersIn(request, workspace, matter, read.input.change.fields)
      if (strangers.length > 0) return { refused: { errors: Object.fromEntries(strangers.map((name) => [name, parseWords[request.lang].choose])) } }
      const { state: _state, ...change } = await settleItemForm(work, workspace.id, matter, read.input)
      const owners = Array.isArray(change.fields.owner) ? change.fields.owner : []
      const fields = loaded.raiser ? { ...change.fields, owner: [...new Set([loaded.raiser, ...owners])] } : change.fields
      const on = typeof change.fields.raised_on === 'string' ? change.fields.raised_on : osloDate(work.now).toString()
      const raised = await raiseMatter(work, workspace, { ...change, fields, language: workspace.language }, { arenaId: chosen.id, on })
      if ('refused' in raised) return raised.refused === 'not-yet' ? { refused: { errors: { raised_on: w.why['not-yet'] } } } : { refused: 'forbidden' }
      const { about } = loaded
      if (about) await tieAll(work, workspace.id, [{ relation: 'handles', fromId: raised.done, fromKind: matter.name, toId: about.id, toKind: about.kind }])
      const [made] = await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, ids: [raised.done] })
      return { done: { to: made ? itemPath(workspace, matter, made) : itemPath(workspace, matter), flash: { text: w.raised } } }
    },
  },
  view: ({ raiser, choices, arenas, about }, { lang, path, now }, { workspace }, returned) => {
    const w = matterWords[lang]
    const head = <Heading level={1}>{newTitle(matter, lang)}</Heading>
    if (arenas.length === 0) return <>{head}<EmptyState picture="start" title={w.noArenas} actions={<ButtonLink href={itemPath(workspace, arena)} variant="primary">{w.toArenas}</ButtonLink>}><p>{arena.words[lang].empty}</p></EmptyState></>
    const state = formState(returned, { title: about?.title ?? '', raised_on: osloDate(now).toString(), ...(raiser !== null && { owner: raiser }), arena: arenas.length === 1 ? (arenas[0]?.id ?? '') : '' })
    return (
      <>
        {head}
        <Lead>{about ? `${w.about}: «${about.title}»` : w.newLead}</Lead>
        <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
          <ItemForm kind={matter} lang={lang} state={state} choices={choices} short />
          <Select lang={lang} state={state} name="arena" label={w.where} options={arenas.map((one) => ({ value: one.id, label: one.title }))} />
          <FormActions>
            <Button variant="primary">{w.save}</Button>
            <ButtonLink href={itemPath(workspace, matter)} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})
