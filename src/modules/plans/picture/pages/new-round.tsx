import { page } from '../../../../platform/http/page.ts'
import type { Fields } from '../../../../platform/item/field.ts'
import { readHeads } from '../../../../platform/item/item.store.ts'
import { allTexts, parseFields } from '../../../../platform/item/parse.ts'
import { formatMonth } from '../../../../platform/text/format.ts'
import { isPast, osloDate } from '../../../../platform/time/oslo.ts'
import { partiesOf } from '../../../actors/index.ts'
import { itemPath } from '../../../thread/index.ts'
import { type InWorkspace, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, ButtonLink, CheckboxGroup, DateInput, EmptyState, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextArea, TextInput } from '../../../../ui/index.ts'
import { challenge } from '../../challenge/challenge.ts'
import { mostChallenges, usualDeadline } from '../round.ts'
import { draftRound } from '../round.actions.ts'
import { pictureCrumbs, picturesPath } from './paths.ts'
import { pictureWords } from './picture.words.ts'

const fields = {
  tittel: { type: 'text', max: 120, label: { nb: '', nn: '', en: '' } },
  frist: { type: 'date', label: { nb: '', nn: '', en: '' } },
  melding: { type: 'longText', max: 2_000, label: { nb: '', nn: '', en: '' } },
} as const satisfies Fields

/** A new round: which challenges, which partners, by when. A question to partners must not tell what is kept among few, so only challenges that all members see may be chosen. */
export const newRoundPage = page({
  path: '/arbeidsrom/:workspace/utfordringer/felles-bilde/ny',
  access: workspaceLeading,
  width: 'text',
  load: async ({ db, viewer }, { workspace }: InWorkspace) => ({
    parties: (await partiesOf(db, workspace.id)).filter((one) => one.role !== 'mentioned'),
    challenges: (await readHeads(db, viewer, { workspaceId: workspace.id, kinds: [challenge.name] })).filter((one) => one.audience === 'workspace' || one.audience === 'public'),
  }),
  title: (_, { lang }) => pictureWords[lang].newTitle,
  crumbs: (_, { lang }, { workspace }) => pictureCrumbs(workspace, lang, true),
  actions: {
    draft: async (work, { request, scope: { workspace }, loaded: { parties, challenges }, raw }) => {
      const w = pictureWords[request.lang]
      if (workspace.state !== 'active') return { refused: 'archived' }
      const { values, errors } = parseFields(fields, raw, request.lang)
      const { tittel: title, frist: dueOn, melding: message } = values
      const [which, whom] = [new Set(allTexts(raw, 'utfordringer')), new Set(allTexts(raw, 'hvem'))]
      const [chosen, asked] = [challenges.filter((one) => which.has(String(one.number))), parties.filter((one) => whom.has(one.id))]
      const wrong = {
        ...errors, ...(!errors.tittel && title === null && { tittel: w.titleMissing }), ...(!errors.frist && (dueOn === null ? { frist: w.dueMissing } : isPast(String(dueOn), request.now) ? { frist: w.duePast } : {})),
        ...(chosen.length === 0 ? { utfordringer: w.whichMissing } : chosen.length > mostChallenges ? { utfordringer: w.tooManyChallenges(mostChallenges) } : {}), ...(asked.length === 0 && { hvem: w.whomMissing }),
      }
      if (Object.keys(wrong).length > 0) return { refused: { errors: wrong } }
      const made = await draftRound(work, workspace, { title: String(title), dueOn: String(dueOn), message: message === null ? null : String(message) }, chosen.map((one) => one.id), asked.map((one) => one.id))
      return { done: { to: picturesPath(workspace, `${made.number}/se-over`) } }
    },
  },
  view: ({ parties, challenges }, { lang, now, path }, { workspace }, returned) => {
    const w = pictureWords[lang]
    if (challenges.length === 0) return <><Heading level={1}>{w.newTitle}</Heading><EmptyState title={w.noChallenges} actions={<ButtonLink href={itemPath(workspace, challenge)}>{w.toChallenges}</ButtonLink>}><p>{w.noChallengesText}</p></EmptyState></>
    const state = formState(returned, {
      utfordringer: challenges.slice(0, mostChallenges).map((one) => String(one.number)), hvem: parties.map((one) => one.id), frist: usualDeadline(now), melding: w.usualMessage, tittel: w.named(formatMonth(osloDate(now).toPlainYearMonth(), lang)),
    })
    return (
      <>
        <Heading level={1}>{w.newTitle}</Heading>
        <Lead>{w.newLead}</Lead>
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()}>
          <CheckboxGroup lang={lang} state={state} name="utfordringer" label={w.which} hint={w.whichHint(mostChallenges)} options={challenges.map((one) => ({ value: String(one.number), label: one.title }))} />
          <CheckboxGroup lang={lang} state={state} name="hvem" label={w.whom} hint={w.whomHint} options={parties.map((one) => ({ value: one.id, label: one.name }))} />
          <DateInput lang={lang} state={state} name="frist" label={w.deadline} hint={w.deadlineHint} />
          <TextArea lang={lang} state={state} name="melding" label={w.message} hint={w.messageHint} rows={3} optional />
          <TextInput lang={lang} state={state} name="tittel" label={w.name} hint={w.nameHint} />
          <FormActions><Button variant="primary">{w.next}</Button><ButtonLink href={picturesPath(workspace)} variant="quiet">{w.cancel}</ButtonLink></FormActions>
        </Form>
      </>
    )
  },
})
