import type { Fields } from '../../../platform/item/field.ts'
import { parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { DateInput, TextInput } from '../../../ui/index.ts'
import { rowPages } from '../../thread/index.ts'
import { measure } from './measure.ts'
import { deleteMilestone, insertMilestone, type Milestone, milestonesOf, updateMilestone } from './milestone.store.ts'
import { milestoneWords } from './milestone.words.ts'

const { nb, nn, en } = milestoneWords
const fields: Fields = {
  title: { type: 'text', required: true, label: { nb: nb.title, nn: nn.title, en: en.title } },
  due_on: { type: 'date', label: { nb: nb.due, nn: nn.due, en: en.due } },
  done_on: { type: 'date', label: { nb: nb.done, nn: nn.done, en: en.done } },
}

/** A new milestone, and changing or removing one. */
export const milestonePages = rowPages<Milestone, null>({
  kind: measure,
  segment: 'milepaler',
  event: 'milestone',
  anchor: 'milepaler',
  words: milestoneWords,
  find: (db, itemId) => milestonesOf(db, [itemId]),
  extra: async () => null,
  start: (row) => ({ title: row?.title ?? '', due_on: row?.dueOn ?? '', done_on: row?.doneOn ?? '' }),
  read: (raw, { request, scope }) => {
    const { values, errors } = parseFields(fields, raw, request.lang)
    if (typeof values.done_on === 'string' && values.done_on > osloDate(request.now).toString()) errors.done_on = milestoneWords[request.lang].doneLater
    if (Object.keys(errors).length > 0) return { errors }
    return { row: { itemId: scope.item.id, title: String(values.title), dueOn: values.due_on as string | null, doneOn: values.done_on as string | null } }
  },
  write: async (work, item, row, before) => void (await (before ? updateMilestone(work.tx, item.id, before.id, row) : insertMilestone(work.tx, item.id, row))),
  remove: async (work, item, row) => void (await deleteMilestone(work.tx, item.id, row.id)),
  summary: (row, { request: { lang } }) => [row.title, row.dueOn && formatDate(row.dueOn, lang), row.doneOn && milestoneWords[lang].doneOn(formatDate(row.doneOn, lang))].filter(Boolean).join(', '),
  fields: (state, { request: { lang } }) => {
    const w = milestoneWords[lang]
    return (
      <>
        <TextInput lang={lang} state={state} name="title" label={w.title} hint={w.titleHint} />
        <DateInput lang={lang} state={state} name="due_on" label={w.due} optional />
        <DateInput lang={lang} state={state} name="done_on" label={w.done} hint={w.doneHint} optional />
      </>
    )
  },
})
